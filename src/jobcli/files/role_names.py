"""Which roles are called just so: by their id, a title, an alias or an older form of it, in either language."""

from __future__ import annotations

from collections.abc import Iterable

from jobcli.domain.folding import folded, slug
from jobcli.domain.profile import Entry
from jobcli.files.catalog import Catalog

_WAYS = ("title", "alias")


def roles_called(word: str, catalog: Catalog) -> list[str]:
    """The ids of the roles that a word names: mostly one, of an alias of several roles all of them; none where no name is the same.

    An id goes before a title, and a title before an alias. Gender forms, umlauts, blanks and hyphens make no difference.
    """
    name = slug(word)
    if name in catalog.ids():
        return [name]
    wanted = folded(word).replace(" ", "")
    if not wanted:
        return []
    return next((found for kind in _WAYS if (found := _owners(wanted, kind, catalog.entries()))), [])


def roles_coded(word: str, catalog: Catalog) -> list[str]:
    """The ids of the roles whose official code this is: five digits of the KldB 2010, four of the ISCO-08."""
    code = word.casefold().removeprefix("kldb").replace(" ", "").replace("-", "").removeprefix("b")
    kind = {5: "kldb", 4: "isco"}.get(len(code)) if code.isdecimal() else None
    return [entry.id for entry in catalog.entries() if (kind, code) in entry.card.codes] if kind else []


def _owners(wanted: str, kind: str, entries: Iterable[Entry]) -> list[str]:
    return [
        entry.id
        for entry in entries
        if any(name.kind == kind and name.folded.replace(" ", "") == wanted for name in entry.card.names)
    ]
