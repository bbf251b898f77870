"""Whether a person meets the admission of a path, in words: yes, no and why, or what is missing to decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.domain.role import TrainingPath
    from jobcli.pages.contract import paths
    from jobcli.pages.kit.language import Language
    from jobcli.pages.kit.parts import Desk
    from jobcli.training.admission import AdmissionWay, Admitted

_MISSING = {
    "qualifications": phrase("your qualifications (--qualifications)"),
    "practice": phrase("your years of practice (--experience)"),
    "text": phrase("what the words above ask for"),
}


def admission_line(desk: Desk, path: TrainingPath, item: Admitted, *, explain: bool) -> str:
    """The answer for one path. `explain` names the trainings of the catalogue that would decide."""
    say, way = desk.say, item.by
    if item.completed:
        return say("yes, you have completed this path")
    if way is not None:
        years = _years(say, way.years)
        if way.training and years:
            return say("yes, with {training} and {years}", training=way.training, years=years)
        what = way.training or years
        return say("yes, with {what}", what=what) if what else say("yes")
    if item.met is False:
        return say("no, because {reasons}", reasons="; ".join(_against(say, item)))
    text = say("not known; to be settled: {what}", what=say.listing(say(_MISSING[name]) for name in item.missing))
    if explain and "qualifications" in item.missing:
        ids = [
            name for one, way in zip(path.admission, item.ways, strict=True) if way.met is None for name in one.training
        ]
        text += "; " + say("these count: {ids}", ids=", ".join(dict.fromkeys(ids)))
    return text


def _years(say: Language, years: float) -> str:
    if years == 1:
        return say("1 year of practice")
    return say("{years} years of practice", years=say.number(years)) if years else ""


def _against(say: Language, item: Admitted) -> list[str]:
    """Why no way is open: the education, and the fewest years that a way asks for."""
    below = [way for way in item.ways if "education" in way.lacking]
    short: list[AdmissionWay] = [way for way in item.ways if way.lacking == ("practice",)]
    reasons = [say("your education holds no training that counts")] if below else []
    if short:
        needed = _years(say, min(way.years for way in short))
        text = phrase("it takes at least {years}")
        if below:
            text = phrase("without one it takes at least {years}")
        reasons.append(say(text, years=needed))
    return reasons


def admission_rows(item: Admitted | None) -> paths.Admittance:
    """The same for programs. Ways are counted from 0, as in `admission`."""
    if item is None:
        return {"admission_met": None, "admission_reason": None}
    met: Iterator[paths.Met] = (
        {"way": n, "training": way.training, "years": way.years} for n, way in enumerate(item.ways) if way.met
    )
    return {
        "admission_met": item.met,
        "admission_reason": {
            "completed": item.completed,
            "by": next(met, None),
            "missing": list(item.missing),
            "against": [
                {"way": n, "lacking": list(way.lacking), "years": way.years}
                for n, way in enumerate(item.ways)
                if way.lacking
            ],
        },
    }
