"""Every further thing that a person can tell, each by hand from the published coefficients."""

from __future__ import annotations

import math
import statistics
from decimal import ROUND_HALF_UP, Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.figures import Drawer
from jobcli.domain.pay import LANDS, Person
from jobcli.domain.role import Codes, Level, Role
from jobcli.domain.schooling import Education
from jobcli.files.catalog import Catalog
from jobcli.files.figures import open_drawer
from jobcli.pay.estimate import estimate
from jobcli.pay.factors import EFFECTS
from tests.conftest import Prompt, profile_of
from tests.pay.test_estimate import EVERYTHING, SIZES, answer, line, observation, role_with, told

DRAWER = open_drawer()
DIVISIONS = sorted(DRAWER["industry-effect"].values)

people = st.builds(
    Person,
    state=st.none() | st.sampled_from([land.code for land in LANDS]),
    experience=st.none() | st.integers(0, 50),
    tenure=st.none() | st.integers(0, 50),
    company_size=st.none() | st.integers(1, 100_000),
    industry=st.none() | st.sampled_from(DIVISIONS),
    level=st.none() | st.sampled_from(["helper", "skilled", "specialist", "expert"]),
    education=st.none() | st.sampled_from(get_args(Education)),
    leadership=st.none() | st.booleans(),
    collective_agreement=st.none() | st.booleans(),
    fixed_term=st.none() | st.booleans(),
)


def test_twenty_years_of_working_pay_against_the_mean_of_thirteen(drawer: Drawer) -> None:
    # 0.011890664*20 - 0.000228978*400 = 0.14622208; at 13 years 0.154578632 - 0.038697282 = 0.11588135
    # exp(0.14622208 - 0.11588135) = exp(0.03034073) = 1.0308
    assert told(drawer, "experience", Person(experience=20)) == Decimal("1.0308")


def test_an_industry_counts_only_as_the_difference_to_the_usual_ones_of_the_role(drawer: Drawer) -> None:
    role = structs.replace(role_with(observation()), industries=("J62", "K64"))
    person = structs.replace(EVERYTHING, industry="G47")
    item = estimate(profile_of("test-role", role), person, drawer, "2026-11-24")
    # Usual: (0.143171692 + 0.159730378) / 2 = 0.151451035; exp(-0.051323025 - 0.151451035) = exp(-0.20277406) = 0.8165
    assert line(item, "industry").multiplier == Decimal("0.8165")
    # Told alone it counts half: exp(-0.20277406 / 2) = 0.9036; with the Land 1 - 0.5 x 4/5 = 0.6: exp(-0.121664436) = 0.8854
    for more, multiplier in ((Person(industry="G47"), "0.9036"), (Person(industry="G47", state="NW"), "0.8854")):
        item = estimate(profile_of("test-role", role), more, drawer, "2026-11-24")
        assert line(item, "industry").multiplier == Decimal(multiplier)
    usual = profile_of("test-role", structs.replace(role, industries=("J62",)))
    same = estimate(usual, Person(industry="J62"), drawer, "2026-11-24")
    assert line(same, "industry").multiplier == 1


def test_a_role_of_all_industries_starts_from_their_mean_weighted_by_employees(drawer: Drawer) -> None:
    # Inside a group of sections each division counts the same: A 0.054586, B-F 0.120896, G-I 0.036812, J-N 0.079974,
    # O-U -0.003595. Weighted: (0.054586 x 256,770 + 0.120896 x 9,323,784 + ...) / 33,800,461 = 0.05768
    effects = drawer["industry-effect"].values
    groups = {"A": 256_770, "BCDEF": 9_323_784, "GHI": 7_411_944, "JKLMN": 7_131_497, "OPQRS": 9_676_466}
    means = {name: statistics.mean(effects[code] for code in effects if code[0] in name) for name in groups}
    mean = sum(means[name] * people for name, people in groups.items()) / 33_800_461
    role = structs.replace(role_with(observation()), industries=())
    item = estimate(profile_of("test-role", role), structs.replace(EVERYTHING, industry="J62"), drawer, "2026-11-24")
    assert float(line(item, "industry").multiplier) == pytest.approx(math.exp(0.143171692 - mean), abs=0.00005)
    assert mean == pytest.approx(0.05768, abs=0.000005)
    # All 33.8 million of June 2021, and less than the unweighted mean: offices of the state, schools and shops weigh more.
    assert sum(groups.values()) == 33_800_461
    assert mean < statistics.mean(effects.values())


