"""The flow charts of wage tax for 2025 and 2026 (Programmablaufplan), written from the statutes and from nothing of ours.

All amounts are whole cents or fractions; names are those of the flow charts. It is an oracle for tests and for
`benchmarks/flow_chart.py`: it shares no figure, no rounding and no line with the code that it checks.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor


@dataclass(frozen=True)
class Year:
    """The constants of a year, in euros and shares."""

    gfb: int
    zone_2: int
    zone_3: int
    zone_4: int
    y: tuple[str, str]
    z: tuple[str, str, str]
    less: tuple[str, str]
    w: tuple[int, int, int]
    bbg_rv: int
    bbg_kv: int
    solzfrei: int
    kfb: int
    old_age: tuple[str, int]
    """EStG § 24a of who is 65 in that year: percent and limit."""
    until_2025: bool
    """Whether 1.25 and 0.75 of the taxable amount keep cents (§ 32a (1) sentence 1 is applied to them from 2026 on), and the provision
    has its floor of 12 percent (else unemployment insurance counts within 1,900 euros)."""


YEARS = {
    2025: Year(
        12_096, 17_443, 68_480, 277_825, ("932.30", "1400"), ("176.64", "2397", "1015.13"), ("10911.92", "19246.67"),
        (13_785, 34_240, 222_260), 96_600, 66_150, 19_950, 9_600, ("13.2", 627), until_2025=True,
    ),
    2026: Year(
        12_348, 17_799, 69_878, 277_825, ("914.51", "1400"), ("173.10", "2397", "1034.87"), ("11135.63", "19470.38"),
        (14_071, 34_939, 222_260), 101_400, 69_750, 20_350, 9_756, ("12.8", 608), until_2025=False,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Person:
    """What the flow chart asks. Rates are percent, amounts cents of a year."""

    stkl: int
    kvz: Fraction = Fraction(29, 10)
    """The whole surcharge of the fund."""
    care: Fraction = Fraction(18, 10)
    """The employee's rate of care insurance."""
    zkf: Fraction = Fraction(0)
    old: bool = False
    krv: bool = True
    """Whether pension and unemployment insurance are paid."""
    freib: int = 0
    """The allowance on the tax card."""
    f: Fraction = Fraction(1)
    """The factor."""
    premium: int | None = None
    """The private premium."""


def cut(amount: Fraction, step: int = 1) -> int:
    """Cents, or whole euros with a step of 100, rounded down."""
    return floor(amount / step) * step


def uptab(year: Year, x: Fraction) -> int:
    """Income tax in euros on an income in euros: § 32a (1)."""
    if x < year.gfb + 1:
        return 0
    if x < year.zone_2 + 1:
        y = Fraction(floor((x - year.gfb) * 100), 1_000_000)
        return floor((Fraction(year.y[0]) * y + Fraction(year.y[1])) * y)
    if x < year.zone_3 + 1:
        z = Fraction(floor((x - year.zone_2) * 100), 1_000_000)
        return floor((Fraction(year.z[0]) * z + Fraction(year.z[1])) * z + Fraction(year.z[2]))
    if x < year.zone_4 + 1:
        return floor(x * Fraction("0.42") - Fraction(year.less[0]))
    return floor(x * Fraction("0.45") - Fraction(year.less[1]))


def up5_6(year: Year, zx: int) -> int:
    """Twice the difference between the tax on 1.25 and on 0.75, at least 14 percent: § 39b (2) sentence 7."""
    part = 100 if year.until_2025 else 1
    higher, lower = (Fraction(floor(zx * Fraction(share) * part), part) for share in ("1.25", "0.75"))
    return max(2 * (uptab(year, higher) - uptab(year, lower)), floor(zx * Fraction("0.14")))


def mst5_6(year: Year, x: int) -> int:
    """The tax of classes V and VI in euros."""
    first, second, third = year.w
    if x > second:
        st = up5_6(year, second)
        if x > third:
            st = floor(st + (third - second) * Fraction("0.42"))
            return floor(st + (x - third) * Fraction("0.45"))
        return floor(st + (x - second) * Fraction("0.42"))
    st = up5_6(year, x)
    if x > first:
        st = min(st, floor(up5_6(year, first) + (x - first) * Fraction("0.42")))
    return st


def vorsorge(year: Year, person: Person, re4: int) -> int:
    """The Vorsorgepauschale in cents, whole euros: § 39b (2) sentence 5 no. 3."""
    rv = cut(min(re4, year.bbg_rv * 100) * Fraction("0.093")) if person.krv else 0
    if person.premium is not None:
        kv = 0 if person.stkl == 6 else person.premium
    else:
        kv = cut(min(re4, year.bbg_kv * 100) * (7 + person.kvz / 2 + person.care) / 100)
    vsp = ceil(Fraction(rv + kv, 100)) * 100
    if year.until_2025:
        most = 300_000 if person.stkl == 3 else 190_000
        return max(vsp, ceil(Fraction(rv + min(cut(re4 * Fraction("0.12")), most), 100)) * 100)
    if not person.krv or person.stkl == 6:
        return vsp
    alv = cut(min(re4, year.bbg_rv * 100) * Fraction("0.013"))
    return max(vsp, ceil(Fraction(rv + min(kv + alv, 190_000), 100)) * 100)


@dataclass(frozen=True)
class Taxes:
    """The results of a year in cents: wage tax, the tax that surcharges are taken of, solidarity surcharge."""

    lst: int
    bk: int
    solz: int


def year_taxes(number: int, person: Person, re4: int) -> Taxes:
    """The taxes of a year on `re4` cents."""
    year = YEARS[number]
    rate, most = year.old_age
    alte = min(ceil(re4 * Fraction(rate) / 10_000) * 100, most * 100) if person.old else 0
    zre4 = max(0, re4 - alte - person.freib)
    ztabfb = 0
    if person.stkl < 6:
        ztabfb = min(123_000, ceil(Fraction(zre4, 100)) * 100) + 3_600 + (426_000 if person.stkl == 2 else 0)
    zve = zre4 - ztabfb - vorsorge(year, person, re4)
    counted = Fraction(0 if person.stkl > 4 else year.kfb, 2 if person.stkl == 4 else 1)
    lst, jbmg = (
        floor(st_of(year, person.stkl, amount) * person.f) for amount in (zve, zve - counted * person.zkf * 100)
    )
    free = year.solzfrei * (2 if person.stkl == 3 else 1)
    solz = min(cut(jbmg * Fraction("5.5")), cut((jbmg - free) * Fraction("11.9"))) if jbmg > free else 0
    return Taxes(lst * 100, jbmg * 100, solz)


def st_of(year: Year, stkl: int, zve: Fraction | int) -> int:
    """The tax of a class in euros on a taxable amount in cents."""
    if zve < 100:
        return 0
    if stkl == 3:
        return 2 * uptab(year, Fraction(floor(Fraction(zve, 200))))
    x = floor(Fraction(zve, 100))
    return mst5_6(year, x) if stkl > 4 else uptab(year, Fraction(x))


def month_of(year: int) -> int:
    """A twelfth in cents, fractions dropped: § 39b (2) sentence 9."""
    return year // 12
