"""The second sheet of the hand-out: what to do when, whom to ring, what to bring, who pays, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase
from jobcli.pages import names
from jobcli.pages.difference import signed
from jobcli.pages.funding import VERDICTS, amount_words, as_sentence, shut_out
from jobcli.pages.kit.parts import Desk, Part, bullets, facts, heading, indented, paragraph
from jobcli.pages.kit.signs import chain, sentence
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Box, Room, Said
from jobcli.pages.match import requirement_name, requirement_words
from jobcli.pages.plan import bonus_words, cost_words, gain_words, month_of, paid_words, whole_cost
from jobcli.pages.progress import box, happened

if TYPE_CHECKING:
    from jobcli.answers.checklist import ChecklistStep, Plan
    from jobcli.answers.funding import SchemeVerdict
    from jobcli.answers.paths import PathTold
    from jobcli.answers.plan import CareerPlan, PlannedStep
    from jobcli.answers.report import Booklet, OwnWay, Portrait
    from jobcli.domain.figures import Drawer
    from jobcli.domain.role import Vocabulary
    from jobcli.pages.kit.language import Language

_ASKED = {
    "price": phrase("What does the course cost?"),
    "exam": phrase("What does the examination cost?"),
    "months": phrase("How many months does it take?"),
    "lessons": phrase("How many lessons has it?"),
}
_STEPS = 4
"""So many steps of the first training are told: those that come next."""

_OPEN = 1
"""So many questions on a scheme."""

_MUSTS = 3
"""So many things that the role asks for and the person does not have."""

_QUESTIONS = 5
"""So many lines there are for questions, at least one of them for a question of one's own."""


def way_parts(desk: Desk, booklet: Booklet, vocabulary: Vocabulary) -> list[Part]:
    """The plan of the person; of nobody in particular, the steps of the path of the first role."""
    say, way = desk.say, booklet.way
    if way is None:
        chapter = booklet.chapters[0]
        paths = [path for path in chapter.paths.paths if chapter.plan is not None and path.id == chapter.plan.path.id]
        title: Said = say("The way to: {role}", role=say(chapter.profile.role.title))
        steps = _without_months(desk, chapter.plan)
        money: list[Part] = []
    else:
        chapter = next(one for one in booklet.chapters if one.profile.id == way.goal.id)
        paths = list(way.paths)
        ends = chain(desk, (say(way.present.role.title), say(way.goal.role.title)))
        title = sentence(ends, lambda words: say("My way: {chain}", chain=words))
        steps = _with_months(desk, way)
        money = [heading(say("Money")), facts(_money(desk, way.found.answer))]
    return [
        heading(title),
        *steps,
        *_to_ring(desk, paths[:1]),
        *_to_bring(desk, paths[:1]),
        *_who_pays(desk, paths, booklet.funding),
        *money,
        *_questions(desk, paths, chapter, vocabulary),
        *_sources(desk, booklet, paths),
    ]


def _boxed(*heads: str) -> Table:
    grid = table("", *heads, shown="muted")
    for _ in heads:
        grid.add_column(whole=True)
    grid.add_column()
    return grid


def _with_months(desk: Desk, way: OwnWay) -> list[Part]:
    """Training and roles in turn, with the steps of the first training below it."""
    say = desk.say
    grid = _boxed(say("From"), say("What"))
    for step in way.found.answer.steps:
        grid.add_row(_open(say), month_of(say, step.begins), _planned(say, step))
        if way.first is not None and step.kind == "training" and step.id == way.first.path.id:
            ahead = [one for one in way.first.answer.steps if one.state in ("open", "doing")]
            for one in ahead[:_STEPS]:
                grid.add_row(box(say, one), _due(desk, way.first, one), _step(say, one))
            rest = len(ahead) - _STEPS
            if rest > 0:
                grid.add_row("", "", say.plural("{count} more step", "{count} more steps", rest))
    note = say("Each month is the latest; finding a job comes on top.")
    return [indented(grid), paragraph(note, style="muted")]


def _due(desk: Desk, plan: Plan, step: ChecklistStep) -> str:
    """The month in which a step begins, where that is known."""
    placed = plan.placed(step)
    return month_of(desk.say, placed.start) if placed is not None and placed.begins else ""


