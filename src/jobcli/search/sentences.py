"""Which sentences of a profile have the words that were typed: subjects, duties, training paths, requirements, summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct

from jobcli.domain.card import Card, CardLine, prose_of
from jobcli.domain.evidence import Words
from jobcli.domain.folding import folded
from jobcli.domain.role import Vocabulary
from jobcli.search.question import SearchQuestion, named, trunk

Kind = Literal["subject", "duty", "path", "requirement", "summary"]

# What a role is about says more of it than what is done in it; that, more than what is asked for or told in passing.
_WEIGHTS: dict[Kind, float] = {"subject": 1.0, "duty": 0.7, "path": 0.55, "requirement": 0.45, "summary": 0.4}
_INSIDE = 0.6
"""What a word counts that stands only inside another one, as Führung in Buchführung."""

_ABBREVIATION = 2
_PART = 5


class Said(Struct, frozen=True):
    """The best sentence of a role, and how much the role speaks of the words."""

    field: Kind
    """Where the sentence stands."""
    text: str
    """What it says."""
    score: float
    """How much the role speaks of the words: more lines and weightier ones count more."""
    words: frozenset[str]
    """The words of the question that the role has."""
    subject: str | None = None
    """The id of the subject that `text` is a word for."""


class Sentences:
    """The sentences of some roles, asked for the words of one question. Nothing is read before it is asked for."""

    def __init__(
        self, question: SearchQuestion, cards: Mapping[str, Card], vocabulary: Vocabulary, paths: Mapping[str, Words]
    ) -> None:
        self.question = question
        self._words = question.content
        self._typed: set[str] = set()
        self._patterns = {word: _pattern(word) for word in self._words}
        self._cards = cards
        self._vocabulary = vocabulary
        self._titles = paths

    def having_all(self) -> dict[str, Said]:
        """The roles whose sentences have all the words."""
        return {role: said for role, said in self._said.items() if said.words.issuperset(self._words)}

    def having_most(self) -> dict[str, Said]:
        """The roles with one sentence that has two of three words or more: people put a duty in words of their own.

        A summary is too long to count: some words of any question are in it.
        """
        best = {}
        for role, card in self._cards.items():
            lines = [line for line in self._lines(card) if line.field != "summary"]
            if lines:
                best[role] = max(lines, key=lambda line: (len(line.words), line.score))
        most = max((len(line.words) for line in best.values()), default=0)
        if most < max(2, len(self._words) * 2 / 3):
            return {}
        return {role: line for role, line in best.items() if len(line.words) == most}

    def without_slips(self) -> Sentences | None:
        """The same sentences, asked for the words that were meant; None where there is no slip, or more than slips."""
        from jobcli.search.spelling import corrected

        had = frozenset[str]().union(*(said.words for said in self._said.values()))
        known = {word for line in self._spelt() for word in line.split()}
        meant = {word: corrected(word, known) for word in self._words if word not in had}
        if not meant or not all(meant.values()):
            return None
        words = tuple(meant.get(word) or word for word in self.question.words)
        question = SearchQuestion(tuple(dict.fromkeys(words)))
        return Sentences(question, self._cards, self._vocabulary, self._titles)

    def _spelt(self) -> Iterator[str]:
        """What subjects, duties and training paths say, as it is compared."""
        both = (*self._vocabulary.subjects.values(), *self._titles.values())
        yield from (folded(text) for words in both for text in (words.de, words.en) if text)
        yield from (folded(word) for word in self._vocabulary.subject_words)
        yield from (line.folded for card in self._cards.values() for duty in card.duties for line in duty)

    def verbatim(self) -> bool:
        """Whether sentences have all the words as they were typed."""
        return bool(self._said) and self._typed.issuperset(self._words)

    def words_of(self, role: str) -> frozenset[str]:
        """Which of the words the sentences of a role have."""
        said = self._said.get(role)
        return frozenset() if said is None else said.words

    @cached_property
    def _said(self) -> dict[str, Said]:
        found = {}
        for role, card in self._cards.items():
            lines = list(self._lines(card))
            if lines:
                found[role] = _gathered(lines)
        return found

    def _lines(self, card: Card) -> Iterator[Said]:
        # Profiles name their subjects from the weightiest on.
        for place, subject in enumerate(card.subjects):
            for text, had, whole in self._subjects.get(subject, ()):
                yield Said("subject", text, whole * _WEIGHTS["subject"] * (1 - place / 20), had, subject)
        for duty in card.duties:
            yield from self._having("duty", duty)
        for path in card.paths:
            for text, had, whole in self._paths.get(path, ()) if isinstance(path, str) else ():
                yield Said("path", text, whole * _WEIGHTS["path"], had)
        prose = prose_of(card)
        yield from self._having("requirement", prose.requirements)
        yield from self._having("summary", prose.summary)

    def _having(self, kind: Kind, lines: tuple[CardLine, ...]) -> Iterator[Said]:
        for line in lines:
            had, whole = self._had(line.text, line.folded)
            if had:
                yield Said(kind, line.text, whole * _WEIGHTS[kind], had)

    @cached_property
    def _subjects(self) -> dict[str, list[tuple[str, frozenset[str], float]]]:
        """The names of each subject and the plain words for it that have words of the question; looked up once for all."""
        found: dict[str, list[tuple[str, frozenset[str], float]]] = {}
        names = [(subject, text) for subject, both in self._vocabulary.subjects.items() for text in (both.de, both.en)]
        for subject, text in (*names, *((subject, word) for word, subject in self._vocabulary.subject_words.items())):
            had, whole = self._had(text or "", folded(text or ""))
            if text and had:
                found.setdefault(subject, []).append((text, had, whole))
        return found

    @cached_property
    def _paths(self) -> dict[str, list[tuple[str, frozenset[str], float]]]:
        """The titles of the training paths that roles share, as far as they have words of the question."""
        found: dict[str, list[tuple[str, frozenset[str], float]]] = {}
        for path, title in self._titles.items():
            for text in (title.de, title.en):
                had, whole = self._had(text or "", folded(text or ""))
                if text and had:
                    found.setdefault(path, []).append((text, had, whole))
        return found

    def _had(self, text: str, line: str) -> tuple[frozenset[str], float]:
        """The words that a sentence has, and what they count there."""
        had, whole = set(), 1.0
        for word, (begun, pattern) in self._patterns.items():
            # The capitals of an abbreviation count, so it is looked for in the sentence as it is written.
            searched = line if len(word) > _ABBREVIATION else text
            if begun in line and (found := pattern.search(searched)):
                had.add(word)
                if word in line:
                    self._typed.add(word)
                start = found.start()
                if searched is line and start and line[start - 1] not in (" ", line[start]):
                    whole = _INSIDE
        return frozenset(had), whole


def subjects_named(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The subjects with a name, or a plain word for them, that has the folded text as it is."""
    whole = re.compile(rf"\b{re.escape(text)}\b")
    names = [(subject, name) for subject, both in vocabulary.subjects.items() for name in (both.de, both.en)]
    plain = [(subject, word) for word, subject in vocabulary.subject_words.items()]
    return frozenset(subject for subject, name in (*names, *plain) if name and whole.search(folded(name)))


