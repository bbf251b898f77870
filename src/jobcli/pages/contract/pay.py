"""The results of estimate and compare."""

from decimal import Decimal
from typing import Annotated, Literal, NotRequired, TypedDict

from jobcli.answers.path_rows import OutlinedPath
from jobcli.domain.evidence import Basis, Moment, Source
from jobcli.domain.figures import Confidence
from jobcli.domain.meaning import means
from jobcli.domain.net import NetMonth, Payslip
from jobcli.pages.contract.shared import Asked, AsOf, FromMe, Middle, NamedRole, Range
from jobcli.pay.anchor import DistanceReason
from jobcli.pay.benefits import BenefitGroup, RuleId
from jobcli.pay.factors import Factor

SpecialPayments = Literal["included", "excluded", "unknown"]
Statistic = Literal["mean", "median", "midpoint", "unknown"]


class Anchor(TypedDict):
    """The observation that an estimate starts from."""

    observation: Annotated[str, means("Its id.")]
    value: Annotated[int | None, means("The published middle value, in gross euros.")]
    per: Annotated[Literal["year", "month"], means("What `value` is for.")]
    statistic: Annotated[Statistic, means("What `value` is.")]
    special_payments: Annotated[SpecialPayments, means("Whether special payments are in it.")]
    as_of: Annotated[Moment, means("The date that the value speaks of.")]
    carried: Annotated[int, means("The value for a year in the money of the estimate.")]
    older_than_five_years: Annotated[bool, means("Whether the value is older than that.")]
    substitute: Annotated[
        bool, means("Whether it stands in for the start of the profile, which was not known that day.")
    ]
    source: Annotated[Source, means("Its source.")]


class ReceiptLine(TypedDict):
    """One line of the way from the anchor to the middle of the estimate."""

    factor: Annotated[Factor | Literal["anchor", "index", "hours"], means("What the line is about.")]
    value: Annotated[str, means("The observation, the month of the index, the Land, the years or the size class.")]
    counts: Annotated[float, means("How often the effect with other things equal was taken, 1 to 2.5.")]
    assumed: Annotated[bool, means("Whether the person did not tell it and it follows from another answer.")]
    multiplier: Annotated[Decimal, means("What the subtotal before is multiplied by, at most four decimals.")]
    euros: Annotated[Decimal, means("What the line adds, in euros and cents; may be negative.")]
    subtotal: Annotated[Decimal, means("The sum so far, in euros and cents.")]
    since: Annotated[str | None, means("The date of the figure.")]
    confidence: Annotated[Confidence | None, means("What the figure was read from; null for the anchor.")]
    source: Annotated[Source, means("Its source.")]


class Spread(TypedDict):
    """How wide the range is."""

    sigma: Annotated[float, means("The standard deviation of the logarithm of pay.")]
    observation: Annotated[str | None, means("The observation it comes from; null where the general one was used.")]


class Observation(TypedDict):
    """Another observation of pay: the keys of the profile format, and these."""

    source: Annotated[Source, means("Its source, written out.")]
    carried: Annotated[int | None, means("Its middle for a year in the money of the estimate; null if it has none.")]
    older_than_five_years: Annotated[bool, means("Whether it is older than that.")]
    explained_by: Annotated[list[DistanceReason], means("What could explain a distance of more than a fifth.")]
    distance: Annotated[float | None, means("How far it is from the anchor: 0.2 is 20 % above.")]


class Cited(TypedDict):
    """Where a figure of the tables is from; all null where it was computed, but for the confidence."""

    table: Annotated[str | None, means("The id of its table.")]
    since: Annotated[str | None, means("The date of the figure.")]
    confidence: Annotated[Confidence | None, means("What the figure was read from.")]
    source: Annotated[Source | None, means("Its source.")]


class Share(Cited):
    """How many get a special payment."""

    group: Annotated[BenefitGroup, means("Of whom.")]
    percent: Annotated[float, means("Percent of them.")]


class YearAmount(Cited):
    """How much a special payment is, in whole euros a year."""

    kind: Annotated[
        Literal["mean", "monthly-pay"], means("A published mean of the group, or a twelfth of the estimate.")
    ]
    low: Annotated[int | None, means("A twelfth of the p25; null for a mean.")]
    p50: Annotated[int, means("The middle.")]
    high: Annotated[int | None, means("A twelfth of the p75; null for a mean.")]
    group: Annotated[BenefitGroup | None, means("Whose mean it is.")]


class Rule(Cited):
    """What the law says of a benefit."""

    id: Annotated[RuleId, means("Its id.")]
    law: Annotated[str, means("The law.")]
    values: Annotated[dict[str, float], means("Its numbers: percent, or euros a month or year, as the names end.")]


class ExtraLine(TypedDict):
    """One benefit of the profile."""

    id: Annotated[str, means("Its id in the vocabulary.")]
    basis: Annotated[Basis, means("How the profile knows it.")]
    source: Annotated[Source, means("The source that names it.")]
    shares: Annotated[list[Share], means("Who gets it; published shares stand side by side.")]
    amount_year: Annotated[YearAmount | None, means("How much it is.")]
    rules: Annotated[list[Rule], means("What the law says.")]


