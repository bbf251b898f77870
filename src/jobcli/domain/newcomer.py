"""What somebody with a foreign qualification meets: the law and the figures as they were read, each with its source."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from jobcli.domain.evidence import Confidence, Id, Source, Text, Words
from jobcli.domain.figures import Figures, Pending
from jobcli.domain.languages import CefrLevel

CountryGroup = Literal["eu", "visa-free", "western-balkans", "other"]
"""The countries that the law treats alike: EU, EEA and Switzerland; § 41 AufenthV; § 26 (2) BeschV; all others."""
SalaryKind = Literal["blue-card", "blue-card-reduced", "experienced-worker", "over-45"]
"""Whose pay has to reach how much: see `ArrivalBook.laws`."""
PointId = Literal[
    "partial-recognition",
    "german-B2",
    "german-B1",
    "german-A2",
    "english-C1",
    "experience-5y",
    "experience-2y",
    "shortage",
    "age-35",
    "age-40",
    "stay",
    "partner",
]
"""What counts for the opportunity card (annex to § 20b AufenthG); of one kind only the best counts."""
RouteId = Literal["eu", "18a", "18b", "18g", "18g-it", "19c2", "20a", "16d1", "16d3", "16d5", "16a", "26-2"]
"""Ways to a residence title, by their paragraphs: of the AufenthG, and 26-2 of the BeschV."""
Body = Literal["health-authority", "land-authority", "doctors-chamber", "ihk-fosa", "crafts-chamber", "zab", "finder"]
"""Who decides on recognition; `finder` where it is only known how to find that out."""


class GermanNeed(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The German that is usual in occupations. `codes` are beginnings of KldB codes, `levels` their last digits.

    Without `low` nothing is asked for by law, and nothing was read of what is usual. `wide` fields are assigned to codes by us.
    """

    id: Id
    codes: tuple[Annotated[str, Meta(pattern="^[0-9]{2,5}$")], ...]
    levels: Annotated[str, Meta(pattern="^[1-4]*$")] = ""
    low: CefrLevel | None = None
    high: CefrLevel | None = None
    by_law: Literal["yes", "no"]
    wide: Literal["yes", "no"] = "no"
    source: Id
    note: Words | None = None
    doubt: Words | None = None

    def holds(self, code: str) -> bool:
        """Whether it speaks of this code of five digits."""
        return code.startswith(self.codes) and (not self.levels or code[4] in self.levels)


class CountryList(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Countries by their ISO 3166 codes that the law treats alike."""

    countries: tuple[str, ...]
    law: Text | None = None
    source: Id
    doubt: Words | None = None


class LawRow(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The paragraph of a rule, and the source in which it was read."""

    law: Text
    source: Id
    german: CefrLevel | None = None
    doubt: Words | None = None


class RecognitionRow(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who decides on a foreign qualification, within how many months of complete papers, for which fee in euros.

    `codes` are beginnings of KldB codes; a row without is the one for all others of its `body`.
    """

    body: Body
    codes: tuple[str, ...] = ()
    receipt_months: int | None = None
    decision_months: int | None = None
    law: Text | None = None
    source: Id
    fee: tuple[int, ...] = ()
    """One, or the lowest and the highest; empty is not known."""
    usual_fee: int | None = None
    fee_source: Id | None = None
    confidence: Confidence
    doubt: Words | None = None


class ArrivalBook(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of it. `amounts` are tables of figures as in every drawer, `pending` says which of them are no law yet."""

    sources: dict[Id, Source]
    amounts: dict[Id, Figures]
    pending: dict[Id, Pending]
    laws: dict[str, LawRow]
    """Of the minimum salaries, of the opportunity card and of the ways, by their ids."""
    shortage_isco: tuple[str, ...]
    """Beginnings of ISCO-08 codes with the reduced minimum salary (§ 18g (1) sentence 2 no. 1)."""
    it_isco: tuple[str, ...]
    german: tuple[GermanNeed, ...]
    recognition: tuple[RecognitionRow, ...]
    crafts_source: Id
    crafts: tuple[str, ...]
    """KldB codes of the trades of annex A of the HwO: a master is needed for a firm of one's own, not for a job."""
    automatic: tuple[str, ...]
    """Beginnings of KldB codes of occupations in which a qualification of the EU, the EEA or Switzerland is recognised as it is."""
    unregulated: tuple[str, ...]
    """Beginnings of KldB codes of specialists and experts of whom a source says that nobody asks for recognition."""
    groups: dict[CountryGroup, CountryList]
    countries_source: Id
    countries: dict[str, Words]
    words: dict[str, str]
    """Other names of countries, written as ids."""
