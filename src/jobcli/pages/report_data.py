"""A hand-out as JSON: the results of the commands that it is made of, under their own names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.answers.compare import side_by_side
from jobcli.answers.estimate import role_estimates
from jobcli.answers.show import shown
from jobcli.answers.sources import role_sources

if TYPE_CHECKING:
    from jobcli.pages.contract import look
    from jobcli.pages.report import Booklet


def report_data(booklet: Booklet) -> look.Report:
    """The comparison (null for one role), and for each role what `show`, `estimate`, `paths` and the others answer."""
    chapters = booklet.chapters
    profiles = [one.profile for one in chapters]
    return {
        "comparison": None if booklet.comparison is None else side_by_side(booklet.comparison, profiles, booklet.paid),
        "roles": [
            {
                "id": one.profile.id,
                "profile": shown(one.profile),
                "estimate": estimate,
                "states": one.lands,
                "paths": one.paths,
                "checklist": None if one.plan is None else one.plan.answer,
                "sources": role_sources(one.profile),
            }
            for one, estimate in zip(chapters, role_estimates(booklet.paid), strict=True)
        ],
    }
