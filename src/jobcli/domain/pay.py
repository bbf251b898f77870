"""What an estimate asks of a person, and what it answers: the Länder, a person, a range of pay."""

from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from msgspec import Struct

from jobcli.domain.evidence import Phrase, Words, phrase
from jobcli.domain.meaning import means
from jobcli.domain.role import Level
from jobcli.domain.schooling import Education


class Land(Struct, frozen=True):
    """One of the sixteen Länder; `code` is its ISO 3166-2:DE code without the prefix `DE-`."""

    code: str
    name: Words


LANDS: tuple[Land, ...] = tuple(
    Land(code, Words(de=german, en=english))
    for code, german, english in (
        ("BW", "Baden-Württemberg", "Baden-Württemberg"),
        ("BY", "Bayern", "Bavaria"),
        ("BE", "Berlin", "Berlin"),
        ("BB", "Brandenburg", "Brandenburg"),
        ("HB", "Bremen", "Bremen"),
        ("HH", "Hamburg", "Hamburg"),
        ("HE", "Hessen", "Hesse"),
        ("MV", "Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania"),
        ("NI", "Niedersachsen", "Lower Saxony"),
        ("NW", "Nordrhein-Westfalen", "North Rhine-Westphalia"),
        ("RP", "Rheinland-Pfalz", "Rhineland-Palatinate"),
        ("SL", "Saarland", "Saarland"),
        ("SN", "Sachsen", "Saxony"),
        ("ST", "Sachsen-Anhalt", "Saxony-Anhalt"),
        ("SH", "Schleswig-Holstein", "Schleswig-Holstein"),
        ("TH", "Thüringen", "Thuringia"),
    )
)
LAND_BY_CODE = {land.code: land for land in LANDS}


class Person(Struct, frozen=True):
    """All that an estimate asks of someone. None means not told, and contributes nothing."""

    state: str | None = None
    """A Land code."""
    tenure: float | None = None
    """Years with the same employer."""
    company_size: int | None = None
    """The head count of the company."""
    experience: float | None = None
    """Years in working life."""
    industry: str | None = None
    """A WZ 2008 division."""
    level: Level | None = None
    """The level of the job."""
    education: Education | None = None
    leadership: bool | None = None
    """Leading people."""
    collective_agreement: bool | None = None
    """Whether the company has one."""
    fixed_term: bool | None = None
    """Whether the contract has an end."""
    hours: float | None = None
    """Hours a week."""


class TellsPerson(TypedDict, total=False):
    """The fields of `Person`, told by their names."""

    state: str | None
    tenure: float | None
    company_size: int | None
    experience: float | None
    industry: str | None
    level: Level | None
    education: Education | None
    leadership: bool | None
    collective_agreement: bool | None
    fixed_term: bool | None
    hours: float | None


class YesNo(Struct, frozen=True):
    """An answer that is yes or no: what figures, receipts and programs call each, and the words for it."""

    yes: str
    no: str
    said: Phrase
    """What a page says of yes."""
    denied: Phrase
    """What a page says of no."""

    def code(self, answer: bool) -> str:  # noqa: FBT001  the answer itself
        """What figures call the answer."""
        return self.yes if answer else self.no

    def words(self, code: str) -> Phrase:
        """What a page says of the answer that figures call so."""
        return self.said if code == self.yes else self.denied


YES_NO: dict[str, YesNo] = {
    "leadership": YesNo("leadership", "none", phrase("leading people"), phrase("not leading people")),
    "collective_agreement": YesNo(
        "agreement",
        "no-agreement",
        phrase("with a collective agreement"),
        phrase("without a collective agreement"),
    ),
    "fixed_term": YesNo("fixed-term", "permanent", phrase("fixed-term contract"), phrase("permanent contract")),
}
"""The answers of `Person` that are yes or no, in the order in which pages say them."""

BOUNDS: dict[str, tuple[int, int]] = {
    "tenure": (0, 55),
    "experience": (0, 60),
    "company_size": (1, 10_000_000),
    "hours": (1, 60),
    "age": (15, 100),
    "tax_class": (1, 6),
    "children": (0, 20),
    "child_allowances": (0, 20),
    "health_surcharge": (0, 10),
    "private_health": (0, 10_000),
    "private_subsidy": (0, 10_000),
    "born": (1900, 2020),
    "factor": (0, 1),
    "tax_allowance": (0, 10_000_000),
    "one_off": (0, 100_000_000),
    "one_off_earlier": (0, 100_000_000),
    "partner_gross": (0, 100_000_000),
    "from_net": (0, 10_000_000),
    "car_price": (0, 10_000_000),
    "car_distance": (0, 1000),
    "car_rate": (0, 1),
    "gross": (0, 100_000_000),
}
"""The numbers that a person can tell, for pay and for net pay, lowest and highest. Others are a slip of the pen, refused
before any figure is read."""

CAR_RATES = (Decimal(1), Decimal("0.5"), Decimal("0.25"))
"""Percent of the list price of a company car that count as pay in a month."""

Period = Literal["year", "month", "hour"]
"""In which amounts are shown; estimates themselves are a year's."""


class PayRange(Struct, frozen=True):
    """Five points of a range of gross pay, in whole euros."""

    p10: Annotated[int, means("One in ten earns less.")]
    p25: Annotated[int, means("One in four earns less.")]
    p50: Annotated[int, means("Half earn less.")]
    p75: Annotated[int, means("Three in four earn less.")]
    p90: Annotated[int, means("Nine in ten earn less.")]


class NetMonth(Struct, frozen=True, kw_only=True):
    """What arrives in a month at each point of a range of gross pay, in euros and cents."""

    p10: Annotated[Decimal, means("Of the p10.")]
    p25: Annotated[Decimal, means("Of the p25.")]
    p50: Annotated[Decimal, means("Of the p50.")]
    p75: Annotated[Decimal, means("Of the p75.")]
    p90: Annotated[Decimal, means("Of the p90.")]


class PayGap(Struct, frozen=True, kw_only=True):
    """By how much one pay of a year lies above another, in euros, and how sure that is: eight in ten lie between the ends."""

    p10: Annotated[int, means("One in ten lies below.")]
    p50: Annotated[int, means("The middle.")]
    p90: Annotated[int, means("One in ten lies above.")]
