"""What the private use of a company car counts as pay: EStG § 8 (2) sentences 2 and 3 with § 6 (1) no. 4."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from jobcli.net_pay.payroll import CENT, Payroll

_WHOLE_PRICE = 100
"""The list price is cut to whole hundreds of euros."""
PLAIN_RATE = Decimal(1)
"""Percent a month; half of it for some hybrid cars, a quarter for some electric ones."""


class CompanyCar(Struct, frozen=True, kw_only=True):
    """A car of the employer, used privately too."""

    price: Decimal
    """The list price when it was new, in euros."""
    rate: Decimal = PLAIN_RATE
    """1, 0.5 or 0.25 percent a month."""
    distance: Decimal = Decimal()
    """Kilometres between home and work, one way; without the way nothing is added."""


def benefit_month(figures: Payroll, car: CompanyCar) -> Decimal:
    """What a month's use is worth in euros: a share of the list price, and more for each kilometre of the way to work.

    Of an electric or hybrid car a quarter or half of the price counts for both, and is cut to whole hundreds then.
    """
    base = car.price * car.rate / PLAIN_RATE // _WHOLE_PRICE * _WHOLE_PRICE
    private, way = (figures("company-car", name) for name in ("private", "way"))
    return (base * private / 100 + base * way / 100 * car.distance).quantize(CENT)
