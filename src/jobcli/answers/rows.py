"""A role, a training path and a requirement as rows: what lists, searches, comparisons and choices say of each."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

from msgspec import Struct

from jobcli.answers.amounts import Middle, Months, Stretch, Sum
from jobcli.domain.card import Card
from jobcli.domain.evidence import Basis, FigureBasis, Kind, Words
from jobcli.domain.extent import Extent
from jobcli.domain.meaning import means
from jobcli.domain.profile import Entry, Origin, Profile
from jobcli.domain.role import Level, PathKind, Requirement, RequirementKind, Role, TrainingPath
from jobcli.training.gate import Access

if TYPE_CHECKING:
    from jobcli.training.gate import Find
    from jobcli.training.outline import PathOutline


class NamedRole(Struct, frozen=True, kw_only=True):
    """A role as a list names it."""

    id: Annotated[str, means("Its id: of an official occupation its five digits.")]
    kind: Annotated[Kind, means("Whether it is a role with a profile or an official occupation.")] = "role"
    kldb: Annotated[str | None, means("Its code in the KldB 2010; null is not known.")] = None
    title: Annotated[Words, means("Its name in both languages.")]
    level: Annotated[Level, means("The level of the job.")]
    origin: Annotated[
        Origin,
        means(
            "Where it comes from: jobcli itself, your own folder (`user`), JOBCLI_PROFILES (`environment`) or --profiles (`option`)."
        ),
    ]
    file: Annotated[str, means("The file it was read from.")]


class ListedRole(NamedRole, frozen=True, kw_only=True):
    """A role of a list."""

    gross_year: Annotated[
        Middle | None, means("With --min-pay the middle of its estimate for nobody in particular; else null.")
    ]


def naming(item: Entry | Profile, role: Card | Role) -> dict[str, Any]:
    """The fields of NamedRole."""
    codes = dict(role.codes) if isinstance(role, Card) else {"kldb": role.codes.kldb}
    return {
        "id": item.id,
        "kind": item.kind if isinstance(item, Profile) else "role",
        "kldb": codes.get("kldb"),
        "title": role.title,
        "level": role.level,
        "origin": item.origin,
        "file": item.file,
    }


def listing(entry: Entry, middle: int | None) -> dict[str, Any]:
    """The fields of ListedRole; `middle` is the middle of the role's pay in euros a year, where it was asked for."""
    return {**naming(entry, entry.card), "gross_year": None if middle is None else Middle(p50=middle)}


class OutlinedPath(Struct, frozen=True, kw_only=True):
    """A training path in short."""

    id: Annotated[str | None, means("Its id.")]
    title: Annotated[Words, means("Its name in both languages.")]
    kind: Annotated[PathKind, means("What it is.")]
    months: Annotated[Months | None, means("How long it takes; null if it is not known.")]
    cost: Annotated[Sum | None, means("Course and examination together, in euros; null if neither is known.")]


class ComparedPath(OutlinedPath, frozen=True, kw_only=True):
    """A training path in short, with what opens it for somebody who has an apprenticeship and the practice it asks for."""

    access: Annotated[Access, means("Whether it is open to such a person.")]
    first: Annotated[tuple[str, ...], means("Training that comes before it, by id.")]
    whole_months: Annotated[Stretch | None, means("How long both take together.")]
    whole_cost: Annotated[Sum | None, means("What both cost together, in euros.")]


class QuickestPath(Struct, frozen=True, kw_only=True):
    """A training path."""

    id: Annotated[str, means("Its id.")]
    access: Annotated[Access, means("Whether the person may begin it.")]
    first: Annotated[tuple[str, ...], means("Training that comes before it, by id; counted in `months` and `cost`.")]
    years: Annotated[float, means("Years in the job that are lacking for it; counted in `months`.")]
    months: Annotated[Months, means("How long it takes.")]
    cost: Annotated[Sum | None, means("What courses and examinations cost, in euros; null if no price is known.")]
    basis: Annotated[FigureBasis | None, means("How its length is known.")]


def outlined(path: TrainingPath) -> OutlinedPath:
    """A path in short."""
    return OutlinedPath(**_outlining(path))


def outlined_for_anybody(path: TrainingPath, find: Find) -> ComparedPath:
    """A path in short with what comes before it; `find` gives the path of an id."""
    from jobcli.training.outline import for_anybody

    whole = for_anybody(path, find)
    months = None if whole.months is None else Stretch(whole.months.low, whole.months.high, whole.months.complete)
    return ComparedPath(
        **_outlining(path), access=whole.access, first=whole.first, whole_months=months, whole_cost=price(whole.money)
    )


def _outlining(path: TrainingPath) -> dict[str, Any]:
    """The fields of OutlinedPath."""
    from jobcli.training.outline import outline

    short = outline(path)
    return {
        "id": short.id,
        "title": path.title,
        "kind": path.kind,
        "months": None if short.months is None else Months(min=short.months.low, max=short.months.high),
        "cost": price(short.money),
    }


def quickest_told(found: PathOutline | None) -> QuickestPath | None:
    """The quickest path with what comes before it; None where none has a known length."""
    if found is None or found.months is None:
        return None
    return QuickestPath(
        id=found.id,
        access=found.access,
        first=found.first,
        years=found.years,
        months=Months(min=found.months.low, max=found.months.high),
        cost=price(found.money),
        basis=None if found.path.months is None else found.path.months.basis,
    )


def price(money: Extent[float] | Extent[Decimal] | None) -> Sum | None:
    """A sum of euros as it is told; None where nothing of it is known."""
    return None if money is None else Sum(low=money.low, high=money.high, complete=money.complete)


class AskedRequirement(Struct, frozen=True, kw_only=True):
    """A requirement of a role."""

    id: Annotated[str, means("Its id.")]
    kind: Annotated[RequirementKind, means("What is asked for.")]
    need: Annotated[Literal["must", "should"], means("How much it is needed.")]
    language: Annotated[str | None, means("Which language, a code of two letters; else null.")]
    level: Annotated[str | None, means("How well the language is needed, `A1` to `C2`; else null.")]
    instead_of: Annotated[str | None, means("The id of the requirement in whose place it counts; else null.")]
    basis: Annotated[Basis, means("How the statement rests on its source.")]

    @property
    def choice(self) -> str:
        """The id that all requirements share of which one is enough; of one that stands alone, its own."""
        return self.instead_of or self.id


def asking(item: Requirement) -> dict[str, Any]:
    """The fields of AskedRequirement."""
    return {name: getattr(item, name) for name in AskedRequirement.__struct_fields__}


def asked(item: Requirement) -> AskedRequirement:
    """A requirement of a profile, without its words and its source."""
    return AskedRequirement(**asking(item))
