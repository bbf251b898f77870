"""What a program gets of each command that answers a question: the record whose JSON the command prints."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from msgspec import Struct

from jobcli import api
from jobcli.answers.discover import AnswersForgotten
from jobcli.answers.schema import results
from jobcli.files import shipped
from tests.calls import words_of
from tests.conftest import DAY, TESTS, Prompt, compiled

RESULTS = results()
OWN_FILES = {"done", "doing", "skip", "undo", "next", "me", "where", "new", "jobcli"}
"""Commands that are about a person's own files, their machine or their shell: no answer for a program."""

LIKED = "522213412221531323423211522212"
"""What someone answers who likes to build."""

BROUGHT: dict[str, Any] = {"qualifications": ["ausb-bueromanagement"], "languages": ["en-B2"], "skills": ["logistics"]}
TYPED = "--qualifications ausb-bueromanagement --languages english-B2 --skills logistics"

ASKED: dict[str, Callable[..., Struct]] = {
    f"discover --answers {LIKED} --level skilled --shortage": lambda _, day: api.discover(
        map(int, LIKED), level="skilled", shortage=True, day=day
    ),
    "list --level expert --min-pay 75000": partial(api.roles, level="expert", min_pay=75000),
    "route 81301 81313": lambda catalog, day: api.occupation_route(catalog, "81301", "81313", day=day),
    "list 43": lambda *_, **__: api.occupation_list("43"),
    "search Leiterin --level specialist": partial(api.search, words="Leiterin", level="specialist"),
    "show operations-manager --ladder": partial(api.show, role="operations-manager", ladder=True),
    "show Krankenschwester": lambda catalog, **_: api.occupations(catalog, "Krankenschwester"),
    "newcomer 81302 --from India --german B1 --state BY": lambda catalog, day: api.newcomer(
        catalog, "81302", country="IN", german="B1", state="BY", day=day
    ),
    "contacts --place 09761": lambda *_, **__: api.contacts(place="09761"),
    "contacts --state HH": lambda *_, **__: api.contacts(state="HH"),
    "newcomer": lambda catalog, day: api.newcomer(catalog, day=day),
    "outlook 26212 --state SN": lambda catalog, **_: api.outlook(catalog, "26212", state="SN"),
    "show fw-buero-projekt": lambda catalog, **_: api.training(catalog, "fw-buero-projekt"),
    "estimate 26212 --state SN": lambda catalog, day: api.estimate(catalog, "26212", day=day, state="SN"),
    "sources cto": lambda catalog, **_: api.sources(catalog, "cto"),
    "sources": lambda *_, **__: api.figures(),
    "sources --check cto": partial(api.checked_sources, role="cto"),
    "sources --check": api.checked_sources,
    "compare": api.estimate,
    "compare cto cdo --diff": partial(api.compare, first="cto", second="cdo", diff=True),
    "estimate --state BY --tenure 5": partial(api.estimate, state="BY", tenure=5),
    "estimate cto --net --tax-class 3 --church --state SN --age 35": lambda catalog, day: api.estimate(
        catalog, "cto", day=day, tax_class=3, church=True, state="SN", age=35
    ),
    "estimate cto --by state --net --tax-class 1": partial(api.estimate_by, role="cto", by="state", tax_class=1),
    f"match --role backoffice-manager {TYPED} --leadership --top 3": partial(
        api.match, role="backoffice-manager", top=3, leadership=True, **BROUGHT
    ),
    f"route backoffice-manager operations-manager --by months {TYPED} --experience 8": partial(
        api.route, start="backoffice-manager", goal="operations-manager", by="months", experience=8, **BROUGHT
    ),
    f"plan operations-manager --role backoffice-manager {TYPED} --experience 8 --start 2027-03": partial(
        api.plan, goal="operations-manager", present="backoffice-manager", start="2027-03", experience=8, **BROUGHT
    ),
    "net 4200.50 --tax-class 2 --children 2 --church --state SN --age 40": lambda _, day: api.net(
        "4200.50", tax_class=2, children=2, church=True, state="SN", age=40, pay_date=day
    ),
    "net --from-net 2500 --student": lambda _, day: api.gross_for(2500, student=True, pay_date=day),
    "net 4200 --compare-years": lambda _, day: api.net_years(4200, pay_date=day),
    "net 5000 --partner-gross 2500 --no-parent": lambda _, day: api.net_couple(5000, 2500, parent=False, pay_date=day),
    "net 4000 --one-off 500 --car-price 40000 --car-rate 0.5 --employer": lambda _, day: api.net(
        4000, one_off=500, car_price=40000, car_rate="0.5", employer=True, pay_date=day
    ),
    "net 60000 --per year --by tax-class": lambda _, day: api.net_by(60000, "tax-class", per="year", pay_date=day),
    "paths operations-manager --from backoffice-manager --experience 8 --sort time": partial(
        api.paths, role="operations-manager", present="backoffice-manager", experience=8, sort="time"
    ),
    "checklist backoffice-manager ausb-bueromanagement --start 2027-08": lambda catalog, **_: api.checklist(
        catalog, "backoffice-manager", "ausb-bueromanagement", start="2027-08"
    ),
    "checklist backoffice-manager": lambda catalog, **_: api.checklist(catalog, "backoffice-manager"),
    "report cto cdo": lambda catalog, day: api.report(catalog, "cto", "cdo", day=day),
    "validate {tests}/small/role.yaml": lambda catalog, day: api.validate(catalog, TESTS / "small/role.yaml", day=day),
    "schema state": lambda catalog, **_: api.schema(catalog, "state"),
    "schema output": lambda catalog, **_: api.schema(catalog, "output"),
}
"""What is asked of the program, and of the library the same: called with the catalogue and the day."""


