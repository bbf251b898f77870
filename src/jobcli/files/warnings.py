"""What is no error and still worth a look: old sources, single figures, texts in one language. Each warning has a place.

Warnings are for whole records only: a draft would be warned of what its author is about to write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from jobcli.domain.evidence import Phrase, Place, Problem, Source, Words, phrase
from jobcli.domain.role import Role, TrainingPath, Vocabulary
from jobcli.files.records import locate
from jobcli.files.yaml import Document, Node

LANGUAGES = {"de": phrase("German"), "en": phrase("English")}

UNPRICED = ("apprenticeship", "on-the-job")
"""Kinds of path without a price: whoever walks them is paid, and a zero would need a source."""


class Yardstick(Struct, frozen=True):
    """What an estimate takes for old and for far apart. It is handed in, because this room makes no estimates.

    `is_old` is asked with the date of a figure. `apart` are the observations of a role that disagree with its anchor,
    each with its distance once all are in the money of one month (0.3 = 30 % above). `share` is the distance allowed.
    """

    is_old: Callable[[str], bool]
    apart: Callable[[Role], Sequence[tuple[str, float]]]
    share: float


def warn(document: Document, record: Role | TrainingPath | Vocabulary, yardstick: Yardstick) -> list[Problem]:
    """The warnings about one file, in the order of their places."""
    warned = _Warnings(document, yardstick)
    for part in parts(record):
        if isinstance(part, Words):
            warned.languages(part)
        elif isinstance(part, TrainingPath):
            warned.cost(part)
    if isinstance(record, Role):
        warned.salary(record)
    if isinstance(record, Role | TrainingPath):
        warned.sources(record)
    return sorted(warned.problems, key=lambda problem: problem.place or Place(""))


def warning(
    document: Document, node: Node | None, code: str, message: Phrase, hint: Phrase, /, **values: object
) -> Problem:
    """One warning at `node`, or about the whole file."""
    place = Place(document.file) if node is None else document.place(node.line, node.column, node.length)
    return Problem(code, message, hint, values, place, "warning")


def parts(record: object) -> Iterator[Struct]:
    """The record and all records in it, in the order of their keys."""
    if isinstance(record, Struct):
        yield record
        for name in record.__struct_fields__:
            value = getattr(record, name)
            # Most fields are texts and figures: to ask of each what it holds would take most of the time.
            if isinstance(value, (Struct, tuple, dict)):
                yield from parts(value)
    elif isinstance(record, (tuple, dict)):
        for item in record.values() if isinstance(record, dict) else record:
            if isinstance(item, Struct):
                yield from parts(item)


class _Warnings:
    """The warnings of one document."""

    def __init__(self, document: Document, yardstick: Yardstick) -> None:
        self.document = document
        self.yardstick = yardstick
        self.problems: list[Problem] = []

    def add(self, node: Node | None, code: str, message: Phrase, hint: Phrase, /, **values: object) -> None:
        """Keep a warning at `node`."""
        self.problems.append(warning(self.document, node, code, message, hint, **values))

    def at(self, record: Struct, *way: str | int) -> Node | None:
        """The node of a part of `record`; the nearest one above it where the part is not written."""
        return locate(self.document.node_of(record), *way)

    def languages(self, words: Words) -> None:
        """A text has both languages."""
        if words.de and words.en:
            return
        there, missing = ("de", "en") if words.de else ("en", "de")
        self.add(
            self.at(words),
            "one-language",
            phrase("This text is there in {language} only."),
            phrase("Add '{key}: …', or everyone reads it in {language}."),
            language=LANGUAGES[there],
            key=missing,
        )

    def cost(self, path: TrainingPath) -> None:
        """A path says what it costs."""
        priced = path.cost.course or path.cost.exam or any(step.cost for step in path.steps)
        if not priced and path.kind not in UNPRICED:
            message = phrase("This path does not say what it costs.")
            hint = phrase("Add 'cost: {{course: …, exam: …}}' as soon as a source names a price.")
            self.add(self.at(path, "title"), "no-cost", message, hint)

    def salary(self, role: Role) -> None:
        """Pay rests on more than one observation, and they agree."""
        salary = role.salary
        if len(salary.observations) == 1:
            message = phrase("Only one observation of pay: nothing shows whether others agree.")
            hint = phrase("Add one from another source, such as the Entgeltatlas for the KldB code.")
            self.add(self.at(salary, "observations", 0, "id"), "one-observation", message, hint)
        far = self.yardstick.apart(role)
        if far:
            self.add(
                self.at(salary, "anchor"),
                "observations-apart",
                phrase("In the money of one month, these lie more than {share} from the anchor '{anchor}': {list}."),
                phrase(
                    "Does 'because' tell why estimates start from this one all the same? Else say it there, or choose another anchor."
                ),
                share=f"{self.yardstick.share:.0%}".replace("%", "\u00a0%"),
                anchor=salary.anchor,
                list=self.distances(far),
            )

    def distances(self, far: Sequence[tuple[str, float]]) -> Words:
        """Each observation with its distance; with a decimal where it would look as if it were within what is allowed."""
        shown = []
        for name, distance in far:
            places = 0 if round(abs(distance), 2) > self.yardstick.share else 1
            shown.append(f"{name} ({distance * 100:+.{places}f}\u00a0%)")
        return Words(de=", ".join(each.replace(".", ",") for each in shown), en=", ".join(shown))

    def sources(self, record: Role | TrainingPath) -> None:
        """No source is more than five years old; and no figure whose source is newer."""
        laws = {path.source for path in parts(record) if isinstance(path, TrainingPath) and path.law}
        old = set()
        for holder in parts(record):
            for name, source in (getattr(holder, "sources", None) or {}).items():
                # A law is in force until it is changed, whatever its year.
                if name not in laws and self.yardstick.is_old(source.published or source.read):
                    old.add(name)
                    self.old_source(name, source)
        for item in record.salary.observations if isinstance(record, Role) else ():
            if item.source not in old and self.yardstick.is_old(item.as_of):
                message = phrase("The figures of '{id}' are more than five years old: they are of {moment}.")
                hint = phrase("Look for newer ones, or leave them where there are none.")
                self.add(self.at(item, "as_of"), "old-figure", message, hint, id=item.id, moment=item.as_of)

    def old_source(self, name: str, source: Source) -> None:
        """A source is as old as its publication; one without a date is at least as old as the day it was read."""
        message = phrase("The source '{id}' is more than five years old: it was published in {moment}.")
        key, moment = "published", source.published
        if moment is None:
            message = phrase("The source '{id}' has no date, and it was read more than five years ago: in {moment}.")
            key, moment = "read", source.read
        hint = phrase("Look for a newer one, or leave it where there is none.")
        self.add(self.at(source, key), "old-source", message, hint, id=name, moment=moment)
