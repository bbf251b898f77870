"""Where someone works, as they call it: a Land by its code, its names and its usual short forms, or a place that lies in one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from jobcli.domain.folding import slug
from jobcli.domain.pay import LANDS

_SHORT = {
    "BW": ("bawue", "ba-wue", "bawu", "ba-wu", "baden-wurttemberg", "wuerttemberg"),
    "BY": ("bay",),
    "BE": ("bln",),
    "BB": ("bbg", "brb"),
    "HH": ("hbg",),
    "MV": ("meckpomm", "meck-pomm", "meckpom", "meck-pom", "mvp", "m-v", "mecklenburg", "vorpommern"),
    "NI": ("nds", "ns"),
    "NW": ("nrw", "nordrhein", "westfalen", "north-rhine", "westphalia"),
    "RP": ("rlp", "rpf", "rheinland", "pfalz", "palatinate"),
    "SL": ("saar", "sld"),
    "SN": ("sac",),
    "ST": ("lsa", "anhalt"),
    "SH": ("s-h", "holstein"),
    "TH": ("thue", "thuer", "thueringen"),
}
_TITLES = ("freistaat", "bundesland", "land", "freie-und-hansestadt", "freie-hansestadt", "hansestadt", "free-state-of")
_ENGLISH = {"munich": "BY", "nuremberg": "BY", "cologne": "NW", "hanover": "NI", "brunswick": "NI"}
_BEFORE = re.compile(r"^(?:landkreis|kreis|region|staedteregion|regionalverband|stadt|rhein-kreis)-")
_BEHIND = re.compile(r"-(?:\(.+|(?:an-der|am|im|in-der|a\.d\.|i\.d\.|a\.|i\.).*)")
_SHORTEST = 4


def lands() -> Mapping[str, str]:
    """The codes of the Länder by all that they are called, written as ids."""
    names = {
        slug(name): land.code
        for land in LANDS
        for name in (land.code, f"DE-{land.code}", land.name.de or "", land.name.en or "")
    }
    return names | {word: code for code, words in _SHORT.items() for word in words}


def lands_of(text: str) -> list[str]:
    """The Länder that a word may mean: a Land with a title before it, or a place; none where it is neither.

    A district that is called just so goes before those whose name has more to it: Oldenburg, but Frankfurt is two.
    """
    wanted, known = slug(text), lands()
    plain = wanted.replace(".", "")
    for title in _TITLES:
        plain = plain.removeprefix(f"{title}-")
    if plain in known:
        return [known[plain]]
    if wanted in _ENGLISH:
        return [_ENGLISH[wanted]]
    whole, shortened = _places()
    return sorted(whole.get(wanted) or shortened.get(_BEFORE.sub("", wanted)) or ())


@cache
def _places() -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """The Länder by the names of their districts, as they are and shortened to what people say."""
    from jobcli.files.figures import PLACES, open_drawer

    keys = {1: "SH", 2: "HH", 3: "NI", 4: "HB", 5: "NW", 6: "HE", 7: "RP", 8: "BW", 9: "BY", 10: "SL"}
    keys |= {11: "BE", 12: "BB", 13: "MV", 14: "SN", 15: "ST", 16: "TH"}
    whole, shortened = defaultdict(set), defaultdict(set)
    for name, key in open_drawer(PLACES)["districts"].values.items():
        land, full = keys[int(key) // 1000], slug(name.partition(",")[0])
        whole[full].add(land)
        short = _BEHIND.sub("", _BEFORE.sub("", full))
        for word in (short, *short.split("-")):
            if len(word) >= _SHORTEST and "kreis" not in word:
                shortened[word].add(land)
    return whole, shortened
