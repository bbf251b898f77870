"""How things look: named styles that read on dark and light, and symbols with twins for terminals that lack them."""

from __future__ import annotations

from msgspec import Struct

STYLES = {
    "strong": "bold",
    "heading": "bold #5f5fff",
    "muted": "#767676",
    "money": "bold #00875f",
    "problem": "bold #b26100",
}
"""All styles of text. Each colour is read as well on black as on white: 4.5 to 1 or more on both.

None is the only sign of what it means: a problem says in words whether it is an error.
"""

TILE_STYLES = ("#000000 on #deebf7", "#000000 on #9ecae1", "#ffffff on #3182bd", "bold #ffffff on #08519c")
"""From the lowest quarter to the highest: darker is more. No letter hangs on what a terminal calls white or black."""


class Symbols(Struct, frozen=True, kw_only=True):
    """The signs of the program. None carries a meaning that words beside it do not carry too."""

    bullet: str
    dash: str
    rule: str
    thin: str
    thick: str
    left: str
    right: str
    middle: str
    arrow: str
    steps: str
    branch: str


RICH_SYMBOLS = Symbols(
    bullet="•",
    dash="–",
    rule="─",
    thin="─",
    thick="━",
    left="├",
    right="┤",
    middle="●",
    arrow="→",
    steps="▁▂▃▄▅▆▇█",
    branch="└",
)
ASCII_SYMBOLS = Symbols(
    bullet="*",
    dash="-",
    rule="-",
    thin="-",
    thick="=",
    left="|",
    right="|",
    middle="o",
    arrow="->",
    steps="_.-=+*#@",
    branch="+",
)


def symbols_for(encoding: str | None) -> Symbols:
    """The symbols that a stream with this encoding can carry."""
    try:
        "".join(getattr(RICH_SYMBOLS, name) for name in RICH_SYMBOLS.__struct_fields__).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII_SYMBOLS
    return RICH_SYMBOLS
