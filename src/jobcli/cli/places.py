"""Where someone works, as they call it: a Land by its code, its names and its usual short forms, or a place that lies in one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from jobcli.domain.folding import slug
from jobcli.domain.pay import LANDS
from jobcli.domain.place import key_of, land_of

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
_ENGLISH_NAMES = {
    "munich": "München",
    "nuremberg": "Nürnberg",
    "cologne": "Köln",
    "hanover": "Hannover",
    "brunswick": "Braunschweig",
}
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
    whole, shortened = defaultdict(set), defaultdict(set)
    for official, key in _official():
        full = slug(official.partition(",")[0])
        whole[full].add(land_of(key))
        for word in _parts(full):
            shortened[word].add(land_of(key))
    return whole, shortened


def districts_of(text: str) -> list[str]:
    """The keys of the districts that a word may mean: mostly one; a city and what lies around it where both are called so.

    A key is itself, with or without its leading zero. "Stadt" or "Landkreis" beside a name says which of two is meant.
    """
    typed = text.strip()
    if typed.isascii() and typed.isdecimal():
        return [typed.zfill(5)] if typed.zfill(5) in _called() else []
    wanted = slug(_ENGLISH_NAMES.get(slug(text), text)).replace(".", "")
    found = [{key for key, names in _called().items() if wanted in names[kind]} for kind in range(3)]
    return sorted(next((keys for keys in found if keys), ()))


@cache
def _called() -> dict[str, tuple[set[str], set[str], set[str]]]:
    """Of each district what means it alone, what it is called, and the parts of its name."""
    found = {}
    for official, key in _official():
        full = slug(official.partition(",")[0])
        short = _BEHIND.sub("", _BEFORE.sub("", full))
        plain = {full.replace(".", ""), short.replace(".", "")}
        kinds = ("stadt", "kreisfreie-stadt") if "," in official else ("landkreis", "kreis", "lk")
        alone = {form for kind in kinds for name in plain for form in (f"{kind}-{name}", f"{name}-{kind}")}
        found[key] = alone, plain, set(_parts(full))
    return found


def _official() -> list[tuple[str, str]]:
    """The districts by their names in the list, each with its key."""
    from jobcli.files.figures import PLACES, open_drawer

    return [(official, key_of(number)) for official, number in open_drawer(PLACES)["districts"].values.items()]


def _parts(full: str) -> list[str]:
    """What people say of a name: without what stands before and behind it, and each of its parts."""
    short = _BEHIND.sub("", _BEFORE.sub("", full))
    return [word for word in (short, *short.split("-")) if len(word) >= _SHORTEST and "kreis" not in word]
