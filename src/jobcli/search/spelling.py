"""Names that are spelt nearly like the words that were typed: letters left out, doubled, swapped or mistaken."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Indel

_ENOUGH = 0.74
"""How alike a name has to be: one slip in four letters, two in eight. Tried out on the queries of tests/search/test_search.py."""

_NEAR_THE_BEST = 0.12
"""Names that are this much less alike than the best one are left out: they would only be noise below it."""

_STEM, _ENDING = 6, 4
"""Words of one stem: the first six letters are the same, and after what is the same come at most four, as in Controll-ing."""

_LONG = 7
"""Of shorter words too many are one letter from each other, as Lehrer and Lehre."""

_SHORT, _SAME_START = 8, 0.87
"""Hardly anybody mistakes the first letter of a short word: if less alike, it starts alike, or a Gärtner were a partner."""

_SOUNDS = {"c": "k", "q": "k", "z": "s", "v": "f", "p": "b", "t": "d", "y": "j"}

_SHORTEST = 4
_INSIDE = 6


def similar(words: Sequence[str], names: Collection[str]) -> dict[str, float]:
    """The folded names that are like the folded words, each with how alike it is (0 to 1)."""
    scores: dict[str, float] = {}

    def note(name: str, score: float) -> None:
        scores[name] = max(score, scores.get(name, 0.0))

    joined = {name: name.replace(" ", "") for name in names}
    compact = "".join(words)
    if len(compact) >= _SHORTEST:
        for name, score in _alike(compact, joined).items():
            note(name, score)
    parts = {part for name in names for part in name.split()}
    by_word = [_words_like(word, parts) for word in words]
    for name in names:
        best = [max((found.get(part, 0.0) for part in name.split()), default=0.0) for found in by_word]
        if min(best, default=0.0) >= _ENOUGH:
            # A whole name is a better answer than one word of it.
            share = len(compact) / max(len(joined[name]), len(compact))
            note(name, sum(best) / len(best) * (0.9 + share / 10))
    top = max(scores.values(), default=0.0)
    return {name: score for name, score in scores.items() if score >= max(_ENOUGH, top - _NEAR_THE_BEST)}


def corrected(word: str, known: Collection[str]) -> str | None:
    """The known word that a folded one is a slip away from (of twelve letters or more, two); None where there is none."""
    if len(word) < _LONG:
        return None
    slips = 1 if len(word) < 2 * _INSIDE else 2
    alike = [other for other in known if other[:1] == word[:1] and len(other) >= _LONG - 1]
    nearest = process.extractOne(word, sorted(alike), scorer=OSA.distance, score_cutoff=slips)
    return None if nearest is None else str(nearest[0])


def likeness(words: Sequence[str], names: Collection[str]) -> dict[str, float]:
    """How alike (0 to 1) each folded name is to the folded words, as a whole or by the likest of its words; none with nothing."""
    parts = {part for name in names for part in name.split()}
    joined = {name: name.replace(" ", "") for name in names}
    whole = process.extract("".join(words), joined, scorer=OSA.normalized_similarity, limit=None)
    scores = {name: score for _, score, name in whole}
    for word in words:
        found = {
            part: score for part, score, _ in process.extract(word, parts, scorer=OSA.normalized_similarity, limit=5)
        }
        for name in names:
            best = max((found.get(part, 0.0) for part in name.split()), default=0.0)
            scores[name] = max(scores[name], 0.9 * best)
    return {name: score for name, score in scores.items() if score > 0.25}


def _alike(word: str, names: dict[str, str]) -> dict[str, float]:
    """Names that are nearly the word, by single slips; or that share most of it, as Leitung and Leiter do."""
    slips = process.extract(word, names, scorer=OSA.normalized_similarity, score_cutoff=_ENOUGH, limit=None)
    scores = {name: score for _, score, name in slips}
    shared = process.extract(word, names, scorer=Indel.normalized_similarity, score_cutoff=0.8, limit=None)
    for _, score, name in shared:
        scores[name] = max(scores.get(name, 0.0), score - 0.05)
    begun = (
        {name: spelt for name, spelt in names.items() if spelt.startswith(word[:_STEM])} if len(word) > _STEM else {}
    )
    for name, spelt in begun.items():
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, spelt, strict=False)))
        if max(len(word), len(spelt)) - same <= _ENDING:
            scores[name] = max(scores.get(name, 0.0), _ENOUGH)
    return scores


def _words_like(word: str, parts: Collection[str]) -> dict[str, float]:
    """Words that are nearly this one, or hold nearly this one; of a short word only itself."""
    if len(word) < _SHORTEST:
        return {word: 1.0} if word in parts else {}
    alike = _alike(word, {part: part for part in parts if len(part) >= _SHORTEST - 1})
    scores = {
        part: score
        for part, score in alike.items()
        if len(word) > _SHORT or score > _SAME_START or _start(part) == _start(word)
    }
    if len(word) >= _INSIDE:
        longer = [part for part in parts if len(part) > len(word) + 1]
        for part, score, _ in process.extract(word, longer, scorer=fuzz.partial_ratio, score_cutoff=86, limit=None):
            scores[part] = max(scores.get(part, 0.0), score / 100 - 0.08)
    for part in parts:
        if part.startswith(word):
            scores[part] = 1.0
    return scores


def _start(word: str) -> str:
    """The sound that a word starts with, as far as its first letter tells."""
    return _SOUNDS.get(word[:1], word[:1])
