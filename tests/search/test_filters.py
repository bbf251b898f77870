"""Filters of list and search: each leaves the roles whose profiles say so, and says which one emptied the list."""

from __future__ import annotations

import pytest

from jobcli.files.catalog import Catalog
from tests.conftest import SMALL, Prompt, Write, tab


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog()


def listed(prompt: Prompt, *words: str) -> list[str]:
    return [row["id"] for row in prompt("list", *words, "--json").json["result"]["roles"]]


def test_each_filter_leaves_the_roles_whose_profiles_say_so(prompt: Prompt, catalog: Catalog) -> None:
    profiles = catalog.profiles()
    expected = {
        ("--level", "expert"): {item.id for item in profiles if item.role.level == "expert"},
        ("--subject", "logistics"): {item.id for item in profiles if "logistics" in item.role.subjects},
        ("--industry", "C28"): {
            item.id for item in profiles if not item.role.industries or "C28" in item.role.industries
        },
        ("--path-kind", "apprenticeship"): {
            item.id for item in profiles if any(path.kind == "apprenticeship" for path in item.paths)
        },
        # A course of two days helps in a role, and makes nobody one.
        ("--max-months", "24"): {
            item.id
            for item in profiles
            if any(path.months and path.months.max <= 24 and path.purpose == "leads" for path in item.paths)
        },
    }
    for words, ids in expected.items():
        assert 0 < len(ids) < len(profiles), words
        assert set(listed(prompt, *words)) == ids, words


def test_a_role_that_names_no_subject_needs_none_and_one_that_names_no_industry_is_usual_in_all(
    prompt: Prompt, write: Write
) -> None:
    write("roles/helper.yaml", SMALL)
    for key in ("subjects: [office-organisation]\n", "industries: [N82]\n"):
        assert SMALL.count(key) == 1
        write(f"roles/without-{key.partition(':')[0]}.yaml", SMALL.replace(key, ""))
    folder = ("--profiles", str(prompt.home.parent / "roles"))
    own = {"helper", "without-subjects", "without-industries"}
    assert own & set(listed(prompt, *folder)) == own
    assert own & set(listed(prompt, "--subject", "office-organisation", *folder)) == {"helper", "without-industries"}
    assert own & set(listed(prompt, "--subject", "logistics", *folder)) == set()
    assert own & set(listed(prompt, "--industry", "N82", *folder)) == own
    assert own & set(listed(prompt, "--industry", "C28", *folder)) == {"without-industries"}


def test_the_pay_filter_uses_the_middle_of_the_estimate_for_nobody(prompt: Prompt) -> None:
    ranking = prompt("estimate", "--no-me", "--json").json["result"]["estimates"]
    pay = {item["role"]: item["gross_year"]["p50"] for item in ranking}
    border = sorted(pay.values())[len(pay) // 2]
    rows = prompt("list", "--min-pay", str(border), "--json").json["result"]["roles"]
    assert {row["id"]: row["gross_year"]["p50"] for row in rows} == {
        role: euros for role, euros in pay.items() if euros >= border
    }
    assert [row["gross_year"]["p50"] for row in rows] == sorted(
        (row["gross_year"]["p50"] for row in rows), reverse=True
    )
    more = listed(prompt, "--min-pay", str(border + 1))
    assert set(more) == {role for role, euros in pay.items() if euros > border}


def test_what_a_person_told_of_themselves_does_not_move_the_pay_filter(prompt: Prompt) -> None:
    before = listed(prompt, "--min-pay", "60000")
    prompt("me", "set", "experience", "30", "company-size", "5000")
    assert listed(prompt, "--min-pay", "60000") == before


def test_filters_are_combined_and_months_count_for_the_kind_of_path(prompt: Prompt, catalog: Catalog) -> None:
    both = listed(prompt, "--path-kind", "certificate", "--max-months", "3")
    assert set(both) == {
        item.id
        for item in catalog.profiles()
        if any(path.kind == "certificate" and path.months and path.months.max <= 3 for path in item.paths)
    }
    # An apprenticeship takes years: a short certificate of the same role does not count for it.
    assert prompt("list", "--path-kind", "apprenticeship", "--max-months", "3").code == 1


def test_a_filter_of_search_keeps_the_order_of_the_hits(prompt: Prompt) -> None:
    def found(*words: str) -> list[str]:
        return [row["id"] for row in prompt("search", "manager", *words, "--json").json["result"]["roles"]]

    experts = listed(prompt, "--level", "expert")
    assert found("--level", "expert") == [role for role in found() if role in experts]


@pytest.mark.parametrize(
    ("words", "blamed"),
    [
        (("--level", "expert", "--min-pay", "9000000"), "none of {count} meets --min-pay 9000000"),
        (("--max-months", "1", "--level", "expert"), "none of {count} meets --max-months 1"),
        (
            ("--level", "specialist", "--min-pay", "95000"),
            "all together leave none: --level specialist, --min-pay 95000",
        ),
    ],
)
def test_an_empty_list_names_the_filter_that_empties_it(
    prompt: Prompt, catalog: Catalog, words: tuple[str, ...], blamed: str
) -> None:
    outcome = prompt("list", *words, width=200)
    assert (outcome.code, outcome.out) == (1, "")
    assert blamed.format(count=len(catalog.ids())) in outcome.err.replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--level", "exprt"), "Did you mean 'expert'?"),
        (("--subject", "logistk"), "Did you mean 'logistics'?"),
        (("--path-kind", "certificat"), "Did you mean 'certificate'?"),
        (("--path-kind", "Zertifkat"), "Did you mean 'zertifikat'?"),
        (("--industry", "metal"), "'metal' fits several industries"),
        (("--path-kind", "sabbatical"), "in German: ausbildung, "),
        (("--min-pay", "38.00.0"), "takes a whole number, not '38.00.0'"),
        (("--min-pay", "much"), "Example: --min-pay 45000"),
        (("--min-pay", "0"), "--min-pay can be 1 to"),
        (("--max-months", "two"), "takes a whole number"),
        (("--max-months", "6000"), "--max-months can be 1 to 600"),
    ],
)
@pytest.mark.parametrize("command", [("list",), ("search", "manager")])
def test_a_wrong_value_is_refused_with_the_closest(
    prompt: Prompt, command: tuple[str, ...], words: tuple[str, ...], said: str
) -> None:
    outcome = prompt(*command, *words, width=200)
    assert outcome.code == 2
    assert said in " ".join(outcome.err.split())


@pytest.mark.parametrize("subject", ["logistics", "Logistik", "logistik", "Logistics"])
def test_a_subject_is_known_by_its_id_and_by_its_name_in_either_language(prompt: Prompt, subject: str) -> None:
    assert listed(prompt, "--subject", subject) == listed(prompt, "--subject", "logistics")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("jobcli list --level s", ["skilled", "specialist"]),
        ("jobcli search x --path-kind d", ["distance-course", "degree"]),
        ("jobcli list --subject lo", ["logistics"]),
        ("jobcli list --industry J6", ["J60", "J61", "J62", "J63"]),
    ],
)
def test_tab_completes_the_values_of_filters(line: str, expected: list[str]) -> None:
    assert sorted(tab(line)) == sorted(expected)
