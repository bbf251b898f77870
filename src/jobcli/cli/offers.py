"""A course that a person was offered: told once with `jobcli me offer`, or on the line of a command as its options."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct, structs

from jobcli.cli.readers import Amount, Choice, Number
from jobcli.cli.signature import Command, also_takes
from jobcli.domain.evidence import Phrase, phrase
from jobcli.domain.own import CourseOffer
from jobcli.domain.refusal import refuse


def read_start(text: str) -> str:
    """The month (YYYY-MM) of a month, a day or a year that a person typed; a year begins in January.

    Refusal for others, and for one that nobody who learns today has lived in, or will.
    """
    from jobcli.cli.day_readers import FIRST_YEAR, read_moment

    year, month = (*read_moment(text).split("-"), "01")[:2]
    if not FIRST_YEAR <= int(year) <= _LAST_YEAR:
        message = phrase("{month} is too long ago or too far ahead to be right.")
        refuse("bad-date", message, phrase("Write a month such as 2027-03."), exit_code=2, month=text[:60])
    return f"{int(year):04d}-{month}"


def read_provider(text: str) -> str:
    """The name of a provider. Refusal for an empty or a long one, or one with signs that command a terminal."""
    from jobcli.files.text import first_control

    stripped = text.strip()
    if not stripped or len(stripped) > _LONGEST or first_control(stripped) is not None or "\n" in stripped:
        message = phrase("A provider is a name of at most {limit} letters.")
        refuse("bad-provider", message, phrase("Example: {example}"), exit_code=2, limit=_LONGEST, example=_EXAMPLE)
    return stripped


_LONGEST = 200
_LAST_YEAR = 2100
_EXAMPLE = 'jobcli me offer fw-wirtschaft price 4250 exam 690 months 18 provider "IHK Akademie"'


class OfferPart(Struct, frozen=True):
    """One thing that an offer says: its word, its reader, and what help calls it."""

    key: str
    german: tuple[str, ...]
    metavar: str
    read: Callable[[str], object]
    help: Phrase


PARTS: dict[str, OfferPart] = {
    part.key: part
    for part in (
        OfferPart(
            "price",
            ("preis", "kurs", "kosten"),
            "EUROS",
            Amount("--price", 0, 1_000_000, "--price 4250"),
            phrase("What the course costs that you were offered."),
        ),
        OfferPart(
            "exam",
            ("pruefung", "prufung", "pruefungsgebuehr"),
            "EUROS",
            Amount("--exam", 0, 1_000_000, "--exam 560"),
            phrase("What its examination costs."),
        ),
        OfferPart(
            "months", ("monate", "dauer"), "MONTHS", Number("--months", 1, 600, 18), phrase("How many months it takes.")
        ),
        OfferPart(
            "lessons",
            ("unterrichtsstunden", "stunden", "ue"),
            "LESSONS",
            Number("--lessons", 1, 10_000, 560),
            phrase("How many lessons of 45 minutes it has."),
        ),
        OfferPart("start", ("beginn",), "MONTH", read_start, phrase("The month in which it begins, such as 2027-03.")),
        OfferPart("provider", ("anbieter",), "NAME", read_provider, phrase("Who gives it.")),
        OfferPart(
            "zfu",
            (),
            "yes|no",
            Choice(
                names={"yes": "yes", "ja": "yes", "no": "no", "nein": "no"},
                code="not-yes-or-no",
                message=phrase("'{word}' is neither yes nor no."),
            ),
            phrase("Whether the ZFU approved a distance course: yes or no."),
        ),
    )
}
"""In the order in which an offer is told."""

_WORDS: Choice[str] = Choice(
    names={name: part.key for part in PARTS.values() for name in (part.key, *part.german)},
    code="unknown-offer-key",
    message=phrase("An offer has no '{word}'."),
    meant=phrase("An offer has no '{word}'. Did you mean '{near}'?"),
)


def takes_offer(before: str) -> Callable[[Command], Command]:
    """Give a command the options of an offer, in front of its parameter `before`; what it has by itself it keeps."""
    from typer import Option

    def parameter(part: OfferPart) -> inspect.Parameter:
        option = Option(
            None, f"--{part.key}", metavar=part.metavar, parser=part.read, help=part.help, show_default=False
        )
        return inspect.Parameter(part.key, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=option, annotation=Any)

    return also_takes(*(parameter(part) for part in PARTS.values()), before=before)


def parts_of(words: list[str]) -> CourseOffer:
    """The offer that `price 4250 exam 560` tells. Refusal for an unknown word, or one without a value."""
    found: dict[str, object] = {}
    if len(words) % 2:
        hint = phrase("Example: {example}")
        refuse(
            "missing-value", phrase("{word} needs a value."), hint, exit_code=2, word=words[-1][:60], example=_EXAMPLE
        )
    for word, text in zip(words[::2], words[1::2], strict=True):
        key = _WORDS(word)
        found[key] = PARTS[key].read(text)
    return _offer(found)


def typed_offer(typed: Mapping[str, Any]) -> CourseOffer | None:
    """The offer that the options of a line tell; None where none was typed."""
    found = {key: typed[key] for key in PARTS if typed.get(key) is not None}
    return _offer(found) if found else None


def offers_told(
    kept: Mapping[str, CourseOffer],
    word: str | None,
    typed: Mapping[str, Any],
    paths: Collection[str],
    named: Callable[[str], str],
) -> Mapping[str, CourseOffer]:
    """The offers that were told once, and the one of the line for the path that `word` names.

    `named` reads the word, `paths` are those to choose from. Refusal for an offer of no path, or of no figure.
    """
    told = typed_offer(typed)
    if word is None:
        if told is not None:
            options = ", ".join(f"--{key}" for key in PARTS if typed.get(key) is not None)
            message = phrase("It is not said which path {options} are offered for.")
            hint = phrase("Add --offer with one of: {known}.")
            refuse("which-path", message, hint, exit_code=2, options=options, known=", ".join(paths))
        return kept
    path = named(word)
    offer = joined(kept.get(path), told)
    if offer is None:
        message = phrase("An offer needs a figure.")
        hint = phrase("Example: {example}")
        refuse("missing-value", message, hint, exit_code=2, example=f"--offer {path} --price 4250 --lessons 560")
    return {**kept, path: offer}


def joined(kept: CourseOffer | None, told: CourseOffer | None) -> CourseOffer | None:
    """What was told once, with what is told now in its place."""
    if kept is None or told is None:
        return told or kept
    return structs.replace(kept, **{key: value for key, value in structs.asdict(told).items() if value is not None})


def _offer(found: Mapping[str, object]) -> CourseOffer:
    return CourseOffer(**{key: float(value) if isinstance(value, Decimal) else value for key, value in found.items()})  # type: ignore[arg-type]
