"""An official occupation: the answer of `show` where what was named is no role of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from jobcli.answers.answer import Answer
from jobcli.answers.rows import NamedRole, naming
from jobcli.domain.evidence import Source, Words
from jobcli.domain.folding import folded
from jobcli.domain.meaning import means
from jobcli.domain.occupation import Occupation

if TYPE_CHECKING:
    from jobcli.atlas.titles import TitleHit
    from jobcli.domain.profile import Entry

Attribution = Annotated[tuple[Words, ...], means("What the owners of the data ask to be said wherever it is shown.")]


class WholeOccupation(Occupation, frozen=True, kw_only=True):
    """An official occupation with all that is known of it, and the roles of the catalogue that have its code."""

    id: Annotated[str, means("Its five digits: what one types.")]
    kind: Annotated[Literal["occupation"], means("That it is an official occupation, not a role with a profile.")]
    asked_as: Annotated[str | None, means("The title that was asked for; null where the code was.")]
    roles: Annotated[tuple[NamedRole, ...], means("Roles of the catalogue of this name or this code.")]
    sources: Annotated[tuple[Source, ...], means("Where the figures come from.")]


class ShownOccupations(Answer, frozen=True, kw_only=True):
    """What is called as was asked: mostly one official occupation, of a few titles two."""

    commands: ClassVar[tuple[str, ...]] = ("show",)

    asked: Annotated[str, means("The words or the code.")]
    occupations: Annotated[tuple[WholeOccupation, ...], means("The occupations.")]
    attribution: Attribution


def shown_occupations(asked: str, hits: Sequence[TitleHit], entries: Iterable[Entry]) -> ShownOccupations:
    """The answer of `show` for occupations; `entries` are the roles of the catalogue."""
    from jobcli.atlas.occupation import occupation, sources_of
    from jobcli.atlas.sources import notices

    roles = list(entries)
    found, used = [], set[str]()
    for hit in hits:
        known = occupation(hit.code)
        if known is None:
            continue
        sources = sources_of(known)
        used |= {*sources}
        found.append(
            WholeOccupation(
                **{name: getattr(known, name) for name in Occupation.__struct_fields__},
                id=hit.code,
                kind="occupation",
                asked_as=None if hit.how == "code" else hit.text,
                roles=roles_with(hit.code, asked, roles),
                sources=tuple(sources.values()),
            )
        )
    return ShownOccupations(asked=asked, occupations=tuple(found), attribution=notices(used))


def roles_with(code: str, words: str, entries: Iterable[Entry]) -> tuple[NamedRole, ...]:
    """The roles of the catalogue that are called so, and then those that have the code."""
    spelt = folded(words)
    called = [entry for entry in entries if any(name.folded == spelt for name in entry.card.names)]
    coded = [entry for entry in entries if ("kldb", code) in entry.card.codes and entry not in called]
    return tuple(NamedRole(**naming(entry, entry.card)) for entry in (*called, *coded))
