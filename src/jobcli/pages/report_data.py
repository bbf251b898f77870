"""A hand-out as JSON: the results of the commands that it is made of, under their own names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.answers.show import shown
from jobcli.answers.sources import role_sources
from jobcli.pages.estimate_data import comparison_data, estimates_data, variation_data

if TYPE_CHECKING:
    from jobcli.pages.contract import look
    from jobcli.pages.report import Booklet


def report_data(booklet: Booklet) -> look.Report:
    """The comparison (null for one role), and for each role what `show`, `estimate`, `paths` and the others answer."""
    chapters = booklet.chapters
    extras = {one.profile.id: one.extras for one in chapters}
    profiles, estimates = [one.profile for one in chapters], [one.estimate for one in chapters]
    return {
        "comparison": None
        if booklet.comparison is None
        else comparison_data(booklet.comparison, profiles, estimates, extras),
        "roles": [
            {
                "id": one.profile.id,
                "profile": shown(one.profile),
                "estimate": estimates_data([one.estimate], extras)["estimates"][0],
                "states": variation_data(one.lands),
                "paths": one.paths,
                "checklist": None if one.plan is None else one.plan.answer,
                "sources": role_sources(one.profile),
            }
            for one in chapters
        ],
    }