def test_a_collective_agreement_lies_half_the_gap_above_the_middle(drawer: Drawer) -> None:
    # exp(0.052197306 / 2) = exp(0.026098653) = 1.0264 and exp(-0.026098653) = 0.9742
    assert told(drawer, "collective-agreement", Person(collective_agreement=True)) == Decimal("1.0264")
    assert told(drawer, "collective-agreement", Person(collective_agreement=False)) == Decimal("0.9742")


def test_a_fixed_term_costs_and_a_permanent_contract_is_the_normal_case(drawer: Drawer) -> None:
    # exp(-0.07533659) = 0.9274
    assert told(drawer, "fixed-term", Person(fixed_term=True)) == Decimal("0.9274")
    assert told(drawer, "fixed-term", Person(fixed_term=False)) == 1


def test_leading_people_pays_unless_the_occupation_is_one_of_managers(drawer: Drawer) -> None:
    # exp(0.084850401) = 1.0886
    assert told(drawer, "leadership", Person(leadership=True)) == Decimal("1.0886")
    cto = Catalog().profile("cto")
    assert cto is not None
    assert cto.role.codes.kldb == "71394"  # the fourth digit, 9, stands for supervisors and managers
    item = estimate(profile_of("cto", cto.role), Person(leadership=True), drawer, "2026-11-24")
    assert line(item, "leadership").multiplier == 1
    # The code of the supply chain manager, 51624, is no manager's, but the pay that the estimate starts from is: 51694.
    supply = built_in("supply-chain-manager")
    assert supply.codes.kldb == "51624"
    item = estimate(profile_of("supply-chain-manager", supply), Person(leadership=True), drawer, "2026-11-24")
    assert line(item, "leadership").multiplier == 1
    # exp(-0.084850401) = 0.9186
    item = estimate(profile_of("supply-chain-manager", supply), Person(leadership=False), drawer, "2026-11-24")
    assert line(item, "leadership").multiplier == Decimal("0.9186")


def test_another_level_takes_the_steps_inside_an_occupation(drawer: Drawer) -> None:
    # The test role is skilled. Specialist: exp(0.177) = 1.1936; expert: exp(0.177 + 0.171) = 1.4162; helper: exp(-0.16) = 0.8521
    for level, multiplier in (
        ("specialist", "1.1936"),
        ("expert", "1.4162"),
        ("helper", "0.8521"),
        ("skilled", "1.0000"),
    ):
        assert told(drawer, "level", structs.replace(Person(), level=level)) == Decimal(multiplier)


def built_in(name: str) -> Role:
    """A role that ships with the program."""
    profile = Catalog().profile(name)
    assert profile is not None
    return profile.role


@pytest.mark.parametrize(
    ("role", "level", "multiplier"),
    [
        # Official medians of April 2025, KldB 71394 and 71393: 6,251 / 8,238 = 0.7588
        ("cto", "specialist", "0.7588"),
        # 71401 and 71402 against 71403: 3,090 / 4,862 = 0.6355 and 3,810 / 4,862 = 0.7836
        ("backoffice-manager", "helper", "0.6355"),
        ("backoffice-manager", "skilled", "0.7836"),
        # No 71404 is published: exp(0.508 - 0.337) = exp(0.171) = 1.1865
        ("backoffice-manager", "expert", "1.1865"),
        # Its anchor is of managers, 51694, and no 51693 is published: exp(0.337 - 0.508) = 0.8428
        ("supply-chain-manager", "specialist", "0.8428"),
        ("cto", "expert", "1.0000"),
    ],
)
def test_another_level_pays_like_the_neighbouring_occupation(
    drawer: Drawer, role: str, level: Level, multiplier: str
) -> None:
    item = estimate(profile_of(role, built_in(role)), Person(level=level), drawer, "2026-11-24")
    assert line(item, "level").multiplier == Decimal(multiplier)


@pytest.mark.parametrize(
    ("education", "multiplier"),
    [
        ("none", "0.9442"),  # exp(-0.057393375)
        ("apprenticeship", "1.0000"),  # the usual one of a skilled job
        ("master-craftsman", "1.1063"),  # exp(0.101060562)
        ("bachelor", "1.1218"),  # exp(0.114899843)
        ("master", "1.2407"),  # exp(0.215643016)
        ("doctorate", "1.3521"),  # exp(0.301636806)
    ],
)
def test_an_education_pays_against_the_usual_one_of_the_level(
    drawer: Drawer, education: Education, multiplier: str
) -> None:
    assert told(drawer, "education", Person(education=education)) == Decimal(multiplier)


