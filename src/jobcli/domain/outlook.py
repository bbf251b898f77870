"""How wanted an occupation is, and how its work changes: figures that look back, of an occupation or only of its group."""

from typing import Annotated, Literal

from msgspec import Struct

from jobcli.domain.evidence import Words
from jobcli.domain.meaning import means

Rating = Literal["yes", "watched", "no", "not-rated"]
"""Whether people are short, as the Bundesagentur für Arbeit rates it; `not-rated` says nothing, and never no."""

SHORT, WATCHED = 2.0, 1.5
"""Points from which on an occupation is short of people, and from which on it is watched (its analysis, 0 to 3)."""

Unsaid = Literal[
    "no-forecast",
    "no-promise",
    "not-rated-is-not-no",
    "rated-together",
    "regions-of-a-group",
    "older-of-a-group",
    "could-is-not-will",
    "lists-are-not-hours",
    "medians-compare-unlike-work",
    "whole-group",
]
"""What the figures do not say, by id."""


def rating_of(points: float | None) -> Rating:
    """The rating that goes with the points; without points it is not rated."""
    if points is None:
        return "not-rated"
    return "yes" if points >= SHORT else "watched" if points >= WATCHED else "no"


class RegionDemand(Struct, frozen=True, kw_only=True):
    """How a region is rated."""

    states: Annotated[tuple[str, ...], means("The Länder that are one region there, by their codes.")]
    points: Annotated[float | None, means("0 to 3; from 2 on it is a shortage, from 1.5 on it is watched.")]
    rating: Annotated[Rating, means("Whether people are short there.")]


class GroupDemand(Struct, frozen=True, kw_only=True):
    """The ratings of the group of three digits at the level of the occupation: by region there are no closer ones."""

    group: Annotated[str, means("Its three digits; `care` for all care occupations, which are rated as one.")]
    name: Annotated[Words, means("What it is called.")]
    germany: Annotated[float | None, means("Its points in all of Germany.")]
    regions: Annotated[tuple[RegionDemand, ...], means("Its twelve regions.")]


class TechnologySkills(Struct, frozen=True, kw_only=True):
    """The skills that a list of the occupation names and that need some technology, by its kind: shares of 1."""

    year: Annotated[int, means("The year of the list.")]
    manual: Annotated[float, means("Tools and machines that are led by hand.")]
    digital: Annotated[float, means("Computers and what is run by them.")]
    frontier: Annotated[float, means("The newest kind, such as AI and networked machines.")]


class Signs(Struct, frozen=True, kw_only=True):
    """What stands beside the demand of an occupation; None is not known."""

    older: float | None
    """By how many percentage points the share of people of 60 and older has grown in its group of four digits."""
    regions: GroupDemand | None
    before: TechnologySkills | None
    now: TechnologySkills | None
