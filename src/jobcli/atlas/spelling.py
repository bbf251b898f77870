"""Titles of occupations in the one spelling in which they are compared: without gender, case, noise and fillers."""

from __future__ import annotations

import re

from jobcli.domain.folding import folded

_NOISE = (
    "ab alle als am an and auf aus azubi auszubildend ausbildung bei beim beruf berufe bereich d das dem den der des "
    "die divers e ein eine einen einer et etc fachgebiet fachrichtung festanstellung f for fr from fur gelernt "
    "geprufter gepruft gesucht gn gs h hwk hwo bbig 66 42m 42r ihk im in job jobs m minijob mit nach of oder or quereinsteiger "
    "schwerpunkt sowie sp staatl staatlich suche teilzeit the to u und unbefristet uber umschulung umschuler vollzeit "
    "von vom w werden with x y zu zum zur"
)
NOISE = frozenset(_NOISE.split())
"""Words that tell no occupation from another: fillers, and what advertisements and ordinances add."""

_ABBREVIATED = (
    (re.compile(r"\bdipl\.?\s?-?\s?ing\b\.?", re.IGNORECASE), "Diplomingenieur"),
    (re.compile(r"\bdipl\.?\s?-\s?", re.IGNORECASE), "Diplom"),
    (re.compile(r"\bmed\.(?=\s|-)", re.IGNORECASE), "medizinische"),
    (re.compile(r"\btechn\.(?=\s|\w)", re.IGNORECASE), "technische "),
    (re.compile(r"\bkfm\.", re.IGNORECASE), "kaufmännische"),
    (re.compile(r"\bass\.", re.IGNORECASE), "Assistent"),
    (re.compile(r"\bgraf\.", re.IGNORECASE), "grafische"),
    (re.compile(r"\bpäd\.", re.IGNORECASE), "pädagogische"),
    (re.compile(r"\bwiss\.", re.IGNORECASE), "wissenschaftliche"),
    (re.compile(r"\blandw\.", re.IGNORECASE), "landwirtschaftliche"),
    (re.compile(r"\bkfz\b", re.IGNORECASE), "Kraftfahrzeug"),
    (re.compile(r"\blkw\b", re.IGNORECASE), "Lastkraftwagen"),
)
# The title of a Bachelor Professional stands behind that of the master: the master is looked for.
_PROFESSIONAL = re.compile(r"/?\s*B\. ?Prof\..*$")
_GENDERS = re.compile(r"\(?(?<![\w/])[mwdfxgi](?:\s?[/|,]\s?[mwdfxgi]){1,3}(?![\w/])\)?", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\(§[^)]*\)")
# Beamt(er/in), Ökotropholog(e/in)
_IN_BRACKETS = re.compile(r"\((e?r?|e)/?-?in\)")
_SUFFIX = re.compile(r"(\w[\w-]*)/-(\w+)")
# Both are the same occupation, and share what stands before.
_HEADS = (
    "schwester",
    "pfleger",
    "mutter",
    "vater",
    "bruder",
    "dame",
    "herr",
    "frau",
    "mann",
    "magd",
    "knecht",
    "jungfer",
)
_ADJECTIVE = re.compile(
    r"(.*(?:isch|lich|ig|haft|bar|iert|ehend|tragt|stellt|pruft|amt|ndig|dienstet|machtigt|leitend|fuhrend|ordnet|kannt))"
    r"(?:er|en|es|em|e)"
)
# Ärztin, Köchin, Anwältin: the men's form ends without a letter of its own.
_FEMININE = re.compile(
    r"(.+(?:arzt|koch|anwalt|rat|wirt|bauer|wart|vogt|schmied|bot|gast|dolmetsch|graf|nom|lot|urg|ph|ad|iv))in"
)
_STEM = 4


def key(text: str) -> str:
    """The words of a title in one spelling, with single spaces: `Technische Leiterin für Bühnen` is `technisch leiter buhnen`."""
    text = _GENDERS.sub(" ", _PARAGRAPH.sub(" ", _PROFESSIONAL.sub("", text)))
    for pattern, word in _ABBREVIATED:
        text = pattern.sub(word, text)
    text = _IN_BRACKETS.sub(r"\1", text)
    words = [_base(word) for word in folded(text).split()]
    # A title that is all noise is better than none.
    return " ".join([word for word in words if word not in NOISE] or words)


def _base(word: str) -> str:
    """A folded word without the ending of an adjective, a French feminine, or a final e."""
    if len(word) <= _STEM:
        return word
    if word.endswith("euse"):
        return f"{word[:-4]}eur"
    feminine = _FEMININE.fullmatch(word)
    if feminine is not None:
        word = feminine[1]
    adjective = _ADJECTIVE.fullmatch(word)
    if adjective is not None and len(adjective[1]) >= _STEM:
        return adjective[1]
    return word.removesuffix("e")


def keys(title: str) -> list[str]:
    """The spellings of an official title, which often says two forms at once: `Krankenschwester/-pfleger` has two."""
    return list(dict.fromkeys(found for form in _forms(title) if (found := key(form))))


def _forms(title: str) -> list[str]:
    """The whole titles that a title with slashes stands for. `A-B/C` is A-B and A-C, and never C alone."""
    head, dash, rest = title.partition(" - ")
    tail = f"{dash}{rest}"
    if " / " in head:
        return [form for part in head.split(" / ") for form in _forms(part + tail)]
    two = _SUFFIX.search(head)
    if two is not None:
        other = _with_suffix(two[1], two[2])
        return [f"{head[: two.start()]}{word}{head[two.end() :]}{tail}" for word in (two[1], other) if word]
    halves = head.split("/")
    if len(halves) == 2 and halves[1][:1].isupper() and halves[0][-1:].isalpha():
        if len(halves[0].split()) == len(halves[1].split()):
            return [half + tail for half in halves]
        # As in `Steward/Stewardess (Flugzeug)`, what is in brackets belongs to both.
        word, blank, more = halves[1].partition(" ")
        if len(halves[0].split()) == 1 and more.startswith("("):
            return [f"{half}{blank}{more}{tail}" for half in (halves[0], word)]
    return [title]


def _with_suffix(word: str, suffix: str) -> str | None:
    """The other form of a compound: `Krankenschwester`, `pfleger` is `Krankenpfleger`. None where both are spelt alike."""
    low, start = folded(word), folded(suffix)[:3]
    at = low.rfind(start, 1)
    if at > 0:
        # Arzt/-ärztin, Technologe/-technologin: the same word in its other form.
        return None
    for head in _HEADS:
        if word.lower().endswith(head):
            return word[: -len(head)] + suffix
    return None


def trigrams(spelt: str) -> set[str]:
    """All three letters in a row, with blanks around the whole, so that its beginning and its end count."""
    padded = f"  {spelt} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
