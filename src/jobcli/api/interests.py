"""The answer of `discover`: fields of work that are like what someone likes doing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

from jobcli.api.bounds import check_choice
from jobcli.api.catalog import Day, errors_of_python, known_on
from jobcli.domain.evidence import Words
from jobcli.domain.interests import LONG, SCALE, SHORT, UNSURE
from jobcli.domain.pay import LANDS
from jobcli.domain.role import Level

if TYPE_CHECKING:
    from jobcli.answers.discover import Discovered


def statements(*, more: bool = False) -> tuple[Words, ...]:
    """What is asked: thirty activities in both languages, with `more` sixty, in the order in which they are answered."""
    from jobcli.files.figures import INTERESTS, open_drawer

    return tuple(one.text for one in open_drawer(INTERESTS).statements[: LONG if more else SHORT])


def discover(
    answers: Iterable[int],
    *,
    level: Level | None = None,
    min_pay: int | None = None,
    shortage: bool = False,
    at_most_missing: int | None = None,
    present: str | None = None,
    state: str | None = None,
    rough: bool = False,
    day: Day = None,
) -> Discovered:
    """The five fields that are most like 30 or 60 answers, each 1 (not at all) to 5 (very much), or 0 (don't know).

    `min_pay` is in euros gross a year, by our estimate for the Land `state`. `at_most_missing` skills are counted from the
    occupation `present`, five digits. LookupError where the answers say too little, ValueError where they are none.
    """
    from jobcli.answers.discover import Wishes, discovered

    given = tuple(answers)
    if len(given) not in (SHORT, LONG) or any(answer not in (UNSURE, *SCALE) for answer in given):
        raise ValueError(f"answers are {SHORT} or {LONG} whole numbers from {UNSURE} to {SCALE[-1]}")
    if at_most_missing is not None and present is None:
        raise ValueError("at_most_missing is counted from an occupation: present")
    check_choice("level", level, get_args(Level))
    check_choice("state", state, tuple(land.code for land in LANDS))
    wishes = Wishes(
        level=level,
        min_pay=min_pay,
        shortage=shortage,
        at_most_missing=at_most_missing,
        present=present,
        state=state,
        rough=rough,
    )
    with errors_of_python():
        return discovered(given, wishes, known_on(day))
