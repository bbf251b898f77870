"""What a person typed to find a role: its words without the noise of job advertisements, their trunks, and a code.

A *trunk* is a word without its ending, so that who does something, doing it and the deed are one: `Programmierer`,
`programmieren`, `Programmierung`. A *stem* is a trunk in which German and English spell alike: `Produkt`, `product`.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from jobcli.domain.folding import folded

# (m/w/d), m/f/x, w|m|d; (gn), (all genders)
_ALL_GENDERS = re.compile(
    r"\(?(?<![\w/])[mwdfxgin](?:\s?[/|,]\s?[mwdfxgin]){1,3}(?![\w/])\)?|\((?:gn|all genders|alle geschlechter)\)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?:kldb|isco)?(?:[\s-]*(?:2010|08)(?=[\s:]))?[\s:]*(?:b\s)?((?:\d[\s.]?){3,5})(?:-\d{3})?(?:\s*\(?(?:kldb|isco)\)?)?",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}[^\W\d_]?\b")  # C.O.O.
_DOUBLED = re.compile(r"(.)\1")


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_FILLERS = frozenset(
    _listed(
        "der die das den dem des ein eine einer fur und im in am als zum zur mit bei von of and for the a an to at as"
    )
)
# What many titles have, and what tells them apart least: rank, and that it is a job at all.
_RANKS = frozenset(
    _listed(
        "abteilung abteilungsleiter beauftragt bereich bereichsleiter beruf chef chief direktor director executive expert "
        "experte fachkraft fachleiter gruppenleiter head job junior kraft lead leader leit leitend leiter leitung manager "
        "management mitarbeiter officer principal profi quereinsteiger referent senior spezialist specialist stelle "
        "teamleiter teamlead teamleitung trainee verantwortlich vice president"
    )
)
# As the last part of a longer word; the rest says of what.
_RANK_ENDINGS = _listed(
    "abteilung abteilungsleiter beauftragt bereich bereichsleiter chef direktor experte fachkraft guru kraft leiter "
    "leitung manager management mitarbeiter referent spezialist verantwortlich"
)
_LEADING = ("leiter", "leitung", "chef", "direktor", "director", "head", "lead", "leader", "leitend", "leitende")
_ENDINGS = _listed(
    "ements ement ungen ieren ation ators ator ments ment lungen lung lern eln ler ings ing ung iat ern ers enz ent "
    "ary er em ie al ik ic st"
)
_PLURALS = ("en", "es", "e", "n", "s")
# Shorter ones are other words: back is not what a Bäcker does.
_SHORTEST_TRUNK, _SHORTEST_SINGULAR = 5, 4
_DECLENSION = re.compile(r"(?<=\w{5})(?:er|en|em|es|e|n|s)$")


class SearchQuestion(Struct, frozen=True):
    """What was typed."""

    words: tuple[str, ...]
    """Each word once, in the spelling that is compared."""
    code: str | None = None
    """The digits, where they are the code of a classification."""

    @property
    def text(self) -> str:
        """The words with spaces."""
        return " ".join(self.words)

    @property
    def compact(self) -> str:
        """The words without spaces: `back office` is `backoffice`."""
        return "".join(self.words)

    @property
    def content(self) -> tuple[str, ...]:
        """The words that tell one role from another; all words where there are only others."""
        return tuple(word for word in self.words if word not in _FILLERS and not is_rank(word)) or self.words


def ask(typed: str) -> SearchQuestion:
    """The question that a person typed; without words where it holds no letters and no digits."""
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), _ALL_GENDERS.sub(" ", typed))
    # `Verkäufer / Verkäuferin` is one word in the spelling that is compared.
    words = tuple(dict.fromkeys(folded(plain).split()))
    code = _CODE.fullmatch(typed.strip())
    return SearchQuestion(words, re.sub(r"\D", "", code[1]) if code else None)


def is_rank(word: str) -> bool:
    """Whether a folded word says a rank, as `leiterin` and `head` do."""
    return word in _RANKS or _DECLENSION.sub("", word) in _RANKS


def leads(word: str) -> bool:
    """Whether a folded word says that somebody leads, alone or as its last part."""
    return word.endswith(_LEADING)


@cache
def trunk(word: str) -> str:
    """A folded word without its ending; short words as they are."""
    for endings, shortest in ((_ENDINGS, _SHORTEST_TRUNK), (_PLURALS, _SHORTEST_SINGULAR)):
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= shortest:
                return word[: -len(ending)]
    return word


@cache
def stem(word: str) -> str:
    """The trunk as it is spelt alike in German and English."""
    return _DOUBLED.sub(r"\1", trunk(word).replace("ck", "k").replace("c", "k").replace("ph", "f"))


@cache
def named(word: str) -> str | None:
    """What a folded word is the rank of: `marketing` of `marketingreferent`. None where it ends with no rank."""
    plain = _DECLENSION.sub("", word) if not word.endswith(_RANK_ENDINGS) else word
    for ending in _RANK_ENDINGS:
        rest = plain.removesuffix(ending)
        if rest != plain and len(rest) > 1:
            return rest
    return None