untyped: Any = api
"""The library of a program that checks no types: what it asks may be nonsense."""


@pytest.fixture(autouse=True)
def shipped_files() -> Iterator[None]:
    """The library reads the shipped files as they lie in the wheel, like the program in the tests."""
    with patch.object(shipped, "FOLDER", compiled()):
        yield


@pytest.fixture(scope="module")
def catalog() -> api.Roles:
    return api.load_catalog()


@pytest.mark.parametrize("line", ASKED)
def test_an_answer_is_what_the_command_prints(line: str, catalog: api.Roles, prompt: Prompt) -> None:
    words = words_of(line)
    answer = ASKED[line](catalog, day=DAY)
    assert type(answer) in RESULTS[words[0]]
    assert json.loads(api.to_json(answer)) == prompt(*words, "--json").json["result"]


def test_every_answer_that_the_schema_has_can_be_asked_for(catalog: api.Roles) -> None:
    given = {(words_of(line)[0], type(ask(catalog, day=DAY))) for line, ask in ASKED.items()}
    wanted = {(command, kind) for command, kinds in RESULTS.items() if command not in OWN_FILES for kind in kinds}
    wanted -= {("discover", AnswersForgotten)}
    assert given == wanted
    assert set(RESULTS) >= OWN_FILES


def test_a_gain_is_counted_net_where_the_person_is_known_well_enough(catalog: api.Roles, prompt: Prompt) -> None:
    told: dict[str, Any] = {"state": "BY", "tax_class": 1, "children": 0, "church": False}
    for words in ("state BY", "tax-class 1", "children 0", "church no"):
        assert prompt("me", "set", *words.split()).code == 0
    way = json.loads(api.to_json(api.route(catalog, "backoffice-manager", "operations-manager", day=DAY, **told)))
    printed = prompt("route", "backoffice-manager", "operations-manager", "--json").json["result"]
    assert way["counted"] == "net"
    assert {**way, "from_me": printed["from_me"]} == printed
    found = api.paths(catalog, "operations-manager", present="backoffice-manager", day=DAY, **told)
    printed = prompt("paths", "operations-manager", "--from", "backoffice-manager", "--json").json["result"]
    assert {**json.loads(api.to_json(found)), "from_me": printed["from_me"]} == printed


def test_no_role_is_an_answer_too(catalog: api.Roles) -> None:
    assert api.roles(catalog, min_pay=9_999_999, day=DAY).roles == ()
    assert api.search(catalog, "nothing-at-all-matches-this", day=DAY).roles == ()


