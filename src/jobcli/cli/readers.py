"""What a person types becomes a value, or a refusal in plain words: Länder, years, head counts, hours, levels."""

from __future__ import annotations

from typing import NoReturn, cast, get_args

from jobcli.cli.refusal import refuse
from jobcli.domain.evidence import Phrase, phrase
from jobcli.domain.pay import BOUNDS, LANDS, Education, Period
from jobcli.domain.role import Level, Vocabulary

MIN_AGE, MAX_AGE = 15, 100
_MAX_DIGITS = 12
VARIED = ("state", "tenure", "company-size", "industry", "hours")


def read_state(text: str) -> str:
    """A Land code from a code, `DE-BY`, or a name in either language. Refusal for anything else."""
    wanted = _folded(text)
    names: dict[str, str] = {}
    for land in LANDS:
        for name in (land.code, f"DE-{land.code}", land.name.de or "", land.name.en or ""):
            names[_folded(name)] = land.code
    if wanted in names:
        return names[wanted]
    from jobcli.files.did_you_mean import closest

    near = closest(wanted, [name for name in names if len(name) > 5])
    codes = ", ".join(land.code for land in LANDS)
    known = phrase("Known: {codes}, or the names.")
    if near is None:
        city = phrase("If this is a city: name its Land. Known: {codes}, or the names.")
        refuse("unknown-state", phrase("No Land '{word}'."), city, exit_code=2, word=text[:60], codes=codes)
    land = next(land for land in LANDS if land.code == names[near])
    message = phrase("No Land '{word}'. Did you mean {near} ({code})?")
    return refuse(
        "unknown-state", message, known, exit_code=2, word=text[:60], near=land.name, code=land.code, codes=codes
    )


def read_tenure(text: str) -> int:
    """Full years with the same employer, 0 to 55."""
    return _whole(text, "--tenure", *BOUNDS["tenure"])


def read_company_size(text: str) -> int:
    """The head count of a company, 1 to ten million."""
    return _whole(text, "--company-size", *BOUNDS["company_size"])


def read_course_hours(text: str) -> int:
    """The teaching hours of a course, 1 to ten thousand."""
    return _whole(text, "--course-hours", 1, 10_000)


def read_ways(text: str, option: str) -> int:
    """How many roles or ways to show, 1 to ten thousand."""
    return _whole(text, option, 1, 10_000)


def read_min_pay(text: str) -> int:
    """A least pay in whole euros gross a year, 1 to ten million."""
    return _whole(text, "--min-pay", 1, 10_000_000, example=45000)


def read_max_months(text: str) -> int:
    """The most months that a path may take, 1 to 600."""
    return _whole(text, "--max-months", 1, 600, example=24)


def read_experience(text: str) -> int:
    """Full years in working life, 0 to 60."""
    return _whole(text, "--experience", *BOUNDS["experience"])


def read_age(text: str) -> int:
    """An age in years, 15 to 100."""
    return _whole(text, "--age", MIN_AGE, MAX_AGE)


def read_hours(text: str) -> float:
    """Hours a week, 1 to 60, with at most two decimals; a comma is as good as a point."""
    stripped = text.strip().replace(",", ".")
    whole, _, decimals = stripped.partition(".")
    if not (stripped.isascii() and whole.isdigit() and (decimals.isdigit() or not decimals) and len(decimals) <= 2):
        _no_number(phrase("{option} takes a number, not '{value}'."), text, "--hours", 38.5)
    low, high = BOUNDS["hours"]
    if len(stripped) > _MAX_DIGITS or not low <= float(stripped) <= high:
        _out_of_range(stripped, "--hours", low, high)
    return float(stripped)


def read_level(text: str) -> Level:
    """A level of the KldB: helper, skilled, specialist, expert, the German word, or 1 to 4."""
    wanted = _folded(text)
    for number, level in enumerate(get_args(Level), 1):
        if wanted in (str(number), level, _GERMAN_LEVELS[number - 1]):
            return cast("Level", level)
    from jobcli.files.did_you_mean import closest

    near = closest(wanted, [*get_args(Level), *_GERMAN_LEVELS])
    return refuse(
        "unknown-level",
        phrase("No level '{word}'. Did you mean '{near}'?") if near else phrase("No level '{word}'."),
        phrase("Known: helper, skilled, specialist, expert, or 1 to 4."),
        exit_code=2,
        word=text[:60],
        near=near,
    )


def read_education(text: str) -> Education:
    """The highest vocational qualification, as a code or a usual German word. Refusal for anything else."""
    wanted = _folded(text)
    for code in get_args(Education):
        if wanted == code or wanted in _EDUCATIONS[code]:
            return cast("Education", code)
    return refuse(
        "unknown-education",
        phrase("No education '{word}'."),
        phrase("Known: {known}."),
        exit_code=2,
        word=text[:60],
        known=", ".join(get_args(Education)),
    )


def working_years(
    experience: int | None, age: int | None, tenure: int | None, education: Education | None = None
) -> int | None:
    """Years in working life: as told, else from the age after the education, an apprenticeship where none is told.

    Refusal where answers contradict.
    """
    from jobcli.files.figures import open_drawer

    oldest = None if age is None else age - MIN_AGE
    for option, years in (("--experience", experience), ("--tenure", tenure)):
        if oldest is not None and years is not None and years > oldest:
            message = phrase("{option} {years} does not fit --age {age}: working life begins at {begin} or later.")
            values = {"option": option, "years": years, "age": age, "begin": MIN_AGE}
            refuse("contradiction", message, phrase("Change one of the two."), exit_code=2, **values)
    if experience is not None and tenure is not None and tenure > experience:
        message = phrase("--tenure {tenure} is longer than --experience {experience}.")
        refuse(
            "contradiction",
            message,
            phrase("Change one of the two."),
            exit_code=2,
            tenure=tenure,
            experience=experience,
        )
    if experience is not None or age is None:
        return experience
    schooling = open_drawer()["schooling"].values[education or "apprenticeship"]
    # School begins at six. Tenure is part of working life, so working life is at least as long.
    return max(0, int(age - schooling - 6), tenure or 0)


