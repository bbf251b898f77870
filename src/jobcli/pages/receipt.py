"""The receipt of an estimate: each step from the published figure to the result, with its source."""

from __future__ import annotations

from collections.abc import Callable

from jobcli.domain.evidence import phrase
from jobcli.domain.pay import YES_NO
from jobcli.domain.role import Vocabulary
from jobcli.pages import names
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Blank, Desk, Page, bullets, indented, page
from jobcli.pages.kit.table import Table, roomiest, table
from jobcli.pages.kit.text import Text
from jobcli.pay.estimate import Estimate, ReceiptLine


def receipt_block(desk: Desk, item: Estimate, vocabulary: Vocabulary) -> Page:
    """The numbers of each line, with the sources beside them where there is room, else below."""
    say = desk.say
    # Sources beside the numbers may be wrapped, the numbers and their labels not.
    one = _lines(desk, item, vocabulary, 2)
    grid = one if desk.wide else roomiest(lambda gap: _lines(desk, item, vocabulary, gap), desk.width - 2)
    if desk.wide:
        return page(indented(grid))
    cited: dict[str, list[str]] = {}
    for line in (line for line in item.receipt if line.factor != "hours"):
        cited.setdefault(_cited(say, line), []).append(receipt_label(say, line, vocabulary))
    sources = bullets([f"{', '.join(labels)}: {source}" for source, labels in cited.items()])
    return page(indented(grid), Blank(), sources)


def _lines(desk: Desk, item: Estimate, vocabulary: Vocabulary, gap: int) -> Table:
    say, roomy = desk.say, desk.wide
    heads = ["", say("times"), say("change"), say("subtotal"), *([say("source")] if roomy else [])]
    grid = table(*heads, gap=gap, shown="muted")
    grid.add_column()
    for _ in range(3):
        grid.add_column(align="right", whole=True)
    if roomy:
        grid.add_column(style="muted")
    for line in item.receipt:
        change = "" if line.factor == "anchor" else ("+" if line.euros >= 0 else "") + say.euros(line.euros, 2)
        factor = "" if line.factor == "anchor" else _times(say, line)
        cells = [receipt_label(say, line, vocabulary), factor, change, say.euros(line.subtotal, 2)]
        grid.add_row(*cells, *([_cited(say, line)] if roomy else []))
    return grid


def _times(say: Language, line: ReceiptLine) -> Text:
    number = say.number(line.multiplier, 4)
    return Text(f"× {number}", aloud=number)


def receipt_label(say: Language, line: ReceiptLine, vocabulary: Vocabulary) -> str:
    """What a line of the receipt is about."""
    fixed: dict[str, Callable[[], str]] = {
        "anchor": lambda: say("Published figure"),
        "index": lambda: say("Wages up to {month}", month=say.moment(line.value)),
        "statistic": lambda: say("From average to median"),
        "source-kind": lambda: say(_TO_THE_SCALE[line.value]),
        "group": lambda: say("With the official group"),
        "state": lambda: names.land(say, line.value),
        "experience": lambda: say.plural("{count} year of working", "{count} years of working", float(line.value)),
        "tenure": lambda: say.plural("{count} year here", "{count} years here", float(line.value)),
        "company-size": lambda: say("{range} employees", range=line.value.replace("-", "–")),
        "industry": lambda: names.named(say, vocabulary.industries, (line.value,))[0],
        "level": lambda: names.name(say, line.value),
        "education": lambda: names.education(say, line.value),
        "hours": lambda: say("{hours} hours a week", hours=say.number(float(line.value))),
    }
    answer = YES_NO.get(line.factor.replace("-", "_"))
    if answer is not None:
        return say(answer.words(line.value))
    text = fixed[line.factor]()
    return say("{factor} (assumed)", factor=text) if line.assumed else text


_TO_THE_SCALE = {"portal": phrase("From portal to official statistics")}


def _cited(say: Language, line: ReceiptLine) -> str:
    if line.pairs is not None:
        return say.plural("our calculation, {count} pair", "our calculation, {count} pairs", line.pairs)
    date = names.source_date(say, line.source)
    sure = f", {say(names.NAMES_OF_CONFIDENCE[line.confidence])}" if line.confidence else ""
    source = f"{line.source.publisher}, {date}{sure}"
    if line.counts == 1:
        return source
    times = say.number(line.counts)
    return say("{source}; counted {times} times by our own measurement", source=source, times=times)
