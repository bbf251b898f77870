"""Tables draw short cells themselves, because Rich takes long for many rows; what they draw is what Rich would."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from jobcli.pages.kit.grid import Drawing, Grid, table
from jobcli.pages.kit.theme import STYLES

ROWS = (
    ("cto", Text("Technik", style="strong"), Text("95.000\u00a0€", style="money")),
    ("büro-leitung", Text("Leitung ").append("(eigene)", style="problem"), ""),
    ("日本", Text("eine Bezeichnung, die länger ist als ihre Spalte", style="strong"), Text("1 ", style="muted")),
    ("", Text("zwei\nZeilen"), Drawing("├──●──┤", style="money", no_wrap=True)),
)


class AsRich:
    """The same table, drawn by Rich alone at widths that were measured for it."""

    def __init__(self, grid: Grid, widths: tuple[int, ...]) -> None:
        self.grid, self.widths = grid, widths

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for column, width in zip(self.grid.columns, self.widths, strict=True):
            column.width = width
        yield from Table.__rich_console__(self.grid, console, options)  # type: ignore[misc]


def grid_of(shown: str) -> Grid:
    grid = table("", "Titel", "Gehalt", shown=shown)
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_column(no_wrap=True, justify="right", style="muted")
    for row in ROWS:
        grid.add_row(*row)
    return grid


def drawn(shape: Grid | AsRich, width: int) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        theme=Theme(STYLES),
        force_terminal=True,
        color_system="truecolor",
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as capture:
        console.print(shape)
    return capture.get()


@pytest.mark.parametrize("shown", ["", "muted"])
@pytest.mark.parametrize(
    # büro-leitung is 12 wide, the longest title 48, the picture and the heads at most 8: "95.000 €".
    ("width", "widths"),
    [(80, (12, 48, 8)), (50, (12, 26, 8)), (40, (12, 16, 8))],
)
def test_a_table_is_drawn_as_rich_draws_it(width: int, widths: tuple[int, ...], shown: str) -> None:
    assert drawn(grid_of(shown), width) == drawn(AsRich(grid_of(shown), widths), width)
