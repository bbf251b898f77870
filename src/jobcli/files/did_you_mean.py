"""The word that was probably meant, for one that is not known: in files, on the command line and among names of roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jobcli.domain.folding import slug, without_gender_signs

_ALIKE = 0.6
"""The share of letters that two words have in the same order, from which one may be meant by the other."""
_LONG = 100
"""Characters. A longer word is hardly a slip in a name, and to compare it with thousands of them takes seconds."""


def closest(word: str, known: list[str]) -> str | None:
    """The known word that `word` was probably meant to be."""
    if len(word) > _LONG:
        return None
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    lowered = {name.lower(): name for name in reversed(known)}
    near = process.extract(
        word.lower(), lowered.keys(), scorer=Indel.normalized_similarity, score_cutoff=_ALIKE, limit=None
    )
    return lowered[max(near, key=lambda found: (found[1], found[0]))[0]] if near else None


def closest_name(word: str, names: Iterable[tuple[str, str]]) -> str | None:
    """What the name stands for that `word` was probably meant to be, from pairs of a name and what it stands for."""
    known: dict[str, str] = {}
    for name, meant in names:
        for form in _forms(name):
            known.setdefault(form, meant)
    near = closest(next(_forms(word)), list(known))
    return None if near is None else known[near]


def _forms(name: str) -> Iterator[str]:
    """A name as ids are written, and without what marks that all genders are meant."""
    yield slug(name)
    yield slug(without_gender_signs(name))
