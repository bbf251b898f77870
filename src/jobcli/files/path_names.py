"""Which training path a person means: by its id, its title in either language, or words of the title."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jobcli.domain.evidence import Words
from jobcli.domain.folding import folded, slug

_SHORTEST = 4
"""Letters that a part of a word has at least to stand for it."""
_SAID_OF_MANY = frozenset(
    [
        "geprufter",
        "geprufte",
        "gepruft",
        "staatlich",
        "anerkannter",
        "anerkannte",
        "ihk",
        "hwk",
        "certified",
        "der",
        "die",
        "das",
        "zum",
        "zur",
        "als",
        "the",
        "a",
    ]
)
"""Words that stand before many titles, or are left out."""


def called(word: str, titles: Mapping[str, Words]) -> list[str]:
    """The ids that a word names: itself, a title, all words of a title, their beginnings, or parts of them; none where nothing fits.

    `titles` are those of paths, or of the steps of one, by their ids.
    """
    name, wanted = slug(word), folded(word).split()
    if name in titles:
        return [name]
    texts = {key: [folded(text) for text in (words.de, words.en, key) if text] for key, words in titles.items()}
    ways: tuple[Callable[[str], bool], ...] = (
        lambda text: text.split() == wanted,
        lambda text: set(wanted) <= set(text.split()),
        lambda text: all(any(part.startswith(one) for part in text.split()) for one in wanted),
        lambda text: all(len(one) >= _SHORTEST and one in text for one in wanted),
    )
    plain = [one for one in wanted if one not in _SAID_OF_MANY]
    wanted = plain or wanted
    if max(map(len, wanted), default=0) < _SHORTEST:
        # Of short words only whole titles: `en` and `i` begin too many others.
        ways = ways[:1] if wanted else ()
    return next((found for way in ways if (found := [key for key, known in texts.items() if any(map(way, known))])), [])
