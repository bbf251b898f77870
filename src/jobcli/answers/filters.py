"""Which roles are left by the filters of `list` and `search`, and which filter is to blame where none is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, TypedDict

from msgspec import Struct

from jobcli.domain.evidence import phrase
from jobcli.domain.meaning import means
from jobcli.domain.profile import Entry
from jobcli.domain.refusal import refuse
from jobcli.domain.role import Level, PathKind, TrainingPath

if TYPE_CHECKING:
    from jobcli.domain.card import CardPath

FindPath = Callable[[str], TrainingPath | None]
"""Finds a training path that roles share by its id; None where its file is broken."""


class Filters(Struct, frozen=True, kw_only=True):
    """What roles were filtered by; null is not told."""

    level: Annotated[Level | None, means("The level of the job.")] = None
    industry: Annotated[str | None, means("A division of the WZ 2008.")] = None
    subject: Annotated[str | None, means("The id of a subject.")] = None
    path_kind: Annotated[PathKind | None, means("The kind of a path that leads there.")] = None
    max_months: Annotated[int | None, means("How long a path may take.")] = None
    min_pay: Annotated[int | None, means("The least middle pay, in gross euros a year.")] = None

    @property
    def told(self) -> dict[str, str | int]:
        """The filters that were told, by the names of their options without dashes in front."""
        told = {name.replace("_", "-"): getattr(self, name) for name in self.__struct_fields__}
        return {name: value for name, value in told.items() if value is not None}


class TellsFilters(TypedDict, total=False):
    """The fields of `Filters`, told by their names."""

    level: Level | None
    industry: str | None
    subject: str | None
    path_kind: PathKind | None
    max_months: int | None
    min_pay: int | None


class Filtered(Struct, frozen=True, kw_only=True):
    """The roles that are left."""

    entries: tuple[Entry, ...]
    """In the order that they came in."""
    pay: Mapping[str, int]
    """The middle of each estimate in euros a year, by role, where a filter asked for it."""


def filtered(entries: Sequence[Entry], filters: Filters, training: FindPath, day: str) -> Filtered:
    """The roles that meet all filters, by what is known on a day. Refusal that names the filter to blame where none does."""
    sieve = _Sieve(filters, training, day)
    return Filtered(entries=tuple(sieve.left(entries)), pay=sieve.pay)


class _Sieve:
    """The roles that are left of some, and what each would pay where that was asked."""

    def __init__(self, filters: Filters, training: FindPath, day: str) -> None:
        self._filters, self._training, self._day = filters, training, day
        self.pay: dict[str, int] = {}

    def left(self, entries: Sequence[Entry]) -> list[Entry]:
        """The roles that meet all filters. Refusal that names the filter to blame where none does."""
        rest = list(entries)
        for name in self._filters.told:
            rest = self._through(name, rest)
        if not rest and entries:
            self._nothing_left(entries)
        return rest

    def _through(self, name: str, entries: Sequence[Entry]) -> list[Entry]:
        if name == "min-pay":
            self._estimate(entries)
        return [entry for entry in entries if self._tests[name](entry)]

    @cached_property
    def _tests(self) -> dict[str, Callable[[Entry], bool]]:
        want = self._filters
        return {
            "level": lambda entry: entry.card.level == want.level,
            # No industries in a profile means: everywhere.
            "industry": lambda entry: not entry.card.industries or want.industry in entry.card.industries,
            "subject": lambda entry: want.subject in entry.card.subjects,
            "path-kind": lambda entry: any(way.kind == want.path_kind for way in self._ways(entry)),
            "max-months": lambda entry: any(
                way.months is not None and way.months <= (want.max_months or 0) and (way.leads or want.path_kind)
                for way in self._ways(entry)
                if want.path_kind in (None, way.kind)
            ),
            "min-pay": lambda entry: self.pay.get(entry.id, 0) >= (want.min_pay or 0),
        }

    def _ways(self, entry: Entry) -> Iterator[CardPath]:
        """The paths of a role: the kind of each, the most months it takes, and whether it leads there."""
        from jobcli.domain.card import way

        for item in entry.card.paths:
            path = self._training(item) if isinstance(item, str) else None
            found = way(path) if path is not None else item
            if not isinstance(found, str):
                yield found

    def _estimate(self, entries: Sequence[Entry]) -> None:
        """The middle of each role's estimate for a person who told nothing; none where it is not known."""
        from contextlib import suppress

        from jobcli.files.figures import open_drawer
        from jobcli.pay.estimate import Middles

        middles = Middles(open_drawer(), self._day)
        for entry in entries:
            if entry.id not in self.pay:
                with suppress(LookupError):
                    self.pay[entry.id] = middles.of(entry.card.pay)

    def _nothing_left(self, entries: Sequence[Entry]) -> None:
        told = self._filters.told
        written = {name: f"--{name} {value}" for name, value in told.items()}
        for name in told:
            if not self._through(name, entries):
                refuse(
                    "nothing-left",
                    phrase("No role is left: none of {count} meets {filter}."),
                    phrase("Leave it out, or choose another value."),
                    count=len(entries),
                    filter=written[name],
                )
        without: dict[str, int] = {}
        for name in told:
            rest = list(entries)
            for other in told:
                rest = rest if other == name else self._through(other, rest)
            without[name] = len(rest)
        loosest = max(without, key=lambda name: without[name])
        refuse(
            "nothing-left",
            phrase("No role is left: each filter leaves some, all together leave none: {filters}."),
            phrase("Without {filter}, the number of roles left is {count}."),
            filters=", ".join(written.values()),
            filter=written[loosest],
            count=without[loosest],
        )
