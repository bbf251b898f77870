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
    """All that net pay asks of someone. None means not told; what is assumed then is said with the payslip."""

    tax_class: int | None = None
    """1 to 6."""
    children: int | None = None
    """How many children under 25 there are."""
    parent: bool | None = None
    """Whether there is a child of any age."""
    child_allowances: Decimal | None = None
    """The Kinderfreibeträge on the tax card."""
    church: bool | None = None
    """Whether they pay church tax."""
    state: str | None = None
    """The code of the Land in which they live."""
    health_surcharge: Decimal | None = None
    """The whole surcharge of the fund in percent."""
    age: int | None = None
    """In years."""
    private_health: Decimal | None = None
    """The premium for private health and care insurance in euros a month."""
    private_subsidy: Decimal | None = None
    """What the employer pays of that premium, in euros a month."""
    pension_exempt: bool | None = None
    """Whether a Minijob is exempt from pension insurance."""


class Deduction(Struct, frozen=True, kw_only=True):
    """One line of a payslip."""

    item: DeductionItem
    part: Literal["childless"] | None = None
    """A part of an item that has a line of its own: the surcharge for the childless, which a Midijob takes of another base."""
    rate: Decimal | None
    """Percent of `base`; None where a formula takes its place."""
    base: Decimal | None
    """Euros that the rate is taken of, of the wage tax what is taxable; None for a private premium."""
    ceiling: Decimal | None
    """The most euros that the rate is taken of; None where there is no such limit."""
    amount: Decimal
    """Euros that are taken off, rounded as the law says."""
    law: str
    """The rule, in German abbreviations."""
    since: str | None
    """The date from which the figures behind it are in force; None for a private premium."""
    confidence: Confidence | None
    source: Source | None


class TaxSteps(Struct, frozen=True, kw_only=True):
    """How wage tax came about, in euros a year."""

    gross: Decimal
    allowances: dict[str, Decimal]
    """What comes off gross pay, each amount by its name."""
    provision: Decimal
    """The Vorsorgepauschale, which comes off too."""
    taxable: Decimal
    """What is left, never below zero."""
    tax: Decimal
    """The wage tax on it."""
    tax_for_surcharges: Decimal
    """The tax after allowances for children, which the solidarity surcharge and church tax are taken of."""


class Assumption(Struct, frozen=True):
    """One thing that was not told, or that these rules leave out."""

    id: str
    values: dict[str, object] = {}
    """What its sentence needs, by name."""


class Payslip(Struct, frozen=True, kw_only=True):
    """From gross to net for one period, in euros with cents."""

    per: PayPeriod
    """The period that all amounts but those of `steps` are for."""
    pay_date: str
    """The day (YYYY-MM-DD) whose figures are used."""
    tax_class: int
    """The class that was told, else 1."""
    branch: Branch
    gross: Decimal
    net: Decimal
    """Gross less the sum of the deductions."""
    deductions: tuple[Deduction, ...]
    """In the order of the receipt."""
    steps: TaxSteps
    """How the wage tax of the whole year came about."""
    church_base: Decimal
    """The tax that church tax is a share of, whether or not it is due."""
    assumptions: tuple[Assumption, ...]
    """What was taken for granted."""

    def amount(self, item: DeductionItem) -> Decimal:
        """What is taken off for `item`; zero where it has no line."""
        return sum((line.amount for line in self.deductions if line.item == item), Decimal())
