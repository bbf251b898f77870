"""Whether an occupation is regulated, who recognises a foreign qualification for it, and which German is usual in it."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Struct

from jobcli.domain.evidence import Source, Words
from jobcli.domain.languages import CefrLevel, at_least
from jobcli.domain.meaning import means
from jobcli.domain.newcomer import ArrivalBook, Body, CountryGroup, GermanNeed, RecognitionRow
from jobcli.domain.occupation import Licence, Occupation

Regulated = Literal["yes", "by-land", "own-firm", "no", "not-listed"]
"""`own-firm`: only who has a firm of their own needs a master; `not-listed`: no law that was read names the occupation."""
_LATER = "PflFAssG"
_IN_FORCE = "2027-01-01"
"""From when one law for nursing assistants takes the place of those of the Länder."""
_DOCTORS: Body = "doctors-chamber"


class Regulation(Struct, frozen=True, kw_only=True):
    """Whether somebody may work in an occupation without being asked for a recognised qualification."""

    answer: Annotated[Regulated, means("Whether the occupation is regulated.")]
    licence: Annotated[Licence | None, means("Which licence it asks for; null: none that is known.")]
    law: Annotated[str | None, means("The law that asks for it.")]
    source: Annotated[Source | None, means("Where that was read; null where only no law was found.")]


class Recognition(Struct, frozen=True, kw_only=True):
    """Who recognises a foreign qualification, how long it takes and what it costs."""

    body: Annotated[Body, means("Who decides.")]
    needed_for: Annotated[
        Literal["work", "visa", "nothing", "visa-or-nothing"],
        means("What it is needed for: the work, only the residence title, nothing, or one of both by the passport."),
    ]
    automatic: Annotated[
        bool, means("Whether a qualification earned in the EU, the EEA or Switzerland is recognised as it is.")
    ]
    receipt_months: Annotated[int | None, means("Within how many months the papers are confirmed.")]
    decision_months: Annotated[int | None, means("Within how many months of complete papers it is decided.")]
    law: Annotated[str | None, means("The law that says so.")]
    fee: Annotated[tuple[int, ...], means("The fee in euros, or the lowest and the highest; empty is not known.")]
    usual_fee: Annotated[int | None, means("The average fee in euros.")]
    sources: Annotated[tuple[Source, ...], means("Where it was read.")]
    doubt: Annotated[Words | None, means("What is doubtful about it.")]


class GermanTold(Struct, frozen=True, kw_only=True):
    """The German of an occupation."""

    low: Annotated[CefrLevel | None, means("The usual level, or the lowest; null: none is known.")]
    high: Annotated[CefrLevel | None, means("The highest usual level; null: it is one.")]
    by_law: Annotated[bool, means("Whether an office asks for it, or only employers.")]
    wide: Annotated[bool, means("Whether it was said of a wide field, to which we count the occupation.")]
    told: Annotated[CefrLevel | None, means("The level of the person.")]
    enough: Annotated[bool | None, means("Whether that reaches the lowest; null where one of both is not known.")]
    source: Annotated[Source, means("Where it was read.")]
    note: Annotated[Words | None, means("What else there is to know.")]
    doubt: Annotated[Words | None, means("What is doubtful about it.")]


def regulation(book: ArrivalBook, found: Occupation, day: str) -> Regulation:
    """Whether the occupation is regulated on `day` (YYYY-MM-DD)."""
    law = found.law
    if found.licence is not None:
        later = law is not None and law.startswith(_LATER) and day < _IN_FORCE
        by_land = found.licence == "land" or later
        return Regulation(
            answer="by-land" if by_land else "yes", licence="land" if later else found.licence, law=law, source=None
        )
    if found.kldb in book.crafts:
        return Regulation(answer="own-firm", licence=None, law="HwO § 1", source=book.sources[book.crafts_source])
    if any(not training.school for training in found.trainings):
        return Regulation(answer="no", licence=None, law=None, source=book.sources["zab"])
    if found.level in ("specialist", "expert") and found.kldb.startswith(book.unregulated):
        return Regulation(answer="no", licence=None, law=None, source=book.sources["zab"])
    return Regulation(answer="not-listed", licence=None, law=None, source=None)


def recognition(book: ArrivalBook, found: Occupation, rules: Regulation, group: CountryGroup | None) -> Recognition:
    """Who recognises a qualification in the occupation; `group` are the countries whose passport the person has."""
    row = _row(book, found, _body(book, found))
    needed: Literal["work", "visa", "nothing", "visa-or-nothing"] = "work"
    if rules.answer not in ("yes", "by-land"):
        needed = "visa-or-nothing" if group is None else "nothing" if group == "eu" else "visa"
    named = dict.fromkeys((row.source, *([row.fee_source] if row.fee_source else [])))
    return Recognition(
        body=row.body,
        needed_for=needed,
        automatic=found.kldb.startswith(book.automatic),
        receipt_months=row.receipt_months,
        decision_months=row.decision_months,
        law=row.law,
        fee=row.fee,
        usual_fee=row.usual_fee,
        sources=tuple(book.sources[name] for name in named),
        doubt=row.doubt,
    )


def _body(book: ArrivalBook, found: Occupation) -> Body:
    if found.licence in ("approbation", "licence"):
        return "health-authority"
    if found.licence is not None:
        return "land-authority" if found.licence == "land" else "finder"
    if any(row.body == _DOCTORS and found.kldb in row.codes for row in book.recognition):
        return _DOCTORS
    if found.kldb in book.crafts:
        return "crafts-chamber"
    if any(not training.school for training in found.trainings):
        return "ihk-fosa"
    return "zab" if found.level == "expert" else "finder"


def _row(book: ArrivalBook, found: Occupation, body: Body) -> RecognitionRow:
    """The row of this code, else the one for all others."""
    rows = [row for row in book.recognition if row.body == body]
    own = next((row for row in rows if row.codes and found.kldb.startswith(row.codes)), None)
    return own or next(row for row in rows if not row.codes or body == _DOCTORS)


def german_of(book: ArrivalBook, code: str, told: CefrLevel | None) -> GermanTold | None:
    """The German of the occupation with this code; None where nothing was read of it."""
    need = next((one for one in book.german if one.holds(code)), None)
    if need is None:
        return None
    return GermanTold(
        low=need.low,
        high=need.high,
        by_law=need.by_law == "yes",
        wide=need.wide == "yes",
        told=told,
        enough=_enough(need, told),
        source=book.sources[need.source],
        note=need.note,
        doubt=need.doubt,
    )


def _enough(need: GermanNeed, told: CefrLevel | None) -> bool | None:
    return None if need.low is None or told is None else at_least(told, need.low)
