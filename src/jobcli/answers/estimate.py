"""What a role would pay: the answers of `estimate`, for one role or many, or with one factor varied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import UNSET, Struct, UnsetType, structs

from jobcli.answers.amounts import Middle
from jobcli.answers.answer import GROSS, NET, Answer, Columns
from jobcli.answers.pay import Paid, unknown_then, unpublished
from jobcli.answers.place import PlaceContext, place_context
from jobcli.answers.wire import AsOf, FromMe, Joined
from jobcli.domain.evidence import Kind, Moment, Source
from jobcli.domain.meaning import means
from jobcli.domain.net import Payslip
from jobcli.domain.pay import NetMonth, PayRange
from jobcli.domain.refusal import Refusal
from jobcli.domain.salary import SalaryObservation
from jobcli.files.figures import open_drawer
from jobcli.pay.benefits import Benefits
from jobcli.pay.by_factor import PayVariation, PayVaried, vary
from jobcli.pay.estimate import Estimate, ReceiptLine
from jobcli.pay.others import Carried, DistanceReason, NotCarried

if TYPE_CHECKING:
    from jobcli.answers.asker import Asker
    from jobcli.answers.net import Netting
    from jobcli.domain.profile import Profile
    from jobcli.net_pay.payslip import NetEstimate


class EstimateStart(Struct, frozen=True, kw_only=True):
    """The observation that an estimate starts from."""

    observation: Annotated[str, means("Its id.")]
    value: Annotated[float | int | None, means("The published middle value, in gross euros.")]
    per: Annotated[Literal["year", "month", "hour"], means("What `value` is for.")]
    statistic: Annotated[Literal["mean", "median", "midpoint", "unknown"], means("What `value` is.")]
    special_payments: Annotated[
        Literal["included", "excluded", "unknown"], means("Whether special payments are in it.")
    ]
    as_of: Annotated[Moment, means("The date that the value speaks of.")]
    carried: Annotated[int, means("The value for a year in the money of the estimate.")]
    on_scale: Annotated[int, means("The start as a median on the official scale, before what the person tells.")]
    group: Annotated[str | None, means("The official group (KldB) whose pay it is, or with which it is weighed.")]
    weight: Annotated[
        float | None, means("What the figure of the title counts, the rest the group; null where only one is there.")
    ]
    whole_group: Annotated[bool, means("Whether it says nothing of this title, only of its whole official group.")]
    older_than_five_years: Annotated[bool, means("Whether the value is older than that.")]
    substitute: Annotated[
        bool, means("Whether it stands in for the start of the profile, which was not known that day.")
    ]
    source: Annotated[Source, means("Its source.")]


class EstimateSpread(Struct, frozen=True, kw_only=True):
    """How wide the range is."""

    sigma: Annotated[float, means("The standard deviation of the logarithm of pay, the mean of both sides.")]
    below: Annotated[float, means("The same below the middle.")]
    above: Annotated[float, means("The same above the middle.")]
    observation: Annotated[str | None, means("The observation it comes from; null where the general one was used.")]
    above_from: Annotated[str | None, means("Another observation, whose mean against its median shows the side above.")]


class ObservationKeys(Struct, frozen=True, kw_only=True):
    """Another observation of pay: the keys of the profile format, and these."""

    source: Annotated[Source, means("Its source, written out.")]
    carried: Annotated[
        int | None, means("Its middle for a year in the money of the estimate; null where it stands as published.")
    ]
    on_scale: Annotated[int | None, means("The same as a median on the official scale, where it can be converted.")]
    not_carried: Annotated[NotCarried | None, means("Why it stands as published.")]
    older_than_five_years: Annotated[bool, means("Whether it is older than that.")]
    explained_by: Annotated[tuple[DistanceReason, ...], means("What could explain a distance of more than a fifth.")]
    distance: Annotated[float | None, means("How far it is from the anchor: 0.2 is 20 % above.")]


class OtherObservation(Joined[ObservationKeys, SalaryObservation]):
    """Another observation of pay: the keys of the profile format, and these."""

    in_front = False


class RoleEstimate(Struct, frozen=True, kw_only=True):
    """What one role would pay."""

    role: Annotated[str, means("The id of the role, or the five digits of the official occupation.")]
    kind: Annotated[Kind, means("Which of the two it is.")] = "role"
    kldb: Annotated[str | None, means("Its code in the KldB 2010; null is not known.")] = None
    known_on: Annotated[str, means("The day whose knowledge the estimate rests on.")]
    as_of: Annotated[str, means("The month in whose money it is.")]
    gross_year: Annotated[PayRange, means("Gross pay of a year.")]
    gross_month: Annotated[Middle, means("A twelfth of the year.")]
    anchor: Annotated[EstimateStart, means("The observation it starts from.")]
    receipt: Annotated[tuple[ReceiptLine, ...], means("The way from there to the middle, line by line.")]
    spread: Annotated[EstimateSpread, means("How wide the range is.")]
    cut_at_minimum_wage: Annotated[int | None, means("The minimum wage of a year, if the range was cut there.")]
    observations: Annotated[tuple[OtherObservation, ...], means("The other observations of the role.")]
    special_payments_year: Annotated[Benefits, means("What comes beside pay.")]
    net_month: Annotated[NetMonth | None, means("With --net, what arrives in a month; else null.")]
    net: Annotated[Payslip | None, means("With --net, the payslip of the middle; else null.")]
    net_year: Annotated[
        Payslip | UnsetType, means("With --one-off, the payslip of a year of the middle and of that.")
    ] = UNSET


class Estimates(Answer, frozen=True, kw_only=True):
    """The result of `estimate`, and of `compare` without roles."""

    commands = ("compare", "estimate")
    table = Columns("estimates", ("role", *GROSS, "as_of", *NET))
    as_of: AsOf
    estimates: Annotated[tuple[RoleEstimate, ...], means("The estimates, from the highest middle to the lowest.")]
    place: Annotated[
        PlaceContext | None, means("What is published of the district of the person: context, in no estimate.")
    ] = None
    from_me: FromMe


class PayByFactor(Answer, PayVariation, frozen=True, kw_only=True):
    """The result of `estimate --by`."""

    commands = ("estimate",)
    table = Columns("points", ("{by}=value", *GROSS, "as_of=/as_of", *NET))
    pay_date: Annotated[str | UnsetType, means("With --net, the day whose payroll figures were used.")] = UNSET
    from_me: FromMe


def estimates(found: Paid, from_me: tuple[str, ...] = (), place: str | None = None) -> Estimates:
    """The answer of estimates with what comes beside pay, in the order that they have; `place` is the key of a district."""
    context = None
    if place is not None:
        context = place_context(place)
    return Estimates(as_of=month_of_money(found), estimates=role_estimates(found), place=context, from_me=from_me)


def role_estimates(found: Paid) -> tuple[RoleEstimate, ...]:
    """Each estimate with what comes beside it, and what arrives of it where that was asked for."""
    return tuple(_estimate(item, found) for item in found.items)


def month_of_money(found: Paid) -> str | None:
    """The month in whose money estimates are; None where there is none."""
    return found.items[0].as_of if found.items else None


def by_factor(
    profile: Profile, who: Asker, by: PayVaried, day: str, netting: Netting | None = None, *, past: bool = False
) -> tuple[PayByFactor, Mapping[str, NetEstimate]]:
    """The answer of one factor varied, as known on a day, and what arrives for each value where that is asked for.

    Refusal where the role has no estimate; for `past` see `paid`.
    """
    if not profile.role.pay.observations:
        raise Refusal(unpublished(profile))
    try:
        item = vary(profile, who.person, by, open_drawer(), day)
    except LookupError as error:
        raise Refusal(unknown_then(profile.id, day, error, past=past)) from None
    if netting is None:
        return PayByFactor(**structs.asdict(item), from_me=who.from_me), {}
    nets = netting.along(item)
    points = tuple(structs.replace(point, net_month=nets[point.value].month) for point in item.points)
    pay_date = nets[points[0].value].slip.pay_date
    return PayByFactor(**{**structs.asdict(item), "points": points}, pay_date=pay_date, from_me=who.from_me), nets


def _estimate(item: Estimate, found: Paid) -> RoleEstimate:
    anchor, profile, net = item.anchor, found.profiles[item.role], found.nets.get(item.role)
    return RoleEstimate(
        role=item.role,
        kind=profile.kind,
        kldb=profile.role.codes.kldb,
        known_on=item.day,
        as_of=item.as_of,
        gross_year=item.gross_year,
        gross_month=Middle(p50=round(item.gross_year.p50 / 12)),
        anchor=EstimateStart(
            observation=anchor.id,
            value=anchor.middle,
            per=anchor.per,
            statistic=anchor.statistic,
            special_payments=anchor.special_payments,
            as_of=anchor.as_of,
            carried=item.anchor_carried,
            on_scale=round(item.start.middle),
            group=item.start.group,
            weight=None if item.start.weight is None else round(item.start.weight, 4),
            whole_group=not item.start.titled,
            older_than_five_years=item.anchor_old,
            substitute=item.substitute,
            source=item.anchor_source,
        ),
        receipt=item.receipt,
        spread=EstimateSpread(
            sigma=round(item.sigma, 4),
            below=round(item.below, 4),
            above=round(item.above, 4),
            observation=item.spread_from,
            above_from=item.start.spread.above_from,
        ),
        cut_at_minimum_wage=item.floor,
        observations=tuple(map(_observation, item.others)),
        special_payments_year=found.benefits[item.role],
        net_month=None if net is None else net.month,
        net=None if net is None else net.slip,
        net_year=UNSET if net is None or net.year is None else net.year,
    )


def _observation(other: Carried) -> OtherObservation:
    keys = ObservationKeys(
        source=other.source,
        carried=other.carried,
        on_scale=other.on_scale,
        not_carried=other.not_carried,
        older_than_five_years=other.old,
        explained_by=other.reasons,
        distance=None if other.distance is None else round(other.distance, 4),
    )
    return OtherObservation(keys, other.observation)
