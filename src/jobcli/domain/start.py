"""What an estimate can start from: the observations of a role that have a middle."""

from __future__ import annotations

from msgspec import Struct

from jobcli.domain.role import Role, SalaryObservation


class Start(Struct, frozen=True, array_like=True):
    """The middle of an observation, with all that decides whether an estimate starts from it."""

    id: str
    """The id of the observation in its profile."""
    as_of: str
    """The date of the figure: a year, a month or a day."""
    read: str
    """The day on which its publication was read."""
    euros: int
    """The middle in euros a year."""
    named: bool
    """Whether the profile starts from it."""
    doubted: bool
    """Whether the profile doubts it."""


def starts_of(role: Role) -> tuple[Start, ...]:
    """The starts of a role in the order of its observations; those without a middle are none."""
    return tuple(
        Start(
            item.id,
            item.as_of,
            role.sources[item.source].read,
            per_year(item, item.middle),
            item.id == role.salary.anchor,
            item.doubt is not None,
        )
        for item in role.salary.observations
        if item.middle is not None
    )


def per_year(item: SalaryObservation, value: int) -> int:
    """A value of an observation in euros a year."""
    return value * 12 if item.per == "month" else value
