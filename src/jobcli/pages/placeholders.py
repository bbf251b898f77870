"""The words in capitals that stand for what one types, in the reader's language."""

from __future__ import annotations

import re

from jobcli.domain.evidence import phrase
from jobcli.pages.kit.language import Language

_ALL = (
    phrase("AMOUNT"),
    phrase("COMMAND"),
    phrase("DATE"),
    phrase("DEGREE"),
    phrase("DIR"),
    phrase("EUROS"),
    phrase("FACTOR"),
    phrase("FILE"),
    phrase("FORMAT"),
    phrase("FROM"),
    phrase("FROM TO"),
    phrase("HOURS"),
    phrase("ID"),
    phrase("KEY"),
    phrase("KIND"),
    phrase("LAND"),
    phrase("LANGUAGE-LEVEL"),
    phrase("LEVEL"),
    phrase("MONTH"),
    phrase("MONTHS"),
    phrase("NUMBER"),
    phrase("OPTIONS"),
    phrase("PATH"),
    phrase("PATH-KIND"),
    phrase("PEOPLE"),
    phrase("PERCENT"),
    phrase("ROLE"),
    phrase("SKILL"),
    phrase("STEP"),
    phrase("SUBJECT"),
    phrase("TEXT"),
    phrase("TO"),
    phrase("VALUE"),
    phrase("WORDS"),
    phrase("YEARS"),
)
_KNOWN = {str(word): word for word in _ALL}
_CAPITALS = re.compile(r"(?<!\w)[A-Z][A-Z-]+(?!\w)")


def in_words_of(say: Language, text: str) -> str:
    """A usage line, an option or an argument with its placeholders in this language."""
    return _CAPITALS.sub(lambda found: say(_KNOWN[found[0]]) if found[0] in _KNOWN else found[0], text)
