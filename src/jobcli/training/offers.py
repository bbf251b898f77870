"""A course that a person was offered: what its provider says stands in the place of what the profile says of such courses."""

from __future__ import annotations

import math
from typing import Literal

from msgspec import structs

from jobcli.domain.evidence import Words
from jobcli.domain.own import CourseOffer
from jobcli.domain.role import Span, TrainingPath
from jobcli.training.calendar import month_name, month_number

OfferKey = Literal["price", "exam", "months", "lessons"]

_YOURS = Words(de="dein Angebot", en="your offer")
_COURSES = ("part-time-course", "distance-course", "certificate", "degree")


def offered(path: TrainingPath, offer: CourseOffer | None) -> TrainingPath:
    """The path with the figures of the offer; what the offer does not name stays as the profile has it."""
    if offer is None:
        return path
    cost = path.cost
    if offer.price is not None:
        cost = structs.replace(cost, course=_told(offer.price), course_usd=None)
    if offer.exam is not None:
        cost = structs.replace(cost, exam=_told(offer.exam), exam_usd=None)
    return structs.replace(
        path,
        cost=cost,
        exam_parts=path.exam_parts if offer.exam is None else (),
        months=path.months if offer.months is None else _told(offer.months),
        lessons=path.lessons if offer.lessons is None else _told(offer.lessons),
    )


def holes(path: TrainingPath, offer: CourseOffer | None) -> tuple[OfferKey, ...]:
    """What an offer could say better: figures that are not known, and those that are typical or in doubt.

    None for an apprenticeship and for work on the job, which nobody sells.
    """
    if path.kind not in _COURSES:
        return ()
    figures: tuple[tuple[OfferKey, Span | None], ...] = (
        ("price", path.cost.course),
        ("exam", path.cost.exam),
        ("months", path.months),
    )
    found: list[OfferKey] = [
        name
        for name, span in figures
        if (span is None or span.basis != "stated") and getattr(offer, name, None) is None
    ]
    # Aufstiegs-BAföG alone asks for lessons: a profile names those of such courses, never those of this one.
    asked = "afbg" in path.funding and getattr(offer, "lessons", None) is None
    return (*found, *(("lessons",) if asked else ()))


def end_of_offer(offer: CourseOffer, path: TrainingPath) -> str | None:
    """The month (YYYY-MM) in which the offered course ends at the latest; None without a start or a length."""
    if offer.start is None or path.months is None:
        return None
    return month_name(month_number(offer.start[:7]) + max(0, math.ceil(path.months.max) - 1))


def _told(value: float) -> Span:
    return Span(min=value, max=value, note=_YOURS)
