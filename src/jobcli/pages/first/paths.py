"""The first screen of the training paths of a role: which of them are open, how long, for how much, and what is left to pay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jobcli.answers.amounts import Stretch
from jobcli.domain.evidence import phrase
from jobcli.domain.pay import Person
from jobcli.pages import names
from jobcli.pages.difference import signed
from jobcli.pages.first.ranked import RankColumn, ranked
from jobcli.pages.first.rows import ShortRow, row, screen
from jobcli.pages.funding import shut_out
from jobcli.pages.kit.lines import USUAL
from jobcli.pages.kit.parts import Desk, Page, headline, page, paragraph
from jobcli.pages.kit.signs import marked, unknown
from jobcli.pages.kit.text import Said, Text
from jobcli.pages.person import person_line
from jobcli.pages.worth import paid_line

if TYPE_CHECKING:
    from jobcli.answers.paths import PathTold, RolePaths
    from jobcli.domain.evidence import Phrase, Words
    from jobcli.domain.figures import Drawer
    from jobcli.domain.role import Span, Vocabulary
    from jobcli.pages.kit.language import Language
    from jobcli.training.gate import Access

_MOST = 8
"""So many paths have a line of their own; those that nobody needs are named below."""

_ROOMY = 4
"""Of so many paths the names may have two lines; where a terminal is narrow, of all."""

_SHORT: dict[Access, Phrase] = {
    "open": phrase("yes"),
    "after": phrase("after {first}"),
    "after-practice": phrase("after practice"),
    "unknown": phrase("?"),
    "closed": phrase("no"),
    "not-needed": phrase("not needed"),
}


def first_of_paths(
    desk: Desk,
    answer: RolePaths,
    title: Words,
    funding: Drawer,
    present: Words | None,
    person: Person,
    vocabulary: Vocabulary,
) -> Page:
    """`title` is that of the role, `present` that of the role the person has."""
    say = desk.say
    told = [path for path in answer.paths if path.purpose == "leads" and path.access != "not-needed"] or [
        path for path in answer.paths if path.purpose == "leads"
    ]
    shown = told[:_MOST]
    head = page(headline(_title(say, answer, title)), _doubt(desk, answer), _table(desk, answer, shown))
    first = shown[0] if shown else answer.paths[0]
    steps = (
        (phrase("One of them"), f"jobcli paths {answer.role} {_number(answer, first)}"),
        (phrase("Its steps"), f"jobcli checklist {answer.role} {first.id}"),
    )
    told_of = row(say("About you"), [person_line(desk, person, vocabulary)] if person != Person() else [])
    return screen(desk, head, [*_rows(desk, answer, shown, funding, present), told_of], *steps)


def _title(say: Language, answer: RolePaths, title: Words) -> str:
    """How many ways there are, and how many of them are open."""
    leading = [path for path in answer.paths if path.purpose == "leads"]
    is_open = sum(path.access == "open" for path in leading)
    text = say.plural("{role}: {count} way", "{role}: {count} ways", len(leading), role=say(title))
    return text + say.plural(", {count} open to you", ", {count} open to you", is_open)


def _number(answer: RolePaths, path: PathTold) -> int:
    return 1 + [one.id for one in answer.paths].index(path.id)


def _table(desk: Desk, answer: RolePaths, shown: Sequence[PathTold]) -> Page:
    say = desk.say
    columns = (
        RankColumn(align="right", style="muted"),
        RankColumn(say("Way"), cut=True, style="strong", least=20),
        RankColumn(say("Months"), align="right", spare=1),
        RankColumn(say("Price from"), align="right"),
        RankColumn(say("You from"), align="right"),
        RankColumn(say("You may")),
    )
    rows = [
        (
            str(_number(answer, path)),
            say(path.title),
            _months(desk, path),
            _price(desk, path),
            _own(desk, path),
            _may(desk, answer, path),
        )
        for path in shown
    ]
    roomy = len(rows) <= (_ROOMY if desk.width >= USUAL else _MOST)
    return page(ranked(desk, columns, rows, 2 if roomy else 1))


def _marks(*spans: Span | None) -> list[str]:
    found = {span.basis for span in spans if span is not None}
    return ["~"] if "generic" in found else ["?"] if found - {"stated"} else []


def _months(desk: Desk, path: PathTold) -> Said:
    """The months of the path with all that comes before it."""
    first = path.comes_first
    if first is not None:
        found = first.months
    else:
        found = None if path.months is None else Stretch(path.months.min, path.months.max, complete=True)
    if found is None:
        return unknown(desk)
    numbers = [desk.say.number(end) for end in dict.fromkeys((found.low, found.high))]
    text = desk.symbols.dash.join(numbers) if found.complete else f"> {numbers[0]}"
    aloud = None if found.complete else desk.say("at least {count}", count=numbers[0])
    return marked(desk.say, Text(text, aloud=aloud), *_marks(path.months))


def _price(desk: Desk, path: PathTold) -> Said:
    """The least price of the path, with that of all that comes before it."""
    price = path.cost if path.comes_first is None else path.comes_first.cost
    return (
        unknown(desk) if price is None else marked(desk.say, desk.say.euros(price.low), *_marks(path.course, path.exam))
    )


def _own(desk: Desk, path: PathTold) -> Said:
    """The least that the person bears of it."""
    own = path.own_cost if path.comes_first is None else path.comes_first.own_cost
    return unknown(desk) if own is None else Text(desk.say.euros(own.low), "money")


def _may(desk: Desk, answer: RolePaths, path: PathTold) -> str:
    say, first = desk.say, path.comes_first
    known = {one.id: number for number, one in enumerate(answer.paths, 1)}
    before = [str(known[name]) for name in (first.paths if first else ()) if name in known]
    if path.access == "after-practice" and first is not None:
        return say.plural("in {count} year", "in {count} years", first.years)
    if path.access == "after" and not before:
        return say("after another")
    return say(_SHORT[path.access], first=say.listing(before))


def _doubt(desk: Desk, answer: RolePaths) -> Page:
    """What makes the table least sure."""
    say, leading = desk.say, [path for path in answer.paths if path.purpose == "leads"]
    if not any(path.access in ("open", "after", "after-practice", "closed", "not-needed") for path in leading):
        text = say("Whether they are open to you is not known: tell what you have completed, with --qualifications.")
    elif any(path.own_cost is not None and path.own_cost.afbg_counted == "perhaps" for path in leading):
        text = say(
            "What you pay is with Aufstiegs-BAföG and a passed exam: sure only with the course's lessons and months."
        )
    else:
        text = say("Admission is judged by qualifications, education and years alone: ask whoever examines.")
    return page(paragraph(text, style="problem"))


def _rows(
    desk: Desk,
    answer: RolePaths,
    shown: Sequence[PathTold],
    funding: Drawer,
    present: Words | None,
) -> Iterator[ShortRow]:
    say = desk.say
    listed = {path.id for path in shown}
    completed = [path for path in answer.paths if path.admission_reason is not None and path.admission_reason.completed]
    helping = [path for path in answer.paths if path.purpose == "helps"]
    rest = [
        path for path in answer.paths if path.purpose == "leads" and path.id not in listed and path not in completed
    ]
    yield row(say("Completed"), [_numbered(say, answer, path) for path in completed], more="--full")
    needless = [path for path in rest if path.access == "not-needed"]
    yield row(say("Not needed"), [_numbered(say, answer, path) for path in needless], more="--full")
    yield row(say("Also"), [_numbered(say, answer, path) for path in rest if path not in needless], 2, "--full")
    yield row(say("Helps"), [_numbered(say, answer, path) for path in helping], 2, "--full")
    bonus = next((path.bonus for path in answer.paths if path.bonus is not None), None)
    if bonus is not None:
        land = names.land(say, bonus.state)
        yield row(
            say("On top"),
            [say("{euros} once from {land} on passing, no legal claim", euros=say.euros(bonus.euros), land=land)],
            2,
        )
    yield row(say("Not for you"), shut_out(desk, answer.paths, funding), 2, "--funding", between="; ")
    yield row(say("Worth it?"), _worth(desk, answer, shown, present), 3, "--worth", whole=True)
    signs = [
        say("~: typical for such courses.")
        if any("~" in _marks(path.months, path.course, path.exam) for path in shown)
        else "",
        say("?: concluded by us or in doubt.")
        if any("?" in _marks(path.months, path.course, path.exam) for path in shown)
        else "",
    ]
    yield row(say("Signs"), [" ".join(text for text in signs if text)], 2)


def _numbered(say: Language, answer: RolePaths, path: PathTold) -> str:
    return f"{_number(answer, path)} {say(path.title)}"


def _worth(desk: Desk, answer: RolePaths, shown: Sequence[PathTold], present: Words | None) -> list[Said]:
    """What the role pays more than now, and in which month the first path has paid for itself."""
    say, found = desk.say, answer.present
    if found is None or present is None:
        return [say("tell your role: --from ROLE")]
    if found.gain_month is None:
        return [say("not known: our sources do not tell the two roles apart")]
    more, net = found.gain_month, found.gain_month_net
    text = say(
        "{gain} a month ({low} to {high})",
        gain=signed(say, round(more.middle)),
        low=signed(say, round(more.worst)),
        high=signed(say, round(more.best)),
    )
    text = text if net is None else say("{gain}, {net} net", gain=text, net=signed(say, round(net.middle)))
    worth = next(((_number(answer, path), path.worth) for path in shown if path.worth is not None), None)
    return [text] if worth is None else [f"{text}; {worth[0]}: {paid_line(desk, worth[1])}"]
