"""Which roles a person means: by title, alias, abbreviation, code, subject, duty, training path, requirement and summary.

Everything is compared as `folded` spells it. A name that has the words comes before a sentence that has them. A
neighbouring job without a profile leads to the role beside it, where its name was typed. The library that forgives typing
errors takes 30 ms to import, so it is asked only where nothing has the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from jobcli.domain.card import Card, Name
from jobcli.domain.evidence import Words
from jobcli.domain.folding import folded
from jobcli.domain.role import Vocabulary
from jobcli.search.question import SearchQuestion, is_rank, leads, named, stem
from jobcli.search.sentences import Said, Sentences, form_of, subjects_named

How = Literal["exact", "alias", "abbreviation", "prefix", "word", "spelling", "text"]
Field = Literal[
    "title", "alias", "id", "kldb", "isco", "neighbour", "subject", "duty", "path", "requirement", "summary"
]

_ORDER: tuple[How, ...] = ("exact", "alias", "abbreviation", "prefix", "word", "spelling", "text")
_FIELDS: tuple[Field, ...] = (
    *("title", "id", "kldb", "isco", "alias", "neighbour"),
    *("subject", "duty", "path", "requirement", "summary"),
)
_OWN = ("title", "id")
_NO_WORDS = frozenset({"der", "die", "das", "des", "fur", "und", "im", "in", "of", "and", "for", "the", "a", "an"})
# Shorter ones stand inside too many words: IT in quality, HR in Lehre.
_INSIDE = 3
_STEM_INSIDE = 5
_LAST_PART = 6
_SURE = 0.835
"""A name that has the words less closely than this is no answer where another one is only a slip away."""

_NEAR = 0.5
"""A name that is less like the words than this is not offered in their place."""

_A_SLIP = 0.82
_LONG, _NOT_SHORT = 8, 5
"""Of a name with so many letters two slips are forgiven, of a shorter one a single slip, of the shortest none."""

_THE_SAME = 0.95
"""How well a word has another one that only ends differently."""


class Hit(Struct, frozen=True, kw_only=True):
    """A role that was found."""

    id: str
    how: How
    """How what was found has the words."""
    field: Field
    """Where it stands in the profile."""
    text: str
    """The name or the line."""
    closeness: float
    """0 to 1: ranks hits of one kind; 1 is nearest."""
    subject: str | None = None
    """The id of the subject that `text` is a word for."""

    @property
    def rank(self) -> tuple[int, float, int, str]:
        """Best first: the kind of the hit, its closeness, what was hit, the id."""
        return _ORDER.index(self.how), -self.closeness, _FIELDS.index(self.field), self.id


def search(
    question: SearchQuestion,
    cards: Mapping[str, Card],
    vocabulary: Vocabulary,
    paths: Mapping[str, Words] | None = None,
) -> list[Hit]:
    """The roles that have the words, best first: exact, alias, abbreviation, prefix, word, similar spelling, text.

    `paths` are the titles of the training paths that roles share, by their ids.
    """
    if question.code is not None:
        return sorted(_best_of(_coded(question.code, cards)).values(), key=lambda hit: hit.rank)
    if not question.words:
        return []
    found = _best_of(_named(question, cards)) or _by_another_form(question, cards, vocabulary)
    sentences = Sentences(question, cards, vocabulary, paths or {})
    said = {role: _text(role, one, question) for role, one in sentences.having_all().items()}
    if not found and said and not sentences.verbatim():
        # Only the trunk is there, as Markt of Markteing.
        found = _nearly_the_same(question, cards)
    if not found:
        said |= _partly(question, cards, sentences, 1)
    if not found and not said:
        return sorted(_forgiven(question, cards, sentences).values(), key=lambda hit: hit.rank)
    return sorted({**said, **found}.values(), key=lambda hit: hit.rank)


def _by_another_form(question: SearchQuestion, cards: Mapping[str, Card], vocabulary: Vocabulary) -> dict[str, Hit]:
    """The roles with a name that has the words in another form, where no name has them as they were typed."""
    found = _best_of(_named_alike(question, cards))
    # A longer word that ends like a name may as well be another name, misspelt.
    if found and all(hit.closeness < _SURE for hit in found.values()):
        found = _nearly_the_same(question, cards) or found
    # Accounting is a subject; that a Key-Account-Manager is called nearly so says nothing.
    if found and (subjects := subjects_named(question.text, vocabulary)):
        found = {role: hit for role, hit in found.items() if not subjects.isdisjoint(cards[role].subjects)}
    return found


def _forgiven(question: SearchQuestion, cards: Mapping[str, Card], sentences: Sentences) -> dict[str, Hit]:
    """The roles that come near to words that nothing has: by slips in names, then in sentences, then by most of the words."""
    found = _misspelt(question, cards)
    if all(hit.closeness < _SURE for hit in found.values()) and (meant := sentences.without_slips()):
        found = {role: _text(role, one, meant.question) for role, one in meant.having_all().items()} or found
    if not found:
        found = _partly(question, cards, sentences, 0.5)
    return found or {role: _text(role, one, question) for role, one in sentences.having_most().items()}


def nearly_called(question: SearchQuestion, cards: Mapping[str, Card]) -> str | None:
    """The only role with a name that begins so, or else is only a slip away. None where there is none, or more."""
    if question.code is not None or all(is_rank(word) for word in question.words):
        return None
    begun = {
        role_id
        for role_id, card in cards.items()
        for name in _own_names(role_id, card)
        if name.folded.startswith(f"{question.text} ")
    }
    if begun:
        return begun.pop() if len(begun) == 1 else None
    from rapidfuzz.distance import OSA

    spelt, slips = question.compact, dict[str, int]()
    allowed = 2 if len(spelt) >= _LONG else 1 if len(spelt) >= _NOT_SHORT else 0
    for role_id, card in cards.items():
        for name in _own_names(role_id, card):
            distance = OSA.distance(spelt, name.folded.replace(" ", ""), score_cutoff=allowed)
            if distance <= allowed:
                slips[role_id] = min(distance, slips.get(role_id, allowed))
    nearest_of_all = [role_id for role_id, count in slips.items() if count == min(slips.values())]
    return nearest_of_all[0] if len(nearest_of_all) == 1 else None


def nearest(question: SearchQuestion, cards: Mapping[str, Card], count: int = 3) -> list[str]:
    """The names that come nearest to words that nothing has, nearest first."""
    from jobcli.search.spelling import likeness

    texts: dict[str, str] = {}
    for role_id, card in cards.items():
        for name in _own_names(role_id, card):
            texts.setdefault(name.folded, name.text)
    scores = likeness(question.words, texts)
    ranked = sorted((name for name in scores if scores[name] >= _NEAR), key=lambda name: (-scores[name], name))
    return list(dict.fromkeys(texts[name] for name in ranked))[:count]


def touches(question: SearchQuestion, word: str) -> bool:
    """Whether a folded word of a line is one that the question asks for, in any of its forms."""
    return any(
        _has_word(asked, word) or _grade(asked, [word]) or (len(asked) > _INSIDE and form_of(asked) in word)
        for asked in question.content
    )


def _has_word(word: str, text: str) -> bool:
    """Whether a folded text has this word, or a longer one that holds it."""
    return word in text.split() if len(word) < _INSIDE else word in text


def _coded(code: str, cards: Mapping[str, Card]) -> Iterator[Hit]:
    """The roles whose code begins with this one."""
    for role_id, card in cards.items():
        for field, own in card.codes:
            if own.startswith(code):
                how: How = "exact" if own == code else "prefix"
                yield Hit(id=role_id, how=how, field=field, text=own, closeness=len(code) / len(own))


def _named(question: SearchQuestion, cards: Mapping[str, Card]) -> Iterator[Hit]:
    """The roles with a name that has the words as they were typed."""
    for role_id, card in cards.items():
        for name in _names(role_id, card):
            found = _hit(question, name.folded, own=name.kind in _OWN)
            if found is not None:
                how, closeness = found if name.kind != "neighbour" else ("word", found[1])
                yield Hit(id=role_id, how=how, field=name.kind, text=name.text, closeness=closeness)


def _names(role_id: str, card: Card) -> Iterator[Name]:
    yield from card.names
    yield Name(role_id, folded(role_id), "id")


def _own_names(role_id: str, card: Card) -> Iterator[Name]:
    """The names of the role itself, without those of jobs beside it."""
    return (name for name in _names(role_id, card) if name.kind != "neighbour")


def _hit(question: SearchQuestion, name: str, *, own: bool) -> tuple[How, float] | None:
    """How a name answers the question, and how close it is; `own` is a title or an id. None where it does not."""
    joined = name.replace(" ", "")
    length = len(question.compact) / max(len(joined), len(question.compact))
    if joined == question.compact:
        return ("exact" if own else "alias"), 1.0
    if len(question.words) == 1 and 2 <= len(question.compact) <= 5 and question.compact == _initials(name):
        return "abbreviation", 1.0
    if joined.startswith(question.compact) and (len(question.compact) >= _INSIDE or question.compact in name.split()):
        return "prefix", length
    share = _words_in(question, name)
    return None if share is None else ("word", share + length / 10)


def _words_in(question: SearchQuestion, name: str) -> float | None:
    """How a name has all the words: whole, at the beginning of its words, or inside them; None where it has not."""
    parts = name.split()
    if all(word in parts for word in question.words):
        return 0.9
    long = [word for word in question.words if len(word) > 1]
    if long and all(any(part.startswith(word) for part in parts) for word in long):
        return 0.8
    return 0.7 if all(_has_word(word, name) for word in question.words) else None


def _initials(name: str) -> str:
    parts = [part for part in name.split() if part not in _NO_WORDS]
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""


def _named_alike(question: SearchQuestion, cards: Mapping[str, Card]) -> Iterator[Hit]:
    """The roles with a name that has the words in another form, or as parts of its words, whatever the rank."""
    content = question.content
    leading = any(leads(word) for word in question.words)
    for role_id, card in cards.items():
        for name in _names(role_id, card):
            parts = name.folded.split()
            grades = [_grade(word, parts) for word in content]
            if not all(grades) or (name.kind == "neighbour" and min(grades) < _THE_SAME):
                continue
            share = sum(grades) / len(grades)
            rank = 1 if leading == any(leads(part) for part in parts) else 0
            # What a name says beside the words makes it another thing: a Sachbearbeiter Einkauf is no Einkäufer.
            more = [part for part in parts if not is_rank(part) and part not in _NO_WORDS]
            whole = 1 - len([part for part in more if not any(_grade(word, [part]) for word in content)]) / len(parts)
            own = 0.02 if name.kind in _OWN else 0.0
            closeness = 0.68 * share + 0.1 * rank + 0.2 * whole + own
            yield Hit(id=role_id, how="word", field=name.kind, text=name.text, closeness=closeness)


def _grade(word: str, parts: list[str]) -> float:
    """How well the words of a name have a word that was typed: 1 is the word itself, 0 not at all."""
    best = 0.0
    own = stem(word)
    rest = named(word)
    alone = len([part for part in parts if not is_rank(part)]) == 1
    for part in parts:
        other = stem(part)
        if part == word:
            return 1.0
        if other == own:
            best = max(best, _THE_SAME)
        elif len(word) >= _INSIDE and part.startswith(word):
            best = max(best, 0.9)
        elif len(own) >= _STEM_INSIDE and other.endswith(own):
            best = max(best, 0.8)
        elif len(own) >= _STEM_INSIDE and other.startswith(own):
            best = max(best, 0.75)
        elif alone and len(part) >= _LAST_PART and not is_rank(part) and word.endswith(part):
            # A compound is what its last part says: a Vertriebscontroller is a Controller.
            best = max(best, 0.7)
    if rest is not None and (len(rest) > _INSIDE or rest in parts):
        best = max(best, 0.95 * _grade(rest, parts), 0.95 * _grade(rest.removesuffix("s"), parts))
    return best


def _text(role: str, said: Said, question: SearchQuestion) -> Hit:
    closeness = said.score / (said.score + len(question.content))
    return Hit(id=role, how="text", field=said.field, text=said.text, closeness=closeness, subject=said.subject)


def _partly(question: SearchQuestion, cards: Mapping[str, Card], sentences: Sentences, least: float) -> dict[str, Hit]:
    """The roles that have this share of the words: at least one in a name, the others there or in a sentence."""
    content = question.content
    if len(content) == 1:
        return {}
    hits = []
    for role_id, card in cards.items():
        said = sentences.words_of(role_id)
        for name in _own_names(role_id, card):
            parts = name.folded.split()
            grades = {word: grade for word in content if len(word) >= _STEM_INSIDE and (grade := _grade(word, parts))}
            share = len({*grades, *said}) / len(content)
            if grades and share >= least:
                closeness = 0.7 * share + 0.3 * sum(grades.values()) / len(content)
                hits.append(Hit(id=role_id, how="text", field=name.kind, text=name.text, closeness=closeness))
    best = max((hit.closeness for hit in hits), default=0.0)
    return _best_of(hit for hit in hits if hit.closeness >= best - 0.1)


def _nearly_the_same(question: SearchQuestion, cards: Mapping[str, Card]) -> dict[str, Hit]:
    """The roles with a name that is no more than a slip away."""
    return {role: hit for role, hit in _misspelt(question, cards).items() if hit.closeness >= _A_SLIP}


def _misspelt(question: SearchQuestion, cards: Mapping[str, Card]) -> dict[str, Hit]:
    """The roles with a name that is spelt nearly so; only those that come close to the nearest."""
    from jobcli.search.spelling import similar

    owners: dict[str, list[tuple[str, Name]]] = {}
    for role_id, card in cards.items():
        for name in _own_names(role_id, card):
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
