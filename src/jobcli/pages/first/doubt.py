"""The most important doubt of an estimate in one or two sentences."""

from __future__ import annotations

from collections.abc import Mapping

from jobcli.domain.evidence import phrase
from jobcli.pages.kit.language import Language
from jobcli.pay.doubt import Doubt, foremost_doubt, furthest
from jobcli.pay.estimate import Estimate
from jobcli.pay.others import APART

_WORDS: Mapping[Doubt, str] = {
    "substitute": phrase("The usual start was not known on {day}; this one is of {month}."),
    "whole-group": phrase("This is the pay of the whole official group KldB {group}, not of this title."),
    "weighed": phrase(
        "{title} of it is the figure for this title, of {month}; the rest is its official group KldB {group}."
    ),
    "apart": phrase("The sources disagree with the start."),
    "old": phrase("The figure at the start, of {month}, is older than five years."),
    "survey": phrase("The figure at the start is that of a survey, and surveys scatter widely."),
    "no-spread": phrase("How far pay spreads in this role is not published; the range is that of all occupations."),
    "upper-end": phrase("The upper end is approximate: real pay reaches further up than the range shows."),
}


def doubt_words(say: Language, item: Estimate) -> str:
    """The doubt, and how far another figure lies from the start where that is more than a fifth."""
    doubt, far = foremost_doubt(item), furthest(item)
    values = {
        "day": say.moment(item.day),
        "month": say.moment(item.anchor.as_of),
        "group": item.start.group or "",
        "title": say.percent(item.start.weight or 0),
    }
    text = say(item.anchor.doubt) if doubt == "doubted" and item.anchor.doubt else say(_WORDS[doubt], **values)
    distance = 0.0 if far is None else far.distance or 0.0
    if abs(distance) <= APART:
        return text
    share = say.percent(abs(distance))
    return (
        text
        + " "
        + (
            say("Another figure is {share} higher.", share=share)
            if distance > 0
            else say("Another figure is {share} lower.", share=share)
        )
    )
