"""The result of paths."""

from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from jobcli.domain.evidence import Source, Words
from jobcli.domain.figures import Confidence, Unit
from jobcli.domain.meaning import means
from jobcli.domain.role import Admission, PathKind, Span
from jobcli.pages.contract.shared import Amount, FromMe, Range, Sum
from jobcli.training.admission import AdmissionLacking, AdmissionMissing
from jobcli.training.afbg import AfbgCounted, AfbgItem
from jobcli.training.funding import Verdict
from jobcli.training.payback import PaybackAssumption
from jobcli.training.weighing import PathOrder


class Gain(TypedDict):
    """What a role pays more than the present one, in euros a month."""

    best: Annotated[Amount, means("At best.")]
    middle: Annotated[Amount, means("Between the two middles.")]
    worst: Annotated[Amount, means("At worst; may be negative.")]


class Before(TypedDict):
    """The role that the person has now, and what the other would pay more."""

    role: Annotated[str, means("The id of the present role.")]
    as_of: Annotated[str, means("The month in whose money the ranges are.")]
    new_gross_year: Annotated[Range, means("Gross pay of the new role.")]
    present_gross_year: Annotated[Range, means("Gross pay of the present role.")]
    gain_month: Annotated[Gain, means("The difference, gross.")]
    gain_month_net: Annotated[Gain | None, means("The difference, net; null where gross pay is counted.")]
    counted: Annotated[Literal["net", "gross"], means("What `worth` is counted with.")]
    pay_date: Annotated[str | None, means("The day of the payroll figures; null where gross pay is counted.")]
    ranges_overlap: Annotated[bool, means("Whether the two ranges overlap.")]


class Met(TypedDict):
    """The way of admission that is met."""

    way: Annotated[int, means("Which, counted from 0 in the order of `admission`.")]
    training: Annotated[str | None, means("The training that counts.")]
    years: Annotated[float, means("The years of practice that it asks for.")]


class Unmet(TypedDict):
    """A way of admission that is not open."""

    way: Annotated[int, means("Which, counted from 0 in the order of `admission`.")]
    lacking: Annotated[list[AdmissionLacking], means("What is lacking.")]
    years: Annotated[float, means("The years of practice that it asks for.")]


class AdmissionReason(TypedDict):
    """Why a path admits the person, or not."""

    completed: Annotated[bool, means("Whether the path is among the qualifications.")]
    by: Annotated[Met | None, means("The first way that is met.")]
    missing: Annotated[list[AdmissionMissing], means("If it is not known, what would settle it.")]
    against: Annotated[list[Unmet], means("The ways that are not open.")]


class Admittance(TypedDict):
    """Whether a path admits the person."""

    admission_met: Annotated[bool | None, means("Whether the person meets the admission; null if that is not known.")]
    admission_reason: Annotated[AdmissionReason | None, means("Why.")]


class JudgedCondition(TypedDict):
    """A condition of a scheme."""

    id: Annotated[str, means("Its id.")]
    text: Annotated[Words, means("What to find out, in both languages.")]
    law: Annotated[str | None, means("The paragraph.")]


class FundingAmount(TypedDict):
    """A figure that fits a verdict."""

    table: Annotated[str, means("The id of its table.")]
    key: Annotated[str, means("Its key there.")]
    value: Annotated[float, means("The figure.")]
    unit: Annotated[Unit, means("Its unit.")]


class Ruling(TypedDict):
    """A verdict on a scheme that pays for training."""

    id: Annotated[str, means("The id of the scheme.")]
    verdict: Annotated[Verdict, means("Whether it applies.")]
    met: Annotated[list[JudgedCondition], means("Conditions that are met.")]
    open: Annotated[list[JudgedCondition], means("Conditions that are not known.")]
    against: Annotated[list[JudgedCondition], means("Conditions that are not met.")]
    amounts: Annotated[list[FundingAmount], means("The figures that fit.")]
    law: Annotated[str | None, means("Where the scheme stands.")]
    since: Annotated[str, means("The day from which it is known.")]
    source: Annotated[Source, means("Its source.")]