def test_a_specialist_is_measured_against_both_usual_educations_and_an_expert_against_a_master(drawer: Drawer) -> None:
    # (0.101060562 + 0.114899843) / 2 = 0.1079802025; exp(0.114899843 - 0.1079802025) = 1.0069
    # exp(0.114899843 - 0.215643016) = exp(-0.100743173) = 0.9042
    for level, multiplier in (("specialist", "1.0069"), ("expert", "0.9042")):
        role = structs.replace(role_with(observation()), level=level)
        item = estimate(profile_of("test-role", role), Person(education="bachelor"), drawer, "2026-11-24")
        assert line(item, "education").multiplier == Decimal(multiplier)


def test_level_and_education_are_never_counted_twice(drawer: Drawer) -> None:
    # Both told: exp(0.311054628 - 0.097928624) = exp(0.213126004) = 1.2375, and the education 1.2407 as above;
    # without an education, the whole step of 1.4162 stands for both.
    both = answer(drawer, person=Person(level="expert", education="master"))
    assert line(both, "level").multiplier == Decimal("1.2375")
    assert line(both, "education").multiplier == Decimal("1.2407")
    assert line(answer(drawer, person=Person(level="expert")), "level").multiplier == Decimal("1.4162")


def test_hours_are_linear_and_lower_the_minimum_wage_with_them(drawer: Drawer) -> None:
    item = answer(
        drawer, observation(middle=30_000, low=20_000, high=45_000, spread="quartiles"), person=Person(hours=20)
    )
    assert line(item, "hours").multiplier == Decimal("0.5")
    # 13.90 euros x 20 hours x 52 weeks
    assert item.floor == 14_456


def test_a_lower_level_can_earn_more_where_the_official_medians_say_so(drawer: Drawer) -> None:
    # Forwarding clerks: 51623 against 51624, 4,200 / 3,791 = 1.1079
    role = structs.replace(role_with(observation()), level="expert", codes=Codes(kldb="51624"))
    item = estimate(profile_of("test-role", role), Person(level="specialist"), drawer, "2026-11-24")
    assert line(item, "level").multiplier == Decimal("1.1079")


@given(person=people)
def test_the_receipt_multiplies_to_the_result_whatever_is_told(person: Person) -> None:
    item = answer(DRAWER, person=person)
    exact = math.prod((each.multiplier for each in item.receipt), start=item.receipt[0].subtotal)
    assert exact.quantize(Decimal("0.01"), ROUND_HALF_UP) == item.receipt[-1].subtotal


@given(person=people, hidden=st.sets(st.sampled_from(Person.__struct_fields__[:-1])))
def test_telling_more_never_widens_the_range(person: Person, hidden: set[str]) -> None:
    less = structs.replace(person, **dict.fromkeys(hidden))
    assert answer(DRAWER, person=person).sigma <= answer(DRAWER, person=less).sigma + 1e-12


@pytest.mark.parametrize(
    ("word", "division"),
    [
        ("J62", "J62"),
        ("j62", "J62"),
        ("IT", "J62"),
        ("Banken", "K64"),
        ("banks", "K64"),
        ("Logistik", "H52"),
        ("Maschinenbau", "C28"),
        # Three letters of a name are enough, wherever they stand in it: Leder und Schuhe, Leather and shoes.
        ("led", "C15"),
        ("shoe", "C15"),
        ("Schuh", "C15"),
    ],
)
def test_an_industry_is_a_code_or_a_plain_word(prompt: Prompt, word: str, division: str) -> None:
    outcome = prompt("estimate", "cto", "--industry", word, "--json")
    lines = outcome.json["result"]["estimates"][0]["receipt"]
    assert [each["value"] for each in lines if each["factor"] == "industry"] == [division]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--industry X99", "No industry 'X99'."),
        # Two letters are no part of a word, though only one name has these: Möbel.
        ("--industry mö", "No industry 'mö'."),
        ("--industry metall", "'metall' fits several industries."),
        ("--hours 0", "--hours can be 1 to 60, not 0."),
        ("--hours viel", "--hours takes a number, not 'viel'."),
        ("--experience 80", "--experience can be 0 to 60, not 80."),
        ("--age 30 --experience 20", "--experience 20 does not fit --age 30: working life begins at 15 or later."),
        ("--age 20 --tenure 9", "--tenure 9 does not fit --age 20: working life begins at 15 or later."),
        ("--experience 3 --tenure 9", "--tenure 9 is longer than --experience 3."),
        ("--level boss", "No level 'boss'."),
        ("--education schuhe", "No education 'schuhe'."),
    ],
)
def test_a_wrong_answer_gets_one_clear_message(prompt: Prompt, words: str, message: str) -> None:
    outcome = prompt("estimate", "cto", *words.split(), lang="de" if "metall" in words else "en", width=120)
    assert (outcome.code, outcome.out) == (2, "")
    if "metall" not in words:
        assert outcome.err.startswith(message)
    else:
        assert "C24" in outcome.err
        assert "C25" in outcome.err


