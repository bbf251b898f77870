"""Which formats each command has: said in its help, offered by Tab, and held by a test against what it refuses."""

from __future__ import annotations

import re

from jobcli.cli.output import FORMATS, Format
from jobcli.domain.evidence import phrase

_EVERYWHERE = phrase("text, plain, json, md, svg or html.")
_TABLE = phrase("text, plain, json, md, svg, html or csv.")
FORMATS_OF = {
    **dict.fromkeys(("report", "done", "doing", "skip", "undo", "new", "schema"), _EVERYWHERE),
    **dict.fromkeys(
        (*("list", "search", "sources", "compare", "estimate", "match", "route", "net", "paths", "next", "where"),),
        _TABLE,
    ),
    "show": phrase("text, plain, json, md, svg or html; with --ladder also csv."),
    "me": phrase("text, plain, json, md, svg or html; 'me show' also csv."),
    "checklist": phrase("text, plain, json, md, svg, html or csv; of one path also ics or todotxt."),
    "validate": phrase("text, plain, json, md, svg, html, csv, sarif or github."),
}
"""In which formats each command answers. A test compares it with what they refuse."""


def formats_of(command: str) -> tuple[Format, ...]:
    """The formats of a command that are named there, in the order of all."""
    said = FORMATS_OF[command]
    return tuple(form for form in FORMATS if form in re.findall(r"\w+", said))
