"""How much of a role a person brings: each rule of docs/moving.md, and the counts and the order by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.evidence import Source, Words
from jobcli.domain.role import Codes, Duty, PathKind, Requirement, Role, Step, TrainingPath
from jobcli.domain.salary import Salary, SalaryObservation
from jobcli.domain.schooling import Education
from jobcli.files.catalog import Catalog
from jobcli.moving.fit import Bearer, Fit, RequirementCount, best_first, fit
from jobcli.training.schooling import ASKED, schooled
from tests.conftest import ROOT, profile_of

WORDS = Words(en="Words.")


def need(
    name: str,
    kind: str = "skill",
    *,
    must: bool = True,
    language: str | None = None,
    level: str | None = None,
    instead_of: str | None = None,
) -> Requirement:
    return Requirement(
        id=name,
        kind=kind,  # type: ignore[arg-type]
        need="must" if must else "should",
        text=WORDS,
        language=language,
        level=level,  # type: ignore[arg-type]
        instead_of=instead_of,
        source="test",
    )


def role(*requirements: Requirement, kldb: str | None = None) -> Role:
    return Role(
        title=WORDS,
        summary=WORDS,
        level="skilled",
        codes=Codes(kldb=kldb),
        duties=(Duty(area="planning", text=WORDS, source="test"),),
        requirements=requirements,
        salary=Salary(
            anchor="a",
            because=WORDS,
            observations=(SalaryObservation(id="a", middle=40_000, as_of="2024", source="test"),),
        ),
        sources={"test": Source(publisher="Test", title="Test", url="https://example.org", read="2026-01-01")},
    )


def path(name: str, kind: PathKind, *teaches: str) -> TrainingPath:
    return TrainingPath(
        id=name,
        kind=kind,
        title=WORDS,
        awards=WORDS,
        teaches=teaches,
        steps=(Step(id="s", text=WORDS),),
        source="test",
    )


def state(item: Requirement, who: Bearer, *paths: TrainingPath, kldb: str | None = None, leads_on: bool = False) -> str:
    return fit(profile_of("x", role(item, kldb=kldb), paths), who, leads_on=leads_on).answers[0].state


TRADE = path("trade", "apprenticeship", "business-administration")
OTHER_TRADE = path("other", "apprenticeship", "logistics")
FURTHER = path("further", "part-time-course", "leadership")
DEGREE = path("degree", "degree", "business-administration")
PMP = path("pmp", "certificate", "project-management")


@pytest.mark.parametrize(
    ("item", "who", "expected"),
    [
        # Skills: told, taught under the same id, or a must of the present role.
        (need("excel"), Bearer(), "unknown"),
        (need("excel"), Bearer(skills=frozenset({"excel"})), "met"),
        (need("excel"), Bearer(skills=frozenset({"word"})), "missing"),
        (need("project-management"), Bearer(completed=(PMP,), skills=frozenset({"word"})), "met"),
        (need("excel"), Bearer(role="r", present=role(need("excel"))), "met"),
        (need("excel"), Bearer(role="r", present=role(need("excel", must=False))), "unknown"),
        # Traits are asked, never assumed: not from a list that leaves them out, not from the present role.
        (need("patience", "trait"), Bearer(skills=frozenset({"excel"})), "unknown"),
        (need("patience", "trait"), Bearer(role="r", present=role(need("patience", "trait"))), "unknown"),
        (need("patience", "trait"), Bearer(skills=frozenset({"patience"})), "met"),
        # Languages by level; without one in the profile an independent user (B1 and above) is enough.
        (need("english", "language", language="en", level="B2"), Bearer(), "unknown"),
        (need("english", "language", language="en", level="B2"), Bearer(languages={"en": "B2"}), "met"),
        (need("english", "language", language="en", level="B2"), Bearer(languages={"en": "B1"}), "missing"),
        (need("english", "language", language="en", level="B2"), Bearer(languages={"fr": "C2"}), "missing"),
        (need("english", "language", language="en"), Bearer(languages={"en": "B1"}), "met"),
        (need("english", "language", language="en"), Bearer(languages={"en": "A2"}), "unknown"),
        # Experience: the present role where it asks for the same; years alone do not say in which field.
        (need("professional-experience", "experience"), Bearer(practice=20), "unknown"),
        (need("professional-experience", "experience"), Bearer(practice=0), "missing"),
        (need("leadership-experience", "experience"), Bearer(), "unknown"),
        (need("leadership-experience", "experience"), Bearer(leads=True), "met"),
        (need("leadership-experience", "experience"), Bearer(leads=False), "missing"),
        # 71394: the fourth digit 9 is that of supervisors and managers; 71403 is none.
        (need("leadership-experience", "experience"), Bearer(role="r", present=role(kldb="71394")), "met"),
        (need("leadership-experience", "experience"), Bearer(role="r", present=role(kldb="71403")), "unknown"),
        # Education of a profile's own: only who says so has it.
        (need("pilot-licence", "education"), Bearer(completed=(TRADE,), education="doctorate"), "unknown"),
        (need("pilot-licence", "education"), Bearer(skills=frozenset({"pilot-licence"})), "met"),
    ],
)
def test_each_kind_of_requirement_by_its_rule(item: Requirement, who: Bearer, expected: str) -> None:
    assert state(item, who) == expected


@pytest.mark.parametrize(
    ("kldb", "leads_on", "expected"),
    [
        ("71402", False, "met"),  # the same main group, 71: management and organisation of companies
        ("51402", False, "unknown"),
        ("51402", True, "met"),  # a profile says that people come from the present role
        (None, False, "unknown"),
    ],
)
def test_practice_counts_in_the_same_field_or_where_the_present_role_leads(
    kldb: str | None,
    leads_on: bool,  # noqa: FBT001  a case of the table
    expected: str,
) -> None:
    who = Bearer(role="now", present=role(kldb="71394"), practice=3)
    item = need("professional-experience", "experience")
    assert state(item, who, kldb=kldb, leads_on=leads_on) == expected
    assert state(item, structs.replace(who, practice=0), kldb=kldb, leads_on=leads_on) == "missing"


@pytest.mark.parametrize(
    ("wanted", "completed", "education", "expected"),
    [
        ("commercial-training", (TRADE,), None, True),
        ("commercial-training", (OTHER_TRADE,), None, False),  # the apprenticeship is told, and it is another one
        ("commercial-training", (DEGREE,), None, True),  # a degree in business includes it
        ("commercial-training", (path("it", "degree", "it-systems"),), None, None),
        ("commercial-training", (FURTHER,), None, None),
        ("commercial-training", (), "none", False),
        ("commercial-training", (), "apprenticeship", None),  # which one?
        ("commercial-training", (), "bachelor", None),
        ("apprenticeship", (OTHER_TRADE,), None, True),
        ("apprenticeship", (), "apprenticeship", True),
        ("apprenticeship", (), "bachelor", True),  # DQR 6 includes DQR 4
        ("it-training", (TRADE,), None, False),
        ("it-training", (path("it", "apprenticeship", "it-systems"),), None, True),
        ("further-training", (FURTHER,), None, True),
        ("further-training", (TRADE,), "apprenticeship", False),
        ("further-training", (), "master-craftsman", True),
        ("further-training", (), "master", True),  # asked for in place of a degree
        ("further-training", (DEGREE,), None, True),
        ("higher-education", (DEGREE,), None, True),
        ("higher-education", (), "bachelor", True),
        ("higher-education", (FURTHER,), "master-craftsman", False),  # the same DQR level, but no degree
        ("higher-education", (TRADE,), None, None),
        ("business-degree", (DEGREE,), None, True),
        ("business-degree", (), "master", None),
        ("technical-degree", (DEGREE,), None, False),
        ("technical-degree", (), "apprenticeship", False),
        ("project-certificate", (PMP,), None, None),  # the role does not name it: another one may be meant
        ("project-certificate", (), "master", None),
    ],
)
def test_a_training_path_meets_education_by_its_kind_and_its_subjects(
    wanted: str,
    completed: tuple[TrainingPath, ...],
    education: Education | None,
    expected: bool | None,  # noqa: FBT001  a case of the table
) -> None:
    assert schooled(wanted, completed, education, ()).met is expected


def test_a_certificate_counts_where_the_role_itself_names_it() -> None:
    found = schooled("project-certificate", (PMP,), None, {"pmp"})
    assert (found.met, found.path) == (True, "pmp")


def test_every_id_of_education_in_our_profiles_has_a_rule() -> None:
    asked = {item.id for one in Catalog().profiles() for item in one.role.requirements if item.kind == "education"}
    assert asked
    assert asked <= set(ASKED)


def test_the_page_on_moves_names_every_rule() -> None:
    text = (ROOT / "docs" / "moving.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in text for name in ASKED)


def test_one_of_two_that_count_in_each_others_place_is_enough_for_both() -> None:
    job = role(
        need("it-training", "education", must=False, instead_of="technical-degree"),
        need("technical-degree", "education", must=False),
    )
    trained = Bearer(completed=(path("it", "apprenticeship", "it-systems"),), education="apprenticeship")
    told = [(answer.state, answer.reason, answer.by) for answer in fit(profile_of("x", job), trained).answers]
    # By education alone the degree is missing; the profile says that the apprenticeship counts in its place.
    assert told == [("met", "qualification", "it"), ("met", "instead", "it-training")]
    neither = fit(profile_of("x", job), Bearer(education="none"))
    # The two are one requirement, of which one is enough: it is missing once.
    assert neither.should == RequirementCount(1, 0, 1, 0)
    assert [item.id for item in neither.of("missing")] == ["it-training", "technical-degree"]


def test_of_two_of_which_one_is_enough_nothing_is_missing_as_long_as_one_is_open() -> None:
    job = role(need("technical-degree", "education"), need("own-course", "education", instead_of="technical-degree"))
    found = fit(profile_of("x", job), Bearer(education="apprenticeship"))
    # The degree is ruled out; whether the course was taken was not told.
    assert [answer.state for answer in found.answers] == ["unknown", "unknown"]
    assert (found.must, found.should) == (RequirementCount(1, 0, 0, 1), RequirementCount(0, 0, 0, 0))


def test_scores_by_hand() -> None:
    """Six musts and four shoulds; the answers are counted on paper.

    Musts: trade met, further training missing (the highest education is an apprenticeship), excel met, forklift missing
    (not among the skills), patience unknown, practice unknown: 2 met, 2 missing, 2 unknown: (2 + 1) / (2 + 2 + 2) = 1/2.
    Shoulds: English met, French missing, project management met by the certificate, a degree ruled out: (2 + 1) / (2 + 2 + 2).
    """
    job = role(
        need("commercial-training", "education"),
        need("further-training", "education"),
        need("excel"),
        need("forklift"),
        need("patience", "trait"),
        need("professional-experience", "experience"),
        need("english", "language", must=False, language="en", level="B2"),
        need("french", "language", must=False, language="fr"),
        need("project-management", must=False),
        need("higher-education", "education", must=False),
    )
    who = Bearer(
        completed=(TRADE, PMP),
        education="apprenticeship",
        languages={"en": "C1"},
        skills=frozenset({"excel"}),
        practice=4,
    )
    found = fit(profile_of("job", job), who)
    assert found.must == RequirementCount(6, 2, 2, 2)
    assert found.should == RequirementCount(4, 2, 2, 0)
    assert (found.must.share, found.should.share) == (0.5, 0.5)
    assert [item.id for item in found.of("missing", "must")] == ["further-training", "forklift"]
    assert [item.id for item in found.of("unknown")] == ["patience", "professional-experience"]


def rated(name: str, must: tuple[int, int, int], should: tuple[int, int, int] = (0, 0, 0)) -> Fit:
    """A fit of which only the counts matter: met, missing, unknown."""
    return Fit(
        role=name, answers=(), must=RequirementCount(sum(must), *must), should=RequirementCount(sum(should), *should)
    )


def test_the_order_by_hand() -> None:
    """Laplace's rule of succession over what is known: (met + 1) / (met + missing + 2)."""
    fits = [
        rated("asks-for-nothing", (0, 0, 0)),
        rated("all-missing", (0, 3, 0)),  # 1/5
        rated("all-open", (0, 0, 4)),  # 1/2, and it asks for four
        rated("two-open", (0, 0, 2)),  # 1/2, and it asks for two
        rated("half", (2, 2, 0)),  # 3/6, and it asks for four
        rated("half-and-should", (2, 2, 0), (1, 0, 0)),  # 3/6, and the should is met: 2/3
        rated("only-shoulds", (0, 0, 0), (3, 1, 0)),  # 4/6 stands for both
        rated("five-of-six", (5, 1, 0), (3, 1, 0)),  # 6/8
        rated("four-and-the-rest-open", (4, 0, 9)),  # 5/6: what is open takes nothing away
        rated("far", (9, 0, 0)),  # 10/11, but nobody goes there next
    ]
    assert [item.role for item in best_first(fits, far=["far"])] == [
        "four-and-the-rest-open",
        "five-of-six",
        "only-shoulds",
        "half-and-should",
        "two-open",
        "all-open",
        "half",
        "all-missing",
        "asks-for-nothing",
        "far",
    ]


