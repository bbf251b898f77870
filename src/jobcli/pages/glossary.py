"""What the abbreviations and the words of statistics on a page mean, said at its end."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from jobcli.domain.evidence import Phrase, phrase
from jobcli.pages.kit.parts import Desk, Part, paragraph

Term = Literal["kldb", "isco", "dqr", "median", "minijob", "midijob"]

_MEANINGS: dict[Term, Phrase] = {
    "kldb": phrase(
        "KldB: the official German classification of occupations. The last of its five digits is the level (Anforderungsniveau): 1 helper, 2 skilled, 3 specialist, 4 expert."
    ),
    "isco": phrase("ISCO: the international classification of occupations."),
    "dqr": phrase("DQR: the German framework of qualifications (Deutscher Qualifikationsrahmen), from 1 to 8."),
    "median": phrase("Median: half earn more and half less. Quartiles: the ends of the middle half."),
    "minijob": phrase("Minijob: a small job, for which you pay no health, care or unemployment insurance."),
    "midijob": phrase("Midijob: pay a little above a Minijob, for which you pay reduced contributions."),
}


def meanings(desk: Desk, terms: Collection[str]) -> list[Part]:
    """One quiet line for each of these terms."""
    return [paragraph(desk.say(text), style="muted") for term, text in _MEANINGS.items() if term in terms]