def _planned(say: Language, step: PlannedStep) -> Said:
    if step.kind == "role":
        gained = "" if step.gain is None or step.gain.gain_year is None else f" ({signed(say, step.gain.gain_year)})"
        pay = say("pay not known") if step.pay_year is None else say("{euros} a year", euros=say.euros(step.pay_year))
        text = say("{title}: {pay}", title=say(step.title), pay=pay + gained)
        return text if step.sure else say("{text}; not before", text=text)
    ends = say("length not known") if step.ends is None else say("to {month}", month=month_of(say, step.ends))
    text = say.listing([say(step.title), ends, cost_words(say, step)])
    return text if step.admitted else say("{text}; admission not known", text=text)


def _without_months(desk: Desk, plan: Plan | None) -> list[Part]:
    """The steps of a path in turn."""
    say = desk.say
    if plan is None:
        return [paragraph(say("No path is known that leads there."))]
    path = plan.path
    about = say.listing([say(path.title), names.months(say, path.months), names.cost(say, path.cost)])
    grid = _boxed(say("What"))
    for step in plan.answer.steps:
        grid.add_row(box(say, step), _step(say, step))
    return [paragraph(about), indented(grid)]


def _step(say: Language, step: ChecklistStep) -> str:
    """What to do, and what became of it."""
    became = say.listing(happened(say, step))
    return f"{say(step.text)} ({became})" if became else say(step.text)


def _open(say: Language) -> Said:
    return Box("[ ]", aloud=say(names.STATES["open"]))


def _to_ring(desk: Desk, paths: Sequence[PathTold]) -> list[Part]:
    """Who examines, and who sells the course; who decides on money stands with what is paid."""
    say = desk.say
    asked: dict[str, list[str]] = {}
    for path in paths:
        if path.awarding_body is not None:
            asked.setdefault(say(path.awarding_body), []).append(
                say("admission, dates and fees: {path}", path=say(path.title))
            )
        if path.holes:
            provider = (path.offer and path.offer.provider) or say("providers of courses")
            asked.setdefault(provider, []).append(say("an offer in writing: {path}", path=say(path.title)))
    if not asked:
        return []
    grid = _boxed(say("Whom"), say("What for"))
    grid.columns[1].whole = False
    for who, what in asked.items():
        grid.add_row(_open(say), who, say.listing(dict.fromkeys(what)))
    return [heading(say("Whom to ring")), indented(grid)]


def _to_bring(desk: Desk, paths: Sequence[PathTold]) -> list[Part]:
    """Proof of what admission asks for: of a person the way that they meet, else every way."""
    say, found = desk.say, list[str]()
    for path in paths:
        met = None if path.admission_reason is None else path.admission_reason.by
        if met is not None:
            found.append(say("proof of: {text}", text=say(path.admission[met.way].text)))
        elif path.admission:
            ways = "; ".join(say(way.text).rstrip(".") for way in path.admission)
            found.append(say("proof of one of these: {text}", text=ways))
    if any(ruling.id == "afbg" for ruling in _hopeful(paths).values()):
        found.append(say("the offer of the course, with price, lessons and dates"))
    return [heading(say("What to bring")), bullets(dict.fromkeys(found))] if found else []


def _hopeful(paths: Sequence[PathTold]) -> dict[str, SchemeVerdict]:
    """The schemes that apply or may apply to one of the paths; of several verdicts on one the best."""
    found: dict[str, SchemeVerdict] = {}
    for path in paths:
        for ruling in path.funding:
            before = found.get(ruling.id)
            if ruling.verdict != "does-not-apply" and (before is None or ruling.verdict == "applies" != before.verdict):
                found[ruling.id] = ruling
    return found


