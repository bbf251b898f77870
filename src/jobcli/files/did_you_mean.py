"""The word that was probably meant, for one that is not known: in files, on the command line and among names of roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from jobcli.domain.folding import slug, without_gender_signs

_LONG = 100
"""Characters. A longer word is hardly a slip in a name, and to compare it with thousands of them takes seconds."""


def closest(word: str, known: list[str]) -> str | None:
    """The known word that `word` was probably meant to be."""
    if len(word) > _LONG:
        return None
    found = get_close_matches(word.lower(), [name.lower() for name in known], n=1, cutoff=0.6)
    return next((name for name in known if found and name.lower() == found[0]), None)


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
