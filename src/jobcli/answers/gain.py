"""What one role pays a person more than another: gross, and net where the person is known well enough for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Literal

from msgspec import Struct

from jobcli.answers.asker import Asker
from jobcli.domain.meaning import means
from jobcli.domain.pay import PayGap
from jobcli.pay.difference import PayDifference, PayEnds, difference
from jobcli.pay.estimate import Estimate

NEEDED = ("tax-class", "children", "church")
"""The keys without which net pay says no more of someone than gross pay."""

NetMissing = Literal["person", "land", "figures"]
"""Why gross pay is counted: too little was told for net pay, or only the Land of church tax, or that day has no figures."""


class GainBasis(Struct, frozen=True, kw_only=True):
    """What gains are counted with."""

    net: bool
    """Whether they are net pay; else they are gross."""
    pay_date: str
    """The day (YYYY-MM-DD) of the payroll figures."""
    missing: NetMissing | None = None
    """What net pay lacks, where gross pay is counted."""


class RoleGain(Struct, frozen=True, kw_only=True):
    """What one role pays more than another, both on one scale."""

    gain_year: Annotated[
        int | None,
        means("Their difference in gross euros; null where one is not known, or the sources do not tell them apart."),
    ]
    gain_range: Annotated[PayGap | None, means("The same with how sure it is: eight in ten lie between the ends.")]
    told_apart: Annotated[
        bool | None,
        means("Whether the sources tell the two apart; false if both stand for one official group; null if not known."),
    ]
    group: Annotated[str | None, means("The official group (KldB) that both stand for, or lean on.")]


def own_pay(who: Asker, role: str | None) -> OwnPay | None:
    """What a person earns in the role that they have; None where they told no pay."""
    earned = who.standing.pay_year
    return None if earned is None or role is None else OwnPay(role, round(earned))


class OwnPay(Struct, frozen=True):
    """What a person earns in the role they have, as they told it."""

    role: str
    gross_year: int
    """Whole euros."""


UNKNOWN = RoleGain(gain_year=None, gain_range=None, told_apart=None, group=None)
"""Where one of the two has no estimate."""


class PayGaps:
    """The differences among the estimates of one person."""

    def __init__(
        self,
        estimates: Iterable[Estimate],
        basis: GainBasis,
        net_of: Callable[[int], int] | None = None,
        own: OwnPay | None = None,
    ) -> None:
        """`net_of` gives what arrives in a year of a gross year in euros; None where gross pay is counted.

        `own` is what the person earns now, which stands in the place of the estimate of that role.
        """
        self._own = own
        self._estimates = {item.role: item for item in estimates}
        self._net_of = net_of
        self.basis = basis

    def between(self, before: str, after: str) -> RoleGain:
        """From one role to another, by their ids."""
        found = self._difference(before, after)
        if found is None:
            return UNKNOWN
        gap = found.gap
        year = None if gap is None else gap.p50
        return RoleGain(gain_year=year, gain_range=gap, told_apart=found.told_apart, group=found.group)

    def gross(self, before: str, after: str) -> PayGap | None:
        """In gross euros a year; None where one is not known, or the sources do not tell the two apart."""
        return self.between(before, after).gain_range

    def net(self, before: str, after: str) -> PayGap | None:
        """The same in net euros; None where gross pay is counted, too."""
        found, net_of = self._difference(before, after), self._net_of
        if found is None or not found.told_apart or net_of is None:
            return None

        def gained(point: PayEnds) -> int:
            return net_of(point.after) - net_of(point.before)

        return PayGap(p10=gained(found.low), p50=gained(found.middle), p90=gained(found.high))

    def counted(self, before: str, after: str) -> PayGap | None:
        """Net where that is counted, else gross."""
        return self.net(before, after) if self.basis.net else self.gross(before, after)

    def earned(self, role: str) -> int | None:
        """What the person earns in a role, in gross euros a year: as they told it, else the middle of the estimate."""
        if self._own is not None and self._own.role == role:
            return self._own.gross_year
        found = self._estimates.get(role)
        return None if found is None else found.gross_year.p50

    def arriving(self, gross: int) -> int:
        """What is counted of a gross year in euros: what arrives, or all of it."""
        return gross if self._net_of is None else self._net_of(gross)

    def _difference(self, before: str, after: str) -> PayDifference | None:
        one, other, own = self._estimates.get(before), self._estimates.get(after), self._own
        if own is not None and other is not None and before == own.role != after:
            pay = other.gross_year
            low, middle, high = (PayEnds(own.gross_year, there) for there in (pay.p10, pay.p50, pay.p90))
            return PayDifference(told_apart=True, group=None, low=low, middle=middle, high=high)
        return None if one is None or other is None else difference(one, other)


def gaps(estimates: Iterable[Estimate], who: Asker | None, day: str, own: OwnPay | None = None) -> PayGaps:
    """The differences among estimates, net where `who`, the person with what net pay asks, told enough for it.

    None says that they told too little. With `own` pay, what another role brings is its whole estimate less this.
    """
    missing: NetMissing = "person"
    if who is not None:
        from jobcli.domain.pay import PayRange
        from jobcli.files.figures import PAYROLL, open_drawer
        from jobcli.net_pay.payroll import UnknownPayDay, payroll_on
        from jobcli.net_pay.payslip import known_well_enough, net_year

        taxpayer = who.taxpayer
        if not known_well_enough(taxpayer):
            missing = "land"
        else:
            try:
                figures = payroll_on(open_drawer(PAYROLL), day)
            except UnknownPayDay:
                missing = "figures"
            else:
                # A gain is not counted with figures that are a forecast.
                missing = "figures"
                if not figures.pending:
                    return PayGaps(
                        estimates,
                        GainBasis(net=True, pay_date=figures.day),
                        lambda gross: net_year(figures, PayRange(gross, gross, gross, gross, gross), taxpayer).p50,
                        own,
                    )
    return PayGaps(estimates, GainBasis(net=False, pay_date=day, missing=missing), own=own)
