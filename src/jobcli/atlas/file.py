"""The one file of the atlas: where it lies, and how it is opened. Nobody writes in it."""

from __future__ import annotations

import sqlite3
from array import array
from functools import cache
from pathlib import Path
from sys import byteorder

from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

FORMAT = 4
"""Counts up with the tables: a file of another format is not read."""

EVERYDAY, OFFICIAL, ESCO_DE, ESCO_DE_OTHER, ESCO_EN, ESCO_EN_OTHER, ESCO_VAGUE = range(7)
"""Kinds of titles, the most trustworthy first; the last are words that begin or end many titles."""

REGIONS = ("SH+HH", "MV", "NI+HB", "NW", "HE", "RP+SL", "BW", "BY", "BB+BE", "ST", "TH", "SN")
"""The regions of the analysis of demand: the Länder that it takes together."""

FILE = Path(__file__).with_name("atlas.sqlite")


@cache
def opened() -> sqlite3.Connection:
    """The file, open for reading. Refusal where this installation has none, or one of another format."""
    try:
        # Nobody changes it while it is read, so nothing has to be locked or looked after.
        base = sqlite3.connect(f"{FILE.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        (found,) = base.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        found = 0
    if found != FORMAT:
        refuse(
            "no-atlas",
            phrase("The table of official occupations is missing in this installation."),
            phrase("In a checkout: pip install -e . makes it. Else install jobcli anew."),
        )
    return base


def unpacked(data: bytes, kind: str = "H") -> array[int]:
    """Numbers as the file keeps them."""
    numbers = array(kind, data)
    if byteorder == "big":
        numbers.byteswap()
    return numbers
