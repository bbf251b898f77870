"""What net pay asks of someone, and what it answers: a taxpayer, a payslip and its lines."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from msgspec import UNSET, Struct, UnsetType

from jobcli.domain.evidence import Confidence, Source
from jobcli.domain.meaning import means

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

Branch = Literal["minijob", "midijob", "ordinary", "low-trainee"]
"""The rules of social insurance that pay falls under: up to the limit of a Minijob, above it up to 2,000 euros, above that; and
that of trainees for whom the employer pays all."""

TAX_CLASSES = (1, 2, 3, 4, 5, 6)
FACTOR_CLASS = 4
"""The class that may have a factor."""


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
    born: str | None = None
    """The month or the day of birth, YYYY-MM or YYYY-MM-DD; it says more than an age, and goes before it."""
    private_health: Decimal | None = None
    """The premium for private health and care insurance in euros a month."""
    private_subsidy: Decimal | None = None
    """What the employer pays of that premium, in euros a month."""
    pension_exempt: bool | None = None
    """Whether they are exempt from pension insurance in a Minijob; no beside a full pension: they wish to go on paying."""
    pension_drawn: bool | None = None
    """Whether they draw a full old-age pension."""
    trainee: bool | None = None
    """Whether the pay is that of an apprenticeship."""
    student: bool | None = None
    """Whether it is a student's who works beside the studies."""
    pension_insurance: bool | None = None
    """Whether pension and unemployment insurance ask for contributions at all; no for civil servants and some managers."""
    factor: Decimal | None = None
    """The factor of class IV on the tax card."""
    tax_allowance: Decimal | None = None
    """The allowance on the tax card, in euros a month."""


class Beside(Struct, frozen=True, kw_only=True):
    """What is paid beside the usual pay of a period, in euros."""

    once: Decimal = Decimal()
    """What comes once, such as a 13th salary."""
    earlier: Decimal = Decimal()
    """What came once earlier in the same year, such as a holiday bonus."""
    benefit: Decimal = Decimal()
    """What is worth pay and does not arrive on the account, such as the use of a company car."""


NOTHING_BESIDE = Beside()


Amount = Decimal | int | str
"""What a program tells an amount with: a float such as 0.1 is not the number that was written."""


class TellsTax(TypedDict, total=False):
    """The fields of `Taxpayer` that only net pay asks, told by their names."""

    tax_class: int | None
    children: int | None
    parent: bool | None
    child_allowances: Amount | None
    church: bool | None
    health_surcharge: Amount | None
    private_health: Amount | None
    private_subsidy: Amount | None
    born: str | None
    pension_drawn: bool | None
    pension_insurance: bool | None
    factor: Amount | None
    tax_allowance: Amount | None


class TellsNet(TellsTax, total=False):
    """All fields of `Taxpayer`, told by their names: what a payslip asks, and an estimate of a role does not."""

    state: str | None
    age: int | None
    pension_exempt: bool | None
    trainee: bool | None
    student: bool | None


class Deduction(Struct, frozen=True, kw_only=True):
    """One line of a payslip. What comes off is `rate` percent of `base`, rounded as the law says.

    Of the wage tax `base` is what is taxable. A Midijob takes the surcharge for the childless of another base, so it has a
    line of its own there.
    """

    item: Annotated[DeductionItem, means("A key of `deductions`; `care` has two lines in a Midijob.")]
    part: Annotated[
        Literal["childless", "one_off", "one_off_childless"] | None,
        means("Which part of it, where it has several lines."),
    ] = None
    rate: Annotated[Decimal | None, means("Percent of the employee; null where a formula takes its place.")]
    base: Annotated[Decimal | None, means("What it is taken of, up to the ceiling.")]
    ceiling: Annotated[Decimal | None, means("The ceiling of the period.")]
    amount: Annotated[Decimal, means("What comes off.")]
    law: Annotated[str, means("The rule, with German abbreviations.")]
    since: Annotated[str | None, means("The date from which its figures are in force.")]
    confidence: Annotated[Confidence | None, means("What the figures were read from.")]
    source: Annotated[Source | None, means("Its source.")]
    status: Annotated[
        Literal["in_force", "draft", "open"] | UnsetType, means("In a forecast, the status of what it depends on.")
    ] = UNSET


class DeductionSums(Struct, frozen=True, kw_only=True):
    """What comes off, in euros of the period; 0.00 where nothing does."""

    wage_tax: Annotated[Decimal, means("Lohnsteuer.")]
    solidarity_surcharge: Annotated[Decimal, means("Solidaritätszuschlag.")]
    church_tax: Annotated[Decimal, means("Kirchensteuer.")]
    pension: Annotated[Decimal, means("Pension insurance.")]
    unemployment: Annotated[Decimal, means("Unemployment insurance.")]
    health: Annotated[Decimal, means("Statutory health insurance.")]
    care: Annotated[Decimal, means("Long-term care insurance.")]
    private_health: Annotated[Decimal, means("Private health and care insurance, less the employer's part.")]