class AfbgLine(TypedDict):
    """One line of the calculation."""

    item: Annotated[AfbgItem, means("What it is.")]
    low: Annotated[Decimal | None, means("Euros at the lowest prices.")]
    high: Annotated[Decimal | None, means("Euros at the highest prices.")]
    percent: Annotated[float | None, means("The percent behind it.")]
    table: Annotated[str | None, means("The table of the rule.")]


class Afbg(TypedDict):
    """A calculation of Aufstiegs-BAföG."""

    complete: Annotated[bool, means("Whether both prices are known.")]
    lines: Annotated[list[AfbgLine], means("Line by line.")]
    since: Annotated[str, means("The date of the figures.")]
    confidence: Annotated[Confidence, means("What they were read from.")]
    source: Annotated[Source, means("Their source.")]


class OwnCost(Sum):
    """What a path costs the person in the end, in euros."""

    afbg_counted: Annotated[AfbgCounted, means("Whether Aufstiegs-BAföG is in it; `perhaps`: in `low` only.")]


class Case(TypedDict):
    """When a path has paid for itself, in one case."""

    gain_month: Annotated[Amount, means("Gross euros a month more than now.")]
    gain_month_net: Annotated[Amount | None, means("The same in net euros, where net pay is counted.")]
    cost: Annotated[Amount, means("The own cost that the case takes.")]
    months: Annotated[float | None, means("The length of the path that the case takes.")]
    paid_after: Annotated[int | None, means("Months after the end of the path until it is paid; null is never.")]
    paid_month: Annotated[
        int | None, means("The same from the first month of the path; null is never, or its length is not known.")
    ]


class Worth(TypedDict):
    """When a path has paid for itself."""

    best: Annotated[Case, means("At best.")]
    middle: Annotated[Case, means("In the middle.")]
    worst: Annotated[Case, means("At worst.")]
    may_never_pay_off: Annotated[bool, means("Whether it never does at worst.")]
    ranges_overlap: Annotated[bool, means("Whether the two ranges of pay overlap.")]
    at_least: Annotated[bool, means("Whether a price is missing, so that it takes longer.")]
    moved_most_by: Annotated[PaybackAssumption | None, means("Which assumption moves it most.")]


class Path(Admittance):
    """A training path for a person."""

    id: Annotated[str | None, means("Its id.")]
    title: Annotated[Words, means("Its name in both languages.")]
    kind: Annotated[PathKind, means("What it is.")]
    awards: Annotated[Words, means("What one has in hand at the end.")]
    awarding_body: Annotated[Words | None, means("Who awards it.")]
    law: Annotated[str | None, means("The law or regulation behind it.")]
    dqr: Annotated[int | None, means("Its level in the German qualifications framework, 1 to 8.")]
    admission: Annotated[list[Admission], means("The ways to be admitted; any one is enough.")]
    months: Annotated[Span | None, means("How long it takes.")]
    hours_per_week: Annotated[Span | None, means("How many hours a week.")]
    hours_total: Annotated[Span | None, means("How many hours in all.")]
    course: Annotated[Span | None, means("The price of the course.")]
    exam: Annotated[Span | None, means("The price of the examination.")]
    cost: Annotated[Sum | None, means("Both prices together; null if neither is known.")]
    funding: Annotated[list[Ruling], means("A verdict on each scheme.")]
    afbg: Annotated[Afbg | None, means("Aufstiegs-BAföG; null where it does not apply or no price is known.")]
    own_cost: Annotated[OwnCost | None, means("What it costs the person in the end.")]
    worth: Annotated[Worth | None, means("With a present role and a known price, when it has paid for itself.")]
    doubt: Annotated[Words | None, means("What speaks against what is said of it.")]
    source: Annotated[Source, means("Its source, written out.")]
    sources: Annotated[dict[str, Source], means("The sources of the path by id.")]


_From = TypedDict(
    "_From",
    {
        "role": Annotated[str, means("The id of the role.")],
        "from": Annotated[Before | None, means("The present role; null if none was told.")],
    },
)


class Paths(_From):
    """The result of `paths`, without the settings."""

    sort: Annotated[PathOrder, means("What orders the paths.")]
    paths: Annotated[list[Path], means("The training paths, the best first.")]


class PathsResult(Paths):
    """The result of `paths`."""

    from_me: FromMe
