"""What suits me: fields of work that are like what someone likes doing, and the occupations in them: the answer of `discover`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Struct

from jobcli.answers.answer import Answer, Columns
from jobcli.domain.evidence import Source, Words, phrase
from jobcli.domain.interests import LONG, SHORT, SOUND, TYPES, UNSURE, Answers, InterestGrade, InterestType
from jobcli.domain.meaning import means
from jobcli.domain.occupation import OccupationName, Shortage
from jobcli.domain.refusal import refuse
from jobcli.domain.role import Level
from jobcli.files.figures import INTERESTS, open_drawer
from jobcli.interests.firmness import Firmness, firmness, stays
from jobcli.interests.likeness import Likeness
from jobcli.interests.points import FLAT, is_flat, most_unsure, points

if TYPE_CHECKING:
    from jobcli.atlas.interests import SurveyedOccupation
    from jobcli.domain.interests import InterestProfile

Band = Literal["strong", "good"]
BANDS: tuple[Band, ...] = ("strong", "good")
FilterName = Literal["level", "min-pay", "shortage", "at-most-missing"]

_WARNING = Words(
    de="Das sind Felder, deren Arbeit dem ähnelt, was du gern tust: nicht dem, was du kannst, und keine Vorhersage. Dahinter"
    " stehen Profile von 923 US-Berufen, die ein Rechenmodell geschätzt hat (O*NET 29.2), auf deutsche Berufe übertragen;"
    " die Fragen sind nicht erprobt. Beim zweiten Mal bleiben etwa {share} Feldern gleich. Was hier fehlt, ist nicht"
    " ausgeschlossen.",
    en="These are fields whose work resembles what you like doing: not what you can do, and no forecast. Behind them stand"
    " profiles of 923 US occupations that a model estimated (O*NET 29.2), carried over to German ones; the questions are"
    " untested. Asked again, about {share} fields stay the same. Nothing is ruled out because it is missing here.",
)
_SHARES = {
    SHORT: Words(de="drei von fünf", en="three of five"),
    LONG: Words(de="sieben von zehn", en="seven of ten"),
}
"""How many fields stay the same at a second sitting, by benchmarks/discover.py."""


class Wishes(Struct, frozen=True, kw_only=True):
    """What the occupations are sifted by; null is not told."""

    level: Annotated[Level | None, means("The level of the job.")] = None
    min_pay: Annotated[int | None, means("The least pay by our estimate, in euros gross a year.")] = None
    shortage: Annotated[bool, means("Whether only occupations are wanted in which people are short.")] = False
    at_most_missing: Annotated[
        int | None, means("How many skills of the occupation the present one may lack, by ESCO.")
    ] = None
    state: Annotated[str | None, means("The Land of the estimates; null: the mean of all.")] = None
    present: Annotated[str | None, means("The five digits of the present occupation.")] = None
    rough: Annotated[bool, means("Whether occupations are named whose profile is only rough or borrowed.")] = False


class TypePoints(Struct, frozen=True, kw_only=True):
    """How much someone likes what a type does."""

    type: Annotated[InterestType, means("R hands-on, I finding out, A creating, S helping, E persuading, C ordering.")]
    points: Annotated[float, means("The mean of the answers, from 0 to 100.")]


class Carrier(Struct, frozen=True, kw_only=True):
    """A type that makes an occupation like the answers."""

    type: Annotated[InterestType, means("The type.")]
    much: Annotated[
        bool, means("Whether the occupation has much of it, and the person likes it; else both have little.")
    ]


class LikeOccupation(OccupationName, frozen=True, kw_only=True):
    """An occupation whose profile is like the answers. It has no rank of its own: nobody could say it so exactly."""

    id: Annotated[str, means("Its five digits: what one types.")]
    field: Annotated[int, means("The number of its field.")]
    band: Annotated[Band, means("How like it is: strong (r from .73 on) or good (from .61 on).")]
    grade: Annotated[InterestGrade, means("How it came by its profile, the most trustworthy way first.")]
    carried_by: Annotated[tuple[Carrier, ...], means("The two types that make it most like the answers.")]
    employees: Annotated[int | None, means("How many people work in it; null is not known.")]
    pay: Annotated[int | None, means("Its official median in gross euros a month; null is not published.")]
    pay_source: Annotated[Literal["ba", "destatis"] | None, means("Whose median it is; null if there is none.")]
    pay_year: Annotated[
        int | None,
        means("The middle of our estimate in gross euros a year; null if it was not asked for, or not known."),
    ]
    shortage: Annotated[Shortage | None, means("Whether people are short; null: not in the analysis.")]
    missing: Annotated[
        int | None, means("How many of its skills the present occupation lacks; null if not asked for, or not known.")
    ]
    skills: Annotated[int | None, means("How many skills it needs; null if not asked for, or not known.")]


class LikeField(Struct, frozen=True, kw_only=True):
    """A field of work that is like the answers."""

    id: Annotated[int, means("Its number, 1 to 25.")]
    name: Annotated[Words, means("What we call it.")]
    firmness: Annotated[Firmness, means("How firm it is.")]
    stays: Annotated[int, means("In how many of 200 runs with answers drawn again it is among the five.")]
    occupations: Annotated[
        tuple[LikeOccupation, ...], means("Strong ones, then good ones; in each band those of most people first.")
    ]
    less_alike: Annotated[int, means("How many more there are in it, which are less alike.")]


class Sifted(Struct, frozen=True, kw_only=True):
    """What a filter takes away."""

    filter: Annotated[FilterName, means("The filter.")]
    before: Annotated[int, means("How many occupations there are before it.")]
    taken: Annotated[int, means("How many of them it takes away.")]
    unknown: Annotated[int, means("Of how many of them nobody knows.")]
    without: Annotated[int, means("How many would be left without this filter.")]


class Discovered(Answer, frozen=True, kw_only=True):
    """The result of `discover`."""

    commands = ("discover",)
    table = Columns(
        ("fields.occupations", "unknown"),
        (
            *("field=^.name|field", "list=key", "id", "name", "band", "grade", "employees", "pay", "pay_source"),
            *("pay_year", "level", "shortage", "missing", "skills", "warning=/warning"),
        ),
    )
    answers: Annotated[int, means("How many statements were answered: 30 or 60.")]
    unsure: Annotated[int, means("How many of the answers are unsure; they count as the middle.")]
    points: Annotated[tuple[TypePoints, ...], means("How much of each type someone likes.")]
    fields: Annotated[tuple[LikeField, ...], means("Five fields of 25, the most alike first.")]
    unknown: Annotated[
        tuple[LikeOccupation, ...], means("Occupations of these fields of which a filter does not know enough.")
    ]
    wishes: Annotated[Wishes, means("What was asked for.")]
    sifted: Annotated[tuple[Sifted, ...], means("What each filter takes away, in the order in which they are taken.")]
    warning: Annotated[Words, means("How far the result may be trusted; it belongs to it.")]
    sources: Annotated[tuple[Source, ...], means("Where the figures come from.")]
    attribution: Annotated[tuple[Words, ...], means("What the owners of the data ask to be said wherever it is shown.")]
    kept: Annotated[str | None, means("The file in which the answers are kept; null if they are not.")] = None


class AnswersForgotten(Answer, frozen=True, kw_only=True):
    """The result of `discover --forget`."""

    commands = ("discover",)
    file: Annotated[str, means("The file of the answers.")]
    was_there: Annotated[bool, means("Whether there were any.")]


def discovered(answers: Answers, wishes: Wishes, day: str) -> Discovered:
    """The fields that are like 30 or 60 answers, with the occupations that meet the wishes, by what is known on a day.

    Refusal where too many answers are unsure, or all types are liked alike.
    """
    from jobcli.atlas.interests import interest_profiles, work_fields
    from jobcli.atlas.sources import SOURCES, notices

    drawer = open_drawer(INTERESTS)
    types = [one.type for one in drawer.statements[: len(answers)]]
    person = points(answers, types)
    _refuse_if_it_says_nothing(answers, max(person) - min(person), flat=is_flat(person))
    profiles = interest_profiles()
    likeness = Likeness(profiles)
    best = likeness.best_fields(person)
    counts = stays(answers, types, likeness, drawer["answers-again"].values)
    named = [one for one in profiles if one.field in best and (wishes.rough or one.grade in SOUND)]
    bands = drawer["interest-bands"].values
    fits = likeness.fits(person, [one.code for one in named])
    band_of = {one.code: band for one, fit in zip(named, fits, strict=True) if (band := _band(fit, bands)) is not None}
    found = _Sifter(wishes, day, band_of)
    rows = [
        _row(one, likeness.carried_by(person, one.code), band_of[one.code], found)
        for one in named
        if one.code in band_of
    ]
    rows.sort(key=lambda row: (best.index(row.field), BANDS.index(row.band), -found.people(row.id), row.id))
    left, unknown, sifted = found.sifted(rows)
    used = ("onet", "esco", "kldb", "ba", "destatis", "demand", "otss")
    fields = tuple(
        LikeField(
            id=one.number,
            name=one.name,
            firmness=firmness(counts.get(one.number, 0)),
            stays=counts.get(one.number, 0),
            occupations=tuple(row for row in left if row.field == one.number),
            less_alike=sum(other.field == one.number and other.code not in band_of for other in named),
        )
        for one in work_fields(best)
    )
    share = _SHARES[len(answers)]
    return Discovered(
        answers=len(answers),
        unsure=sum(answer == UNSURE for answer in answers),
        points=tuple(TypePoints(type=kind, points=value) for kind, value in zip(TYPES, person, strict=True)),
        fields=fields,
        unknown=tuple(unknown),
        wishes=wishes,
        sifted=tuple(sifted),
        warning=Words(**{code: _WARNING.text(code).format(share=share.text(code)) for code in ("de", "en")}),
        sources=tuple(SOURCES[name] for name in used),
        attribution=notices(used),
    )


def _refuse_if_it_says_nothing(answers: Answers, apart: float, *, flat: bool) -> None:
    unsure, most = sum(answer == UNSURE for answer in answers), most_unsure(len(answers))
    more = len(answers) == SHORT
    if unsure > most:
        message = phrase("{unsure} of {count} answers are 'don't know'; {most} are the most.")
        hint = phrase("Guess where you can: would you rather do it, or rather not? Again: jobcli discover")
        refuse("too-unsure", message, hint, unsure=unsure, count=len(answers), most=most)
    if flat:
        message = phrase(
            "You like all six kinds of work about equally: {apart} of 100 points lie between the first and the last,"
            " {least} are needed."
        )
        hint = phrase("Use more of the scale, or answer thirty more: jobcli discover --more")
        if not more:
            hint = phrase("Use more of the scale: jobcli discover. Any field may suit you: jobcli list")
        refuse("flat-answers", message, hint, apart=round(apart), least=FLAT)


def _band(fit: float, bands: Mapping[str, float]) -> Band | None:
    return next((band for band in BANDS if fit >= bands[band]), None)


def _row(
    profile: InterestProfile, carried: Sequence[tuple[InterestType, bool]], band: Band, found: _Sifter
) -> LikeOccupation:
    listed = found.listed[profile.code]
    skills = found.skills(profile.code)
    return LikeOccupation(
        kldb=profile.code,
        name=listed.name,
        level=listed.level,
        id=profile.code,
        field=profile.field,
        band=band,
        grade=profile.grade,
        carried_by=tuple(Carrier(type=kind, much=much) for kind, much in carried),
        employees=listed.employees,
        pay=listed.pay,
        pay_source=listed.pay_source,
        pay_year=found.pay_year.get(profile.code),
        shortage=listed.shortage,
        missing=None if skills is None else skills[0],
        skills=None if skills is None else skills[1],
    )


class _Sifter:
    """The occupations that are alike, with what filters ask of them."""

    def __init__(self, wishes: Wishes, day: str, codes: Iterable[str]) -> None:
        from jobcli.atlas.interests import listed_occupations, skills_needed

        self._wishes, self._day = wishes, day
        self.listed: Mapping[str, SurveyedOccupation] = listed_occupations(list(codes))
        present = wishes.present
        self._needed = {} if present is None else skills_needed([*self.listed, present])
        self._brought = None if present is None else self._needed.get(present)

    def people(self, code: str) -> int:
        """How many work in an occupation; none where it is not known."""
        return self.listed[code].employees or 0

    def skills(self, code: str) -> tuple[int, int] | None:
        """How many skills are missing, and of how many; None where the present occupation is not told, or ESCO says too little."""
        needed = self._needed.get(code)
        return None if needed is None or self._brought is None else (len(needed - self._brought), len(needed))

    @cached_property
    def pay_year(self) -> Mapping[str, int]:
        """The middle of each estimate in euros a year, by code; none where nobody asked."""
        from jobcli.answers.pay import paid
        from jobcli.atlas.as_profile import profile_of
        from jobcli.domain.pay import Person

        if self._wishes.state is None and self._wishes.min_pay is None:
            return {}
        profiles = [profile for code in self.listed if (profile := profile_of(code)) is not None]
        pays = paid(profiles, Person(state=self._wishes.state), self._day).pays
        return {code: pay.p50 for code, pay in pays.items()}

    @property
    def _tests(self) -> dict[FilterName, Callable[[LikeOccupation], bool | None]]:
        """What each filter that was told says of an occupation: whether it stays; None where nobody knows."""
        want = self._wishes
        told: dict[FilterName, Callable[[LikeOccupation], bool | None]] = {}
        if want.level is not None:
            told["level"] = lambda row: row.level == want.level
        if want.min_pay is not None:
            told["min-pay"] = lambda row: None if row.pay_year is None else row.pay_year >= (want.min_pay or 0)
        if want.shortage:
            told["shortage"] = lambda row: {"yes": True, "no": False}.get(row.shortage or "")
        if want.at_most_missing is not None:
            told["at-most-missing"] = lambda row: (
                None if row.missing is None else row.missing <= (want.at_most_missing or 0)
            )
        return told

    def sifted(self, rows: Sequence[LikeOccupation]) -> tuple[list[LikeOccupation], list[LikeOccupation], list[Sifted]]:
        """What is left, of what nobody knows whether it is, both in their order; and what each filter took."""
        tests = self._tests
        said = {row.id: {name: test(row) for name, test in tests.items()} for row in rows}

        def left(without: FilterName | None = None) -> Iterator[LikeOccupation]:
            for row in rows:
                if all(said[row.id][name] for name in tests if name != without):
                    yield row

        sifted, rest = [], list(rows)
        for name in tests:
            kept = [row for row in rest if said[row.id][name] is not False]
            unknown = sum(said[row.id][name] is None for row in rest)
            without = sum(1 for _ in left(name))
            sifted.append(
                Sifted(filter=name, before=len(rest), taken=len(rest) - len(kept), unknown=unknown, without=without)
            )
            rest = kept
        sure = list(left())
        known = {row.id for row in sure}
        return sure, [row for row in rest if row.id not in known], sifted
