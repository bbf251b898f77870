"""One factor varied: a map of tiles, a curve, or bars. The numbers always stand beside the picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jobcli.domain.evidence import Words
from jobcli.domain.pay import Period, Person
from jobcli.domain.role import Vocabulary
from jobcli.pages import names
from jobcli.pages.kit.bars import Scale, bar, tiles
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Desk, Page, Part, Picture, heading, headline, indented, page, paragraph
from jobcli.pages.kit.signs import told
from jobcli.pages.kit.table import headed
from jobcli.pages.kit.text import Drawing, Text
from jobcli.pages.kit.theme import TILE_STYLES
from jobcli.pages.person import amount, gross_of, person_line
from jobcli.pay.by_factor import PayPoint, PayVariation

# Where each Land lies, roughly: north is up, west is left.
TILES = (
    ("", "SH", "MV", ""),
    ("HB", "HH", "BB", "BE"),
    ("NW", "NI", "ST", "SN"),
    ("RP", "HE", "TH", ""),
    ("SL", "BW", "BY", ""),
)
_TILE = 9
"""The least width of a tile, without its frame."""

_LEAST_BAR = 8
"""A shorter bar shows nothing."""

_MONEY = 20
"""The columns that pay, gaps and indent take beside a label and its bar."""


class _Money:
    """Amounts in the period that was asked for."""

    def __init__(self, say: Language, per: Period, hours: float | None) -> None:
        self.say, self.per, self.hours = say, per, hours

    def of(self, point: PayPoint, by: str = "") -> str:
        """The middle of one point in words."""
        return amount(self.say, point.gross_year.p50, self.per, self._hours(point, by))

    def value(self, point: PayPoint, by: str) -> float:
        """The middle of one point as a number to draw."""
        return point.gross_year.p50 / ((self._hours(point, by) or 1) if self.per == "hour" else 1)

    def _hours(self, point: PayPoint, by: str) -> float | None:
        """The hours a week; where they are varied, those of the point."""
        return float(point.value) if by == "hours" else self.hours


def variation_page(
    desk: Desk,
    item: PayVariation,
    title: Words,
    person: Person,
    vocabulary: Vocabulary,
    per: Period = "year",
) -> Page:
    """The whole answer for one factor."""
    say = desk.say
    middles = {point.value: say.euros(point.net_month.p50) for point in item.points if point.net_month}
    money = _Money(say, per, person.hours)
    points = item.points if item.by in ("tenure", "hours", "company-size") else _ranked(item.points)
    parts: list[Part] = []
    if item.by == "state":
        grid = _map(desk, item.points, money)
        # A map that is cut is none; the table below has all of it.
        parts += [heading(say("Map")), grid] if _map_width(item.points, money) <= desk.width else []
    if item.by == "tenure":
        parts += [heading(say("Curve")), *_curve(desk, item.points, money, middles)]
    else:
        parts += [heading(say("Table")), _bars(desk, item, points, vocabulary, money, middles)]
    return page(
        headline(say(title), item.role),
        paragraph(
            person_line(desk, person, vocabulary)
            or say("For an average employee: you have not given anything that changes pay.")
        ),
        paragraph(say("The middle of the range, {what}", what=gross_of(say, item.as_of, person, per)), style="muted"),
        *parts,
    )


def _ranked(points: Sequence[PayPoint]) -> list[PayPoint]:
    return sorted(points, key=lambda point: (-point.gross_year.p50, point.value))


def _map(desk: Desk, points: Sequence[PayPoint], money: _Money) -> Part:
    """Sixteen tiles with code, colour and number, so that nothing is told by colour alone."""
    pay = {point.value: point for point in points}
    amounts = sorted(point.gross_year.p50 for point in points)
    rows = [[_tile(desk, pay[code], amounts, money) if code else Text() for code in row] for row in TILES]
    return Picture(tiles(desk.symbols, rows, _TILE), 1)


def _map_width(points: Sequence[PayPoint], money: _Money) -> int:
    """The columns that the tiles take, with their frames and the space before them."""
    amount = max(_TILE, *(len(money.of(point)) for point in points))
    return 2 + len(TILES[0]) * (amount + 3) + 1


def _tile(desk: Desk, point: PayPoint, amounts: list[int], money: _Money) -> Text:
    rank = sum(amount < point.gross_year.p50 for amount in amounts)
    style = TILE_STYLES[rank * len(TILE_STYLES) // len(amounts)]
    mark = f"{desk.symbols.arrow} " if point.chosen else ""
    return Text(f"{mark}{point.value}\n{money.of(point)}", style=style)


def _curve(desk: Desk, points: Sequence[PayPoint], money: _Money, middles: Mapping[str, str]) -> list[Part]:
    """One column a year, from the lowest pay to the highest; first, last and own value in words."""
    say, steps = desk.say, desk.symbols.steps
    amounts = [point.gross_year.p50 for point in points]
    low, span = min(amounts), (max(amounts) - min(amounts)) or 1
    columns = "".join(steps[(amount - low) * (len(steps) - 1) // span] for amount in amounts)
    shown = [points[0], *(point for point in points[1:-1] if point.chosen), points[-1]]
    lines = []
    for point in dict.fromkeys(shown):
        years = say.plural("{count} year here", "{count} years here", int(point.value))
        pay = money.of(point)
        if middles:
            pay = say("{pay}, net a month {net}", pay=pay, net=middles[point.value])
        lines.append(f"{years}: {pay}")
    return [paragraph(Drawing(columns, style="money")), *(paragraph(line) for line in lines)]


def _bars(
    desk: Desk,
    item: PayVariation,
    points: Sequence[PayPoint],
    vocabulary: Vocabulary,
    money: _Money,
    middles: Mapping[str, str],
) -> Part:
    """One line a value, the bars from zero, so that their lengths can be compared."""
    say = desk.say
    labels = [_label(desk, item, point, vocabulary) for point in points]
    heads = ["", say("Pay"), *([say("net a month")] if middles else [])]
    beside = _MONEY + (len(heads[-1]) + 2 if middles else 0)
    widest = max(30, desk.width - beside - 40)
    room = min(40, desk.width - min(widest, max(len(label) for label in labels)) - beside)
    scale = Scale(0, max(money.value(point, item.by) for point in points), max(1, room))
    grid = headed(*heads)
    # Two columns need no heads; of two amounts one has to be told from the other.
    grid.shown = "muted" if middles else ""
    grid.columns[0].most = widest
    if room >= _LEAST_BAR:
        grid.add_column(whole=True)
    for label, point in zip(labels, points, strict=True):
        grid.add_row(
            label,
            Text(money.of(point, item.by), style="money"),
            *([middles[point.value]] if middles else []),
            *([bar(desk, scale, 0, money.value(point, item.by), None)] if room >= _LEAST_BAR else []),
        )
    return indented(grid)


def _label(desk: Desk, item: PayVariation, point: PayPoint, vocabulary: Vocabulary) -> Text:
    say = desk.say
    if item.by == "state":
        text = f"{point.value} {names.land(say, point.value)}"
    elif item.by == "industry":
        text = f"{point.value} {names.named(say, vocabulary.industries, (point.value,))[0]}"
    elif item.by == "hours":
        text = say("{hours} hours a week", hours=point.value)
    else:
        text = say("{range} employees", range=point.value.replace("-", "–"))
    return told(desk, text, "strong") if point.chosen else Text(text)
