"""Official occupations as a list: those of a group, those in which people are short, those that pay enough. The answer of `list GROUP`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Annotated, Literal

from msgspec import Struct

from jobcli.answers.amounts import Middle
from jobcli.answers.answer import MIDDLE, Answer, Columns
from jobcli.answers.occupation import Attribution
from jobcli.domain.evidence import Words, phrase
from jobcli.domain.meaning import means
from jobcli.domain.occupation import GroupName, Shortage
from jobcli.domain.pay import Person
from jobcli.domain.refusal import refuse
from jobcli.domain.role import Level

MANY = 40
"""A group of more occupations is listed by its smaller groups, unless a filter asks for occupations."""


class OccupationFilters(Struct, frozen=True, kw_only=True):
    """What official occupations were filtered by; null is not told."""

    group: Annotated[str | None, means("A code of one to five digits.")] = None
    level: Annotated[Level | None, means("The level of the job.")] = None
    min_pay: Annotated[int | None, means("The least middle pay, in gross euros a year.")] = None
    shortage: Annotated[bool, means("Only those in which people are short.")] = False
    state: Annotated[str | None, means("The Land whose pay is meant.")] = None

    @property
    def told(self) -> str:
        """The filters as they are typed."""
        words = [f"--level {self.level}"] if self.level else []
        words += [f"--min-pay {self.min_pay}"] if self.min_pay else []
        words += ["--shortage"] if self.shortage else []
        words += [f"--state {self.state}"] if self.state else []
        return " ".join(words)


class ListedOccupation(Struct, frozen=True, kw_only=True):
    """An official occupation of a list."""

    id: Annotated[str, means("Its five digits: what one types.")]
    kind: Annotated[Literal["occupation"], means("That it is an official occupation.")] = "occupation"
    kldb: Annotated[str, means("Its code in the KldB 2010.")]
    title: Annotated[Words, means("What it is called.")]
    level: Annotated[Level, means("The level of the job.")]
    pay_month: Annotated[int | None, means("Its official median in euros a month; null is not published.")]
    gross_year: Annotated[
        Middle | None,
        means("With --min-pay or --state the middle of its estimate, in the Land that was told; else null."),
    ]
    employees: Annotated[int | None, means("Its employees in 2023; null is not known.")]
    shortage: Annotated[Shortage | None, means("Whether people are short in it; null: not in the analysis.")]


class ListedGroup(GroupName, frozen=True, kw_only=True):
    """A group of official occupations."""

    occupations: Annotated[int, means("How many occupations it has.")]
    employees: Annotated[int, means("Their employees in 2023, as far as they are known.")]
    pay_month: Annotated[
        int | None, means("Its median in euros a month, of Destatis in April 2025; null is not known.")
    ]


class OccupationList(Answer, frozen=True, kw_only=True):
    """The result of `list` with a group, with --shortage or with --state."""

    commands = ("list",)
    filters: Annotated[OccupationFilters, means("What was asked for.")]
    inside: Annotated[tuple[GroupName, ...], means("The group that was asked for, and those that it belongs to.")]
    groups: Annotated[tuple[ListedGroup, ...], means("Its smaller groups, where it has too many occupations to list.")]
    occupations: Annotated[
        tuple[ListedOccupation, ...],
        means("The occupations by code; with --min-pay from the highest pay to the lowest."),
    ]
    attribution: Attribution

    @property
    def table(self) -> Columns:
        """A row for each group or for each occupation."""
        if self.groups:
            return Columns("groups", ("code", "name", "occupations", "employees", "pay_month"))
        names = ("id", "kind", "kldb", "title", "level", "pay_month", MIDDLE, "employees", "shortage")
        return Columns("occupations", names)


def listed_occupations(filters: OccupationFilters, day: str) -> OccupationList:
    """The official occupations that meet all filters, or the smaller groups of a large one. Refusal where none is left."""
    from jobcli.atlas.groups import codes_in, groups_in, names_above
    from jobcli.atlas.sources import notices

    codes = codes_in(filters.group or "")
    if not codes:
        message, hint = (
            phrase("There is no group '{group}' in the KldB 2010."),
            phrase("All groups: jobcli list 1, and so on to 9"),
        )
        refuse("unknown-group", message, hint, group=filters.group)
    groups = [] if filters.told or len(codes) <= MANY else groups_in(filters.group or "")
    rows = [] if groups else list(_rows(codes, filters, day))
    if filters.min_pay:
        rows.sort(key=lambda row: (-(row.gross_year.p50 if row.gross_year else 0), row.id))
    if not rows and not groups:
        message = phrase("No official occupation is left of {count}: {filters}.")
        refuse("nothing-left", message, phrase("Leave one of them out."), count=len(codes), filters=filters.told)
    return OccupationList(
        filters=filters,
        inside=tuple(names_above(filters.group or "")),
        groups=tuple(ListedGroup(**group) for group in groups),
        occupations=tuple(rows),
        attribution=notices(("ba", "destatis", "otss")),
    )


def _rows(codes: list[str], filters: OccupationFilters, day: str) -> Iterator[ListedOccupation]:
    """The occupations of these codes that meet the filters."""
    from jobcli.atlas.as_profile import profile_in
    from jobcli.atlas.occupation import named_row, pay_of, rows_of, shortage_of
    from jobcli.files.figures import open_drawer
    from jobcli.pay.estimate import estimate

    person = Person(state=filters.state)
    drawer = open_drawer() if filters.min_pay or filters.state else None
    for row in rows_of(codes):
        name, short = named_row(row), shortage_of(row)
        if filters.level not in (None, name["level"]) or (filters.shortage and short != "yes"):
            continue
        middle = None
        if drawer is not None:
            profile = profile_in(row)
            if profile.role.pay.observations:
                with suppress(LookupError):
                    middle = estimate(profile, person, drawer, day).gross_year.p50
        if filters.min_pay and (middle or 0) < filters.min_pay:
            continue
        yield ListedOccupation(
            id=name["kldb"],
            kldb=name["kldb"],
            title=name["name"],
            level=name["level"],
            pay_month=pay_of(row),
            gross_year=None if middle is None else Middle(p50=middle),
            employees=row["employees_2023"],
            shortage=short,
        )
