"""What is no error and still worth a look: in one file, as old sources; in the whole catalogue, as roles nobody leads to.

Each warning has a place. Warnings are for whole records only: a draft would be warned of what its author is about to
write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct, to_builtins

from jobcli.domain.evidence import Phrase, Place, Problem, Source, Words, phrase
from jobcli.domain.observed import observed
from jobcli.domain.role import Role, TrainingPath, Transition, Vocabulary
from jobcli.files import yaml
from jobcli.files.catalog import Catalog, Shelf
from jobcli.files.read import Examined, real_name
from jobcli.files.records import locate
from jobcli.files.yaml import Document, Node, Scalar, dump

LANGUAGES = {"de": phrase("German"), "en": phrase("English")}

UNPRICED = ("apprenticeship", "on-the-job")
"""Kinds of path without a price: whoever walks them is paid, and a zero would need a source."""


class Yardstick(Struct, frozen=True):
    """What an estimate takes for old and for far apart. It is handed in, because this room makes no estimates."""

    is_old: Callable[[str], bool]
    """Asked with the date of a figure."""
    apart: Callable[[Role], Sequence[tuple[str, float]]]
    """The observations of a role that disagree with its anchor, each with its distance once all are in the money of one
    month (0.3 = 30 % above)."""
    share: float
    """The distance that is allowed."""


def warn(document: Document, record: Role | TrainingPath | Vocabulary, yardstick: Yardstick) -> list[Problem]:
    """The warnings about one file, in the order of their places."""
    warned = _Warnings(document, yardstick, record.languages if isinstance(record, Role | TrainingPath) else ())
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

    def __init__(self, document: Document, yardstick: Yardstick, spoken: Sequence[str] = ()) -> None:
        self.document = document
        self.yardstick = yardstick
        self.spoken = spoken
        self.problems: list[Problem] = []

    def add(self, node: Node | None, code: str, message: Phrase, hint: Phrase, /, **values: object) -> None:
        """Keep a warning at `node`."""
        self.problems.append(warning(self.document, node, code, message, hint, **values))

    def at(self, record: Struct, *way: str | int) -> Node | None:
        """The node of a part of `record`; the nearest one above it where the part is not written."""
        return locate(self.document.node_of(record), *way)

    def languages(self, words: Words) -> None:
        """A text has both languages."""
        there, missing = ("de", "en") if words.de else ("en", "de")
        if (words.de and words.en) or (self.spoken and missing not in self.spoken):
            return
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
        cost = path.cost
        priced = cost.course or cost.exam or cost.course_usd or cost.exam_usd or any(step.cost for step in path.steps)
        if not priced and path.kind not in UNPRICED:
            message = phrase("This path does not say what it costs.")
            hint = phrase("Add 'cost: {{course: …, exam: …}}' as soon as a source names a price.")
            self.add(self.at(path, "title"), "no-cost", message, hint)

    def salary(self, role: Role) -> None:
        """Pay rests on more than one observation, and they agree."""
        salary = role.pay
        if not salary.observations:
            return
        if len(salary.observations) == 1:
            message = phrase("Only one observation of pay: nothing shows whether others agree.")
            hint = phrase("Add one from another source, such as the Entgeltatlas for the KldB code.")
            self.add(self.at(salary, "observations", 0, "id"), "one-observation", message, hint)
        pay = {item.id: item for item in observed(role)}
        start = pay.get(salary.anchor)
        if start is not None and start.undated and any(item.middle and not item.undated for item in pay.values()):
            message = phrase("The anchor '{anchor}' is from a page without a date, and a dated figure exists.")
            hint = phrase("Start from the dated one: nobody knows how old the other is.")
            self.add(self.at(salary, "anchor"), "undated-anchor", message, hint, anchor=salary.anchor)
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
        for item in record.pay.observations if isinstance(record, Role) else ():
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


# Of the whole catalogue

_SIDES = (("to", "from"), ("from", "to"))


Statements = dict[tuple[str, str], Transition]
"""What others say of a role: their id and the side on which they have it ("to" or "from")."""


class Lines(str):
    """Several lines of a file, to be shown as they are: other values of a problem are words in a sentence."""

    __slots__ = ()


class ShelvedRole(Struct, frozen=True):
    """A role as the catalogue shows it, with the shelf and the file that it comes from."""

    role: Role
    shelf: Shelf
    file: Path


def warn_of_catalog(catalog: Catalog, examined: Iterable[Examined]) -> list[Problem]:
    """The warnings about the examined files that only the whole catalogue shows. What another file hides has none."""
    fresh = {real_name(item.file): item for item in examined}
    if not any(isinstance(item.record, Role | TrainingPath) for item in fresh.values()):
        return []  # Where nothing can be said of a file, the others are not read.
    roles = _roles(catalog, fresh)
    used = _used(catalog, roles.values())
    stated = _stated(roles)
    problems: list[Problem] = []
    for item in fresh.values():
        if item.document is None:
            continue
        if isinstance(item.record, Role | TrainingPath):
            problems += _lonely(item.document, item.record, used)
        shown = roles.get(item.file.stem)
        if isinstance(item.record, Role) and shown is not None and shown.role is item.record:
            problems += (
                []
                if _begins(catalog, item.record)
                else _unreached(item.document, item.file.stem, item.record, stated.get(item.file.stem, {}))
            )
            problems += _one_sided(item.document, item.file.stem, shown, roles, stated.get(item.file.stem, {}))
    return problems


def _roles(catalog: Catalog, fresh: Mapping[str, Examined]) -> dict[str, ShelvedRole]:
    """All roles of the catalogue that can be read; an examined one is not read a second time."""
    places = {role_id: catalog.file_of(role_id) for role_id in catalog.ids()}
    examined = {role_id: fresh.get(real_name(file)) for role_id, (_, file) in places.items()}
    others = {
        profile.id: profile.role
        for profile in catalog.profiles(role_id for role_id, here in examined.items() if here is None)
    }
    found = {}
    for role_id, (shelf, file) in places.items():
        here = examined[role_id]
        role = others.get(role_id) if here is None else here.record
        if isinstance(role, Role):
            found[role_id] = ShelvedRole(role, shelf, file)
    return found


def _used(catalog: Catalog, roles: Iterable[ShelvedRole]) -> Counter[str]:
    """How many times each subject is used: by roles, by their own paths, by the paths they share."""
    used: Counter[str] = Counter()
    for shown in roles:
        used.update(_subjects(shown.role))
    for path_id in catalog.training_ids():
        path = catalog.training(path_id)
        used.update(() if path is None else _subjects(path))
    return used


def _subjects(record: Role | TrainingPath) -> list[str]:
    """The subjects of a role and of the paths written in it, or those of a path."""
    return [
        name
        for part in parts(record)
        for name in (
            part.subjects if isinstance(part, Role) else part.teaches if isinstance(part, TrainingPath) else ()
        )
    ]


def _lonely(document: Document, record: Role | TrainingPath, used: Counter[str]) -> list[Problem]:
    """A subject that is used once in all connects its profile with no other."""
    message = phrase("The subject '{id}' is used only here: it connects this with nothing else in the catalogue.")
    hint = phrase("See whether one that others use says the same; else leave it.")
    return [
        warning(document, _entry(document, part, key, name), "subject-used-once", message, hint, id=name)
        for part in parts(record)
        for key in ("subjects", "teaches")
        for name in getattr(part, key, ())
        if used[name] == 1
    ]


def _entry(document: Document, record: Struct, key: str, word: str) -> Node | None:
    """The place of a word in a list."""
    listed = locate(document.node_of(record), key)
    items = listed.items if isinstance(listed, yaml.Sequence) else []
    return next((item for item in items if isinstance(item, Scalar) and item.text == word), listed)


def _begins(catalog: Catalog, role: Role) -> bool:
    """Whether working life can begin in this role: an apprenticeship leads there, so no other role has to."""
    shared = (catalog.training(path) if isinstance(path, str) else path for path in role.paths)
    return any(path is not None and path.kind == "apprenticeship" for path in shared)


def _unreached(document: Document, role_id: str, role: Role, stated: Statements) -> list[Problem]:
    """A role to which no transition leads: neither one of its own nor one of another role."""
    if role.transitions.before:
        return []
    if any(theirs == "to" for _, theirs in stated):
        return []
    message = phrase("No one leads to '{id}': it has no 'from', and no other role has it under 'to'.")
    hint = phrase("Say under 'transitions' where people come from: from: [{{title: {{de: …, en: …}}, source: …}}]")
    node = locate(document.node_of(role), "transitions") if role.transitions.after else _title(document, role)
    return [warning(document, node, "unreached-role", message, hint, id=role_id)]


def _stated(roles: Mapping[str, ShelvedRole]) -> dict[str, Statements]:
    """For each role what all roles say of it, in their order: read once, because a thousand roles have a million pairs."""
    stated: dict[str, Statements] = {}
    for role_id, shown in roles.items():
        for side, _ in _SIDES:
            for item in _side(shown.role, side):
                if item.role is not None:
                    stated.setdefault(item.role, {}).setdefault((role_id, side), item)
    return stated


def _one_sided(
    document: Document, role_id: str, here: ShelvedRole, roles: Mapping[str, ShelvedRole], said: Statements
) -> list[Problem]:
    """What other roles of the same shelf say of this one, and this one does not say of them."""
    problems = []
    for (other_id, theirs), item in said.items():
        other, ours = roles[other_id], dict(_SIDES)[theirs]
        if other_id == role_id or other.shelf != here.shelf:
            continue
        if any(own.role == other_id for own in _side(here.role, ours)):
            continue
        node = locate(document.node_of(here.role), "transitions", ours)
        message = phrase("'{other}' has this role under '{theirs}', but this one does not have it under '{ours}'.")
        hint = phrase("If both are true, add these lines:\n{lines}")
        values = {"other": other_id, "theirs": theirs, "ours": ours, "lines": _lines(other_id, other, item, ours, here)}
        where = _title(document, here.role) if node is document.node_of(here.role) else node
        problems.append(warning(document, where, "one-sided-transition", message, hint, **values))
    return problems


def _side(role: Role, key: str) -> tuple[Transition, ...]:
    return role.transitions.before if key == "from" else role.transitions.after


def _title(document: Document, role: Role) -> Node | None:
    return locate(document.node_of(role), "title")


def _lines(other_id: str, other: ShelvedRole, stated: Transition, side: str, here: ShelvedRole) -> Lines:
    """The other side of a transition as YAML, with its source where this file does not have it yet."""
    source, own = other.role.sources[stated.source], here.role.sources
    known = next((name for name, present in own.items() if present.url == source.url), None)
    name = known or next(free for count in range(1, len(own) + 2) if (free := _free(stated.source, count)) not in own)
    lines = ["transitions:", f"  {side}:", f"    - role: {other_id}", f"      source: {name}"]
    if stated.basis != "stated":
        lines.append(f"      basis: {stated.basis}")
    if known is None:
        lines.append(dump({"sources": {name: written(source)}}).decode().rstrip())
    return Lines("\n".join(lines))


def written(source: Source) -> dict[str, object]:
    """A source as one writes it: without what is not known, and with days that need no quotes."""
    told = {key: value for key, value in to_builtins(source).items() if value not in (None, "stated")}
    return {key: date.fromisoformat(value) if _is_day(key, value) else value for key, value in told.items()}


def _is_day(key: str, value: object) -> bool:
    return key in ("read", "published") and isinstance(value, str) and value.count("-") == 2


def _free(name: str, count: int) -> str:
    return name if count == 1 else f"{name}-{count}"
