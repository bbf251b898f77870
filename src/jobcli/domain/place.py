"""The districts of Germany by their official keys of five digits, whose first two are the Land."""

from jobcli.domain.evidence import Words

_LANDS = ("SH", "HH", "NI", "HB", "NW", "HE", "RP", "BW", "BY", "SL", "BE", "BB", "MV", "SN", "ST", "TH")
"""By the first two digits of a key, from 1."""
_CALLED_KREIS = ("SH", "NW")
"""The two Länder whose districts are called Kreis, not Landkreis."""


def key_of(number: float) -> str:
    """The key as it is written: the tables of figures have it as a number, without its leading zero."""
    return f"{int(number):05}"


def land_of(key: str) -> str:
    """The code of the Land of a district."""
    return _LANDS[int(key[:2]) - 1]


def district_name(official: str, key: str) -> Words:
    """What a district is called: a city of its own, or what lies around; `official` is its name in the list."""
    plain, comma, _ = official.partition(",")
    if comma:
        return Words(de=f"{plain} (Stadt)", en=f"{plain} (city)")
    if "kreis" in plain.casefold() or plain.startswith(("Region", "Städteregion")):
        return Words(de=plain, en=plain)
    kind = "Kreis" if land_of(key) in _CALLED_KREIS else "Landkreis"
    return Words(de=f"{kind} {plain}", en=f"{plain} (district)")
