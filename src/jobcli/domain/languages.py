"""Languages that people speak, by their ISO 639-1 codes, and the levels of the CEFR from lowest to highest."""

from __future__ import annotations

from typing import Literal, get_args

from jobcli.domain.evidence import Words

CefrLevel = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
LEVELS: tuple[CefrLevel, ...] = get_args(CefrLevel)
"""The levels of the Common European Framework of Reference: A is a basic, B an independent, C a proficient user."""

INDEPENDENT = "B1"
"""The lowest level of an independent user: what a profile asks for that names a language and no level."""

LANGUAGES: dict[str, Words] = {
    code: Words(de=german, en=english)
    for code, german, english in (
        ("ar", "Arabisch", "Arabic"),
        ("bg", "Bulgarisch", "Bulgarian"),
        ("cs", "Tschechisch", "Czech"),
        ("da", "Dänisch", "Danish"),
        ("de", "Deutsch", "German"),
        ("el", "Griechisch", "Greek"),
        ("en", "Englisch", "English"),
        ("es", "Spanisch", "Spanish"),
        ("fa", "Persisch", "Persian"),
        ("fi", "Finnisch", "Finnish"),
        ("fr", "Französisch", "French"),
        ("hi", "Hindi", "Hindi"),
        ("hr", "Kroatisch", "Croatian"),
        ("hu", "Ungarisch", "Hungarian"),
        ("it", "Italienisch", "Italian"),
        ("ja", "Japanisch", "Japanese"),
        ("ko", "Koreanisch", "Korean"),
        ("nl", "Niederländisch", "Dutch"),
        ("no", "Norwegisch", "Norwegian"),
        ("pl", "Polnisch", "Polish"),
        ("pt", "Portugiesisch", "Portuguese"),
        ("ro", "Rumänisch", "Romanian"),
        ("ru", "Russisch", "Russian"),
        ("sk", "Slowakisch", "Slovak"),
        ("sl", "Slowenisch", "Slovenian"),
        ("sr", "Serbisch", "Serbian"),
        ("sv", "Schwedisch", "Swedish"),
        ("tr", "Türkisch", "Turkish"),
        ("uk", "Ukrainisch", "Ukrainian"),
        ("vi", "Vietnamesisch", "Vietnamese"),
        ("zh", "Chinesisch", "Chinese"),
    )
}


def at_least(level: str, wanted: str | None) -> bool:
    """Whether a level is as high as the wanted one; where none is wanted by name, as that of an independent user."""
    return LEVELS.index(level) >= LEVELS.index(wanted or INDEPENDENT)