class Extras(TypedDict):
    """Special payments and benefits beside pay; nothing of it is in the range, unless `included` says so."""

    p50: Annotated[int | None, means("The sum of the known amounts in whole euros a year, at least.")]
    included: Annotated[SpecialPayments, means("Whether special payments are in the pay already.")]
    often_the_same: Annotated[list[str], means("Two payments that are often one; the sum holds only the smaller.")]
    lines: Annotated[list[ExtraLine], means("One for each benefit of the profile.")]
    benefits_in_kind: Annotated[Rule | None, means("The rule for benefits in kind; null if not known on that day.")]


class NetOfEstimate(TypedDict):
    """What arrives of an estimate; null without --net."""

    net_month: Annotated[NetMonth | None, means("With --net, what arrives in a month; else null.")]
    net: Annotated[Payslip | None, means("With --net, the payslip of the middle; else null.")]


class Estimate(NetOfEstimate):
    """What one role would pay."""

    role: Annotated[str, means("The id of the role.")]
    known_on: Annotated[str, means("The day whose knowledge the estimate rests on.")]
    as_of: Annotated[str, means("The month in whose money it is.")]
    gross_year: Annotated[Range, means("Gross pay of a year.")]
    gross_month: Annotated[Middle, means("A twelfth of the year.")]
    anchor: Annotated[Anchor, means("The observation it starts from.")]
    receipt: Annotated[list[ReceiptLine], means("The way from there to the middle, line by line.")]
    spread: Annotated[Spread, means("How wide the range is.")]
    cut_at_minimum_wage: Annotated[int | None, means("The minimum wage of a year, if the range was cut there.")]
    observations: Annotated[list[Observation], means("The other observations of the role.")]
    special_payments_year: Annotated[Extras, means("What comes beside pay.")]


class Estimates(TypedDict):
    """Estimates of roles."""

    as_of: AsOf
    estimates: Annotated[list[Estimate], means("The estimates, from the highest middle to the lowest.")]


class EstimatesResult(Estimates):
    """The result of `estimate`, and of `compare` without roles."""

    from_me: FromMe


class Point(TypedDict):
    """The estimate for one value of what is varied."""

    value: Annotated[str, means("The value.")]
    chosen: Annotated[bool, means("Whether it is the person's own.")]
    gross_year: Annotated[Range, means("Gross pay of a year.")]
    net_month: NotRequired[Annotated[NetMonth | None, means("With --net, what arrives in a month.")]]


class Variation(TypedDict):
    """The estimates of a role for all values of one factor."""

    role: Annotated[str, means("The id of the role.")]
    by: Annotated[Literal["state", "tenure", "company-size", "industry", "hours"], means("What is varied.")]
    as_of: Annotated[str, means("The month in whose money they are.")]
    points: Annotated[list[Point], means("One for each value.")]


class VariationResult(Variation):
    """The result of `estimate --by`."""

    pay_date: NotRequired[Annotated[str, means("With --net, the day whose payroll figures were used.")]]
    from_me: FromMe


class ComparedRole(NamedRole):
    """A role of a comparison."""

    paths: Annotated[list[OutlinedPath], means("Its training paths in short.")]


class Parts(TypedDict):
    """Parts of profiles, by their ids."""

    duties: Annotated[list[str], means("Areas of work.")]
    requirements: Annotated[list[str], means("Requirements.")]
    subjects: Annotated[list[str], means("Subjects.")]


_Ends = TypedDict(
    "_Ends",
    {
        "from": Annotated[str, means("The id of the role before.")],
        "to": Annotated[str, means("The id of the role after.")],
    },
)


class Difference(_Ends):
    """What changes from one role to another."""

    stop: Annotated[list[str], means("Areas of work that only the first has.")]
    start: Annotated[list[str], means("Areas of work that only the second has.")]
    need: Annotated[list[Asked], means("Requirements that only the second has.")]
    no_longer_needed: Annotated[list[Asked], means("Requirements that only the first has.")]
    learn_subjects: Annotated[list[str], means("Subjects that only the second has.")]
    pay_before: Annotated[int | None, means("The middle of the first, in gross euros a year.")]
    pay_after: Annotated[int | None, means("The middle of the second, in gross euros a year.")]
    gain_year: Annotated[int | None, means("Their difference.")]


class Comparison(Estimates):
    """Roles side by side: estimates in the order in which the roles were named."""

    roles: Annotated[list[ComparedRole], means("The roles.")]
    shared: Annotated[Parts, means("What all of them have.")]
    only: Annotated[dict[str, Parts], means("For each role what it has and no other of them.")]


class ComparisonResult(Comparison):
    """The result of `compare` with roles."""

    diff: NotRequired[Annotated[Difference, means("With --diff what changes from the first to the second.")]]
