"""How things look: named styles that read on dark and light, and symbols with twins for terminals that lack them."""

from __future__ import annotations

from msgspec import Struct

STYLES = {
    "title": "bold",
    "heading": "bold cyan",
    "muted": "dim",
    "money": "bold green",
    "warning": "bold yellow",
    "error": "bold red",
}

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


RICH_SYMBOLS = Symbols(
    bullet="•", dash="–", rule="─", thin="─", thick="━", left="├", right="┤", middle="●", arrow="→", steps="▁▂▃▄▅▆▇█"
)
ASCII_SYMBOLS = Symbols(
    bullet="*", dash="-", rule="-", thin="-", thick="=", left="|", right="|", middle="o", arrow="->", steps="_.-=+*#@"
)


def symbols_for(encoding: str | None) -> Symbols:
    """The symbols that a stream with this encoding can carry."""
    try:
        "".join(getattr(RICH_SYMBOLS, name) for name in RICH_SYMBOLS.__struct_fields__).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII_SYMBOLS
    return RICH_SYMBOLS
