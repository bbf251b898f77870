"""What net pay asks of someone, and what it answers: a taxpayer, a payslip and its lines."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from jobcli.domain.evidence import Source
from jobcli.domain.figures import Confidence

PayPeriod = Literal["month", "year"]
"""The stretch of time that a payslip is for. A year is computed as one stretch, not as twelve months."""

DeductionItem = Literal[
    "wage_tax",
    "solidarity_surcharge",
    "church_tax",
    "pension",
    "unemployment",
    "health",
    "care",
    "private_health",
]
"""What is taken off, in the order of the receipt."""

Branch = Literal["minijob", "midijob", "ordinary"]
"""The rules of social insurance that pay falls under: up to the limit of a Minijob, above it up to 2,000 euros, above that."""

TAX_CLASSES = (1, 2, 3, 4, 5, 6)


class Taxpayer(Struct, frozen=True, kw_only=True):
    """All that net pay asks of someone. None means not told; what is assumed then is said with the payslip.

    `tax_class` is 1 to 6, `children` those under 25, `child_allowances` the Kinderfreibeträge on the tax card,
    `health_surcharge` the whole surcharge of the fund in percent. `private_health` is the premium for private health and
    care insurance in euros a month, `private_subsidy` what the employer pays of it. `parent` says that there is a child of
    any age; `pension_exempt` that a Minijob is exempt from pension insurance. `state` is a Land code.
    """

    tax_class: int | None = None
    children: int | None = None
    parent: bool | None = None
    child_allowances: Decimal | None = None
    church: bool | None = None
    state: str | None = None
    health_surcharge: Decimal | None = None
    age: int | None = None
    private_health: Decimal | None = None
    private_subsidy: Decimal | None = None
    pension_exempt: bool | None = None


class Deduction(Struct, frozen=True, kw_only=True):
    """One line of a payslip: `amount` in euros is `rate` percent of `base`, rounded as the law says.

    `rate` is None where a formula takes its place, `base` for a private premium, `ceiling` where there is none. Of the wage tax
    `base` is what is taxable. `since` is the date from which the figures behind it are in force, `law` the rule, in German
    abbreviations. `part` names a part of an item that has a line of its own: the surcharge for the childless, which a Midijob
    takes of another base.
    """

    item: DeductionItem
    part: Literal["childless"] | None = None
    rate: Decimal | None
    base: Decimal | None
    ceiling: Decimal | None
    amount: Decimal
    law: str
    since: str | None
    confidence: Confidence | None
    source: Source | None


class TaxSteps(Struct, frozen=True, kw_only=True):
    """How wage tax came about, in euros a year: gross less allowances and provision is taxable, and the tax on it.

    `allowances` holds each amount by its name. `provision` is the Vorsorgepauschale. `tax_for_surcharges` is the tax after
    allowances for children, which the solidarity surcharge and church tax are taken of.
    """

    gross: Decimal
    allowances: dict[str, Decimal]
    provision: Decimal
    taxable: Decimal
    tax: Decimal
    tax_for_surcharges: Decimal


class Assumption(Struct, frozen=True):
    """One thing that was not told, or that these rules leave out: an id, and the values that its sentence needs."""

    id: str
    values: dict[str, object] = {}


class Payslip(Struct, frozen=True, kw_only=True):
    """From gross to net for one period, in euros with cents. `net` is gross less the sum of the deductions."""

    per: PayPeriod
    pay_date: str
    tax_class: int
    branch: Branch
    gross: Decimal
    net: Decimal
    deductions: tuple[Deduction, ...]
    steps: TaxSteps
    church_base: Decimal
    assumptions: tuple[Assumption, ...]

    def amount(self, item: DeductionItem) -> Decimal:
        """What is taken off for `item`; zero where it has no line."""
        return sum((line.amount for line in self.deductions if line.item == item), Decimal())
