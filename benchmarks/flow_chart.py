"""Wage tax against the flow chart as it was written a second time, far more often than a test may: by hand, before a release.

    python benchmarks/flow_chart.py people 100000     random people of each year
    python benchmarks/flow_chart.py euros 120000      all six classes over every euro of a year's gross pay

Prints how many were compared, and each difference.
"""

from __future__ import annotations

import random
import sys
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.net_pay.flow_chart import YEARS, Person, year_taxes
from tests.net_pay.test_flow_chart import exact, product, random_person

from jobcli.domain.net import Taxpayer


def people(count: int) -> int:
    """The differences among so many random people of each year."""
    wrong = 0
    for year in YEARS:
        dice = random.Random(count + year)  # noqa: S311  no secret
        for _ in range(count):
            person, who = random_person(dice)
            cents = dice.choice((dice.randint(0, 3_000_000), dice.randint(0, 12_000_000), dice.randint(0, 40_000_000)))
            wrong += differs(year, person, who, cents)
        print(f"{year}: {count} random people, {wrong} differences so far", flush=True)
    return wrong


def euros(highest: int) -> int:
    """The differences of all classes over every euro of a year's gross pay."""
    wrong = 0
    for year in YEARS:
        for tax_class in range(1, 7):
            surcharge = Fraction("2.9")
            children = int(tax_class == 2)
            person = Person(stkl=tax_class, kvz=surcharge, care=Fraction("1.8" if children else "2.4"))
            who = Taxpayer(tax_class=tax_class, children=children, age=30, health_surcharge=exact(surcharge))
            wrong += sum(differs(year, person, who, euro * 100) for euro in range(highest + 1))
            print(f"{year}, class {tax_class}: {highest + 1} euros, {wrong} differences so far", flush=True)
    return wrong


def differs(year: int, person: Person, who: Taxpayer, cents: int) -> bool:
    """Whether both say something else; then it is printed."""
    mine, other = product(year, who, cents), year_taxes(year, person, cents)
    if mine != other:
        print(f"{year} {cents / 100} {person}: {mine} and not {other}")
    return mine != other


if __name__ == "__main__":
    sys.exit(bool({"people": people, "euros": euros}[sys.argv[1]](int(sys.argv[2]))))
