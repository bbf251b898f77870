"""The commands `match` and `route`, `show --ladder` and `compare --diff`: on a small catalogue of their own, and on ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jobcli.files.catalog import BUILT_IN
from tests.conftest import Prompt, Write

SOURCE = "sources: {test: {publisher: Test, title: Test, url: 'https://example.org', read: 2026-01-01}}\n"


def job(
    name: str,
    pay: int,
    *,
    before: tuple[str, ...] = (),
    after: tuple[str, ...] = (),
    needs: tuple[str, ...] = (),
    paths: str = "",
    area: str = "planning",
) -> str:
    """A profile with the fewest keys. A need is `kind:id`, with `?` behind it for a should."""
    requirements = "".join(
        f"  - {{id: {need.partition(':')[2].rstrip('?')}, kind: {need.partition(':')[0]}, "
        f"need: {'should' if need.endswith('?') else 'must'}, text: {{en: It takes {need.partition(':')[2]}.}}, source: test}}\n"
        for need in needs
    )

    def moves(key: str, roles: tuple[str, ...]) -> str:
        return f"  {key}:\n" + "".join(f"    - {{role: {role}, source: test}}\n" for role in roles) if roles else ""

    transitions = moves("from", before) + moves("to", after)
    return (
        f"title: {{en: The {name}}}\nsummary: {{en: A job.}}\nlevel: skilled\n"
        f"duties: [{{area: {area}, text: {{en: Do {name} things.}}, source: test}}]\n"
        + (f"requirements:\n{requirements}" if requirements else "")
        + (f"transitions:\n{transitions}" if transitions else "")
        + (f"paths:\n{paths}" if paths else "")
        + "salary:\n  anchor: a\n  because: {en: It is the only one.}\n"
        f"  observations: [{{id: a, middle: {pay}, statistic: median, as_of: 2025-11, source: test}}]\n" + SOURCE
    )


def course(name: str, months: str = "", cost: str = "", kind: str = "certificate", teaches: str = "") -> str:
    """A training path that only one role has."""
    keys = [
        f"id: {name}",
        f"kind: {kind}",
        f"title: {{en: Course {name}}}",
        f"awards: {{en: Paper {name}}}",
        "source: test",
    ]
    keys += [f"months: {{min: {months}, max: {months}}}"] if months else []
    keys += [f"cost: {{course: {cost}, exam: {{min: 0, max: 0}}}}"] if cost else []
    keys += [f"teaches: [{teaches}]"] if teaches else []
    return "  - {" + ", ".join(keys) + ", steps: [{id: go, text: {en: Go.}}]}\n"


@pytest.fixture
def catalogue(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., str]:
    """Makes a catalogue that has only these roles; the vocabulary is ours."""
    write("built-in/vocabulary.yaml", (BUILT_IN / "vocabulary.yaml").read_bytes())
    monkeypatch.setattr("jobcli.files.catalog.BUILT_IN", tmp_path / "built-in")

    def make(**roles: str) -> str:
        for name, text in roles.items():
            write(f"roles/{name}.yaml", text)
        (tmp_path / "roles").mkdir(exist_ok=True)
        return str(tmp_path / "roles")

    return make


def answer(prompt: Prompt, *words: str, code: int = 0) -> dict[str, Any]:
    outcome = prompt(*words, "--json")
    assert outcome.code == code, outcome.out
    result: dict[str, Any] = outcome.json["result"]
    return result


def flat(text: str) -> str:
    return " ".join(text.split())


# A chain a → b → d that only one side of each link names, and a school that leads to d at once.
CHAIN = {
    "a": job("a", 30_000, after=("b",), needs=("skill:office-software",)),
    "b": job("b", 40_000, needs=("skill:office-software", "skill:project-management?")),
    "d": job(
        "d",
        60_000,
        before=("b",),
        needs=("skill:project-management", "trait:resilience", "skill:office-software"),
        paths=course("school", "24", "{min: 2000, max: 3000}", teaches="project-management") + course("dear", "12"),
    ),
    "e": job("e", 35_000),
}


def test_transitions_count_whichever_of_the_two_profiles_names_them(
    prompt: Prompt, catalogue: Callable[..., str]
) -> None:
    found = answer(prompt, "route", "a", "d", "--ways", "9", "--profiles", catalogue(**CHAIN))
    assert [(way["roles"], [leg["path"] for leg in way["legs"]]) for way in found["ways"]] == [
        (["a", "d"], ["dear"]),  # one step; 12 months go before 24
        (["a", "b", "d"], [None, None]),
        # Training can begin in any role: what it takes is counted on every leg alike.
        (["a", "b", "d"], [None, "dear"]),
    ]
    chain = found["ways"][1]["legs"]
    assert [leg["transition"] for leg in chain] == [
        {"said_by": ["a"], "stated": True},
        {"said_by": ["d"], "stated": True},
    ]
    assert [(leg["pay_before"], leg["pay_after"], leg["gain_year"]) for leg in chain] == [
        (30_000, 40_000, 10_000),
        (40_000, 60_000, 20_000),
    ]
    assert found["ways"][1]["gain_year"] == 30_000
    # b asks for nothing as a must that a does not; d asks for two things that b does not, and b had one as a should.
    assert [[item["id"] for item in leg["learn"]] for leg in chain] == [["project-management"], ["resilience"]]


def test_the_own_cost_of_a_way_is_told_in_the_nearest_whole_euros(
    prompt: Prompt, catalogue: Callable[..., str]
) -> None:
    up = job("b", 40_000, paths=course("school", "24", "{min: 2000.6, max: 2999.6}"))
    down = job("d", 40_000, paths=course("school-d", "24", "{min: 2000.4, max: 2999.4}"))
    folder = catalogue(a=job("a", 30_000), b=up, d=down)
    for goal, told in (("b", "own cost €2,001 to €3,000"), ("d", "own cost €2,000 to €2,999")):
        assert told in flat(prompt("route", "--full", "a", goal, "--profiles", folder, width=120).out)


def test_what_is_not_known_is_null_and_a_sum_says_at_least(prompt: Prompt, catalogue: Callable[..., str]) -> None:
    folder = catalogue(**CHAIN, f=job("f", 50_000, before=("d",)))
    ways = answer(prompt, "route", "a", "f", "--by", "months", "--profiles", folder)["ways"]
    assert ways[0]["roles"] == ["a", "b", "d", "f"] or ways[0]["roles"] == ["a", "d", "f"]
    (direct,) = (way for way in ways if way["roles"] == ["a", "d", "f"])
    # 12 months to d with its shortest course; from there to f nobody knows.
    assert direct["months"] == {"min": 12, "max": 12, "complete": False}
    assert direct["legs"][1]["months"] is None
    chain = next(way for way in ways if way["roles"] == ["a", "b", "d", "f"])
    assert (chain["months"], chain["own_cost"]) == (None, None)
    text = flat(prompt("route", "--full", "a", "f", "--by", "months", "--profiles", folder).out)
    assert "at least 12 months · cost not known" in text
    assert "3 steps · length not known · cost not known" in text


def test_the_least_own_cost_comes_first_and_an_unknown_one_last(prompt: Prompt, catalogue: Callable[..., str]) -> None:
    found = answer(prompt, "route", "a", "d", "--by", "cost", "--ways", "9", "--profiles", catalogue(**CHAIN))
    assert [way["own_cost"] for way in found["ways"]] == [
        {"low": 2000, "high": 3000, "complete": True},
        None,
        {"low": 2000, "high": 3000, "complete": False},
    ]
    assert found["ways"][0]["legs"][0]["taught"] == ["project-management"]


def test_a_completed_path_leads_on_and_the_change_itself_is_not_taken_for_free(
    prompt: Prompt, catalogue: Callable[..., str]
) -> None:
    folder = catalogue(**CHAIN)
    words = ("route", "a", "d", "--qualifications", "school", "--profiles", folder)
    ways = answer(prompt, *words, "--ways", "9")["ways"]
    # The school lies behind: that is no training any more, and the change itself is all that is left.
    assert [[leg["path"] for leg in way["legs"]] for way in ways] == [
        ["school"],
        ["dear"],
        [None, None],
        [None, "dear"],
    ]
    by_months = answer(prompt, *words, "--by", "months")["ways"]
    assert [[leg["path"] for leg in way["legs"]] for way in by_months] == [["school"], ["dear"], [None, None]]
    (leg,) = ways[0]["legs"]
    assert (leg["path"], leg["completed"], leg["months"], leg["own_cost"]) == ("school", True, None, None)
    assert [item["id"] for item in leg["brings"]] == ["project-management"]
    text = flat(prompt(*words).out)
    assert "which you have completed" in text
    assert "1 step · length not known · cost not known" in text


def test_a_path_that_does_not_admit_the_person_is_left_out_and_named(
    prompt: Prompt, catalogue: Callable[..., str]
) -> None:
    strict = course("strict", "6").replace(
        "source: test", "source: test, admission: [{text: {en: Five years.}, practice_years: 5, enough: practice}]", 1
    )
    folder = catalogue(a=job("a", 30_000), d=job("d", 60_000, paths=strict))
    words = ("route", "a", "d", "--profiles", folder)
    assert answer(prompt, *words)["ways"][0]["legs"][0]["admitted"] is None
    assert answer(prompt, *words, "--experience", "5")["ways"][0]["legs"][0]["admitted"] is True
    # One year is lacking: it is named, and counts with the six months of the course.
    (leg,) = answer(prompt, *words, "--experience", "4")["ways"][0]["legs"]
    assert (leg["years"], leg["months"]) == (1, {"min": 18, "max": 18, "complete": True})
    assert "1 year of practice comes first, and is counted in" in flat(
        prompt(*words, "--experience", "4", "--full").out
    )
    degree = strict.replace("practice_years: 5, enough: practice", "education: bachelor, enough: all")
    folder = catalogue(a=job("a", 30_000), d=job("d", 60_000, paths=degree))
    apprenticed = ("route", "a", "d", "--education", "apprenticeship", "--profiles", folder)
    refused = answer(prompt, *apprenticed, code=1)
    assert (refused["ways"], refused["not_admitted"]) == ([], ["strict"])
    assert "do not admit you now: strict" in flat(prompt(*apprenticed, "--full").out)


def test_unreachable_is_an_answer_with_the_nearest_role_and_exit_code_1(
    prompt: Prompt, catalogue: Callable[..., str]
) -> None:
    folder = catalogue(
        a=job("a", 30_000, after=("b", "c")),
        b=job("b", 30_000, needs=("skill:law",)),
        c=job("c", 30_000, needs=("skill:law", "skill:negotiation")),
        goal=job("goal", 90_000, needs=("skill:law", "skill:negotiation", "skill:leadership")),
    )
    found = answer(prompt, "route", "a", "goal", "--profiles", folder, code=1)
    # From c one requirement is left (leadership), from b two.
    assert (found["reachable"], found["ways"], found["nearest"]) == (False, [], "c")
    outcome = prompt("route", "--full", "a", "goal", "--profiles", folder)
    assert outcome.code == 1
    assert "No way is known from The a to The goal." in outcome.out
    assert "jobcli route a c" in outcome.out
    assert answer(prompt, "route", "goal", "a", "--profiles", folder, code=1)["nearest"] is None


def test_a_circle_of_roles_is_no_trap(prompt: Prompt, catalogue: Callable[..., str]) -> None:
    folder = catalogue(
        a=job("a", 30_000, after=("b",)), b=job("b", 31_000, after=("c", "b")), c=job("c", 32_000, after=("a",))
    )
    assert [way["roles"] for way in answer(prompt, "route", "a", "c", "--profiles", folder)["ways"]] == [
        ["a", "b", "c"]
    ]
    rungs = answer(prompt, "show", "a", "--ladder", "--profiles", folder)["ladder"]["rungs"]
    assert [(rung["id"], rung["side"], rung["level"]) for rung in rungs] == [("b", "after", 1), ("c", "before", 1)]


def test_the_present_role_of_the_settings_is_where_a_way_begins(prompt: Prompt, catalogue: Callable[..., str]) -> None:
    folder = catalogue(**CHAIN)
    assert prompt("route", "--full", "d", "--profiles", folder).code == 2
    prompt("me", "set", "role", "b", "--profiles", folder)
    found = answer(prompt, "route", "d", "--profiles", folder)
    assert (found["from"], found["from_me"]) == ("b", ["role"])
    assert answer(prompt, "route", "a", "d", "--profiles", folder)["from"] == "a"
    assert prompt("route", "--full", "d", "--no-me", "--profiles", folder).code == 2


@pytest.mark.parametrize(
    ("words", "code", "problem"),
    [
        (("route", "a", "zzz"), 1, "unknown-role"),
        (("route", "zzz", "a"), 1, "unknown-role"),
        (("route", "a", "a"), 2, "same-role"),
        (("route", "a"), 2, "no-start"),
        (("route", "a", "b", "d"), 2, "extra-argument"),
        (("route", "a", "d", "--by", "luck"), 2, "unknown-order"),
        (("route", "a", "d", "--ways", "0"), 2, "out-of-range"),
        (("route",), 2, "missing-argument"),
        (("match", "--top", "many"), 2, "bad-number"),
        (("match", "--skills", "juggling"), 2, "unknown-skill"),
        (("match", "--skills", "Englisch"), 2, "language-as-skill"),
        (("match", "--languages", "klingon-B2"), 2, "unknown-spoken-language"),
        (("match", "--languages", "english"), 2, "missing-level"),
        (("match", "--role", "zzz"), 1, "unknown-role"),
        (("match", "--qualifications", "zzz"), 2, "unknown-qualification"),
        (("compare", "a", "b", "d", "--diff"), 2, "two-roles"),
        (("compare", "--diff"), 2, "two-roles"),
    ],
)
def test_wrong_input_is_one_clear_message(
    prompt: Prompt, catalogue: Callable[..., str], words: tuple[str, ...], code: int, problem: str
) -> None:
    outcome = prompt(*words, "--profiles", catalogue(**CHAIN), "--json")
    assert outcome.code == code
    assert [item["code"] for item in outcome.json["problems"]] == [problem]


@pytest.mark.parametrize(
    "words",
    [
        ("match",),
        ("list",),
        ("search", "a"),
        ("compare",),
        ("estimate",),
        ("route", "a", "b"),
        ("show", "a", "--ladder"),
    ],
)
def test_an_empty_catalogue_is_one_clear_message(
    prompt: Prompt, catalogue: Callable[..., str], words: tuple[str, ...]
) -> None:
    outcome = prompt(*words, "--profiles", catalogue(), "--json")
    assert outcome.code == 1
    assert [item["code"] for item in outcome.json["problems"]] == ["no-roles"]


@pytest.mark.parametrize("setting", ["role: gone", "qualifications: gone", "skills: gone", "languages: en"])
@pytest.mark.parametrize("words", [("match",), ("route", "d")])
def test_settings_that_name_what_is_gone_are_said_with_the_way_out(
    prompt: Prompt, write: Write, catalogue: Callable[..., str], words: tuple[str, ...], setting: str
) -> None:
    write("home/me.yaml", f"version: 1\nsettings: {{{setting}}}\n")
    folder = catalogue(**CHAIN)
    outcome = prompt(*words, "--profiles", folder)
    assert outcome.code == 1
    assert "Mend it, or ignore it with --no-me." in outcome.err
    assert prompt("match", "--full", "--no-me", "--profiles", folder).code == 0
    assert prompt("estimate", "--profiles", folder).code == 0


def test_the_best_fit_comes_first_and_is_counted(prompt: Prompt, catalogue: Callable[..., str]) -> None:
    folder = catalogue(**CHAIN)
    words = ("match", "--skills", "Office software,project-management", "--profiles", folder)
    found = answer(prompt, *words)
    # (met + 1) / (met + missing + 2). d: 2 met and a trait to ask: 3/4; b: 1 and 1: 2/3 and 2/3; a: 1: 2/3; e asks for nothing.
    assert [(row["id"], row["must"]["met"], row["must"]["total"]) for row in found["roles"]] == [
        ("d", 2, 3),
        ("a", 1, 1),
        ("b", 1, 1),
        ("e", 0, 0),
    ]
    d = found["roles"][0]
    assert d["must"] == {"total": 3, "met": 2, "missing": 0, "unknown": 1, "share": 0.75}
    assert found["roles"][3]["must"]["share"] is None
    assert d["quickest_path"] == {
        "id": "dear",
        "access": "unknown",
        "first": [],
        "years": 0,
        "months": {"min": 12, "max": 12},
        "cost": None,
        "basis": "stated",
    }
    assert d["gross_year"]["p50"] == 60_000
    text = flat(prompt(*words, "--full").out)
    assert "2 of 3 must; 1 open question" in text
    assert "Ask yourself Resilience" in text
    assert "the profile asks for nothing" in text


@pytest.mark.parametrize("told", [(), ("--experience", "8"), ("--qualifications", "ausb-bueromanagement")])
def test_a_clerk_goes_no_two_levels_up_at_once(prompt: Prompt, told: tuple[str, ...]) -> None:
    """Office clerks are skilled (KldB 71402), heads of technology experts (71394 and others): two levels above."""
    found = answer(prompt, "match", "--role", "kaufmann-bueromanagement", *told)["roles"]
    assert max(row["levels_up"] for row in found) == 1
    assert "cto" not in [row["id"] for row in found]
    every = answer(prompt, "match", "--role", "kaufmann-bueromanagement", *told, "--top", "99")["roles"]
    far = [row["levels_up"] > 1 for row in every]
    assert far == sorted(far)
    text = flat(prompt("match", "--full", "--role", "kaufmann-bueromanagement", *told, "--top", "99").out)
    assert text.count("2 levels above your role: practice in between comes first") == sum(far)


def test_the_path_of_a_match_counts_what_comes_before_it_and_none_is_below(prompt: Prompt) -> None:
    words = ("--role", "kaufmann-bueromanagement", "--qualifications", "ausb-bueromanagement", "--experience", "8")
    found = {row["id"]: row for row in answer(prompt, "match", *words, "--top", "99")["roles"]}
    # GepBetrWMAProBusManFV § 2: a Betriebswirt follows a Fachwirt. 12 to 18 and 8 to 24 months; 4,590 to 4,687 and 5,493 euros.
    assert found["coo"]["quickest_path"] == {
        "id": "betriebswirt-bbig",
        "access": "after",
        "first": ["fw-wirtschaft"],
        "years": 0,
        "months": {"min": 20, "max": 42},
        "cost": {"low": 10083, "high": 10180, "complete": True},
        "basis": "doubted",
    }
    text = flat(prompt("match", "--full", *words, "--top", "99").out)
    assert "after fw-wirtschaft: 20 to 42 months (in doubt), €10,083 to €10,180" in text
    # Who has an apprenticeship is sent into no second one, although the quickest path of software developers is one.
    assert not [row for row in found.values() if (row["quickest_path"] or {"id": ""})["id"].startswith("ausb-")]


def test_only_as_many_roles_as_asked_for_are_shown_and_the_rest_counted(
    prompt: Prompt, catalogue: Callable[..., str]
) -> None:
    folder = catalogue(**CHAIN)
    found = answer(prompt, "match", "--top", "2", "--profiles", folder)
    assert (len(found["roles"]), found["count"]) == (2, 4)
    assert "2 of 4 roles: --top shows more." in prompt("match", "--full", "--top", "2", "--profiles", folder).out
    lines = prompt("match", "--full", "--top", "2", "--output", "csv", "--profiles", folder).out.splitlines()
    assert lines[0] == "id,must_met,must_total,should_met,should_total,missing,open,p50"
    assert len(lines) == 3


def test_options_win_over_the_settings_and_no_me_leaves_them_out(prompt: Prompt, catalogue: Callable[..., str]) -> None:
    folder = catalogue(**CHAIN)
    prompt("me", "set", "skills", "law", "leadership", "yes", "languages", "Englisch C1")
    kept = answer(prompt, "match", "--profiles", folder)
    assert kept["from_me"] == ["languages", "skills", "leadership"]
    (row,) = (row for row in kept["roles"] if row["id"] == "a")
    assert row["requirements"][0]["state"] == "missing"
    told = answer(prompt, "match", "--skills", "office-software", "--profiles", folder)
    (row,) = (row for row in told["roles"] if row["id"] == "a")
    assert (row["requirements"][0]["state"], row["requirements"][0]["reason"]) == ("met", "told")
    nothing = answer(prompt, "match", "--no-me", "--profiles", folder)
    (row,) = (row for row in nothing["roles"] if row["id"] == "a")
    assert (row["requirements"][0]["state"], nothing["from_me"]) == ("unknown", [])


def test_who_tells_nothing_is_told_so(prompt: Prompt) -> None:
    assert "You have told nothing that a role asks for" in flat(prompt("match", "--full").out)
    assert "You have told nothing" not in flat(prompt("match", "--full", "--languages", "english-B2").out)
    # The role that comes first asks for no English; those that do are only not shown.
    assert "You have told nothing" not in flat(prompt("match", "--full", "--languages", "english-B2", "--top", "1").out)


def test_an_option_that_holds_several_things_may_be_repeated(prompt: Prompt, catalogue: Callable[..., str]) -> None:
    folder = catalogue(**CHAIN)
    once = answer(prompt, "match", "--skills", "office-software,project-management", "--profiles", folder)
    twice = ("--skills", "office-software", "--skills", "project-management")
    assert answer(prompt, "match", *twice, "--profiles", folder) == once


def test_on_our_catalogue_a_commercial_apprenticeship_meets_what_the_back_office_asks(prompt: Prompt) -> None:
    rows = answer(prompt, "match", "--qualifications", "ausb-bueromanagement", "--top", "99")["roles"]
    states = {row["id"]: {item["id"]: (item["state"], item["by"]) for item in row["requirements"]} for row in rows}
    assert states["backoffice-manager"]["commercial-training"] == ("met", "ausb-bueromanagement")
    assert len(rows) == answer(prompt, "match")["count"]
    shown = answer(prompt, "show", "backoffice-manager")["role"]["requirements"]
    (office,) = (row for row in rows if row["id"] == "backoffice-manager")
    assert office["must"]["total"] == sum(item["need"] == "must" for item in shown)
    assert office["should"]["total"] == sum(item["need"] == "should" for item in shown)


def test_on_our_catalogue_the_cto_can_become_cdo_in_one_step(prompt: Prompt) -> None:
    way = answer(prompt, "route", "cto", "cdo")["ways"][0]
    assert way["roles"] == ["cto", "cdo"]
    assert way["legs"][0]["transition"]["stated"] is True
    pay = {name: answer(prompt, "estimate", name)["estimates"][0]["gross_year"]["p50"] for name in ("cto", "cdo")}
    assert (way["legs"][0]["pay_before"], way["legs"][0]["pay_after"]) == (pay["cto"], pay["cdo"])
    # Both start from the official group of managers, and no figure of either title can be converted.
    assert (way["gain_year"], way["gain_range"], way["told_apart"], way["group"]) == (None, None, False, "71394")
    text = flat(prompt("route", "--full", "cto", "cdo").out)
    assert "the same official group KldB 71394: our sources do not tell them apart" in text


LADDER = {
    "low": job("low", 30_000, after=("mid",)),
    "mid": job("mid", 35_000, after=("me",)),
    "me": job("me", 40_000, after=("up", "twin")),
    "twin": job("twin", 41_000, after=("me",)),
    "up": job("up", 50_000, after=("top", "twin")),
    "top": job("top", 60_000, after=("far",)),
    "far": job("far", 70_000),
}


def test_the_ladder_has_two_levels_and_each_role_once(prompt: Prompt, catalogue: Callable[..., str]) -> None:
    folder = catalogue(**LADDER)
    found = answer(prompt, "show", "me", "--ladder", "--profiles", folder)["ladder"]
    assert [(rung["id"], rung["side"], rung["level"], rung["via"], rung["both"]) for rung in found["rungs"]] == [
        ("twin", "after", 1, None, True),
        ("up", "after", 1, None, False),
        ("mid", "before", 1, None, False),
        ("top", "after", 2, "up", False),
        ("low", "before", 2, "mid", False),
    ]
    assert [rung["gain_year"] for rung in found["rungs"]] == [1_000, 10_000, -5_000, 20_000, -10_000]
    text = prompt("show", "me", "--ladder", "--profiles", folder, encoding="ascii").out
    assert text.isascii()
    assert "?" not in text.replace(" ?", "").replace("What does a move take?", "")
    order = [text.index(f"The {name} ") for name in ("mid", "low", "twin", "up", "top")]
    assert order == sorted(order)


def test_the_difference_names_only_what_changes(prompt: Prompt, catalogue: Callable[..., str]) -> None:
    folder = catalogue(
        old=job("old", 40_000, area="planning", needs=("skill:law", "skill:excel-like", "trait:resilience")),
        new=job("new", 35_000, area="sales", needs=("skill:law", "skill:negotiation", "skill:leadership?")),
    )
    found = answer(prompt, "compare", "old", "new", "--diff", "--profiles", folder)
    diff = found["diff"]
    assert (diff["stop"], diff["start"], diff["gain_year"]) == (["planning"], ["sales"], -5_000)
    assert [item["id"] for item in diff["need"]] == ["negotiation", "leadership"]
    assert [item["id"] for item in diff["no_longer_needed"]] == ["excel-like", "resilience"]
    assert set(found) >= {"shared", "only", "roles", "estimates"}
    text = flat(prompt("compare", "--full", "old", "new", "--diff", "--profiles", folder).out)
    assert "In the middle: -€5,000 a year" in text
    assert "Do old things." in text
    assert "Law" not in text.replace("Law and rules", "")


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_from_four_roles_on_each_is_a_row_and_no_number_is_cut(prompt: Prompt, lang: str, width: int) -> None:
    names = ("backoffice-manager", "operations-manager", "cto", "controller")
    outcome = prompt("compare", "--full", *names, lang=lang, width=width)
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert max(map(len, lines)) <= width
    pay = {item["role"]: item["gross_year"]["p50"] for item in answer(prompt, "compare", *names)["estimates"]}
    for amount in pay.values():
        written = f"{amount:,}" if lang == "en" else f"{amount:,}".replace(",", ".")
        # Once in the bars' line, once in the row of the role.
        assert sum(written in line for line in lines) == 2


def test_a_length_in_doubt_says_so_in_ways_and_in_every_table(prompt: Prompt, catalogue: Callable[..., str]) -> None:
    doubtful = course("doubtful", "18").replace("max: 18}", "max: 18, basis: doubted}")
    folder = catalogue(**{name: job(name, 40_000, paths=doubtful) for name in ("a", "b", "c", "d")})
    leg = answer(prompt, "route", "a", "b", "--profiles", folder)["ways"][0]["legs"][0]
    assert (leg["months_basis"], leg["cost_basis"]) == ("doubted", None)
    assert "18 months (in doubt)" in flat(prompt("route", "--full", "a", "b", "--profiles", folder).out)
    assert "18 months (in doubt)" in flat(prompt("match", "--full", "--profiles", folder).out)
    assert "18 months (in doubt)" in flat(prompt("compare", "--full", "a", "b", "--profiles", folder, width=100).out)
    turned = prompt("compare", "--full", "a", "b", "c", "d", "--profiles", folder).out
    assert turned.count("18 ?") == 4
    assert "?: concluded by us or in doubt." in turned


def test_few_roles_are_columns_where_there_is_room(prompt: Prompt) -> None:
    words = ("compare", "backoffice-manager", "cto")
    wide, narrow = (prompt(*words, width=width).out for width in (100, 60))
    heading = "Back office manager"
    assert any(heading in line and "Chief technology officer" in line for line in wide.splitlines()[1:])
    assert not any(heading in line and "Chief technology officer" in line for line in narrow.splitlines()[1:])


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize(
    "words",
    [
        "match",
        "match --explain --languages english-B1 --education apprenticeship",
        "route backoffice-manager supply-chain-manager --by months",
        "show cdo --ladder",
        "compare cto cdo --diff",
    ],
)
def test_the_pages_fit_the_terminal(prompt: Prompt, words: str, lang: str, width: int) -> None:
    outcome = prompt(*words.split(), lang=lang, width=width)
    assert (outcome.code, outcome.err) == (0, "")
    assert max(map(len, outcome.out.splitlines())) <= width
