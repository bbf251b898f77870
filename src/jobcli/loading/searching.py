"""Which roles a person means: by title, alias, abbreviation, code, subject and duty, also where it is misspelt.

Everything is compared as `folded` spells it. The library that forgives typing errors takes 30 ms to import, so it is
asked only where no name has the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from jobcli.domain.card import Card, Name
from jobcli.domain.evidence import Words
from jobcli.domain.folding import folded

How = Literal["exact", "alias", "abbreviation", "prefix", "word", "spelling", "text"]
Field = Literal["title", "alias", "id", "kldb", "isco", "subject", "duty"]

_ORDER: tuple[How, ...] = ("exact", "alias", "abbreviation", "prefix", "word", "spelling", "text")
_FIELDS: tuple[Field, ...] = ("title", "id", "kldb", "isco", "alias", "subject", "duty")
_FILLERS = frozenset({"der", "die", "das", "des", "fur", "und", "im", "in", "of", "and", "for", "the", "a", "an"})
# Shorter ones stand inside too many words: IT in quality, HR in Lehre.
_INSIDE = 3
_STEM = 6


class Hit(Struct, frozen=True, kw_only=True):
    """A role that was found: how, and by which line. `closeness` (0 to 1) ranks hits of one kind; 1 is nearest."""

    id: str
    how: How
    field: Field
    text: str
    closeness: float

    @property
    def rank(self) -> tuple[int, float, int, str]:
        """Best first: the kind of the hit, its closeness, what was hit, the id."""
        return _ORDER.index(self.how), -self.closeness, _FIELDS.index(self.field), self.id


class Question(Struct, frozen=True):
    """The words that were typed, in the spelling that is compared."""

    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words with spaces."""
        return " ".join(self.words)

    @property
    def compact(self) -> str:
        """The words without spaces: `back office` is `backoffice`."""
        return "".join(self.words)

    @property
    def stems(self) -> Question:
        """The words without their endings: who asks for a Programmierer means those who programmieren."""
        return Question(tuple(word[: max(_STEM, len(word) - 3)] for word in self.words))

    @property
    def code(self) -> str | None:
        """The code of a classification, where the words are one."""
        figures = [word for word in self.words if word not in ("kldb", "isco", "2010", "08")]
        return figures[0] if len(figures) == 1 and figures[0].isdigit() and len(figures[0]) >= _INSIDE else None


def ask(words: str) -> Question:
    """The question that a person typed; without words where it holds no letters and no digits."""
    return Question(tuple(folded(words).split()))


def search(question: Question, cards: Mapping[str, Card], subjects: Mapping[str, Words]) -> list[Hit]:
    """The roles that have the words, best first: exact, alias, abbreviation, prefix, word, similar spelling, text."""
    if not question.words:
        return []
    found = {}
    for role_id, card in cards.items():
        hit = min(_hits(question, role_id, card), key=lambda hit: hit.rank, default=None)
        if hit is not None:
            found[role_id] = hit
    if not found and question.code is None:
        found = _misspelt(question, cards)
    for hit in _in_texts(question, cards, subjects):
        found.setdefault(hit.id, hit)
    if not found and (stems := question.stems) != question:
        found = {hit.id: hit for hit in _in_texts(stems, cards, subjects)}
    return sorted(found.values(), key=lambda hit: hit.rank)


def nearest(question: Question, cards: Mapping[str, Card], count: int = 3) -> list[str]:
    """The names that come nearest to words that nothing has, nearest first."""
    from jobcli.loading.spelling import likeness

    texts: dict[str, str] = {}
    for card in cards.values():
        for name in card.names:
            texts.setdefault(name.folded, name.text)
    scores = likeness(question.words, texts)
    ranked = sorted(scores, key=lambda name: (-scores[name], name))
    return list(dict.fromkeys(texts[name] for name in ranked))[:count]


def has_word(word: str, text: str) -> bool:
    """Whether a folded text has this word, or a longer one that holds it."""
    return word in text.split() if len(word) < _INSIDE else word in text


def _hits(question: Question, role_id: str, card: Card) -> Iterator[Hit]:
    """How the names and codes of a role answer the question."""
    if question.code is not None:
        for field, code in card.codes:
            if code.startswith(question.code):
                how: How = "exact" if code == question.code else "prefix"
                yield Hit(id=role_id, how=how, field=field, text=code, closeness=len(question.code) / len(code))
    for name in _names(role_id, card):
        found = _hit(question, name.folded, own=name.kind != "alias")
        if found is not None:
            how, closeness = found
            yield Hit(id=role_id, how=how, field=name.kind, text=name.text, closeness=closeness)