def _gathered(lines: list[Said]) -> Said:
    """What a role says as a whole: each word as the weightiest line has it, and a little for each line more."""
    best = max(lines, key=lambda line: (len(line.words), line.score))
    words = frozenset[str]().union(*(line.words for line in lines))
    weight = sum(max(line.score for line in lines if word in line.words) for word in words)
    # Two lines are one sentence in two languages.
    often = sum(line.score for line in lines) / 2
    return Said(best.field, best.text, weight + 0.3 * often / (often + 2), words, best.subject)


def _pattern(word: str) -> tuple[str, re.Pattern[str]]:
    """How a word stands in a folded sentence: short ones as a word or its beginning, longer ones also inside another.

    One of two letters is looked for in the sentence as it is written: IT is another word than it.
    """
    if len(word) <= _ABBREVIATION:
        return word, re.compile(rf"\b{re.escape(word.upper())}\b")
    if len(word) < _PART:
        return word, re.compile(rf"\b{re.escape(word)}" + (r"\b" if len(word) < _PART - 1 else ""))
    form = form_of(word)
    if len(form) < _PART:
        return form, re.compile(rf"\b{re.escape(form)}\b")
    return form, re.compile(re.escape(form))


def form_of(word: str) -> str:
    """The part of a word that a sentence has to have: without the rank at its end, and of long words the trunk."""
    whole = named(word) or word
    return short if len(short := trunk(whole)) > _PART else whole
