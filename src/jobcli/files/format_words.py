"""What the words of the format are made of: a key with its title, its sentence and its example, and those that many share."""

from __future__ import annotations

from msgspec import Struct


class Key(Struct, frozen=True):
    """A key in words."""

    title: str
    """Its name in a heading."""
    words: str
    """What it holds, in a sentence."""
    example: object
    """What stands behind its colon."""


WORDS = {"de": "Teams leiten.", "en": "Lead teams."}
BASIS = Key("Basis", "How the statement rests on its source.", "derived")
SHORT = Key(
    "In short",
    "The text in a few words, for the first screen; it says less than the text and nothing else.",
    {"de": "Gutes Englisch", "en": "Good English"},
)
SOURCE = Key("Source", "The id of the source that says so, from `sources`.", "guild")
NOTE = Key("Note", "More about it.", {"de": "Nur in Bayern.", "en": "In Bavaria only."})
FIGURE = {"min": 6, "max": 8}
PRICE = {"min": 1800, "max": 2400}
CONFIDENCE = Key("Confidence", "What it was read from.", "official_page")
DOUBT = Key("Doubt", "What speaks against the figure.", {"de": "Nur ein Anbieter.", "en": "One provider only."})
A_SOURCE = {
    "guild": {
        "publisher": "Guild of Invented Teams",
        "title": "What team leads do",
        "url": "https://example.org/guild",
        "read": "2026-11-20",
    },
}
STEP = {"id": "enrol", "text": {"de": "Sich anmelden.", "en": "Enrol."}}
