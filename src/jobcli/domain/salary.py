"""Pay as somebody published it, in a profile: observations with what each figure says, and what comes beside pay."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from jobcli.domain.evidence import LISTED, MAX_ENTRIES, Basis, Id, Moment, Words

Euros = Annotated[int, Meta(ge=1, le=10_000_000, description="Whole euros, without separators: 38000.")]
Wage = Euros | Annotated[float, Meta(ge=1, le=10_000_000, description="Euros an hour, with at most two decimals.")]
Kldb = Annotated[str, Meta(pattern=r"^\d{5}$", title="five digits", description="A code of the KldB 2010: 71403.")]
Mover = Literal[
    "employer",
    "company-size",
    "state",
    "city",
    "tenure",
    "experience",
    "industry",
    "education",
    "leadership",
    "collective-agreement",
]
"""What moves the pay of a role, as its profile says."""
Statistic = Literal["mean", "median", "midpoint", "unknown"]
Given = Literal["often", "possibly"]
"""How common a benefit is, as its source says."""
Scope = Literal["title", "part", "field", "group"]
Spread = Literal["full-range", "quartiles", "deciles", "career-levels"]


class SalaryObservation(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Gross pay as somebody published it, in euros a year, a month or an hour; never altered, only carried.

    `statistic` says what `middle` is; `spread` says what `low` and `high` are. `average` is the mean, where it is printed
    beside a median. `scope` says whose pay it is: of all with exactly this title, of some of them (a step, a city, an
    industry), of a wider field or a neighbouring title, of a whole official group; without it, of the group where `kldb`
    names one, else of the title. `high_is: at-least` says that the publication stops counting at `high`, such as at the
    ceiling of contributions: the point itself lies there or above. `within` is the group to which these people belong, where it is not that of the role.
    `derived` tells how a figure was computed that the publication does not state in this form.
    """

    id: Id
    low: Wage | None = None
    middle: Wage | None = None
    high: Wage | None = None
    high_is: Literal["exact", "at-least"] = "exact"
    average: Wage | None = None
    statistic: Statistic = "unknown"
    spread: Spread | None = None
    per: Literal["year", "month", "hour"] = "year"
    special_payments: Literal["included", "excluded", "unknown"] = "unknown"
    as_of: Moment
    source: Id
    covers: Words | None = None
    scope: Scope | None = None
    kldb: Kldb | None = None
    within: Kldb | None = None
    sample: Annotated[int, Meta(ge=1)] | None = None
    derived: Words | None = None
    doubt: Words | None = None


class Salary(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All observations of a role's pay; `anchor` is the id of the one that estimates start from, `because` says why."""

    anchor: Id
    because: Words
    moved_by: Annotated[tuple[Mover, ...], LISTED] = ()
    observations: Annotated[tuple[SalaryObservation, ...], Meta(min_length=1, max_length=MAX_ENTRIES)]


class Benefit(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that comes beside the salary. `id` is an id of the vocabulary; `given` says how common it is."""

    id: Id
    given: Given | None = None
    source: Id
    basis: Basis = "stated"
    note: Words | None = None


UNPAID = Salary(anchor="", because=Words(), observations=())
"""Of a profile that says nothing of pay."""