def read_industry(text: str, vocabulary: Vocabulary) -> str:
    """The WZ 2008 division of a code or a plain word in either language. Refusal where it is none, or several."""
    wanted = text.strip().casefold()
    names = {
        code: {(words.de or "").casefold(), (words.en or "").casefold()}
        for code, words in vocabulary.industries.items()
    }
    exact = [code for code in names if code.casefold() == wanted or wanted in names[code]]
    exact = exact or [
        vocabulary.industry_words[word] for word in vocabulary.industry_words if word.casefold() == wanted
    ]
    found = exact or [code for code, both in names.items() if len(wanted) > 2 and any(wanted in name for name in both)]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(f"{code} {vocabulary.industries[code].de}" for code in found[:8])
    if found:
        message, hint = phrase("'{word}' fits several industries."), phrase("Choose one: {listed}.")
        refuse("unclear-industry", message, hint, exit_code=2, word=text[:60], listed=listed)
    from jobcli.files.did_you_mean import closest

    words = {name: code for code, both in names.items() for name in both} | dict(vocabulary.industry_words)
    near = closest(wanted, [*words, *names])
    hint = phrase("Examples: J62, IT, Banken, Logistik. All divisions are in the WZ 2008.")
    if near is None:
        refuse("unknown-industry", phrase("No industry '{word}'."), hint, exit_code=2, word=text[:60])
    return refuse(
        "unknown-industry",
        phrase("No industry '{word}'. Did you mean '{near}'?"),
        hint,
        exit_code=2,
        word=text[:60],
        near=near,
    )


def read_answer(text: str, key: str) -> bool:
    """Yes or no, in either language."""
    wanted = _folded(text)
    if wanted in _YES or wanted in _NO:
        return wanted in _YES
    return refuse(
        "not-yes-or-no",
        phrase("'{key}' is yes or no, not '{value}'."),
        phrase("Write yes or no."),
        exit_code=2,
        key=key,
        value=text[:60],
    )


def read_period(text: str) -> Period:
    """In which amounts are shown: year, month or hour, or the German word."""
    wanted = {"jahr": "year", "monat": "month", "stunde": "hour"}.get(_folded(text), _folded(text))
    if wanted in get_args(Period):
        return cast("Period", wanted)
    message, hint = phrase("No period '{word}'."), phrase("Known: {known}.")
    return refuse("unknown-period", message, hint, exit_code=2, word=text[:60], known=", ".join(get_args(Period)))


def read_varied(text: str) -> str:
    """The factor that an estimate varies."""
    wanted = _folded(text)
    if wanted in VARIED:
        return wanted
    message, hint = phrase("'{word}' cannot be varied."), phrase("Known: {known}.")
    return refuse("unknown-factor", message, hint, exit_code=2, word=text[:60], known=", ".join(VARIED))


_YES, _NO = ("yes", "ja", "true"), ("no", "nein", "false")
_EDUCATIONS: dict[Education, tuple[str, ...]] = {
    "none": ("ohne", "keine", "keiner", "ungelernt", "ohne-abschluss", "ohne-ausbildung"),
    "apprenticeship": ("lehre", "ausbildung", "berufsausbildung", "duale-ausbildung"),
    "master-craftsman": ("meister", "meisterin", "techniker", "technikerin", "fachwirt", "fachwirtin", "betriebswirt"),
    "bachelor": ("bachelorabschluss",),
    "master": ("diplom", "magister", "staatsexamen"),
    "doctorate": ("promotion", "doktor", "phd", "dr", "dr."),
}
_GERMAN_LEVELS = ("helfer", "fachkraft", "spezialist", "experte")


def _whole(text: str, option: str, low: int, high: int, example: int | None = None) -> int:
    stripped = text.strip()
    if not stripped.isascii() or not stripped.removeprefix("-").isdigit():
        usual = 5 if high < 100 else 250
        _no_number(phrase("{option} takes a whole number, not '{value}'."), text, option, str(example or usual))
    # Compared by length first: a number of a million digits must not be computed.
    if len(stripped) > _MAX_DIGITS or not low <= int(stripped) <= high:
        _out_of_range(stripped, option, low, high)
    return int(stripped)


def _no_number(message: Phrase, text: str, option: str, example: float | str) -> NoReturn:
    # A whole number is shown as it is typed, without the sign between thousands that a page has.
    hint = phrase("Example: {option} {example}")
    refuse("bad-number", message, hint, exit_code=2, option=option, value=text[:60], example=example)


def _out_of_range(text: str, option: str, low: int, high: int) -> NoReturn:
    message = phrase("{option} can be {low} to {high}, not {value}.")
    hint = phrase("Is a digit missing, or one too many?")
    refuse("out-of-range", message, hint, exit_code=2, option=option, low=low, high=high, value=text[:20])


def _folded(name: str) -> str:
    return name.strip().casefold().replace("ü", "ue").replace("_", "-").replace(" ", "-")
