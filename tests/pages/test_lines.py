"""Lines are laid out by ourselves: where Rich would break the same words, we do; where it would break one, we do not."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text as RichText

from jobcli.pages.kit.letters import columns_of, first_columns
from jobcli.pages.kit.lines import lines
from jobcli.pages.kit.parts import Blank, bullets, command, facts, heading, headline, indented, page, paragraph
from jobcli.pages.kit.table import Table, table
from jobcli.pages.kit.text import Drawing, Piece, Text
from jobcli.pages.kit.theme import RICH_SYMBOLS

ROWS = (
    ("cto", Text("Technik", style="strong"), Text("95.000\u00a0€", style="money")),
    ("büro-leitung", Text("Leitung ").append("(eigene)", style="problem"), ""),
    ("日本", Text("eine Bezeichnung, die länger ist als ihre Spalte", style="strong"), Text("1 ", style="muted")),
    ("", Text("zwei\nZeilen"), Drawing("├──●──┤", style="money")),
)


def seen(*parts: object, width: int) -> list[str]:
    """What a terminal without colours shows."""
    laid = lines(page(*parts), width, RICH_SYMBOLS)  # type: ignore[arg-type]
    return ["".join(piece.words for piece in line) for line in laid]


def console(width: int) -> Console:
    return Console(file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False, color_system=None)


def ours(shown: str) -> Table:
    made = table("", "Titel", "Gehalt", shown=shown)
    made.add_column(whole=True)
    made.add_column()
    made.add_column(whole=True, align="right", style="muted")
    for row in ROWS:
        made.add_row(*row)
    return made


def as_rich(shown: str, widths: tuple[int, ...], width: int) -> list[str]:
    """The same table, drawn by Rich at widths that were measured for it."""
    made = RichTable(box=None, padding=(0, 2), collapse_padding=True, show_header=bool(shown), pad_edge=False)
    made.add_column("", width=widths[0], no_wrap=True)
    made.add_column("Titel", width=widths[1])
    made.add_column("Gehalt", width=widths[2], no_wrap=True, justify="right")
    for row in ROWS:
        made.add_row(*(RichText(cell if isinstance(cell, str) else cell.plain) for cell in row))
    drawn = console(width)
    with drawn.capture() as capture:
        drawn.print(made)
    return [line.rstrip() for line in capture.get().rstrip("\n").split("\n")]


@pytest.mark.parametrize("shown", ["", "muted"])
@pytest.mark.parametrize(
    # büro-leitung is 12 wide, the longest title 48, the picture and the heads at most 8: "95.000 €".
    ("width", "widths"),
    [(80, (12, 48, 8)), (50, (12, 26, 8)), (40, (12, 16, 8))],
)
def test_a_table_without_broken_words_is_drawn_as_rich_draws_it(
    width: int, widths: tuple[int, ...], shown: str
) -> None:
    assert seen(ours(shown), width=width) == as_rich(shown, widths, width)


@given(st.text("abc äé,日 \n", max_size=80), st.integers(4, 30))
def test_running_text_is_broken_where_rich_breaks_it(text: str, width: int) -> None:
    rich = [line.plain.rstrip(" ") for line in RichText(text).wrap(console(width), width)] or [""]
    assert seen(paragraph(text, 0), width=width) == rich


@given(st.text("a b€§1é日\u00a0\t", max_size=60), st.integers(2, 30))
def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(text: str, width: int) -> None:
    found = seen(paragraph(text, 0), width=width)
    assert all(columns_of(line) <= width for line in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "It costs 4,425 euros, or 37.400\u00a0€ (EStG § 32a).",
            ["It costs", "4,425 euros, or", "37.400\u00a0€", "(EStG § 32a)."],
        ),
        ("Das sind rund 45 % davon, also 120 Stunden.", ["Das sind rund", "45 % davon, also", "120 Stunden."]),
        (
            "Gelesen am 3. Februar 2025, nicht am 19. August.",
            ["Gelesen am", "3. Februar 2025,", "nicht am", "19. August."],
        ),
        ("Read on 3 February 2025, not on 19 August.", ["Read on", "3 February 2025,", "not on", "19 August."]),
        ("Steuerfrei ist das nach § 3 Nr. 15 EStG.", ["Steuerfrei ist", "das nach", "§ 3 Nr. 15 EStG."]),
        ("So sagt es § 39b (2) EStG, nicht § 1a Abs. 1a.", ["So sagt es", "§ 39b (2) EStG,", "nicht", "§ 1a Abs. 1a."]),
        ("Der Titel KldB 71403 oder DQR 6 zum Beispiel.", ["Der Titel", "KldB 71403 oder", "DQR 6 zum", "Beispiel."]),
        # Too long for a line: broken at a blank all the same, not inside a word.
        ("Nach § 10c Abs. 2 SGB III.", ["Nach § 10c Abs.", "2 SGB III."]),
    ],
)
def test_what_is_nothing_alone_stays_with_what_it_belongs_to(text: str, lines: list[str]) -> None:
    assert seen(paragraph(text, 0), width=16) == lines


def test_where_words_would_be_broken_each_row_becomes_a_block() -> None:
    assert seen(ours(""), width=20) == [
        "cto",
        "  Titel: Technik",
        "  Gehalt: 95.000\u00a0€",
        "büro-leitung",
        "  Titel: Leitung",
        "  (eigene)",
        "日本",
        "  Titel: eine",
        "  Bezeichnung, die",
        "  länger ist als",
        "  ihre Spalte",
        "  Gehalt: 1",
        "",
        "  Titel: zwei",
        "  Zeilen",
        "  ├──●──┤",
    ]


def test_every_part_has_its_place() -> None:
    made = table("", "")
    made.add_row("one", "two")
    parts = (
        headline("A title", "its-id"),
        heading("A heading"),
        paragraph("A line that is longer than there is room"),
        bullets(["short", "one that hangs below its first word"]),
        facts([("Label", "what is said of it, in two lines"), ("L", "short")], indent=4),
        Blank(),
        indented(made),
    )
    assert seen(*parts, width=30) == [
        "A title  its-id",
        "",
        "A heading",
        "  A line that is longer than",
        "  there is room",
        "  • short",
        "  • one that hangs below its",
        "    first word",
        "    Label  what is said of it,",
        "           in two lines",
        "    L      short",
        "",
        "  one  two",
    ]
    assert seen(headline("A title", "its-id"), width=12) == ["A title", "  its-id"]


def test_a_long_command_goes_on_behind_a_backslash() -> None:
    assert seen(command("jobcli estimate cto --state BY", indent=2), width=22) == [
        "  jobcli estimate \\",
        "    cto --state BY",
    ]


def test_a_whole_line_is_left_to_the_terminal() -> None:
    place = "a/long/path/to/a/profile.yaml:14:3"
    assert seen(paragraph(place, 0, whole=True), width=20) == [place]


def test_tabs_are_filled_up_to_every_eighth_column() -> None:
    assert seen(paragraph("a\tb\tc", 0), width=40) == ["a       b       c"]


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("Büro – 5 €", 10), ("日本", 4), ("e\u0301", 1), ("a\u00a0b", 3), ("\u2764\ufe0f", 2), ("\u2192 ●", 3)],
)
def test_columns_are_those_of_a_terminal(text: str, columns: int) -> None:
    assert columns_of(text) == columns


def test_a_wide_letter_is_never_halved() -> None:
    assert [first_columns("日本語", columns) for columns in (4, 3, 0)] == ["日本", "日 ", ""]
    assert first_columns("ab", 4) == "ab  "


def test_a_text_remembers_its_styles_and_shows_what_hides() -> None:
    text = Text("a\u202eb", style="muted").append("c").append("d", "strong")
    assert text.pieces == [Piece("a\\u202ebc", ("muted",)), Piece("d", ("muted", "strong"))]
    assert text.plain == "a\\u202ebcd"
    assert len(text) == 10
