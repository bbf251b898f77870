"""Whether a person meets the admission of a path, in words: yes, no and why, or what is missing to decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.answers.paths import AdmissionReason
    from jobcli.domain.role import Admission
    from jobcli.pages.kit.language import Language
    from jobcli.pages.kit.parts import Desk

_MISSING = {
    "qualifications": phrase("your qualifications (--qualifications)"),
    "practice": phrase("your years of practice (--experience)"),
    "text": phrase("what the words above ask for"),
}


def admission_line(desk: Desk, admission: Sequence[Admission], item: AdmissionReason, *, explain: bool) -> str:
    """The answer for the ways of one path. `explain` names the trainings of the catalogue that would decide."""
    say, way = desk.say, item.by
    if item.completed:
        return say("yes, you have completed this path")
    if way is not None:
        years = _years(say, way.years)
        if way.training and years:
            return say("yes, with {training} and {years}", training=way.training, years=years)
        what = way.training or years
        return say("yes, with {what}", what=what) if what else say("yes")
    if not item.missing:
        return say("no, because {reasons}", reasons="; ".join(_against(say, item)))
    text = say("not known; to be settled: {what}", what=say.listing(say(_MISSING[name]) for name in item.missing))
    if explain and "qualifications" in item.missing:
        shut = {way.way for way in item.against}
        ids = [name for n, one in enumerate(admission) if n not in shut for name in one.training]
        text += "; " + say("these count: {ids}", ids=", ".join(dict.fromkeys(ids)))
    return text


def _years(say: Language, years: float) -> str:
    if years == 1:
        return say("1 year of practice")
    return say("{years} years of practice", years=say.number(years)) if years else ""


def _against(say: Language, item: AdmissionReason) -> list[str]:
    """Why no way is open: the education, and the fewest years that a way asks for."""
    below = [way for way in item.against if "education" in way.lacking]
    short = [way for way in item.against if way.lacking == ("practice",)]
    reasons = [say("your education holds no training that counts")] if below else []
    if short:
        needed = _years(say, min(way.years for way in short))
        text = phrase("it takes at least {years}")
        if below:
            text = phrase("without one it takes at least {years}")
        reasons.append(say(text, years=needed))
    return reasons
