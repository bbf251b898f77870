"""Whether a gain in pay is counted net or gross: net where the person is known well enough for it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from jobcli.answers.asker import Asker
from jobcli.domain.pay import PayRange
from jobcli.training.payback import PayPair, PaysByRole

NEEDED = ("tax-class", "children", "church")
"""The keys without which net pay says no more of someone than gross pay."""


def counted_among(pays: Mapping[str, PayRange], who: Asker | None, day: str) -> PaysByRole:
    """What gains among ranges of gross pay a year, by any name, are counted with.

    `who` is the person with what net pay asks; None where they told too little for it.
    """
    gross = PaysByRole(pays=pays, net=False, pay_date=day, missing="person")
    if who is None:
        return gross
    from jobcli.files.figures import PAYROLL, open_drawer
    from jobcli.net_pay.payroll import UnknownPayDay, payroll_on
    from jobcli.net_pay.payslip import known_well_enough, net_year

    taxpayer = who.taxpayer
    if not known_well_enough(taxpayer):
        return structs.replace(gross, missing="land")
    try:
        figures = payroll_on(open_drawer(PAYROLL), day)
    except UnknownPayDay:
        return structs.replace(gross, missing="figures")
    net = {name: net_year(figures, pay, taxpayer) for name, pay in pays.items()}
    return PaysByRole(pays=net, net=True, pay_date=figures.day)


def counted_between(new: PayRange, present: PayRange, who: Asker | None, day: str) -> PayPair:
    """What the gain from the present range of gross pay a year to the new one is counted with; see `counted_among`."""
    among = counted_among({"new": new, "present": present}, who, day)
    pays = among.pays
    return PayPair(pays["new"], pays["present"], net=among.net, pay_date=among.pay_date, missing=among.missing)