class TaxAllowances(Struct, frozen=True, kw_only=True):
    """What is free of wage tax in a year. In class 6 there are no lump sums."""

    active_pension: Annotated[Decimal | UnsetType, means("After the regular pension age, the Aktivrente.")] = UNSET
    old_age: Annotated[Decimal | UnsetType, means("From 65 on, the Altersentlastungsbetrag.")] = UNSET
    employee: Annotated[Decimal | UnsetType, means("Arbeitnehmer-Pauschbetrag.")] = UNSET
    card: Annotated[Decimal | UnsetType, means("The allowance on the tax card.")] = UNSET
    special_expenses: Annotated[Decimal | UnsetType, means("Sonderausgaben-Pauschbetrag.")] = UNSET
    single_parent: Annotated[Decimal | UnsetType, means("In class 2 the Entlastungsbetrag for single parents.")] = UNSET

    @property
    def amounts(self) -> dict[str, Decimal]:
        """Those that there are, by their names."""
        return {name: amount for name in self.__struct_fields__ if (amount := getattr(self, name)) is not UNSET}


class TaxSteps(Struct, frozen=True, kw_only=True):
    """How wage tax came about, in euros a year."""

    gross: Annotated[Decimal, means("Gross pay.")]
    allowances: Annotated[TaxAllowances, means("What is free of tax.")]
    provision: Annotated[Decimal, means("The Vorsorgepauschale.")]
    taxable: Annotated[Decimal, means("Gross less allowances and provision.")]
    factor: Annotated[Decimal | UnsetType, means("In class 4, the factor that the tax is multiplied with.")] = UNSET
    tax: Annotated[Decimal, means("The tax on it.")]
    tax_for_surcharges: Annotated[Decimal, means("The tax after Kinderfreibeträge.")]


class Assumption(Struct, frozen=True, kw_only=True):
    """What was not told and is assumed, or what these rules leave out; with the values of its sentence."""

    id: Annotated[str, means("Its id.")]
    tax_class: Annotated[int | UnsetType, means("The tax class.")] = UNSET
    children: Annotated[int | UnsetType, means("How many children under 25.")] = UNSET
    rate: Annotated[Decimal | UnsetType, means("Percent.")] = UNSET
    age: Annotated[int | UnsetType, means("Years.")] = UNSET
    told: Annotated[bool | UnsetType, means("Whether the age, or the birth, was told.")] = UNSET
    least: Annotated[Decimal | UnsetType, means("Euros a month below which it holds.")] = UNSET
    most: Annotated[Decimal | UnsetType, means("The most that is free of tax in a year, in euros.")] = UNSET
    year: Annotated[int | UnsetType, means("The year whose row of the law holds.")] = UNSET
    amount: Annotated[Decimal | UnsetType, means("Where the law is read in two ways, what comes off.")] = UNSET
    other: Annotated[Decimal | UnsetType, means("What would come off by the other reading.")] = UNSET

    @property
    def values(self) -> dict[str, object]:
        """What its sentence needs, by name."""
        return {name: value for name in self.__struct_fields__[1:] if (value := getattr(self, name)) is not UNSET}


class OneOff(Struct, frozen=True, kw_only=True):
    """What comes once, beside the usual pay of a period; `gross`, `net` and `deductions` of the payslip hold both."""

    amount: Annotated[Decimal, means("Gross.")]
    net: Annotated[Decimal, means("What arrives of it.")]
    deductions: Annotated[DeductionSums, means("What comes off it.")]
    attributed: Annotated[
        Literal["this-year", "last-year", "unknown"],
        means("The year whose ceilings hold; unknown where those of last December would and are not here."),
    ]


class Payslip(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"sums": "deductions", "steps": "wage_tax_year", "deductions": "receipt"},
):
    """From gross to net for one period, in euros with cents. The lines and their sums have other names in JSON."""

    per: Annotated[PayPeriod, means("The period.")]
    pay_date: Annotated[str, means("The day whose figures were used.")]
    tax_class: Annotated[int, means("1 to 6.")]
    branch: Annotated[Branch, means("The rules of social insurance that the pay falls under.")]
    gross: Annotated[Decimal, means("Gross pay of the period.")]
    net: Annotated[Decimal, means("Gross pay less all deductions.")]
    sums: Annotated[DeductionSums, means("What comes off.")]
    church_base: Annotated[Decimal, means("What church tax is taken of, whether or not it is paid.")]
    steps: Annotated[TaxSteps, means("How wage tax came about.")]
    deductions: Annotated[tuple[Deduction, ...], means("The deductions line by line.")]
    assumptions: Annotated[tuple[Assumption, ...], means("What was not told and is assumed.")]
    one_off: Annotated[OneOff | UnsetType, means("What of it comes once, where something does.")] = UNSET

    def amount(self, item: DeductionItem) -> Decimal:
        """What is taken off for `item`; zero where it has no line."""
        return sum((line.amount for line in self.deductions if line.item == item), Decimal())
