"""What types cannot say: ids that must exist, values that must be in order, sources that must be named."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from msgspec import Struct

from jobcli.domain.evidence import Phrase, Source, phrase
from jobcli.domain.role import Role, SalaryObservation, TrainingPath, Transition, Vocabulary
from jobcli.loading.nodes import Document, Scalar
from jobcli.loading.shapes import closest, locate

Way = tuple[str | int, ...]


class Known(Struct, frozen=True):
    """The ids that a profile may point to."""

    roles: Collection[str]
    training: Collection[str]
    vocabulary: Vocabulary


def check_role(document: Document, role: Role, known: Known) -> None:
    """Report everything in `role` that points nowhere or contradicts itself."""
    _check_words(document, role, known.vocabulary)
    for index, path in enumerate(role.paths):
        if isinstance(path, str):
            _known(document, path, known.training, phrase("training path"), "paths", index)
        else:
            _check_own_path(document, path, known, index)
    _check_neighbours(document, "from", role.transitions.before, known)
    _check_neighbours(document, "to", role.transitions.after, known)
    _check_salary(document, role)
    _unique(document, [item.id for item in role.requirements], "requirements")
    _unique(document, [item.id for item in role.benefits], "benefits")
    _check_sources(document, role, role.sources, ())


def _check_words(document: Document, role: Role, words: Vocabulary) -> None:
    for index, duty in enumerate(role.duties):
        _known(document, duty.area, words.areas, phrase("area"), "duties", index, "area")
    for index, subject in enumerate(role.subjects):
        _known(document, subject, words.subjects, phrase("subject"), "subjects", index)
    for index, benefit in enumerate(role.benefits):
        _known(document, benefit.id, words.benefits, phrase("benefit"), "benefits", index, "id")
    for index, industry in enumerate(role.industries):
        _known(document, industry, words.industries, phrase("WZ 2008 division"), "industries", index)


def _check_own_path(document: Document, path: TrainingPath, known: Known, index: int) -> None:
    """A path that is written inside a role: it needs an id, and may use the sources of the role."""
    check_path(document, path, known, {}, ("paths", index))
    if path.id is None:
        here = locate(document.root, "paths", index)
        message, hint = phrase("'{key}' is missing from {what}."), phrase("Add '{key}: …' here.")
        document.report(here, "missing-key", message, hint, key="id", what=phrase("a training path"))


def _check_neighbours(document: Document, direction: str, neighbours: tuple[Transition, ...], known: Known) -> None:
    for index, neighbour in enumerate(neighbours):
        here: Way = ("transitions", direction, index)
        if (neighbour.role is None) == (neighbour.title is None):
            message = phrase("A neighbouring role has either 'role' (an id) or 'title' (words).")
            hint = phrase("Keep the one that fits: 'role' if the catalogue has a profile of it.")
            document.report(locate(document.root, *here), "role-or-title", message, hint)
        elif neighbour.role is not None:
            _known(document, neighbour.role, known.roles, phrase("role"), *here, "role")


def check_path(document: Document, path: TrainingPath, known: Known, sources: dict[str, Source], way: Way = ()) -> None:
    """Report everything in a training path that points nowhere, or steps that wait for each other."""
    for index, subject in enumerate(path.teaches):
        _known(document, subject, known.vocabulary.subjects, phrase("subject"), *way, "teaches", index)
    for index, scheme in enumerate(path.funding):
        _known(document, scheme, known.vocabulary.funding, phrase("funding scheme"), *way, "funding", index)
    for index, admission in enumerate(path.admission):
        for position, prior in enumerate(admission.training):
            _known(
                document, prior, known.training, phrase("training path"), *way, "admission", index, "training", position
            )
    steps = [step.id for step in path.steps]
    _unique(document, steps, *way, "steps")
    for index, step in enumerate(path.steps):
        for position, need in enumerate(step.needs):
            _known(document, need, steps, phrase("step"), *way, "steps", index, "needs", position)
    _check_cycles(document, path, way)
    for name in ("months", "hours_per_week", "hours_total"):
        _check_span(document, getattr(path, name), *way, name)
    for name in ("course", "exam"):
        _check_span(document, getattr(path.cost, name), *way, "cost", name)
    if not way:
        _check_sources(document, path, sources, ())


def _check_salary(document: Document, role: Role) -> None:
    observations = role.salary.observations
    _unique(document, [item.id for item in observations], "salary", "observations")
    named = [item.id for item in observations]
    if _known(document, role.salary.anchor, named, phrase("salary observation"), "salary", "anchor"):
        anchor = observations[named.index(role.salary.anchor)]
        if anchor.middle is None:
            document.report(
                locate(document.root, "salary", "anchor"),
                "anchor-without-middle",
                phrase("The anchor '{id}' has no 'middle': an estimate cannot start from it."),
                phrase("Choose an observation that has one."),
                id=anchor.id,
            )
    for index, item in enumerate(observations):
        _check_order(document, item, index)


def _check_order(document: Document, item: SalaryObservation, index: int) -> None:
    here: Way = ("salary", "observations", index)
    points = [
        (name, value)
        for name, value in (("low", item.low), ("middle", item.middle), ("high", item.high))
        if value is not None
    ]
    if not points:
        document.report(
            locate(document.root, *here),
            "no-figure",
            phrase("This observation has no figure."),
            phrase("Give at least one of 'low', 'middle' and 'high'."),
        )
    for (lower, small), (upper, large) in pairwise(points):
        if small > large:
            document.report(
                locate(document.root, *here, lower),
                "wrong-order",
                phrase("'{lower}' is {small}, which is more than '{upper}' with {large}."),
                phrase("Were the two swapped?"),
                lower=lower,
                small=small,
                upper=upper,
                large=large,
            )
    if (item.low is not None or item.high is not None) and item.spread is None:
        document.report(
            locate(document.root, *here),
            "missing-key",
            phrase("'{key}' is missing from {what}."),
            phrase("Say what 'low' and 'high' are: spread: full-range, quartiles, deciles or career-levels."),
            key="spread",
            what=phrase("a salary observation"),
        )


def _check_span(document: Document, span: object, *way: str | int) -> None:
    low, high = getattr(span, "min", 0), getattr(span, "max", 0)
    if low > high:
        document.report(
            locate(document.root, *way, "min"),
            "wrong-order",
            phrase("'{lower}' is {small}, which is more than '{upper}' with {large}."),
            phrase("Were the two swapped?"),
            lower="min",
            small=low,
            upper="max",
            large=high,
        )


def _check_cycles(document: Document, path: TrainingPath, way: Way) -> None:
    waiting = {
        step.id: {need for need in step.needs if any(other.id == need for other in path.steps)} for step in path.steps
    }
    while waiting:
        free = [name for name, needs in waiting.items() if not needs]
        if not free:
            index = next(index for index, step in enumerate(path.steps) if step.id in waiting)
            document.report(
                locate(document.root, *way, "steps", index, "needs"),
                "step-cycle",
                phrase("These steps wait for each other: {steps}."),
                phrase("Remove one of the 'needs'."),
                steps=", ".join(waiting),
            )
            return
        for name in free:
            del waiting[name]
        for needs in waiting.values():
            needs.difference_update(free)


def _check_sources(document: Document, record: object, sources: dict[str, Source], way: Way) -> None:
    """Every `source: id` below `record` names an entry of `sources`, or of the sources of its own path."""
    for field, value in _parts(record):
        if field == "source" and isinstance(value, str):
            _known(document, value, sources, phrase("source"), *way, "source")
        elif isinstance(value, Struct) and not isinstance(value, Source):
            inner = getattr(value, "sources", {}) if isinstance(value, TrainingPath) else {}
            _check_sources(document, value, {**sources, **inner}, (*way, field))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Struct):
                    inner = item.sources if isinstance(item, TrainingPath) else {}
                    _check_sources(document, item, {**sources, **inner}, (*way, field, index))


def _parts(record: object) -> Iterator[tuple[str, object]]:
    names = getattr(record, "__struct_fields__", ())
    keys = getattr(record, "__struct_encode_fields__", names)
    for name, key in zip(names, keys, strict=True):
        yield key, getattr(record, name)


def _known(document: Document, word: str, known: Collection[str], kind: Phrase, *way: str | int) -> bool:
    if word in known:
        return True
    near = closest(word, list(known))
    hint = phrase("Did you mean '{near}'?") if near else phrase("Add it, or choose one that exists.")
    code = "unknown-" + str(kind).split()[-1].lower()
    document.report(
        locate(document.root, *way), code, phrase("There is no {kind} '{word}'."), hint, kind=kind, word=word, near=near
    )
    return False


def _unique(document: Document, ids: list[str], *way: str | int) -> None:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            node = locate(document.root, *way, index, "id")
            line = node.line if isinstance(node, Scalar) else 0
            document.report(
                node,
                "duplicate-id",
                phrase("The id '{id}' is used twice in this list."),
                phrase("Give the one in line {line} another id."),
                id=name,
                line=line,
            )