COUNTS = st.tuples(*[st.integers(0, 6)] * 3)


@given(one=COUNTS, more=st.integers(1, 5))
def test_what_is_not_told_counts_neither_for_nor_against(one: tuple[int, int, int], more: int) -> None:
    def share(count: tuple[int, int, int]) -> float | None:
        return RequirementCount(sum(count), *count).share

    met, missing, unknown = one
    if sum(one):
        assert share((met, missing, unknown + more)) == share(one)
        assert (share((met + 1, missing, unknown)) or 0) > (share(one) or 0)
        assert (share((met, missing + 1, unknown)) or 0) < (share(one) or 0)
    # An open question that is settled moves the role in the direction of the answer alone.
    if unknown:
        assert (
            (share((met + 1, missing, unknown - 1)) or 0)
            > (share(one) or 0)
            > (share((met, missing + 1, unknown - 1)) or 0)
        )


KINDS = ("education", "experience", "skill", "trait")
NAMES = sorted([*ASKED, "excel", "patience", "professional-experience", "leadership-experience", "project-management"])
NEEDS = st.lists(
    st.builds(need, st.sampled_from(NAMES), st.sampled_from(KINDS), must=st.booleans()), unique_by=lambda item: item.id
)
PATHS = (TRADE, OTHER_TRADE, FURTHER, DEGREE, PMP)


