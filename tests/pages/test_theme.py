"""How things look: named styles for black and white, and who decides about colour."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from rich.style import Style

from jobcli.cli.terminal import in_colour
from jobcli.pages.kit.theme import ASCII_SYMBOLS, RICH_SYMBOLS, STYLES, symbols_for
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "jobcli"
LOOKS = re.compile(
    r"((not |on )?(bold|dim|italic|underline|reverse|black|white|red|green|blue|cyan|magenta|yellow) ?)+"
)


def luminance(red: int, green: int, blue: int) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    shares = [part / 255 for part in (red, green, blue)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_style_is_used_and_looks_like_no_other() -> None:
    looks = [Style.parse(look) for look in STYLES.values()]
    assert all(look not in looks[:number] for number, look in enumerate(looks))
    used: set[object] = set()
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and (node.arg or "").endswith("style"):
                used |= {part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant)}
    assert set(STYLES) <= used


@pytest.mark.parametrize("name", STYLES)
def test_a_style_is_read_on_black_as_on_white(name: str) -> None:
    colour = Style.parse(STYLES[name]).color
    if colour is not None:
        light = luminance(*colour.get_truecolor())
        # White has the luminance 1, black 0; 4.5 to 1 is what WCAG asks of text.
        assert (1 + 0.05) / (light + 0.05) >= 4.5
        assert (light + 0.05) / (0 + 0.05) >= 4.5


def words_of_code(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """All texts in a module that are not its documentation."""
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            yield node.lineno, node.value


@pytest.mark.parametrize("file", [*SOURCE.glob("render/*.py"), *SOURCE.glob("cli/*.py")], ids=lambda file: file.name)
def test_no_look_is_written_anywhere_but_in_the_theme(file: Path) -> None:
    if file.name == "theme.py":
        return
    tree = ast.parse(file.read_text(encoding="utf-8"))
    looks = [(line, text) for line, text in words_of_code(tree) if LOOKS.fullmatch(text)]
    assert looks == []
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and (node.arg or "").endswith("style"):
            used = {part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant)}
            assert {text for text in used if isinstance(text, str)} <= {"", *STYLES}, f"{file.name}:{node.value.lineno}"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("env", "wanted", "terminal", "coloured"),
    [
        # From the least explicit wish to the most: each line is overruled by the ones below it.
        ({}, True, False, False),
        ({"TERM": "xterm"}, True, True, True),
        ({"TERM": "dumb"}, True, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True, True),
        ({"FORCE_COLOR": "1"}, True, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, True, False),
        ({"FORCE_COLOR": "1"}, False, True, False),
        # A variable that is set to nothing says nothing.
        ({"NO_COLOR": "", "TERM": "xterm"}, True, True, True),
        ({"FORCE_COLOR": ""}, True, False, False),
        ({"FORCE_COLOR": "0"}, True, False, False),
        # What a build server sets is no wish for colour.
        ({"GITHUB_ACTIONS": "true", "TTY_COMPATIBLE": "1"}, True, False, False),
    ],
)
def test_the_most_explicit_wish_decides_about_colour(
    env: dict[str, str], *, wanted: bool, terminal: bool, coloured: bool
) -> None:
    assert in_colour(Terminal() if terminal else StringIO(), env, wanted=wanted) is coloured


@pytest.mark.parametrize("encoding", ["ascii", "cp850", "cp1252", "latin-1", None, "no-such-encoding"])
def test_a_terminal_that_lacks_one_sign_gets_all_twins(encoding: str | None) -> None:
    assert symbols_for(encoding) == ASCII_SYMBOLS
    assert symbols_for("utf-8") == RICH_SYMBOLS


def test_every_sign_has_a_twin_in_ascii() -> None:
    for name in RICH_SYMBOLS.__struct_fields__:
        assert getattr(ASCII_SYMBOLS, name).isascii()
