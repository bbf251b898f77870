"""The answers on arriving and on whom to ring: `newcomer`, `contacts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack, get_args

from jobcli.api.asker import YEARS, TellsAll, who_moves
from jobcli.api.bounds import check_choice
from jobcli.api.catalog import Day, Roles, errors_of_python, known_on

if TYPE_CHECKING:
    from jobcli.answers.contacts import ContactsTold
    from jobcli.answers.newcomer import NewcomerTold
    from jobcli.domain.languages import CefrLevel


def newcomer(
    catalog: Roles,
    name: str | None = None,
    *,
    country: str | None = None,
    german: CefrLevel | None = None,
    day: Day = None,
    **told: Unpack[TellsAll],
) -> NewcomerTold:
    """What somebody with a foreign qualification meets, in general or in one role or official occupation.

    `country` is the ISO 3166 code or the name of a country, `german` a level; the rest is told as to `estimate`, with
    `languages` such as `en-C1`. It explains the law as it was read, and is no advice in law.
    ValueError for a country that there is not; LookupError where a role names no official occupation.
    """
    from jobcli.answers.newcomer import newcomer as answer
    from jobcli.arriving.countries import country_of
    from jobcli.domain.languages import CefrLevel as Level
    from jobcli.files.figures import open_arrival

    check_choice("german", german, get_args(Level))
    code = None if country is None else country_of(open_arrival(), country)
    if country is not None and code is None:
        raise ValueError(f"country is {country!r}; it is a code of ISO 3166, or the name of a country")
    who = who_moves(catalog, told, (*YEARS, "languages"))
    with errors_of_python():
        return answer(None if name is None else catalog[name], who, code, german, known_on(day))


def contacts(*, state: str | None = None, place: str | None = None) -> ContactsTold:
    """Whom to ring: chambers and lines; `state` is a Land code, `place` the official key of a district (09761), from which the Land follows.

    ValueError for a Land or a district that there is not, and for a district in another Land.
    """
    from jobcli.answers.contacts import contacts_of
    from jobcli.answers.place import name_of
    from jobcli.domain.pay import LAND_BY_CODE
    from jobcli.domain.place import land_of

    check_choice("state", state, tuple(LAND_BY_CODE))
    if place is not None:
        try:
            name_of(place)
        except KeyError:
            raise ValueError(f"place is {place!r}; it is the official key of a district, such as 09761") from None
        if state not in (None, land_of(place)):
            raise ValueError(f"the district {place} lies in {land_of(place)}, not in {state}")
        state = land_of(place)
    return contacts_of(state, place)