def _names(role_id: str, card: Card) -> Iterator[Name]:
    yield from card.names
    yield Name(role_id, folded(role_id), "id")


def _hit(question: Question, name: str, *, own: bool) -> tuple[How, float] | None:
    """How a name answers the question, and how close it is; `own` is a title or an id. None where it does not."""
    joined = name.replace(" ", "")
    length = len(question.compact) / max(len(joined), len(question.compact))
    if joined == question.compact:
        return ("exact" if own else "alias"), 1.0
    if len(question.words) == 1 and 2 <= len(question.compact) <= 5 and question.compact == _initials(name):
        return "abbreviation", 1.0
    if len(question.compact) >= 2 and joined.startswith(question.compact):
        return "prefix", length
    share = _words_in(question, name)
    return None if share is None else ("word", share + length / 10)


def _words_in(question: Question, name: str) -> float | None:
    """How a name has all the words: whole, at the beginning of its words, or inside them; None where it has not."""
    parts = name.split()
    if all(word in parts for word in question.words):
        return 0.9
    if all(any(part.startswith(word) for part in parts) for word in question.words if len(word) > 1):
        return 0.8
    return 0.7 if all(has_word(word, name) for word in question.words) else None


def _initials(name: str) -> str:
    parts = [part for part in name.split() if part not in _FILLERS]
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""


def _in_texts(question: Question, cards: Mapping[str, Card], subjects: Mapping[str, Words]) -> Iterator[Hit]:
    """The roles whose subjects and duties have all the words, each with the line that has most of them."""
    # What a subject says is looked up once, and not for each role that has it.
    named = {
        subject: [(text, had) for text in (words.de, words.en) if text and (had := _had(question, text, folded(text)))]
        for subject, words in subjects.items()
    }
    for role_id, card in cards.items():
        # Profiles name their subjects from the weightiest on.
        found: list[tuple[int, float, Field, str, frozenset[str]]] = [
            (len(had), 1 / (1 + place), "subject", text, had)
            for place, subject in enumerate(card.subjects)
            for text, had in named.get(subject, ())
        ]
        found += [
            (len(had), 0.0, "duty", line.text, had)
            for duty in card.duties
            for line in duty
            if (had := _had(question, line.text, line.folded))
        ]
        if found and frozenset().union(*(line[-1] for line in found)).issuperset(question.words):
            count, weight, field, text, _ = max(found, key=lambda line: line[:2])
            # Most words in one line first; then the role that speaks of them more often, or has them as a weighty subject.
            closeness = count + 0.8 * len(found) / (len(found) + 1) + 0.2 * weight
            yield Hit(id=role_id, how="text", field=field, text=text, closeness=closeness / (len(question.words) + 1))


def _had(question: Question, text: str, line: str) -> frozenset[str] | None:
    """The words of the question that a line has; None where it has none."""
    for word in question.words:
        if word in line:
            return frozenset(word for word in question.words if _says(word, text, line))
    return None


def _says(word: str, text: str, line: str) -> bool:
    """Whether a line has a word; of two letters only the abbreviation, as IT is another word than it."""
    if len(word) >= _INSIDE:
        return word in line
    return word.upper() in text and re.search(rf"\b{word.upper()}\b", text) is not None


def _misspelt(question: Question, cards: Mapping[str, Card]) -> dict[str, Hit]:
    """The roles with a name that is spelt nearly so; only those that come close to the nearest."""
    from jobcli.loading.spelling import similar

    owners: dict[str, list[tuple[str, Name]]] = {}
    for role_id, card in cards.items():
        for name in _names(role_id, card):
            owners.setdefault(name.folded, []).append((role_id, name))
    hits = [
        Hit(id=role_id, how="spelling", field=name.kind, text=name.text, closeness=closeness)
        for spelt, closeness in similar(question.words, owners).items()
        for role_id, name in owners[spelt]
    ]
    return _best_of(hits)


def _best_of(hits: Iterable[Hit]) -> dict[str, Hit]:
    best: dict[str, Hit] = {}
    for hit in sorted(hits, key=lambda hit: hit.rank):
        best.setdefault(hit.id, hit)
    return best
