"""jobcli inside other programs: the roles, and for each command that answers a question a function with its answer.

An answer is the record whose JSON the command prints. Nothing here reads the environment, the person's settings or their
own folder of profiles: an answer depends on what it is given, and on the day. Neither Rich nor Typer is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcli.api.catalog import BrokenProfile, Roles, load_catalog
from jobcli.api.interests import discover, statements
from jobcli.api.newcomer import contacts, newcomer
from jobcli.api.pay import estimate, estimate_by, gross_for, net, net_by, net_couple, net_years
from jobcli.api.profiles import BrokenFiles, problems, schema, validate
from jobcli.api.roles import (
    checked_sources,
    compare,
    figures,
    occupation_list,
    occupation_route,
    occupations,
    outlook,
    roles,
    search,
    show,
    sources,
    training,
)
from jobcli.api.ways import checklist, match, paths, plan, report, route

if TYPE_CHECKING:
    from msgspec import Struct

__all__ = [
    "BrokenFiles",
    "BrokenProfile",
    "Roles",
    "checked_sources",
    "checklist",
    "compare",
    "contacts",
    "discover",
    "estimate",
    "estimate_by",
    "figures",
    "gross_for",
    "load_catalog",
    "match",
    "net",
    "net_by",
    "net_couple",
    "net_years",
    "newcomer",
    "occupation_list",
    "occupation_route",
    "occupations",
    "outlook",
    "paths",
    "plan",
    "problems",
    "report",
    "roles",
    "route",
    "schema",
    "search",
    "show",
    "sources",
    "statements",
    "to_json",
    "training",
    "validate",
]


def to_json(answer: Struct) -> str:
    """An answer as one line of JSON, as it stands in the `result` of the command."""
    from jobcli.answers.wire import encoded

    return encoded(answer)
