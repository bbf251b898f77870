"""What types cannot say: ids that must exist, values that must be in order, sources that must be named.

A record may be a draft: parts that were wrong are missing from it, and have been reported already. So a check says
nothing about what follows from such a part only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from msgspec import Struct, inspect

from jobcli.domain.evidence import Phrase, Source, phrase
from jobcli.domain.profile import Known
from jobcli.domain.role import Role, Step, TrainingPath, Transition
from jobcli.domain.salary import Salary, SalaryObservation
from jobcli.files.faults import WANTED, Faults, guessed
from jobcli.files.path_checks import check_figures, spans_of
from jobcli.files.records import locate
from jobcli.files.yaml import Document, Mapping, Node, Scalar, Sequence


def check_role(document: Document, role: Role, known: Known) -> None:
    """Report everything in `role` that points nowhere or contradicts itself."""
    check = _Check(document, known)
    for duty in role.duties:
        check.shared(check.at(duty, "area"), duty.area, "areas")
    for benefit in role.benefits:
        check.shared(check.at(benefit, "id"), benefit.id, "benefits")
    check.all_shared(role, "subjects", role.subjects, "subjects")
    check.all_shared(role, "industries", role.industries, "industries")
    check.all_shared(role, "above_all", role.above_all, "industries")
    check.all_shared(role, "paths", [path for path in role.paths if isinstance(path, str)], "training")
    for path in role.paths:
        if isinstance(path, TrainingPath):
            check.own_path(path)
    for neighbour in (*role.transitions.before, *role.transitions.after):
        check.neighbour(neighbour)
    if role.salary is not None:
        check.salary(role.salary)
    check.rungs(role)
    asked = [item.id for item in role.requirements]
    for item in role.requirements:
        if item.instead_of is not None:
            others = [name for name in asked if name != item.id]
            check.known(check.at(item, "instead_of"), item.instead_of, others, phrase("other requirement"))
    for key in ("requirements", "benefits", "paths", "levels"):
        check.unique(check.at(role, key))
    check.helping(role)
    check.renamed(role, role.was, known.roles)
    check.sources(role)


def check_path(document: Document, path: TrainingPath, known: Known) -> None:
    """Report everything in a training path that points nowhere, and steps that wait for each other."""
    check = _Check(document, known)
    check.path(path)
    check.renamed(path, path.was, known.training)
    check.sources(path)


class _Check:
    """The checks of one document; each says what is wrong where it stands."""

    def __init__(self, document: Document, known: Known) -> None:
        self.document = document
        self.ids = known

    def at(self, record: Struct, *way: str | int) -> Node | None:
        """The node of a part of `record`; the nearest one above it where the part is not written."""
        return locate(self.document.node_of(record), *way)

    def known(self, node: Node | None, word: str, known: Collection[str], kind: Phrase) -> bool:
        """Whether `word` is one of the known ids; reported at `node` where it is not. Nothing is said of a blank."""
        if word in known:
            return True
        if not word or self.document.full:
            return False
        # The code beside a wrong code is no slip of the pen: it is another industry.
        near = None if kind == _DIVISION else guessed(self.document, word, list(known))
        hint = phrase("Did you mean '{near}'?") if near else _CURES.get(kind, _ADD)
        code = "unknown-" + str(kind).split()[-1].lower()
        values = {"kind": kind, "word": word, "near": near, "known": ""}
        if not near and kind in _LISTED and 0 < len(known) <= _FEW:
            hint, values["known"] = _LISTED[kind], ", ".join(sorted(known))
        self.document.report(node, code, phrase("There is no {kind} '{word}'."), hint, **values)
        return False

    def shared(self, node: Node | None, word: str, table: str) -> None:
        """Report an id that no profile has, and no vocabulary. The document notes the others: it is sound while they are there."""
        if self.known(node, word, self.ids.ids(table), _SHARED[table]):
            self.document.points_to.add(f"{table}/{word}")

    def all_shared(self, record: Struct, key: str, words: Iterable[str], table: str) -> None:
        """Check each id of a list, and report each where it stands."""
        for node, word in self.written(record, key, words):
            self.shared(node, word, table)

    def written(self, record: Struct, key: str, words: Iterable[str]) -> Iterator[tuple[Node | None, str]]:
        """Each id of a list once, with the place where it stands."""
        node = self.at(record, key)
        places = (
            {item.text: item for item in node.items if isinstance(item, Scalar)} if isinstance(node, Sequence) else {}
        )
        for word in dict.fromkeys(words):
            yield places.get(word, node), word

    def unique(self, node: Node | None) -> None:
        """Report each id of a list that has stood there before."""
        seen: dict[str, int] = {}
        for item in node.items if isinstance(node, Sequence) else ():
            place = item.get("id") if isinstance(item, Mapping) else item
            if not isinstance(place, Scalar):
                continue
            if place.text in seen:
                message, hint = (
                    phrase("'{id}' stands in this list a second time; the first is in line {line}."),
                    phrase("Give one of the two another id, or delete it."),
                )
                line = seen[place.text]
                self.document.report(place, "duplicate-id", message, hint, id=place.text[:60], line=line)
            seen.setdefault(place.text, place.line)

    def own_path(self, path: TrainingPath) -> None:
        """A path that is written inside a role needs an id."""
        self.path(path)
        written = self.at(path)
        if isinstance(written, Mapping) and written.get("id") is None:
            message, hint = phrase("'{key}' is missing from {what}."), phrase("Add '{key}: …' here.")
            self.document.report(self.at(path), "missing-key", message, hint, key="id", what=phrase("a training path"))

    def neighbour(self, neighbour: Transition) -> None:
        """A neighbouring role is an id or a title."""
        written = self.at(neighbour)
        keys = set(written.members) & {"role", "title"} if isinstance(written, Mapping) else set()
        if len(keys) != 1:
            message = phrase("A neighbouring role has either 'role' (an id) or 'title' (words), and this one has both.")
            hint = phrase("Keep the one that fits: 'role' if the catalogue has a profile of it.")
            if not keys:
                message = phrase("It is not said which role this is.")
                hint = phrase("Add 'role: id' if the catalogue has a profile of it, else 'title: {{de: …, en: …}}'.")
            self.document.report(self.at(neighbour), "role-or-title", message, hint)
        elif neighbour.role is not None:
            self.shared(self.at(neighbour, "role"), neighbour.role, "roles")

    def rungs(self, role: Role) -> None:
        """The levels of a role: their duties, their requirements and their pay."""
        for rung in role.levels:
            for duty in rung.duties:
                self.shared(self.at(duty, "area"), duty.area, "areas")
            if rung.salary is not None:
                self.salary(rung.salary)
            self.unique(self.at(rung, "requirements"))

    def salary(self, salary: Salary) -> None:
        """The anchor exists and has a middle; the figures of each observation are in order."""
        listed = self.at(salary, "observations")
        self.unique(listed)
        node = self.at(salary, "anchor")
        if self.known(node, salary.anchor, _ids(listed), phrase("salary observation")):
            anchor = _item(listed, salary.anchor)
            if isinstance(anchor, Mapping) and anchor.get("middle") is None:
                message = phrase("The anchor '{id}' has no 'middle': an estimate cannot start from it.")
                hint = phrase("Choose an observation that has one.")
                self.document.report(node, "anchor-without-middle", message, hint, id=salary.anchor)
        for item in salary.observations:
            self.observation(item)

    def observation(self, item: SalaryObservation) -> None:
        """Low, middle and high are in order, at least one is there, and it is said what low and high are."""
        written = self.at(item)
        if item.scope is not None and (item.scope == "group") != (item.kldb is not None):
            message = phrase("'scope: group' and 'kldb' go together: a code stands for a whole group.")
            hint = phrase("Name its 'kldb', or choose another 'scope'; 'within' is the group of a part.")
            self.document.report(self.at(item, "scope"), "group-without-kldb", message, hint)
        keys = [key for key in ("low", "middle", "high") if isinstance(written, Mapping) and written.get(key)]
        if not keys:
            message, hint = (
                phrase("This observation has no figure."),
                phrase("Give at least one of 'low', 'middle' and 'high'."),
            )
            self.document.report(written, "no-figure", message, hint)
        for key in ("low", "middle", "high", "average"):
            value = getattr(item, key)
            node = self.at(item, key)
            if not isinstance(value, float) or node is None:
                continue
            if item.per != "hour":
                Faults(self.document).wrong_type(node, WANTED[inspect.IntType], key, needed=False)
            elif round(value, 2) != value:
                message, hint = phrase("'{key}' has at most two decimals, not '{value}'."), phrase("Round it.")
                self.document.report(node, "wrong-type", message, hint, key=key, value=f"{value:.15g}")
        points = [(key, value) for key in keys if (value := getattr(item, key)) is not None]
        for (lower, small), (upper, large) in pairwise(points):
            self.ordered(self.at(item, lower), lower, small, upper, large)
        if {"low", "high"} & set(keys) and isinstance(written, Mapping) and written.get("spread") is None:
            hint = phrase("Say what 'low' and 'high' are: spread: full-range, quartiles, deciles or career-levels.")
            message, what = phrase("'{key}' is missing from {what}."), phrase("a salary observation")
            self.document.report(written, "missing-key", message, hint, key="spread", what=what)

    def ordered(self, node: Node | None, lower: str, small: float, upper: str, large: float) -> None:
        """Report where the lower of two figures is the larger one."""
        if small > large:
            message = phrase("'{lower}' is {small}, which is more than '{upper}' with {large}.")
            values = {"lower": lower, "small": f"{small:.15g}", "upper": upper, "large": f"{large:.15g}"}
            self.document.report(node, "wrong-order", message, phrase("Were the two swapped?"), **values)

    def path(self, path: TrainingPath) -> None:
        """The subjects, funding, admission, figures and steps of a training path."""
        self.all_shared(path, "teaches", path.teaches, "subjects")
        self.all_shared(path, "funding", path.funding, "funding")
        for way_in in path.admission:
            self.all_shared(way_in, "training", way_in.training, "training")
        for span in spans_of(path):
            if span.min is not None and span.max is not None:
                self.ordered(self.at(span, "min"), "min", span.min, "max", span.max)
        check_figures(self.document, path)
        self.steps(path)

    def renamed(self, record: Struct, was: Iterable[str], there: Collection[str]) -> None:
        """Report an id that something is said to have had before, and that something else still has."""
        for node, word in self.written(record, "was", was):
            if word in there:
                message = phrase("'{word}' is said to be an old id, but there is still something with this id.")
                hint = phrase("Delete it here: ticks of '{word}' belong to what has this id.")
                self.document.report(node, "old-id-in-use", message, hint, word=word)

    def helping(self, role: Role) -> None:
        """What helps in a role is one of its paths."""
        ids = {path if isinstance(path, str) else path.id for path in role.paths}
        for node, word in self.written(role, "helps", role.helps):
            if word not in ids and not self.document.full:
                message = phrase("'{word}' helps in this role, but it is not among its paths.")
                self.document.report(node, "helps-elsewhere", message, phrase("Add it to 'paths', too."), word=word)

    def steps(self, path: TrainingPath) -> None:
        """Steps need steps of the same path, and none waits for itself."""
        listed = self.at(path, "steps")
        self.unique(listed)
        ids = dict.fromkeys(_ids(listed))
        for step in path.steps:
            for node, word in self.written(step, "needs", step.needs):
                self.known(node, word, ids, phrase("step"))
        for step in path.steps:
            self.renamed(step, step.was, ids)
        circle = _circle(path.steps)
        if circle:
            message, hint = phrase("These steps wait for each other: {steps}."), phrase("Remove one of the 'needs'.")
            names = ", ".join(step.id for step in circle)
            self.document.report(self.at(circle[0], "needs"), "step-cycle", message, hint, steps=names)

    def sources(self, record: Struct, above: Collection[str] = ()) -> None:
        """Every `source: id` below `record` names an entry of `sources`, its own or those of the role above it."""
        written = self.at(record, "sources") if hasattr(record, "sources") else None
        known = {*above, *(written.members if isinstance(written, Mapping) else ())}
        for source in getattr(record, "sources", {}).values():
            if source.quotes and source.kind != "article":
                message = phrase("'quotes' says whose figures an article prints, and this source is not one.")
                hint = phrase("Write 'kind: article', or remove 'quotes'.")
                self.document.report(self.at(source, "quotes"), "quotes-without-article", message, hint)
        for name in record.__struct_fields__:
            value = getattr(record, name)
            if name == "source" and value:
                self.known(self.at(record, "source"), value, known, phrase("source"))
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Struct) and not isinstance(part, Source):
                    self.sources(part, known)


_DIVISION = phrase("WZ 2008 division")
_SHARED = {
    "areas": phrase("area"),
    "benefits": phrase("benefit"),
    "subjects": phrase("subject"),
    "industries": _DIVISION,
    "funding": phrase("funding scheme"),
    "training": phrase("training path"),
    "roles": phrase("role"),
}
"""What an id of each table of `Known` is called."""
_ADD = phrase("Add it, or choose one that exists.")
_ADD_SHARED = phrase("Add it to vocabulary.yaml, or choose one that stands there.")
_FEW = 25
_NAMED = phrase("These stand there: {known}. Choose one, or add '{word}' to 'sources'.")
_LISTED_SHARED = phrase("Known: {known}. Choose one, or add '{word}' to your vocabulary.yaml.")
_LISTED = {
    "area": _LISTED_SHARED,
    "benefit": _LISTED_SHARED,
    "funding scheme": _LISTED_SHARED,
    "source": _NAMED,
    "salary observation": phrase("These stand there: {known}. Choose one."),
    "step": phrase("The steps of this path are: {known}."),
}
"""What is said where the known ids are few enough to be read."""

_CURES = {
    "area": _ADD_SHARED,
    "subject": _ADD_SHARED,
    "benefit": _ADD_SHARED,
    "funding scheme": _ADD_SHARED,
    _DIVISION: _ADD_SHARED,
    "source": phrase("Add it to 'sources', or choose one that stands there."),
    "role": phrase("Write 'title: {{de: …, en: …}}' instead, or choose a role that has a profile."),
    "training path": phrase("Add training/{word}.yaml, or choose one that exists."),
}


def _ids(node: Node | None) -> list[str]:
    """The ids of a list as they are written, also those of records that were wrong otherwise."""
    items = node.items if isinstance(node, Sequence) else []
    places = [item.get("id") for item in items if isinstance(item, Mapping)]
    return [place.text for place in places if isinstance(place, Scalar)]


def _item(node: Node | None, word: str) -> Node | None:
    """The entry of a list that has this id."""
    for item in node.items if isinstance(node, Sequence) else ():
        place = item.get("id") if isinstance(item, Mapping) else None
        if isinstance(place, Scalar) and place.text == word:
            return item
    return None


def _circle(steps: tuple[Step, ...]) -> list[Step]:
    """The steps that wait for each other, in the order of the file; empty where there are none."""
    ids = {step.id for step in steps}
    needs = {step.id: set(step.needs) & ids for step in steps}
    left = _without_ends(needs)
    # Neither what can be done now nor what nobody waits for is part of a circle.
    waiting: dict[str, set[str]] = {name: set() for name in left}
    for name in left:
        for need in needs[name] & left:
            waiting[need].add(name)
    left = _without_ends(waiting)
    return [step for step in steps if step.id in left]


def _without_ends(needs: dict[str, set[str]]) -> set[str]:
    """The names that are left when each that needs none of the others is taken away, again and again."""
    open_needs = {name: len(below) for name, below in needs.items()}
    above: dict[str, list[str]] = {name: [] for name in needs}
    for name, below in needs.items():
        for need in below:
            above[need].append(name)
    free = [name for name, count in open_needs.items() if not count]
    left = set(needs)
    while free:
        name = free.pop()
        left.discard(name)
        for other in above[name]:
            open_needs[other] -= 1
            if not open_needs[other]:
                free.append(other)
    return left
