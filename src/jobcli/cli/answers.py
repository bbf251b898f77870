"""What a person types becomes a value, or a refusal in plain words: Länder, years, head counts, hours, levels."""

from __future__ import annotations

from typing import cast, get_args

from jobcli.cli.session import refuse
from jobcli.domain.evidence import phrase
from jobcli.domain.pay import LANDS
from jobcli.domain.role import Level

# Kept here, not in the estimate: a wrong number is refused before any figure is read.
MAX_TENURE = 55
MAX_COMPANY_SIZE = 10_000_000
MIN_AGE, MAX_AGE = 15, 100
MAX_HOURS = 60


def read_state(text: str) -> str:
    """A Land code from a code, `DE-BY`, or a name in either language. Refusal for anything else."""
    wanted = _folded(text)
    names: dict[str, str] = {}
    for land in LANDS:
        for name in (land.code, f"DE-{land.code}", land.name.de or "", land.name.en or ""):
            names[_folded(name)] = land.code
    if wanted in names:
        return names[wanted]
    from jobcli.loading.shapes import closest

    near = closest(wanted, [name for name in names if len(name) > 5])
    codes = ", ".join(land.code for land in LANDS)
    known = phrase("Known: {codes}, or the names.")
    if near is None:
        refuse("unknown-state", phrase("No Land '{word}'."), known, exit_code=2, word=text[:60], codes=codes)
    land = next(land for land in LANDS if land.code == names[near])
    message = phrase("No Land '{word}'. Did you mean {near} ({code})?")
    return refuse(
        "unknown-state", message, known, exit_code=2, word=text[:60], near=land.name, code=land.code, codes=codes
    )


def read_tenure(text: str) -> int:
    """Full years with the same employer, 0 to 55."""
    return _whole(text, "--tenure", 0, MAX_TENURE)


def read_company_size(text: str) -> int:
    """The head count of a company, 1 to ten million."""
    return _whole(text, "--company-size", 1, MAX_COMPANY_SIZE)


def read_experience(text: str) -> int:
    """Full years in working life, 0 to 60."""
    return _whole(text, "--experience", 0, 60)


def read_age(text: str) -> int:
    """An age in years, 15 to 100."""
    return _whole(text, "--age", MIN_AGE, MAX_AGE)


def read_hours(text: str) -> float:
    """Hours a week, 1 to 60, with at most two decimals; a comma is as good as a point."""
    stripped = text.strip().replace(",", ".")
    whole, _, decimals = stripped.partition(".")
    if not (stripped.isascii() and whole.isdigit() and (decimals.isdigit() or not decimals) and len(decimals) <= 2):
        refuse(
            "bad-number",
            phrase("{option} takes a number, not '{value}'."),
            phrase("Example: {option} {example}"),
            exit_code=2,
            option="--hours",
            value=text[:60],
            example="38.5",
        )
    if len(stripped) > 12 or not 1 <= float(stripped) <= MAX_HOURS:
        refuse(
            "out-of-range",
            phrase("{option} can be {low} to {high}, not {value}."),
            phrase("Is a digit missing, or one too many?"),
            exit_code=2,
            option="--hours",
            low=1,
            high=MAX_HOURS,
            value=stripped[:20],
        )
    return float(stripped)


def read_level(text: str) -> Level:
    """A level of the KldB: helper, skilled, specialist, expert, the German word, or 1 to 4."""
    wanted = _folded(text)
    for number, level in enumerate(get_args(Level), 1):
        if wanted in (str(number), level, _GERMAN_LEVELS[number - 1]):
            return cast("Level", level)
    return refuse(
        "unknown-level",
        phrase("No level '{word}'."),
        phrase("Known: helper, skilled, specialist, expert, or 1 to 4."),
        exit_code=2,
        word=text[:60],
    )


_GERMAN_LEVELS = ("helfer", "fachkraft", "spezialist", "experte")


def _whole(text: str, option: str, low: int, high: int) -> int:
    stripped = text.strip()
    if not stripped.isascii() or not stripped.removeprefix("-").isdigit():
        refuse(
            "bad-number",
            phrase("{option} takes a whole number, not '{value}'."),
            phrase("Example: {option} {example}"),
            exit_code=2,
            option=option,
            value=text[:60],
            example=5 if high < 100 else 250,
        )
    # Compared by length first: a number of a million digits must not be computed.
    if len(stripped) > 12 or not low <= int(stripped) <= high:
        refuse(
            "out-of-range",
            phrase("{option} can be {low} to {high}, not {value}."),
            phrase("Is a digit missing, or one too many?"),
            exit_code=2,
            option=option,
            low=low,
            high=high,
            value=stripped[:20],
        )
    return int(stripped)


def _folded(name: str) -> str:
    return name.strip().casefold().replace("ü", "ue").replace("_", "-").replace(" ", "-")