def test_an_age_is_turned_into_years_of_working(prompt: Prompt) -> None:
    outcome = prompt("estimate", "cto", "--age", "40", "--json")
    lines = outcome.json["result"]["estimates"][0]["receipt"]
    # 40 - 13.25 - 6 = 20.75 full years: 20
    assert [each["value"] for each in lines if each["factor"] == "experience"] == ["20"]


@pytest.mark.parametrize(
    ("word", "years"),
    [
        # 40 - 6 - schooling, in full years
        ("keine", "23"),  # 10.25: 23.75
        ("Lehre", "20"),  # 13.25: 20.75
        ("Meister", "20"),
        ("Bachelor", "20"),  # 13.75: 20.25
        ("Diplom", "17"),  # 16.25: 17.75
        ("Promotion", "14"),  # 19.25: 14.75
    ],
)
def test_an_education_says_when_working_life_began(prompt: Prompt, word: str, years: str) -> None:
    outcome = prompt("estimate", "cto", "--age", "40", "--education", word, "--json")
    lines = outcome.json["result"]["estimates"][0]["receipt"]
    assert [each["value"] for each in lines if each["factor"] == "experience"] == [years]


def test_an_education_that_is_not_told_is_named(prompt: Prompt) -> None:
    untold, told_one = (
        " ".join(prompt("estimate", "cto", *words, "--full", lang="en").out.split())
        for words in ((), ("--education", "none"))
    )
    assert "education (the usual one of the level)" in untold
    assert "education (the usual" not in told_one
    assert "no vocational qualification" in told_one
    assert "not leading people" not in told_one


def test_nobody_in_particular_gets_the_start_on_the_scale() -> None:
    for profile in Catalog().profiles():
        item = estimate(profile, Person(), DRAWER, "2026-11-24")
        assert not {each.factor for each in item.receipt} & EFFECTS
        assert item.gross_year.p50 == round(item.start.middle)


@given(person=people)
def test_the_points_of_a_range_lie_in_order(person: Person) -> None:
    pay = answer(DRAWER, person=person).gross_year
    floor = answer(DRAWER, person=person).floor
    if floor is None:
        assert pay.p10 < pay.p25 < pay.p50 < pay.p75 < pay.p90
    else:
        assert floor == pay.p10 <= pay.p25 <= pay.p50 <= pay.p75 <= pay.p90


@given(person=people, first=st.permutations(Person.__struct_fields__[:-1]))
def test_the_order_of_telling_does_not_matter(person: Person, first: list[str]) -> None:
    told_so_far = Person()
    for name in first:
        told_so_far = structs.replace(told_so_far, **{name: getattr(person, name)})
    assert answer(DRAWER, person=told_so_far) == answer(DRAWER, person=person)
    # In the receipt, too: the multipliers give the same product from the last line to the first.
    lines = answer(DRAWER, person=person).receipt
    backwards = math.prod(float(each.multiplier) for each in reversed(lines))
    assert float(lines[0].subtotal) * backwards == pytest.approx(float(lines[-1].subtotal), abs=0.01)


@given(person=people, years=st.integers(0, 49))
def test_another_year_with_the_employer_never_pays_less(person: Person, years: int) -> None:
    # The curve peaks at 0.006794625 / (2 x 0.000053742) = 63.2 years, beyond what can be told.
    shorter, longer = (
        answer(DRAWER, person=structs.replace(person, tenure=tenure)).receipt[-1].subtotal
        for tenure in (years, years + 1)
    )
    assert shorter < longer


@given(person=people, hours=st.integers(1, 30))
def test_twice_the_hours_are_twice_the_pay(person: Person, hours: int) -> None:
    half, whole = (
        answer(DRAWER, person=structs.replace(person, hours=float(count))).receipt[-1] for count in (hours, 2 * hours)
    )
    assert float(whole.multiplier) == pytest.approx(2 * float(half.multiplier), abs=0.0002)


def test_every_land_size_class_and_division_resolves() -> None:
    known: list[tuple[str, object, str, str]] = [
        *(("state", land.code, "state", land.code) for land in LANDS),
        *(("industry", code, "industry", code) for code in DIVISIONS),
        *(("company_size", heads, "company-size", name) for heads, name in SIZES),
    ]
    for field, value, factor, name in known:
        assert line(answer(DRAWER, person=structs.replace(Person(), **{field: value})), factor).value == name
    assert len(LANDS) == 16
    assert {name for _, name in SIZES} == set(DRAWER["size-effect"].values)
