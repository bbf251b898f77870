"""Where everything comes from: the answers of `sources`, for a role, for the figures, and how firmly they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec import Struct

from jobcli.answers.answer import CITED, SOURCE, Answer, Columns
from jobcli.answers.wire import Joined
from jobcli.domain.evidence import Source
from jobcli.domain.figures import Drawer, Figures, PendingStatus
from jobcli.domain.funding import Scheme
from jobcli.domain.meaning import means
from jobcli.domain.profile import Profile
from jobcli.files.figures import FUNDING, INTERESTS, PAYROLL, PLACES, open_arrival, open_drawer
from jobcli.pay.provenance import MARKS, Footing, counts, footings_of_drawer, footings_of_role, weakest_first


class SourceKeys(Struct, frozen=True, kw_only=True):
    """A source of a role or of one of its paths."""

    id: Annotated[str, means("Its id.")]
    path: Annotated[str | None, means("The id of the path it belongs to; null if it belongs to the role.")]


class RoleSource(Joined[SourceKeys, Source]):
    """A source of a role or of one of its paths."""


class RoleSources(Answer, frozen=True, kw_only=True):
    """The result of `sources` for a role."""

    commands = ("sources",)
    table = Columns("sources", ("id", "path", *SOURCE))
    role: Annotated[str, means("The id of the role.")]
    sources: Annotated[tuple[RoleSource, ...], means("The sources of the role, then those of its paths.")]


class PendingEdition(Struct, frozen=True, kw_only=True):
    """The newest figures of a table, where they are no law yet."""

    since: Annotated[str, means("The day from which they would hold.")]
    status: Annotated[PendingStatus, means("draft: a bill lies there; open: nothing was proposed.")]
    source: Annotated[Source, means("Where they were read.")]


class TableKeys(Struct, frozen=True, kw_only=True):
    """A table of figures."""

    id: Annotated[str, means("Its id.")]
    pending: Annotated[
        PendingEdition | None, means("Where its newest figures are no law yet, what they are; else null.")
    ] = None


class FigureTable(Joined[TableKeys, Figures]):
    """A table of figures."""


_PENDING = ("pending_since=pending.since?", "pending_status=pending.status?")


class SchemeKeys(Struct, frozen=True, kw_only=True):
    """A scheme that pays for training."""

    id: Annotated[str, means("Its id.")]


class SupportScheme(Joined[SchemeKeys, Scheme]):
    """A scheme that pays for training."""


class FigureTables(Answer, frozen=True, kw_only=True):
    """The result of `sources` without a role."""

    commands = ("sources",)
    table = Columns("figures.values", ("id", "key", "value", "unit", "since", "until", "confidence", *CITED, *_PENDING))
    figures: Annotated[tuple[FigureTable, ...], means("The tables of figures behind every estimate.")]
    schemes: Annotated[tuple[SupportScheme, ...], means("The schemes that pay for training.")]


class MarkCounts(Struct, frozen=True, kw_only=True):
    """How many figures there are, and how many have each mark."""

    figures: Annotated[int, means("All figures.")]
    none: Annotated[int, means("Those without any mark.")]
    doubt: Annotated[int, means("Those with a doubt written beside them.")]
    copy: Annotated[int, means("Those of which only one copy of the original was read.")]
    derived: Annotated[int, means("Those that were computed or concluded.")]
    inferred: Annotated[int, means("Those whose date of publication was concluded.")]
    undated: Annotated[int, means("Those whose publication carries no date.")]
    old: Annotated[int, means("Those older than five years.")]


class Checked(Answer, frozen=True, kw_only=True):
    """The result of `sources --check`."""

    commands = ("sources",)
    table = Columns("checked", ("owner", "kind", "id", "moment", "age_years", "confidence", "basis", "marks", *CITED))
    role: Annotated[str | None, means("The id of the role; null for the tables of figures and all roles.")]
    checked: Annotated[tuple[Footing, ...], means("The figures, the weakest first.")]
    summary: Annotated[MarkCounts, means("How many there are.")]


def role_sources(profile: Profile) -> RoleSources:
    """The sources of a role, then those of its training paths."""
    shelves = [(None, profile.role.sources), *((path.id, path.sources) for path in profile.paths)]
    return RoleSources(
        role=profile.id,
        sources=tuple(
            RoleSource(SourceKeys(id=name, path=path), source)
            for path, sources in shelves
            for name, source in sources.items()
        ),
    )


def all_figures() -> Drawer:
    """The figures behind estimates, those of payroll and of funding, and the schemes that pay for training."""
    funding = open_drawer(FUNDING)
    payroll, arrival = open_drawer(PAYROLL), open_arrival()
    tables = {
        **open_drawer().tables,
        **payroll.tables,
        **funding.tables,
        **open_drawer(PLACES).tables,
        **arrival.amounts,
        **open_drawer(INTERESTS).tables,
    }
    return Drawer(tables=tables, schemes=funding.schemes, pending={**payroll.pending, **arrival.pending})


def figure_tables(drawer: Drawer) -> FigureTables:
    """The tables of a drawer with their values, and the schemes of support with their conditions."""
    pending = {
        table: PendingEdition(since=item.since, status=item.status, source=item.source)
        for item in drawer.pending.values()
        for table in item.tables
    }
    keys = {name: TableKeys(id=name, pending=pending.get(name)) for name in drawer.tables}
    return FigureTables(
        figures=tuple(FigureTable(keys[name], table) for name, table in drawer.tables.items()),
        schemes=tuple(SupportScheme(SchemeKeys(id=name), scheme) for name, scheme in drawer.schemes.items()),
    )


def checked(profiles: Sequence[Profile], day: str, *, alone: bool) -> Checked:
    """How firmly the figures of roles stand on a day, the weakest first.

    One role may be asked for `alone`; else the figures behind estimates and funding are checked as well.
    """
    found = [item for one in profiles for item in footings_of_role(one, day)]
    if not alone:
        drawers = (open_drawer(), open_drawer(FUNDING))
        found += [item for drawer in drawers for item in footings_of_drawer(drawer, day)]
    footings = weakest_first(found)
    counted = counts(footings)
    marks = {name: counted[name] for name in ("none", *MARKS)}
    role = profiles[0].id if alone else None
    return Checked(role=role, checked=tuple(footings), summary=MarkCounts(figures=len(footings), **marks))
