"""Who pays for training: a scheme of support with its conditions, as the drawer of figures keeps it."""

from typing import Annotated

from msgspec import Meta, Struct

from jobcli.domain.evidence import Id, Moment, Source, Words
from jobcli.domain.role import PathKind


class Condition(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing that a scheme asks for. `ask` is what to find out while it is open, `unmet` what is said where it fails."""

    ask: Words
    unmet: Words | None = None
    law: str | None = None


class Scheme(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One scheme: what it gives, under which law, who decides, for which kinds of path, and on which conditions.

    `duties` are kept by the person later (a deadline, a rule of attendance): they decide no verdict and are only listed.
    `since` is the day from which this text is known; `ended` is the last day of a scheme that is over. The amounts lie in
    tables of the same drawer, each with its unit, date and source.
    """

    name: Words
    gives: Words
    decides: Words
    law: str | None = None
    since: Moment
    ended: Moment | None = None
    kinds: tuple[PathKind, ...] = ()
    conditions: Annotated[dict[Id, Condition], Meta(min_length=1)]
    duties: dict[Id, Condition] = {}
    source: Source
    doubt: Words | None = None
