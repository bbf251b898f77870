"""What a person types becomes a value, or a refusal in plain words. A reader is a choice, a number or an amount."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import ClassVar, Generic, NoReturn, TypeVar, get_args

from msgspec import Struct

from jobcli.cli.written_numbers import EUROS, HOURS, MONTHS, PEOPLE, PERCENT, YEARS, number_of
from jobcli.domain.evidence import Phrase, Words, phrase
from jobcli.domain.pay import BOUNDS, CAR_RATES, LANDS, Period
from jobcli.domain.refusal import refuse
from jobcli.domain.role import Level, Vocabulary
from jobcli.domain.schooling import Education, School

Value = TypeVar("Value")


class Choice(Struct, Generic[Value], frozen=True, kw_only=True):
    """Reads one of a few values from the words that stand for it, in any case, with blanks or hyphens."""

    names: Mapping[str, Value]
    """What each word means, the words as ids are written."""
    code: str
    """The code of the problem where the word is none of them."""
    message: Phrase
    """May name {word} or {value}, and what is in `values`."""
    hint: Phrase = phrase("Known: {known}.")
    """May also name {known} or {codes}, and {german}: the words that are no codes."""
    meant: Phrase | None = None
    """The message where one of the words is {near}; it may name its {code}. None: nobody looks for one."""
    far: Phrase | None = None
    """The hint where none is near, if that is another one."""
    shown: Mapping[Value, object] = {}
    """What {near} shows of a value, where that is not the word."""
    shortest: int = 1
    """Letters that a word has at least to be near: numbers and codes are not."""
    values: Mapping[str, object] = {}
    """What else the sentences name."""
    exit_code: int = 2
    """That of the program; 1 where the word was right, and only what it names is not there."""

    __name__: ClassVar[str] = "choice"  # the parser asks every reader for it

    @property
    def words(self) -> tuple[str, ...]:
        """One word for each value: its code."""
        first: dict[Value, str] = {}
        for name, value in self.names.items():
            first.setdefault(value, value if isinstance(value, str) else name)
        return tuple(first.values())

    @property
    def metavar(self) -> str:
        """The words as help shows them in place of a value."""
        return "|".join(self.words)

    def __call__(self, text: str) -> Value:
        """What the word means. Refusal for any other."""
        from jobcli.domain.folding import slug

        wanted = slug(text)
        return self.names[wanted] if wanted in self.names else self.refuse(text, wanted)

    def refuse(self, text: str, wanted: str) -> NoReturn:
        """Say that `text` is none of the words; `wanted` is how it is compared with them."""
        message, hint, near, code = self.message, self.far or self.hint, None, None
        if self.meant is not None:
            from jobcli.files.did_you_mean import closest

            near = closest(wanted, [name for name in self.names if len(name) >= self.shortest])
        if near is not None and self.meant is not None:
            message, hint, code = self.meant, self.hint, self.names[near]
        refuse(
            self.code,
            message,
            hint,
            exit_code=self.exit_code,
            word=text[:60],
            near=near if code is None else self.shown.get(code, near),
            code=code,
            known=", ".join(self.words),
            codes=", ".join(self.words),
            german=", ".join(name for name in self.names if name not in self.words),
            **{"value": text[:60], **self.values},
        )


class Number(Struct, frozen=True):
    """Reads a number from `low` to `high`, a whole one unless it may have decimals."""

    option: str
    low: int
    high: int
    example: int | None = None
    """For who types no number; else a usual one."""
    names: Mapping[str, int] = {}
    """Words that stand for a number."""
    units: tuple[str, ...] = ()
    """Words that may stand beside it."""
    decimals: int = 0
    """How many there may be: none or two."""

    __name__: ClassVar[str] = "number"

    def __call__(self, text: str) -> float:
        """The number. Refusal for what is none, and for one outside the bounds."""
        stripped = text.strip()
        if stripped.casefold() in self.names:
            return self.names[stripped.casefold()]
        number = number_of(stripped, self.units, self.decimals)
        if number is None:
            usual = 5 if self.high < 100 else 250
            example = str(self.example or usual)
            message = phrase("{option} takes a whole number, not '{value}'.")
            if self.decimals:
                message = phrase("{option} takes a number with at most two decimals, not '{value}'.")
            _no_number(message, text, self.option, example)
        # Compared before it is an int: a number of a million digits must not be computed.
        if not self.low <= number <= self.high:
            _out_of_range(stripped, self.option, self.low, self.high)
        return int(number) if number == int(number) else float(number)


class Amount(Struct, frozen=True):
    """Reads a number from `low` to `high` with at most two decimals, as people write it: see written_numbers.py."""

    name: str
    """The option, or what an argument is called."""
    low: int
    high: int
    example: str
    """A line that is right."""
    units: tuple[str, ...] = EUROS
    """Words that may stand on either side of the number."""
    decimals: int = 2
    """How many there may be: two or three."""

    __name__: ClassVar[str] = "amount"

    def __call__(self, text: str) -> Decimal:
        """The number, exactly. Refusal for what is none, and for one outside the bounds."""
        number = number_of(text, self.units, self.decimals)
        if number is None:
            message = phrase("{option} takes a number with at most two decimals, not '{value}'.")
            if self.decimals != 2:
                message = phrase("{option} takes a number with at most three decimals, not '{value}'.")
            hint = phrase("Example: {example}")
            refuse("bad-number", message, hint, exit_code=2, option=self.name, value=text[:60], example=self.example)
        if not self.low <= number <= self.high:
            _out_of_range(text.strip(), self.name, self.low, self.high)
        # -0 is nothing, without a sign.
        return abs(number)


def yes_or_no(key: str) -> Choice[bool]:
    """The reader of an answer that is yes or no."""
    return Choice(
        names={"yes": True, "ja": True, "true": True, "no": False, "nein": False, "false": False},
        code="not-yes-or-no",
        message=phrase("'{key}' is yes or no, not '{value}'."),
        hint=phrase("Write yes or no."),
        values={"key": key},
    )


_NOTHING = dict.fromkeys(("none", "no", "keine", "kein", "nein"), 0)
read_tenure = Number("--tenure", *BOUNDS["tenure"], units=YEARS, decimals=2)
read_experience = Number("--experience", *BOUNDS["experience"], units=YEARS, decimals=2)
read_age = Number("--age", *BOUNDS["age"], example=40, units=(*YEARS, "years old", "jahre alt"))
read_company_size = Number("--company-size", *BOUNDS["company_size"], units=PEOPLE)
read_course_hours = Number("--course-hours", 1, 10_000, units=HOURS)
read_min_pay = Number("--min-pay", 1, 10_000_000, example=45000, units=EUROS)
read_max_months = Number("--max-months", 1, 600, example=24, units=MONTHS)
read_children = Number("--children", *BOUNDS["children"], names=_NOTHING, units=("kinder", "kind", "children", "child"))
read_tax_class = Number(
    "--tax-class",
    *BOUNDS["tax_class"],
    names={"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6},
    units=("steuerklasse", "klasse", "stkl", "class", "tax class"),
)

read_gross = Amount(phrase("AMOUNT"), *BOUNDS["gross"], "jobcli net 3500")
read_health_surcharge = Amount("--health-surcharge", *BOUNDS["health_surcharge"], "--health-surcharge 2.5", PERCENT)
read_private_health = Amount("--private-health", *BOUNDS["private_health"], "--private-health 450")
read_private_subsidy = Amount("--private-subsidy", *BOUNDS["private_subsidy"], "--private-subsidy 225")
read_factor = Amount("--factor", *BOUNDS["factor"], "--factor 0.957", decimals=3)
read_tax_allowance = Amount("--tax-allowance", *BOUNDS["tax_allowance"], "--tax-allowance 200")
read_one_off = Amount("--one-off", *BOUNDS["one_off"], "--one-off 3000")
read_one_off_earlier = Amount("--one-off-earlier", *BOUNDS["one_off_earlier"], "--one-off-earlier 1500")
read_partner_gross = Amount("--partner-gross", *BOUNDS["partner_gross"], "--partner-gross 2500")
read_from_net = Amount("--from-net", *BOUNDS["from_net"], "--from-net 2500")
read_car_price = Amount("--car-price", *BOUNDS["car_price"], "--car-price 40000")
read_car_distance = Amount("--car-distance", *BOUNDS["car_distance"], "--car-distance 18")
_read_allowances = Amount("--child-allowances", *BOUNDS["child_allowances"], "--child-allowances 0.5")

read_level: Choice[Level] = Choice(
    names={
        **{str(number): level for number, level in enumerate(get_args(Level), 1)},
        **{level: level for level in get_args(Level)},
        **dict(zip(("helfer", "fachkraft", "spezialist", "experte"), get_args(Level), strict=True)),
    },
    code="unknown-level",
    message=phrase("No level '{word}'."),
    meant=phrase("No level '{word}'. Did you mean '{near}'?"),
    hint=phrase("Known: helper, skilled, specialist, expert, or 1 to 4."),
    shortest=2,
)
_EDUCATIONS: dict[Education, tuple[str, ...]] = {
    "none": ("ohne", "keine", "keiner", "ungelernt", "ohne-abschluss", "ohne-ausbildung"),
    "apprenticeship": ("lehre", "ausbildung", "berufsausbildung", "duale-ausbildung"),
    "master-craftsman": ("meister", "meisterin", "techniker", "technikerin", "fachwirt", "fachwirtin", "betriebswirt"),
    "bachelor": ("bachelorabschluss",),
    "master": ("diplom", "magister", "staatsexamen"),
    "doctorate": ("promotion", "doktor", "phd", "dr", "dr."),
}
_SCHOOLS: dict[School, tuple[str, ...]] = {
    "no-certificate": ("ohne-schulabschluss", "kein-schulabschluss", "ohne-zeugnis"),
    "hauptschule": ("hauptschulabschluss", "erster-schulabschluss", "volksschule"),
    "mittlere-reife": ("realschule", "realschulabschluss", "mittlerer-schulabschluss", "msa", "mittlerer-abschluss"),
    "fachhochschulreife": ("fachabitur", "fachoberschule"),
    "abitur": ("gymnasium", "hochschulreife", "allgemeine-hochschulreife"),
}
_SCHOOL_NAMES: dict[str, School] = {name: code for code, german in _SCHOOLS.items() for name in (code, *german)}
read_school: Choice[School] = Choice(
    names=_SCHOOL_NAMES, code="unknown-school", message=phrase("No school certificate '{word}'.")
)
read_education: Choice[Education | School] = Choice(
    names={**{name: code for code, german in _EDUCATIONS.items() for name in (code, *german)}, **_SCHOOL_NAMES},
    code="unknown-education",
    message=phrase("No education '{word}'."),
)
read_period: Choice[Period] = Choice(
    names={"year": "year", "month": "month", "hour": "hour", "jahr": "year", "monat": "month", "stunde": "hour"},
    code="unknown-period",
    message=phrase("No period '{word}'."),
)
read_net_period: Choice[Period] = Choice(
    names={"month": "month", "year": "year", "hour": "hour", "monat": "month", "jahr": "year", "stunde": "hour"},
    code="unknown-period",
    message=phrase("No period '{word}'."),
)
read_car_rate: Choice[Decimal] = Choice(
    names={f"{rate:f}": rate for rate in CAR_RATES} | {"0,5": CAR_RATES[1], "0,25": CAR_RATES[2]},
    code="unknown-rate",
    message=phrase("A company car counts with 1, 0.5 or 0.25 percent, not '{word}'."),
)
read_varied: Choice[str] = Choice(
    names={name: name for name in ("state", "tenure", "company-size", "industry", "hours")},
    code="unknown-factor",
    message=phrase("'{word}' cannot be varied."),
)
read_net_varied: Choice[str] = Choice(
    names={"tax-class": "tax-class", "gross": "gross", "steuerklasse": "tax-class", "brutto": "gross"},
    code="unknown-factor",
    message=phrase("'{word}' cannot be varied."),
)


def read_own_pay(text: str) -> str:
    """What someone earns, gross, as an amount with its period: `3100/month`. Refusal for what is neither.

    Without a period an amount below 10,000 is a month's pay, and any other is a year's.
    """
    words = f" {text.strip().casefold()}"
    mark = next((one for one in _PER if one in words), "")
    amount, _, period = words.partition(mark) if mark else (words, "", "")
    told = _read_pay(amount)
    if not mark:
        return f"{told:f}/{'month' if told < _A_YEARS else 'year'}"
    return f"{told:f}/{_read_pay_period(period.strip() or mark.strip())}"


_A_YEARS = 10_000
_PER = ("/", " pro ", " per ", " im ", " a ", " p.a.", " p.m.", " monatlich", " jährlich", " monthly", " yearly")
_read_pay = Amount("--pay", 1, 10_000_000, "--pay 3100")
_read_pay_period: Choice[str] = Choice(
    names={
        "month": "month",
        "year": "year",
        "monat": "month",
        "jahr": "year",
        "mo": "month",
        "p.m.": "month",
        "monatlich": "month",
        "monthly": "month",
        "p.a.": "year",
        "jaehrlich": "year",
        "yearly": "year",
        "annum": "year",
    },
    code="unknown-period",
    message=phrase("No period '{word}'."),
)


def read_state(text: str) -> str:
    """A Land code from a code, `DE-BY`, a name or short form in either language, or a place there. Refusal for anything else."""
    from jobcli.cli.places import lands_of

    states, found = _states(), lands_of(text)
    if len(found) > 1:
        message, hint = phrase("'{word}' may be in one of these Länder: {codes}."), phrase("Say which: --state {code}")
        refuse("unclear-state", message, hint, exit_code=2, word=text[:60], codes=", ".join(found), code=found[0])
    return found[0] if found else states(text)


def read_place(text: str) -> str:
    """The key of a district from its name, its key, or a city in it. Refusal for what is none, and for what may be several."""
    from jobcli.answers.place import name_of
    from jobcli.cli.places import districts_of

    found = districts_of(text)
    if not found:
        hint = phrase(
            "Name the city or the district that it lies in, as on an official letter: Dortmund, Landkreis Harz."
        )
        refuse("unknown-place", phrase("No district '{word}'."), hint, exit_code=2, word=text[:60])
    if len(found) > 1:
        names = [(name_of(key), key) for key in found[:6]]
        listed = Words(
            de=", ".join(f"{name.de} {key}" for name, key in names),
            en=", ".join(f"{name.en} {key}" for name, key in names),
        )
        message = phrase("'{word}' may be one of these: {listed}.")
        hint = phrase(
            "Say which by its number, such as {key}; of a city and the district around it also Stadt-NAME or Landkreis-NAME."
        )
        refuse("unclear-place", message, hint, exit_code=2, word=text[:60], listed=listed, key=found[0])
    return found[0]


@cache
def _states() -> Choice[str]:
    # Made when a Land is typed: to write sixteen names as ids takes what a start without one need not wait for.
    from jobcli.cli.places import lands

    return Choice(
        names={name: code for name, code in lands().items() if len(name) == 2 or len(name) > 5},
        code="unknown-state",
        message=phrase("No Land '{word}'."),
        meant=phrase("No Land '{word}'. Did you mean {near} ({code})?"),
        hint=phrase("Known: {codes}, or the names."),
        far=phrase("If this is a city: name its Land. Known: {codes}, or the names."),
        shown={land.code: land.name for land in LANDS},
        shortest=6,
    )


def read_hours(text: str) -> float:
    """Hours a week, 1 to 60, with at most two decimals; a comma is as good as a point."""
    number = number_of(text, HOURS, 2)
    if number is None:
        _no_number(phrase("{option} takes a number, not '{value}'."), text, "--hours", 38.5)
    low, high = BOUNDS["hours"]
    if not low <= number <= high:
        _out_of_range(text.strip(), "--hours", low, high)
    return float(number)


def read_child_allowances(text: str) -> Decimal:
    """Kinderfreibeträge as a tax card has them: 0 to 20 in steps of a half."""
    counters = _read_allowances(text)
    if counters % Decimal("0.5"):
        message = phrase("{option} goes in steps of a half, not '{value}'.")
        hint, example = phrase("The tax card has a half or a whole for each child: {example}"), "--child-allowances 1.5"
        refuse("bad-number", message, hint, exit_code=2, option="--child-allowances", value=text[:60], example=example)
    return counters


def read_born(text: str) -> str:
    """The month or the day of a birth: 2003-06, 06.2003 or 2003-06-15. Refusal for a year alone, and for who is too young or old."""
    from jobcli.cli.day_readers import read_moment

    moment = read_moment(text)
    if len(moment) < 7:
        message, hint = phrase("--born needs at least the month, not only {value}."), phrase("Example: --born 2003-06")
        refuse("bad-date", message, hint, exit_code=2, value=moment)
    low, high = BOUNDS["born"]
    if not low <= int(moment[:4]) <= high:
        _out_of_range(moment[:4], "--born", low, high)
    return moment


def read_industry(text: str, vocabulary: Vocabulary) -> str:
    """The WZ 2008 division of a code or a plain word in either language. Refusal where it is none, or several."""
    from jobcli.domain.folding import slug

    typed, wanted = text.strip(), slug(text)
    names = {code: {words.de or "", words.en or ""} for code, words in vocabulary.industries.items()}
    written = {code: {slug(name) for name in both if name} for code, both in names.items()}
    exact = [code for code in names if slug(code) == wanted or wanted in written[code]]
    exact = exact or [code for word, code in vocabulary.industry_words.items() if slug(word) == wanted]
    found = exact or [code for code in names if len(typed) > 2 and any(wanted in name for name in written[code])]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(f"{code} {vocabulary.industries[code].de}" for code in found[:8])
    if found:
        message, hint = phrase("'{word}' fits several industries."), phrase("Choose one: {listed}.")
        refuse("unclear-industry", message, hint, exit_code=2, word=text[:60], listed=listed)
    words = {name.casefold(): code for code, both in names.items() for name in both} | dict(vocabulary.industry_words)
    known: Choice[str] = Choice(
        names=words | {code: code for code in names},
        code="unknown-industry",
        message=phrase("No industry '{word}'."),
        meant=phrase("No industry '{word}'. Did you mean '{near}'?"),
        hint=phrase("Examples: J62, IT, Banken, Logistik. All divisions are in the WZ 2008."),
    )
    return known.refuse(text, typed.casefold())


def _no_number(message: Phrase, text: str, option: str, example: float | str) -> NoReturn:
    # A whole number is shown as it is typed, without the sign between thousands that a page has.
    hint = phrase("Example: {option} {example}")
    refuse("bad-number", message, hint, exit_code=2, option=option, value=text[:60], example=example)


def _out_of_range(text: str, option: str, low: int, high: int) -> NoReturn:
    message = phrase("{option} can be {low} to {high}, not {value}.")
    hint = phrase("Is a digit missing, or one too many?")
    refuse("out-of-range", message, hint, exit_code=2, option=option, low=low, high=high, value=text[:20])
