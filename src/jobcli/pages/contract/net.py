"""The results of net. All amounts have two decimals."""

from decimal import Decimal
from typing import Annotated, Literal, NotRequired, TypedDict

from jobcli.domain.evidence import Source
from jobcli.domain.figures import Confidence
from jobcli.domain.meaning import means
from jobcli.domain.net import Branch, DeductionItem, PayPeriod
from jobcli.net_pay.payslip import NetVaried
from jobcli.pages.contract.shared import FromMe


class Deductions(TypedDict):
    """What comes off, in euros of the period; 0.00 where nothing does."""

    wage_tax: Annotated[Decimal, means("Lohnsteuer.")]
    solidarity_surcharge: Annotated[Decimal, means("Solidaritätszuschlag.")]
    church_tax: Annotated[Decimal, means("Kirchensteuer.")]
    pension: Annotated[Decimal, means("Pension insurance.")]
    unemployment: Annotated[Decimal, means("Unemployment insurance.")]
    health: Annotated[Decimal, means("Statutory health insurance.")]
    care: Annotated[Decimal, means("Long-term care insurance.")]
    private_health: Annotated[Decimal, means("Private health and care insurance, less the employer's part.")]


class Allowances(TypedDict):
    """What is free of wage tax in a year."""

    employee: Annotated[Decimal, means("Arbeitnehmer-Pauschbetrag.")]
    special_expenses: Annotated[Decimal, means("Sonderausgaben-Pauschbetrag.")]
    single_parent: NotRequired[Annotated[Decimal, means("In class 2 the Entlastungsbetrag for single parents.")]]
    old_age: NotRequired[Annotated[Decimal, means("From 65 on, the Altersentlastungsbetrag.")]]


class WageTaxYear(TypedDict):
    """How wage tax came about, in euros a year."""

    gross: Annotated[Decimal, means("Gross pay.")]
    allowances: Annotated[Allowances, means("What is free of tax.")]
    provision: Annotated[Decimal, means("The Vorsorgepauschale.")]
    taxable: Annotated[Decimal, means("Gross less allowances and provision.")]
    tax: Annotated[Decimal, means("The tax on it.")]
    tax_for_surcharges: Annotated[Decimal, means("The tax after Kinderfreibeträge.")]


class DeductionLine(TypedDict):
    """One line of a payslip."""

    item: Annotated[DeductionItem, means("A key of `deductions`; `care` has two lines in a Midijob.")]
    part: Annotated[Literal["childless"] | None, means("Which part of it, where it has several lines.")]
    rate: Annotated[Decimal | None, means("Percent of the employee; null where a formula takes its place.")]
    base: Annotated[Decimal | None, means("What it is taken of, up to the ceiling.")]
    ceiling: Annotated[Decimal | None, means("The ceiling of the period.")]
    amount: Annotated[Decimal, means("What comes off.")]
    law: Annotated[str, means("The rule, with German abbreviations.")]
    since: Annotated[str | None, means("The date from which its figures are in force.")]
    confidence: Annotated[Confidence | None, means("What the figures were read from.")]
    source: Annotated[Source | None, means("Its source.")]


class Assumption(TypedDict):
    """What was not told and is assumed, or what these rules leave out; with the values of its sentence."""

    id: Annotated[str, means("Its id.")]
    tax_class: NotRequired[Annotated[int, means("The tax class.")]]
    children: NotRequired[Annotated[int, means("How many children under 25.")]]
    rate: NotRequired[Annotated[float, means("Percent.")]]
    age: NotRequired[Annotated[int, means("Years.")]]
    told: NotRequired[Annotated[bool, means("Whether the age was told.")]]
    most: NotRequired[Annotated[float, means("The most that is free of tax in a year, in euros.")]]
    year: NotRequired[Annotated[int, means("The year whose row of the law holds.")]]


class Payslip(TypedDict):
    """From gross to net."""

    per: Annotated[PayPeriod, means("The period.")]
    pay_date: Annotated[str, means("The day whose figures were used.")]
    tax_class: Annotated[int, means("1 to 6.")]
    branch: Annotated[Branch, means("The rules of social insurance that the pay falls under.")]
    gross: Annotated[Decimal, means("Gross pay of the period.")]
    net: Annotated[Decimal, means("Gross pay less all deductions.")]
    deductions: Annotated[Deductions, means("What comes off.")]
    church_base: Annotated[Decimal, means("What church tax is taken of, whether or not it is paid.")]
    wage_tax_year: Annotated[WageTaxYear, means("How wage tax came about.")]
    receipt: Annotated[list[DeductionLine], means("The deductions line by line.")]
    assumptions: Annotated[list[Assumption], means("What was not told and is assumed.")]


class PayslipResult(Payslip):
    """The result of `net`."""

    from_me: FromMe


class NetPoint(TypedDict):
    """The payslip for one value of what is varied, in short."""

    value: Annotated[str, means("The value.")]
    chosen: Annotated[bool, means("Whether it is the person's own.")]
    gross: Annotated[Decimal, means("Gross pay of the period.")]
    net: Annotated[Decimal, means("Net pay of the period.")]
    branch: Annotated[Branch, means("The rules of social insurance that the pay falls under.")]
    deductions: Annotated[Deductions, means("What comes off.")]
    kept: NotRequired[
        Annotated[Decimal, means("Along gross pay, the share that arrives of `more` euros more a month.")]
    ]


class NetVariation(TypedDict):
    """Payslips for all tax classes, or along gross pay."""

    by: Annotated[NetVaried, means("What is varied.")]
    per: Annotated[PayPeriod, means("The period.")]
    pay_date: Annotated[str, means("The day whose figures were used.")]
    more: NotRequired[Annotated[Decimal, means("Along gross pay, the euros that `kept` is a share of.")]]
    points: Annotated[list[NetPoint], means("One for each value.")]
    receipt: Annotated[list[DeductionLine], means("The deductions of the person's own value line by line.")]
    assumptions: Annotated[list[Assumption], means("What was not told and is assumed.")]


class NetVariationResult(NetVariation):
    """The result of `net --by`."""

    from_me: FromMe
