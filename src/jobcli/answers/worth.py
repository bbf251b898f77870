"""When a path has paid for itself, and what the role pays more than the present one: records of the answer of `paths`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Struct

from jobcli.answers.asker import Employer
from jobcli.answers.wire import Euros
from jobcli.domain.meaning import means
from jobcli.domain.pay import PayGap, PayRange
from jobcli.training.payback import Gains, Payback, PaybackAssumption, PaybackCase, gains

if TYPE_CHECKING:
    from jobcli.answers.gain import OwnPay, PayGaps
    from jobcli.pay.estimate import Estimate


class GainMonth(Struct, frozen=True, kw_only=True):
    """What a role pays more than the present one, in euros a month."""

    best: Annotated[Euros, means("At best: one in ten lies above.")]
    middle: Annotated[Euros, means("Between the two middles.")]
    worst: Annotated[Euros, means("At worst: one in ten lies below; may be negative.")]


class PresentRole(Struct, frozen=True, kw_only=True):
    """The role that the person has now, and what the other would pay more."""

    role: Annotated[str, means("The id of the present role.")]
    as_of: Annotated[str, means("The month in whose money the ranges are.")]
    new_gross_year: Annotated[PayRange, means("Gross pay of the new role.")]
    present_gross_year: Annotated[PayRange, means("Gross pay of the present role.")]
    gain_month: Annotated[
        GainMonth | None, means("The difference, gross; null where the sources do not tell the two apart.")
    ]
    gain_month_net: Annotated[GainMonth | None, means("The difference, net; null where gross pay is counted.")]
    told_apart: Annotated[
        bool, means("Whether the sources tell the two apart; else both stand for one official group.")
    ]
    group: Annotated[str | None, means("The official group (KldB) that both stand for, or lean on.")]
    employer: Annotated[
        Employer,
        means(
            "`new`: with another employer the years there begin at 0; `same` with --same-employer; `untold`: no years were told."
        ),
    ]
    own_pay_year: Annotated[
        int | None, means("What the person told that they earn, gross, from which the difference then starts.")
    ]
    counted: Annotated[Literal["net", "gross"], means("What `worth` is counted with.")]
    pay_date: Annotated[str | None, means("The day of the payroll figures; null where gross pay is counted.")]
    ranges_overlap: Annotated[bool, means("Whether the two ranges overlap.")]


class WorthCase(Struct, frozen=True, kw_only=True):
    """When a path has paid for itself, in one case."""

    gain_month: Annotated[Euros, means("Gross euros a month more than now.")]
    gain_month_net: Annotated[Euros | None, means("The same in net euros, where net pay is counted.")]
    cost: Annotated[Euros, means("The own cost that the case takes.")]
    months: Annotated[float | None, means("The length of the path that the case takes.")]
    paid_after: Annotated[int | None, means("Months after the end of the path until it is paid; null is never.")]
    paid_month: Annotated[
        int | None, means("The same from the first month of the path; null is never, or its length is not known.")
    ]


class Worth(Struct, frozen=True, kw_only=True):
    """When a path has paid for itself."""

    best: Annotated[WorthCase, means("At best.")]
    middle: Annotated[WorthCase, means("In the middle.")]
    worst: Annotated[WorthCase, means("At worst.")]
    may_never_pay_off: Annotated[bool, means("Whether it never does at worst.")]
    ranges_overlap: Annotated[bool, means("Whether the middle halves of the two ranges of pay overlap.")]
    at_least: Annotated[bool, means("Whether a price is missing, so that it takes longer.")]
    moved_most_by: Annotated[PaybackAssumption | None, means("Which assumption moves it most.")]


def present_told(
    new: Estimate, present: Estimate, between: PayGaps, own: OwnPay | None, employer: Employer
) -> PresentRole:
    """The present role, with the gain a month that the new one brings."""
    more, net = between.between(present.role, new.role), between.net(present.role, new.role)
    return PresentRole(
        role=present.role,
        as_of=new.as_of,
        new_gross_year=new.gross_year,
        present_gross_year=present.gross_year,
        gain_month=None if more.gain_range is None else _gain(more.gain_range),
        gain_month_net=None if net is None else _gain(net),
        told_apart=more.told_apart is True,
        group=more.group,
        employer=employer,
        own_pay_year=None if own is None else own.gross_year,
        counted="net" if between.basis.net else "gross",
        pay_date=between.basis.pay_date if between.basis.net else None,
        ranges_overlap=new.gross_year.p25 <= present.gross_year.p75,
    )


def _gain(gap: PayGap) -> GainMonth:
    item = gains(gap)
    return GainMonth(best=round(item.best, 2), middle=round(item.middle, 2), worst=round(item.worst, 2))


def worth_told(item: Payback, gross: Gains | None, *, overlap: bool) -> Worth:
    """When it has paid for itself; `gross` are the gross gains where the cases were counted with net pay."""
    return Worth(
        best=_case(item.best, None if gross is None else gross.best),
        middle=_case(item.middle, None if gross is None else gross.middle),
        worst=_case(item.worst, None if gross is None else gross.worst),
        may_never_pay_off=item.worst.after is None,
        ranges_overlap=overlap,
        at_least=item.at_least,
        moved_most_by=item.swings[0].assumption if item.swings else None,
    )


def _case(case: PaybackCase, gross: Decimal | None) -> WorthCase:
    return WorthCase(
        gain_month=round(case.gain if gross is None else gross, 2),
        gain_month_net=None if gross is None else round(case.gain, 2),
        cost=case.cost,
        months=case.months,
        paid_after=case.after,
        paid_month=case.month,
    )