def _who_pays(desk: Desk, paths: Sequence[PathTold], drawer: Drawer) -> list[Part]:
    """The schemes as a table, with what has to be found out; those that the person is shut out of below it."""
    say, hopeful = desk.say, _hopeful(paths)
    if not any(path.funding for path in paths):
        return []
    grid = table("", say("Pays"), say("To find out"), shown="muted")
    for _ in range(3):
        grid.add_column()
    perhaps = any(ruling.verdict == "may-apply" for ruling in hopeful.values())
    for ruling in hopeful.values():
        scheme = drawer.schemes[ruling.id]
        known = say.listing(text for text in (amount_words(say, one) for one in ruling.amounts) if text)
        name = scheme.name.de or say(scheme.name)
        name += f" ({scheme.law})" if scheme.law and scheme.law not in name else ""
        rest = len(ruling.open) - _OPEN
        asked = [as_sentence(say(one.text)) for one in ruling.open[:_OPEN]]
        asked += [say.plural("And {count} more question.", "And {count} more questions.", rest)] if rest > 0 else []
        asked.append(say("Ask {who}.", who=scheme.decides))
        grid.add_row(
            name
            if ruling.verdict == "may-apply"
            else say("{scheme}: {verdict}", scheme=name, verdict=VERDICTS[ruling.verdict]),
            known or say(scheme.gives),
            " ".join(asked),
        )
    shut = shut_out(desk, paths, drawer)
    note = [paragraph(say("Not: {schemes}.", schemes="; ".join(shut)), style="muted")] if shut else []
    sure = say("each only perhaps: find it out before it begins") if perhaps else ""
    return [heading(say("Who pays"), sure), *([indented(grid)] if hopeful else []), *note]


def _money(desk: Desk, answer: CareerPlan) -> list[tuple[str, Said]]:
    """What it costs, what it brings, and from when."""
    say = desk.say
    return [
        (say("Your cost"), whole_cost(say, answer)),
        *([(say("Bonus"), bonus_words(desk, answer))] if answer.bonus else []),
        (say("Gain"), gain_words(desk, answer)),
        (say("Paid back"), paid_words(say, answer)),
    ]


def _questions(desk: Desk, paths: Sequence[PathTold], chapter: Portrait, vocabulary: Vocabulary) -> list[Part]:
    """What is open, each with room for the answer."""
    say = desk.say
    grid = table(say("Question"), say("Answer"), shown="muted")
    grid.add_column()
    grid.add_column()
    asked = [*_of_paths(desk, paths[:1]), *islice(_of_musts(desk, chapter, vocabulary), _MUSTS)]
    for text in asked:
        grid.add_row(text, Room())
    for _ in range(max(1, _QUESTIONS - len(asked))):
        grid.add_row(Room(), Room())
    return [heading(say("Open questions")), indented(grid)]


def _of_paths(desk: Desk, paths: Sequence[PathTold]) -> Iterator[str]:
    """What an offer of each path would tell."""
    say = desk.say
    for path in paths:
        if path.holes:
            asked = " ".join(say(_ASKED[key]) for key in path.holes)
            yield say("{path}: {question}", path=say(path.title), question=asked)


def _of_musts(desk: Desk, chapter: Portrait, vocabulary: Vocabulary) -> Iterator[str]:
    """What the role asks for and the person lacks, or has not told."""
    say, fit = desk.say, chapter.fit
    words = requirement_words(vocabulary, chapter.profile)
    for item in () if fit is None else fit.requirements:
        if item.need == "must" and item.kind != "trait" and item.instead_of is None and item.state != "met":
            text = requirement_name(desk, item, words)
            yield (
                say("Where can I learn or gain it: {requirement}?", requirement=text)
                if item.state == "missing"
                else say("Do I have it: {requirement}?", requirement=text)
            )


def _sources(desk: Desk, booklet: Booklet, paths: Sequence[PathTold]) -> list[Part]:
    """Where the figures of both sheets are from, in one line."""
    say = desk.say
    sources = [item.anchor_source for item in booklet.paid.items]
    sources += [one.official.source for one in booklet.chapters if one.official is not None]
    sources += [path.source for path in paths]
    sources += [booklet.funding.schemes[name].source for name in _hopeful(paths)]
    dates: dict[str, list[str]] = {}
    for source in sources:
        dates.setdefault(source.publisher, []).append(names.source_date(say, source))
    told = [f"{publisher} ({say.listing(dict.fromkeys(days))})" for publisher, days in dates.items()]
    return [paragraph(say("Sources: {sources}.", sources=say.listing(told)), style="muted")]
