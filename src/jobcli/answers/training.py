"""A training path by itself: the answer of `show` where what was named is one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar

from jobcli.answers.answer import Answer
from jobcli.answers.rows import NamedRole, naming
from jobcli.domain.meaning import means
from jobcli.domain.profile import Entry
from jobcli.domain.role import TrainingPath


class ShownTraining(Answer, frozen=True, kw_only=True):
    """A training path that roles share, and the roles that have it."""

    commands: ClassVar[tuple[str, ...]] = ("show",)

    path: Annotated[TrainingPath, means("The path, as a profile writes it.")]
    roles: Annotated[tuple[NamedRole, ...], means("The roles that have it among their paths.")]


def shown_training(path: TrainingPath, entries: Iterable[Entry]) -> ShownTraining:
    """The answer of `show` for a path; `entries` are the roles of the catalogue."""
    having = [entry for entry in entries if path.id in entry.card.paths]
    return ShownTraining(path=path, roles=tuple(NamedRole(**naming(entry, entry.card)) for entry in having))