@pytest.mark.parametrize(
    ("ask", "error", "words"),
    [
        (partial(untyped.roles, level="chief"), ValueError, "level is 'chief'"),
        (partial(untyped.search, words="cto", subject="juggling"), ValueError, "subject is 'juggling'"),
        (partial(untyped.show, role="nobody"), KeyError, "nobody"),
        (partial(untyped.compare, first="cto", second="cto"), ValueError, "itself"),
        (partial(untyped.estimate, state="XY"), ValueError, "state is 'XY'"),
        (partial(untyped.estimate, day="1990-01-01"), LookupError, "nothing was known"),
        (partial(untyped.estimate, age=20, tenure=10), ValueError, "too long for age 20"),
        (partial(untyped.estimate, pension_exempt=True), TypeError, "pension_exempt is not asked"),
        (partial(untyped.estimate, tax_class=7), ValueError, "tax_class is 7"),
        (partial(untyped.estimate, net=True, pay_date="2031-01-01"), LookupError, "2031-01-01"),
        (partial(untyped.estimate_by, role="cto", by="luck"), ValueError, "by is 'luck'"),
        (partial(untyped.estimate_by, role="cto", by="state", day="1990-01-01"), LookupError, "nothing was known"),
        (partial(untyped.match, level="expert"), TypeError, "level is not asked"),
        (partial(untyped.match, languages=["english"]), ValueError, "languages is 'english'"),
        (partial(untyped.match, skills=["juggling"]), ValueError, "skills is 'juggling'"),
        (partial(untyped.match, top=0), ValueError, "top is 0"),
        (partial(untyped.route, start="cto", goal="cto"), ValueError, "one role to another"),
        (partial(untyped.paths, role="cto", present="cto"), ValueError, "itself"),
        (partial(untyped.paths, role="cto", sort="luck"), ValueError, "sort is 'luck'"),
        (partial(untyped.report, first="cto", path={"cto": "luck"}), LookupError, "no path 'luck'"),
        (partial(untyped.report, first="cto", day="1990-01-01"), LookupError, "nothing was known"),
    ],
)
def test_what_cannot_be_asked_is_an_error_that_python_knows(
    ask: Callable[..., object], error: type[Exception], words: str, catalog: api.Roles
) -> None:
    with pytest.raises(error, match=words):
        ask(catalog)


def test_a_month_and_a_path_that_cannot_be_are_refused(catalog: api.Roles) -> None:
    with pytest.raises(LookupError, match="no path 'luck'"):
        api.checklist(catalog, "cto", "luck")
    with pytest.raises(ValueError, match="start is '2027'"):
        api.checklist(catalog, "cto", "quer-cto", start="2027")
    with pytest.raises(ValueError, match="9999"):
        api.checklist(catalog, "backoffice-manager", "ausb-bueromanagement", start="9999-12")


def test_what_is_wrong_with_files_is_told_all_at_once(catalog: api.Roles) -> None:
    broken: Path = TESTS / "broken/duplicate-key.yaml"
    found = api.problems(catalog, broken, day=DAY)
    assert [problem.code for problem in found] == ["duplicate-key"]
    with pytest.raises(api.BrokenFiles) as caught:
        api.validate(catalog, broken, day=DAY)
    assert caught.value.problems == found


def test_no_answer_loads_the_prompt() -> None:
    code = (
        "import sys\nfrom jobcli import api\nroles = api.load_catalog()\n"
        "api.search(roles, 'cto')\napi.estimate(roles, 'cto', state='BY')\n"
        "assert 'jobcli.net_pay.payslip' not in sys.modules\nassert 'jobcli.training.steps' not in sys.modules\n"
        "api.report(roles, 'cto')\napi.net(5000, pay_date='2026-01-01')\napi.route(roles, 'cto', 'cdo')\n"
        "api.schema(roles, 'output')\n"
        "print(sorted({name for name in sys.modules if name.split('.')[0] in ('rich', 'typer', 'click')"
        " or name.startswith(('jobcli.cli', 'jobcli.pages'))}))"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert process.stdout == "[]\n"
