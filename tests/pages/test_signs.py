"""Signs of a screen are said in words by a voice; a text carries both, so that no writer has to guess."""

from __future__ import annotations

import pytest

from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Desk, headline, lead, legend, page, paragraph
from jobcli.pages.kit.plain import plain_text
from jobcli.pages.kit.signs import chain, further_on, marked, ranged, sentence, told, unknown
from jobcli.pages.kit.table import table
from jobcli.pages.kit.text import Text
from jobcli.pages.kit.theme import RICH_SYMBOLS

EN = Language("en")
DESK = Desk(EN, 80, RICH_SYMBOLS, "2026-11-24")
RANGE = ranged(EN, "€1", "€2", "€3")


@pytest.mark.parametrize(
    ("text", "seen", "heard"),
    [
        (RANGE, "€1 · €2 · €3", "low €1, middle €2, high €3"),
        (sentence(RANGE, "net {}".format), "net €1 · €2 · €3", "net low €1, middle €2, high €3"),
        (marked(EN, "cto", "*", "?"), "cto * ?", "cto (in both directions) (concluded by us or in doubt)"),
        (told(DESK, "BY Bavaria"), "→ BY Bavaria", "BY Bavaria (what you told)"),
        (further_on(DESK, "CTO"), "└ CTO", "CTO (one move further)"),
        (chain(DESK, ("A", "B", "C")), "A → B → C", "A, then B, then C"),
        (unknown(DESK), "–", ""),
    ],
)
def test_a_sign_is_seen_and_heard_in_its_own_way(text: Text, seen: str, heard: str) -> None:
    assert (text.plain, text.aloud) == (seen, heard)


def test_a_voice_names_the_columns_but_of_cells_that_say_it_themselves() -> None:
    made = table("", "Months", "low, middle, high")
    made.add_column()
    made.add_column()
    made.add_column(telling=True)
    made.add_row("CTO", "12–18", RANGE)
    made.add_row("CDO", unknown(DESK), RANGE)
    heard = plain_text(EN, page(headline("Pay", "cto"), lead("A part"), made, legend("*: both"), paragraph("The end.")))
    assert heard.splitlines() == [
        "Pay, cto",
        "A part:",
        "CTO: Months 12 to 18; low €1, middle €2, high €3",
        "CDO: low €1, middle €2, high €3",
        "The end.",
    ]
