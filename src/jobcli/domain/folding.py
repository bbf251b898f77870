"""Words in one spelling: `folded` for texts that are compared in a search, `slug` for names, codes and ids."""

from __future__ import annotations

import re
import unicodedata

from jobcli.domain.evidence import MAX_ID

# Managerin, Managerinnen; not Berlin, Termin, Admin or Seminar, whose stems end otherwise.
_FEMININE = re.compile(r"(.+(?:er|or|eur|ent|ant|ist|yst|wirt|chef|loge|log|gog|ekt|kar|tar))in(?:nen)?")
# Manager:in, Manager*in, Manager_in, Manager/in, Manager/-in, Manager(in), Strategische/r, ManagerIn, Manager.in,
# Manager·in; and their plurals.
_MARKED = re.compile(
    r"(?<=\w)(?:[:*_/]-?(?:innen|in|r|n)|[.·•](?:innen|in)|\((?:innen|in|r|n)\)|(?<=[a-zß])In(?:nen)?)(?![a-zäöüß])"
)
# Kaufmann/-frau, Kaufmann/frau
_BOTH = re.compile(r"(?<=mann)/-?frau\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\s_-]+")
_LETTERS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "æ": "a", "ø": "o"})
_AS_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "ø": "oe"})
_SPELT_OUT = re.compile(r"([ao])e|(?<!q)(?<!e)(?<!a)ue")
_SHORTEST_STEM = 4


def folded(text: str) -> str:
    """The words of a text in one spelling, with single spaces: `Büroleiter:in` and `BUEROLEITERIN` are `buroleiter`.

    ä, ae and a count as one letter, and so do ö, oe, o and ü, ue, u; a `kauffrau` is a `kaufmann`.
    """
    plain = without_gender_signs(text).lower().translate(_LETTERS)
    if not plain.isascii():
        plain = _without_accents(plain).casefold().translate(_LETTERS)
    plain = _SPELT_OUT.sub(lambda found: found[1] or "u", plain)
    return " ".join(_base(word) for word in _WORD.findall(plain))


def slug(text: str) -> str:
    """A name as ids are written: `Fort- und Weiterbildung_Köln ` is `fort-und-weiterbildung-koeln`.

    Without case and accents, ä as ae and ß as ss, one hyphen for all that stands between words. Other signs stay, as in
    `c++`, and so do gender forms: a name that is looked up has to be the name.
    """
    plain = text.casefold()
    if not plain.isascii():
        plain = _without_accents(unicodedata.normalize("NFC", plain).translate(_AS_TWO)).casefold()
    return _BETWEEN.sub("-", plain).strip("-")


def without_gender_signs(text: str) -> str:
    """A text without what marks that all are meant: `Manager:in` and `Manager/-innen` are `Manager`."""
    return _BOTH.sub("", _MARKED.sub("", text))


def _without_accents(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def _base(word: str) -> str:
    """A word without its feminine ending."""
    if word.endswith(("in", "innen")):
        stem = _FEMININE.fullmatch(word)
        return stem[1] if stem and len(stem[1]) >= _SHORTEST_STEM else word
    for ending in ("frau", "leute", "lute"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return f"{word[: -len(ending)]}mann"
    return word


def as_id(text: str) -> str:
    """A text as an id: Bürohilfe becomes buerohilfe. Empty where none of its letters can stand in one."""
    return "-".join(re.findall(r"[a-z0-9]+", slug(text)))[:MAX_ID].strip("-")