@given(needs=NEEDS, skills=st.sets(st.sampled_from(NAMES)), more=st.sets(st.sampled_from(NAMES)))
def test_a_skill_more_never_makes_a_fit_worse(needs: list[Requirement], skills: set[str], more: set[str]) -> None:
    job = role(*needs)
    before, after = (fit(profile_of("x", job), Bearer(skills=frozenset(told))) for told in (skills, skills | more))
    assert after.must.met >= before.must.met
    assert after.must.missing <= before.must.missing
    assert after.should.met >= before.should.met
    assert (after.must.share or 0) >= (before.must.share or 0)


@given(needs=NEEDS, completed=st.sets(st.sampled_from(range(len(PATHS)))))
def test_every_requirement_is_counted_once(needs: list[Requirement], completed: set[int]) -> None:
    found = fit(profile_of("x", role(*needs), PATHS), Bearer(completed=tuple(PATHS[index] for index in completed)))
    for count, wanted in ((found.must, "must"), (found.should, "should")):
        assert count.total == count.met + count.missing + count.unknown == sum(item.need == wanted for item in needs)


@given(needs=NEEDS)
def test_who_tells_nothing_lacks_nothing(needs: list[Requirement]) -> None:
    found = fit(profile_of("x", role(*needs)), Bearer())
    assert found.must.missing == found.should.missing == found.must.met == found.should.met == 0
