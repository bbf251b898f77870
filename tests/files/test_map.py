"""The shipped profiles are one map: ways agree in both directions, ids mean one thing, and nothing lies beside the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from jobcli.domain.profile import Profile
from jobcli.domain.role import Role, TrainingPath, Transition
from jobcli.files.catalog import Catalog
from tests.conftest import ROOT

# Nobody comes to these roles from another one: they begin with a training.
ENTRY = {
    "kaufmann-bueromanagement": "The apprenticeship of this name is the beginning of the office side of the map.",
    "softwareentwickler": "A degree in computing or an apprenticeship as an IT specialist leads straight into the job.",
}
# The fifth digit of a KldB code is the Anforderungsniveau (KldB 2010, Bundesagentur für Arbeit).
LEVELS = {"1": "helper", "2": "skilled", "3": "specialist", "4": "expert"}
OTHER_LEVEL: dict[str, str] = {}  # role: why its level is not the fifth digit of its code; no role needs it today
# Benefits that no source names for a shipped role. They stay for the profiles that people write themselves.
FOR_OWN_PROFILES = {"job-ticket", "company-car", "flexible-hours", "profit-share"}
# Three-year commercial apprenticeships: their ordinances (AusbV) are for Kaufleute and last 36 months.
COMMERCIAL = {
    "ausb-bueromanagement",
    "ausb-digitalisierung",
    "ausb-gah",
    "ausb-industriekauf",
    "ausb-marketing",
    "ausb-personal",
    "ausb-spedition",
}
OTHER_TRADES = {"ausb-fachinformatiker", "ausb-lagerlogistik"}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog([])


@pytest.fixture(scope="module")
def profiles(catalog: Catalog) -> dict[str, Profile]:
    found = {profile.id: profile for profile in catalog.profiles()}
    assert not catalog.problems
    assert len(found) == len(catalog.ids()) >= 23
    return found


@pytest.fixture(scope="module")
def trainings(catalog: Catalog) -> dict[str, TrainingPath]:
    return {name: path for name in catalog.training_ids() if (path := catalog.training(name)) is not None}


def ways(profiles: dict[str, Profile], *, forward: bool) -> Iterator[tuple[str, str, Transition, Role]]:
    """Each way as (from, to), with the transition that says so and the role that holds it."""
    for name, profile in profiles.items():
        side = profile.role.transitions.after if forward else profile.role.transitions.before
        for transition in side:
            if transition.role:
                yield (*((name, transition.role) if forward else (transition.role, name)), transition, profile.role)


def told(transition: Transition, role: Role) -> tuple[str, str, str | None, str]:
    """On what a transition rests: its basis and the publication, whatever its key in this file is."""
    source = role.sources[transition.source]
    return transition.basis, source.publisher, source.url, source.title


def test_every_way_out_is_a_way_in_and_rests_on_the_same_source(profiles: dict[str, Profile]) -> None:
    out = {(start, end): told(way, role) for start, end, way, role in ways(profiles, forward=True)}
    into = {(start, end): told(way, role) for start, end, way, role in ways(profiles, forward=False)}
    assert out == into
    assert len(out) > len(profiles)


def test_no_way_is_told_twice_or_leads_nowhere(profiles: dict[str, Profile]) -> None:
    for forward in (True, False):
        found = Counter((start, end) for start, end, *_ in ways(profiles, forward=forward))
        assert [way for way, times in found.items() if times > 1] == []
        assert [way for way in found if way[0] == way[1] or not {*way} <= {*profiles}] == []


def test_a_neighbour_with_a_profile_is_named_by_its_id(profiles: dict[str, Profile]) -> None:
    names = {
        name.casefold().replace("-", " "): role_id
        for role_id, profile in profiles.items()
        for name in (*profile.role.aliases, profile.role.title.de, profile.role.title.en)
        if name
    }
    for role_id, profile in profiles.items():
        for transition in (*profile.role.transitions.before, *profile.role.transitions.after):
            if transition.title:
                for title in (transition.title.de, transition.title.en):
                    assert (title or "").casefold().replace("-", " ") not in names, (role_id, title)


def test_every_role_can_be_reached_from_a_role_where_people_begin(profiles: dict[str, Profile]) -> None:
    onward: dict[str, set[str]] = {name: set() for name in profiles}
    for start, end, *_ in ways(profiles, forward=True):
        onward[start].add(end)
    assert set(profiles) - set().union(*onward.values()) == set(ENTRY)
    reached, todo = set(ENTRY), [*ENTRY]
    while todo:
        new = onward[todo.pop()] - reached
        reached |= new
        todo += new
    assert set(profiles) == reached


def test_every_training_path_is_a_way_to_some_role(
    profiles: dict[str, Profile], trainings: dict[str, TrainingPath], catalog: Catalog
) -> None:
    assert set(trainings) == set(catalog.training_ids())
    used = {path.id for profile in profiles.values() for path in profile.paths}
    assert set(trainings) - used == set()


def test_every_id_of_the_vocabulary_is_used(
    profiles: dict[str, Profile], trainings: dict[str, TrainingPath], catalog: Catalog
) -> None:
    roles = [profile.role for profile in profiles.values()]
    paths = [*trainings.values(), *(path for profile in profiles.values() for path in profile.paths)]
    words = catalog.vocabulary
    assert set(words.areas) == {duty.area for role in roles for duty in role.duties}
    assert set(words.subjects) == {name for role in roles for name in role.subjects} | {
        name for path in paths for name in path.teaches
    }
    assert set(words.requirements) == {requirement.id for role in roles for requirement in role.requirements}
    assert set(words.benefits) - {benefit.id for role in roles for benefit in role.benefits} == FOR_OWN_PROFILES


def test_no_name_of_the_vocabulary_is_given_twice(catalog: Catalog) -> None:
    for kind in ("areas", "subjects", "requirements", "benefits", "funding"):
        names = getattr(catalog.vocabulary, kind).values()
        for language in ("de", "en"):
            texts = Counter((getattr(name, language) or "").casefold() for name in names)
            assert [text for text, times in texts.items() if times > 1] == [], (kind, language)


def test_a_requirement_is_of_one_kind_in_all_roles(profiles: dict[str, Profile]) -> None:
    kinds: dict[str, set[str]] = {}
    for profile in profiles.values():
        for requirement in profile.role.requirements:
            kinds.setdefault(requirement.id, set()).add(requirement.kind)
    assert {name: kind for name, kind in kinds.items() if len(kind) > 1} == {}


def test_a_name_belongs_to_one_role(profiles: dict[str, Profile]) -> None:
    owners: dict[str, set[str]] = {}
    for role_id, profile in profiles.items():
        role = profile.role
        assert len({*role.aliases}) == len(role.aliases), role_id
        for name in (*role.aliases, role.title.de, role.title.en, role_id):
            owners.setdefault((name or "").casefold(), set()).add(role_id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_the_level_is_the_fifth_digit_of_the_code(profiles: dict[str, Profile]) -> None:
    for role_id, profile in profiles.items():
        kldb = profile.role.codes.kldb
        assert kldb is not None, role_id
        assert len(kldb) == 5
        assert kldb.isdecimal()
        assert (LEVELS[kldb[4]] == profile.role.level) is (role_id not in OTHER_LEVEL), role_id
        for observation in profile.role.pay.observations:
            assert observation.kldb is None or observation.kldb[4] in LEVELS, (role_id, observation.id)


def test_a_figure_without_a_date_says_so(profiles: dict[str, Profile]) -> None:
    """Where a page has no date, the month of reading stands in its place: that needs a word of doubt."""
    found = 0
    for role_id, profile in profiles.items():
        for observation in profile.role.pay.observations:
            source = profile.role.sources[observation.source]
            if source.published is None and str(observation.as_of) == str(source.read)[:7]:
                found += 1
                assert observation.doubt is not None, (role_id, observation.id)
    assert found


@pytest.mark.parametrize(
    ("path", "commercial", "others"),
    [
        # Which way of the ordinance counts an apprenticeship, as years of practice that it asks for beside it.
        ("fw-buero-projekt", 1, 2),  # FachkBüroPrV
        ("fw-einkauf", 0, 1),  # EinkFachwBAProPPrV
        ("fw-industrie", 0, 1),  # IndFachwirtPrV, first part of the examination
        ("fw-wirtschaft", 0, 1),  # WFachwPrV § 2 (1), first part of the examination
        ("controller-ihk", 3, 4),  # ContrPrV
        ("berufsspezialist-vertrieb", 0, None),  # VertrFPrV: any three years
    ],
)
def test_every_commercial_apprenticeship_counts_where_the_law_says_so(
    trainings: dict[str, TrainingPath], path: str, commercial: int, others: int | None
) -> None:
    years = {name: way.practice_years for way in trainings[path].admission for name in way.training}
    any_trade = [way.practice_years for way in trainings[path].admission if way.education == "apprenticeship"]
    assert {name: years.get(name) for name in COMMERCIAL} == dict.fromkeys(COMMERCIAL, commercial)
    if others is not None:
        assert {years.get(name, *any_trade[:1]) for name in OTHER_TRADES} == {others}


def test_the_further_trainings_that_name_single_apprenticeships(trainings: dict[str, TrainingPath]) -> None:
    def counted(path: str) -> list[set[str]]:
        return [{*way.training} & (COMMERCIAL | OTHER_TRADES) for way in trainings[path].admission if way.training]

    def any_trade(path: str) -> list[float | None]:
        return [way.practice_years for way in trainings[path].admission if way.education == "apprenticeship"]

    # PersFachkPrV: Personaldienstleistung one year, other commercial two, other apprenticeships three.
    assert counted("fk-personal") == [{"ausb-personal"}, COMMERCIAL - {"ausb-personal"}]
    assert any_trade("fk-personal") == [3]
    # MarketFachwBAProFV: Marketingkommunikation none, other commercial one, other apprenticeships two.
    assert counted("fw-marketing")[:2] == [{"ausb-marketing"}, COMMERCIAL - {"ausb-marketing"}]
    assert any_trade("fw-marketing") == [2]
    # LogSystFachwBAProFV: Spedition, Industrie, Groß- und Außenhandel or Schifffahrt; then other commercial or Lagerlogistik.
    first = {"ausb-spedition", "ausb-industriekauf", "ausb-gah"}
    assert counted("fw-logistiksysteme")[:3] == [
        first,
        COMMERCIAL - first | {"ausb-lagerlogistik"},
        {"ausb-fachinformatiker"},
    ]
    # GüLogFachwBAProFV: the apprenticeship for transport and logistics, then other commercial ones.
    assert counted("fw-gueterverkehr")[:2] == [{"ausb-spedition"}, COMMERCIAL - {"ausb-spedition"}]


def test_the_highest_further_training_follows_on_every_fachwirt(trainings: dict[str, TrainingPath]) -> None:
    """GepBetrWMAProBusManFV: Fachwirt, Fachkaufmann or a comparable qualification under the Berufsbildungsgesetz."""
    comparable = {"controller-ihk"}
    expected = {name for name in trainings if name.startswith(("fw-", "fk-"))} | comparable
    assert {*trainings["betriebswirt-bbig"].admission[0].training} == expected


def test_the_credits_say_what_the_owners_of_the_data_ask_for(profiles: dict[str, Profile]) -> None:
    page = (ROOT / "docs" / "credits.md").read_text(encoding="utf-8")
    sources = [source for profile in profiles.values() for source in profile.role.sources.values()]
    publishers = {source.publisher for source in sources}
    # ESCO's terms of use ask for this sentence, word for word; the BA for its own.
    assert "Europäische Kommission (ESCO)" in publishers
    assert "This service uses the ESCO classification of the European Commission." in page
    assert "Bundesagentur für Arbeit" in publishers
    assert "© Statistik der Bundesagentur für Arbeit" in page
    licences = {word for source in sources if source.note for word in (source.note.en or "").split() if "dl-de" in word}
    assert licences == {"dl-de/by-2-0."}
    assert all(licence.rstrip(".") in page for licence in licences)
