"""Rows of a first screen: a label, and behind it as much as a line or two hold; what is left out is counted and named.

Lists lose their last entries, never their first ones; a sentence that is too long ends with a sign at the end of a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from jobcli.domain.role import Vocabulary
from jobcli.pages.kit.letters import columns_of, line_starts
from jobcli.pages.kit.lines import LINES, NARROW_LINES, USUAL, lines
from jobcli.pages.kit.parts import STEP, Blank, Desk, Page, Part, facts, legend, page
from jobcli.pages.kit.signs import marked
from jobcli.pages.kit.text import Command, Said, Text, as_text

CUT = " […]"
"""What stands where a sentence goes on."""

_GAP = 2
"""Columns between a label and what stands beside it, as `lines` leaves them."""

_SENTENCE = re.compile(r"(?<=\w{4}[.)])\s+(?=\W?[A-ZÄÖÜ])|;\s")
_CLAUSE = re.compile(r"(?<!\d)[,;:.–)]?\s+")
_JOINT = re.compile(r"[,;:.–](?=\s)|\s(?=·\s)|\s(?=(?:und|oder|and|or|but|aber)\s)")


class ShortEntry(Struct, frozen=True):
    """One thing of a list; `doubted` says that it was concluded by us or is in doubt."""

    words: Text
    doubted: bool = False


class ShortRow(Struct, frozen=True):
    """A label with its entries, of which as many are shown as `lines` lines hold; it gets those only if the screen has room.

    A `whole` one is never cut. `more` is the option that shows them all; `count` how many there are, where that is more than the entries.
    """

    label: str
    entries: tuple[ShortEntry, ...]
    lines: int = 1
    more: str = ""
    between: str = " · "
    count: int = 0
    whole: bool = False


def row(
    label: str,
    texts: Iterable[Said | ShortEntry],
    lines: int = 1,
    more: str = "",
    *,
    between: str = " · ",
    count: int = 0,
    whole: bool = False,
) -> ShortRow:
    """A row of texts, none of them in doubt where that is not said."""
    entries = tuple(text if isinstance(text, ShortEntry) else ShortEntry(as_text(text)) for text in texts)
    return ShortRow(label, entries, lines, more, between, count, whole)


def screen(
    desk: Desk, head: Page, rows: Sequence[ShortRow], *steps: tuple[str, str], notice: Part | None = None
) -> Page:
    """A first screen: each row that has something to say in one line, and in more while the screen has room for them.

    Rows take what is left in their order, first their second lines, then their third. `steps` are what to type next: each a
    word or two, and the line. A `notice` stands above them.
    """
    say, told = desk.say, [one for one in rows if one.entries]
    longest = max(columns_of(label) for label in (*(one.label for one in told), *(say(ask) for ask, _ in steps)))
    room = desk.width - STEP - longest - _GAP
    texts = [_fitted(desk, one, room, 1) for one in told]
    sign = legend(say("?: concluded by us or in doubt.")) if any(map(_doubted, told)) else None
    foot = page(notice, next_steps(desk, *steps, least=longest))
    free = LINES if desk.width >= USUAL else NARROW_LINES
    free -= sum(_height(text, room) for text in texts)
    free -= sum(1 for _ in lines(page(*head, sign, *foot), desk.width, desk.symbols))
    for high in range(2, 1 + max((one.lines for one in told), default=0)):
        for number, one in enumerate(told):
            if free <= 0 or one.whole or one.lines < high:
                continue
            longer = _fitted(desk, one, room, high)
            if _height(longer, room) == high:
                texts[number], free = longer, free - 1
    mark = marked(say, "", "?").aloud
    shown = any(_doubted(one) and mark in text.aloud for one, text in zip(told, texts, strict=True))
    pairs = facts([(one.label, text) for one, text in zip(told, texts, strict=True)], least=longest)
    return page(*head, pairs if told else None, sign if shown else None, Blank() if free > 0 else None, *foot)


def next_steps(desk: Desk, *steps: tuple[str, str], least: int = 0) -> Part:
    """What to type next, at the end of a first screen: each a word or two, and the line to type beside them."""
    return facts([(desk.say(ask), Command(line)) for ask, line in steps], least=least)


def settings_row(desk: Desk, kept: Mapping[str, Any], vocabulary: Vocabulary) -> ShortRow:
    """The answers, by their keys, that came from the settings of the person."""
    if not kept:
        return row("", [])
    from jobcli.pages.own import kept_words

    ignored = desk.say("--no-me ignores them")
    return row(desk.say("Settings"), [f"{kept_words(desk, kept, vocabulary)} (jobcli me show; {ignored})"], whole=True)


def _doubted(one: ShortRow) -> bool:
    return any(entry.doubted for entry in one.entries)


def clause(text: str) -> str:
    """The first sentence of a text without its full stop; a sign says that it goes on."""
    first, *rest = _SENTENCE.split(text.strip(), maxsplit=1)
    return first.rstrip(".") + (CUT if rest else "")


def shortened(text: str, columns: int, lines: int, behind: str = "") -> str:
    """A text that fits into so many lines with what stands `behind` it: whole, or up to the end of a clause, with a sign."""
    if _height(text + behind, columns) <= lines:
        return text
    bare = text.removesuffix(CUT)
    ends = [found.start() for found in _CLAUSE.finditer(bare)]
    longest = max((end for end in ends if _height(bare[:end] + CUT + behind, columns) <= lines), default=0)
    joints = [found.start() for found in _JOINT.finditer(bare) if longest // 2 < found.start() <= longest]
    return bare[: max(joints, default=longest)].rstrip(",;:.·– ") + CUT


def _fitted(desk: Desk, one: ShortRow, room: int, high: int) -> Text:
    """As many entries as fit into so many lines; of the first one at least its beginning."""
    total = max(one.count, len(one.entries))
    for kept in range(len(one.entries), 0, -1):
        text = _joined(desk, one, one.entries[:kept]).append_text(_counted(one, total, kept))
        if one.whole or _height(text, room) <= high:
            return text
    first, tail = one.entries[0], _counted(one, total, 1)
    behind = (" ?" if first.doubted else "") + tail.plain
    words = Text(shortened(first.words.plain, room, high, behind), first.words.style)
    return _joined(desk, one, [ShortEntry(words, first.doubted)]).append_text(tail)


def _joined(desk: Desk, one: ShortRow, entries: Sequence[ShortEntry]) -> Text:
    text = Text()
    for number, entry in enumerate(entries):
        if number:
            # Entries may have commas of their own: a voice parts them otherwise.
            text.append(one.between, aloud="; " if one.between == " · " else None)
        text.append_text(marked(desk.say, entry.words, *(("?",) if entry.doubted else ())))
    return text


def _counted(one: ShortRow, total: int, kept: int) -> Text:
    """How many there are where some are left out, and what shows them all."""
    words = f"{total},\u00a0{one.more}" if one.more else str(total)
    return Text(f" ({words})", "muted") if kept < total else Text()


def _height(text: Said, columns: int) -> int:
    """How many lines a text needs."""
    words = text if isinstance(text, str) else text.plain
    return 1 + len(line_starts(words, columns)) if columns > 0 else len(words)
