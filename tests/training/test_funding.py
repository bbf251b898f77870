"""Who pays for training: Aufstiegs-BAföG to the cent, and a careful verdict on every scheme."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.evidence import Words
from jobcli.domain.figures import Drawer
from jobcli.domain.role import Cost, PathKind, Span, Step, TrainingPath
from jobcli.files.figures import FUNDING, open_drawer, read_drawer
from jobcli.training.afbg import AfbgCounted, afbg, cost_of, own_cost, support
from jobcli.training.funding import Applicant, Ruling, first_stage, rule

DAY = "2026-11-24"
DRAWER = open_drawer(FUNDING)


def euros(*amounts: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(amount) for amount in amounts)


# All that the law asks of a person and a course for Aufstiegs-BAföG, told.
KNOWN = Applicant(state="BY", education="apprenticeship", teaching_hours=600, approved=True)


def path(
    kind: PathKind = "part-time-course",
    *,
    law: str | None = "FachwPrV",
    dqr: int | None = 6,
    months: float | None = 18,
    hours: float | None = None,
    course: tuple[float, float] | None = None,
    exam: tuple[float, float] | None = None,
    funding: tuple[str, ...] = ("afbg", "meisterbonus", "weiterbildungsstipendium"),
    body: str = "IHK",
) -> TrainingPath:
    """A training path made for a test."""

    def span(ends: tuple[float, float] | None) -> Span | None:
        return None if ends is None else Span(min=ends[0], max=ends[1])

    return TrainingPath(
        id="test",
        kind=kind,
        title=Words(en="Test"),
        awards=Words(en="Test"),
        awarding_body=Words(en=body),
        law=law,
        dqr=dqr,
        months=None if months is None else Span(min=months, max=months),
        hours_total=None if hours is None else Span(min=hours, max=hours),
        cost=Cost(course=span(course), exam=span(exam)),
        funding=funding,
        steps=(Step(id="go", text=Words(en="Go.")),),
        source="test",
    )


def ruling(scheme: str, one: TrainingPath, who: Applicant | None = None, day: str = DAY) -> Ruling:
    return next(item for item in rule(one, who or Applicant(), DRAWER, day) if item.scheme == scheme)


@pytest.mark.parametrize(
    ("fees", "grant", "waived", "remains"),
    [
        # optonia.de: a course of 12,650 euros.
        ("12650", "6325.00", "3162.50", "3162.50"),
        # wbstraining.de: 3,034.70 euros; half of the loan of 1,517.35 is 758.675, rounded up, and 758.67 remain.
        ("3034.70", "1517.35", "758.68", "758.67"),
    ],
)
def test_two_more_published_examples_come_out_to_the_cent(fees: str, grant: str, waived: str, remains: str) -> None:
    found = support(Decimal(fees), DRAWER)
    assert (found.grant, found.remission, found.remains) == tuple(map(Decimal, (grant, waived, remains)))


def test_the_published_example_of_bbz_siegen_comes_out_to_the_cent() -> None:
    # bbz Siegen: course 2,950 euros; 1,475 grant; 737.50 of the loan are waived; 737.50 remain.
    result = support(Decimal(2950), DRAWER)
    assert result.grant == Decimal("1475.00")
    assert result.loan == Decimal("1475.00")
    assert result.remission == Decimal("737.50")
    assert result.remains == Decimal("737.50")


def test_half_a_cent_is_rounded_up() -> None:
    # 2,950.01 / 2 = 1,475.005, up to 1,475.01; loan 1,475.00; waived 737.50; 2,950.01 - 1,475.01 - 737.50 = 737.50
    result = support(Decimal("2950.01"), DRAWER)
    assert (result.grant, result.loan) == (Decimal("1475.01"), Decimal("1475.00"))
    assert (result.remission, result.remains) == (Decimal("737.50"), Decimal("737.50"))


def test_fees_above_the_highest_amount_are_paid_in_full_by_the_person() -> None:
    # 16,000 - 15,000 = 1,000 above; 15,000 / 2 = 7,500 grant; 7,500 / 2 = 3,750 waived; 1,000 + 3,750 remain
    result = support(Decimal(16_000), DRAWER)
    assert (result.over, result.grant, result.remission, result.remains) == euros(1000, 7500, 3750, 4750)
    lines = afbg(path(course=(16_000, 16_000), exam=(0, 0)), DRAWER)
    assert lines is not None
    assert "over" in [line.item for line in lines.lines]


def test_course_and_examination_are_funded_together_and_spans_are_carried_through() -> None:
    calculation = afbg(path(course=(4000, 5000), exam=(600, 800)), DRAWER)
    assert calculation is not None
    spans = {line.item: (line.low, line.high) for line in calculation.lines}
    # 4,000 + 600 = 4,600 and 5,000 + 800 = 5,800; halves 2,300 and 2,900; quarters 1,150 and 1,450
    assert spans["fees"] == euros(4600, 5800)
    assert spans["grant"] == euros(2300, 2900)
    assert spans["remission"] == spans["remains"] == euros(1150, 1450)
    assert calculation.complete


def test_a_price_that_is_not_known_stays_unknown_in_every_sum() -> None:
    calculation = afbg(path(exam=(1092, 1092)), DRAWER)
    own = own_cost(path(exam=(1092, 1092)), "perhaps", DRAWER)
    assert calculation is not None
    assert own is not None
    assert not calculation.complete
    assert not own.money.complete
    course = next(line for line in calculation.lines if line.item == "course")
    assert (course.low, course.high) == (None, None)
    # 1,092 / 4 = 273 with it, 1,092 without
    assert (own.money.low, own.money.high) == euros(273, 1092)
    assert afbg(path(), DRAWER) is None
    assert own_cost(path(), "yes", DRAWER) is None


@pytest.mark.parametrize(("counted", "low", "high"), [("yes", 500, 1000), ("perhaps", 500, 4000), ("no", 2000, 4000)])
def test_the_own_cost_counts_the_support_as_far_as_it_is_certain(counted: AfbgCounted, low: int, high: int) -> None:
    own = own_cost(path(course=(2000, 4000), exam=(0, 0)), counted, DRAWER)
    assert own is not None
    assert (own.money.low, own.money.high) == euros(low, high)


CENTS = st.integers(0, 5_000_000).map(lambda cents: Decimal(cents) / 100)


@given(fees=CENTS)
def test_the_lines_add_up_and_nobody_pays_more_than_the_fees(fees: Decimal) -> None:
    result = support(fees, DRAWER)
    assert result.over + result.grant + result.loan == result.fees == fees
    assert result.grant + result.remission + result.remains == fees
    assert 0 <= result.remains <= fees
    assert result.grant <= 7500
    assert (result.over > 0) == (fees > 15_000)
    # A quarter of what is funded remains, but for halves of a cent.
    assert abs(result.remains - result.over - (fees - result.over) / 4) < Decimal("0.01")


@given(fees=CENTS, more=st.integers(1, 100_000))
def test_dearer_fees_never_leave_less_to_pay(fees: Decimal, more: int) -> None:
    assert support(fees + Decimal(more) / 100, DRAWER).remains >= support(fees, DRAWER).remains


PRICE = st.none() | st.tuples(st.integers(0, 9000), st.integers(9000, 30_000))


@given(course=PRICE, exam=PRICE, counted=st.sampled_from(("yes", "perhaps", "no")))
def test_the_own_cost_of_a_path_is_never_above_its_cost(
    course: tuple[float, float] | None, exam: tuple[float, float] | None, counted: AfbgCounted
) -> None:
    one = path(course=course, exam=exam)
    cost, own = cost_of(one), own_cost(one, counted, DRAWER)
    assert (cost is None) == (own is None) == (course is None and exam is None)
    if cost is not None and own is not None:
        assert 0 <= own.money.low <= own.money.high <= cost.high
        assert own.money.low <= cost.low
        assert own.money.complete == cost.complete == (course is not None and exam is not None)


def test_aufstiegs_bafoeg_applies_only_where_every_condition_is_known_and_met() -> None:
    assert ruling("afbg", path(), KNOWN).verdict == "applies"
    for unknown in ("education", "teaching_hours"):
        told = structs.replace(KNOWN, **{unknown: None})
        assert ruling("afbg", path(), told).verdict == "may-apply", unknown
    assert ruling("afbg", path(months=None), KNOWN).open == ("months", "density")
    assert ruling("afbg", path("distance-course"), structs.replace(KNOWN, approved=None)).open == ("zfu",)


@pytest.mark.parametrize(
    ("one", "who", "reason"),
    [
        # § 2 AFBG: 400 teaching hours, 200 in the first stage part-time
        (path(), structs.replace(KNOWN, teaching_hours=399), "hours"),
        (path(dqr=5), structs.replace(KNOWN, teaching_hours=199), "hours"),
        (path(hours=399), structs.replace(KNOWN, teaching_hours=None), "hours"),
        # § 2 AFBG: 48 months part-time, 36 in the first stage
        (path(months=49), structs.replace(KNOWN, teaching_hours=900), "months"),
        (path(months=37, dqr=5), KNOWN, "months"),
        # § 9 (4) AFBG
        (path(), structs.replace(KNOWN, education="master"), "degree"),
        (path(), structs.replace(KNOWN, education="doctorate"), "degree"),
        # § 12 FernUSG
        (path("distance-course"), structs.replace(KNOWN, approved=False), "zfu"),
        (path("apprenticeship", funding=()), KNOWN, "kind"),
        (path("degree", funding=()), KNOWN, "kind"),
        (path("certificate", funding=()), KNOWN, "kind"),
        # An association's own certificate is no examination under a law.
        (path(law=None, funding=()), KNOWN, "kind"),
    ],
)
def test_one_condition_that_fails_settles_it(one: TrainingPath, who: Applicant, reason: str) -> None:
    item = ruling("afbg", one, who)
    assert (item.verdict, item.against) == ("does-not-apply", (reason,))


@pytest.mark.parametrize(("dqr", "least", "months"), [(6, 400, 22), (5, 200, 11)])
def test_the_hours_of_the_stage_are_enough(dqr: int, least: int, months: int) -> None:
    # 18 a month on average: 400 / 22 = 18.2, 200 / 11 = 18.2.
    told = structs.replace(KNOWN, teaching_hours=least)
    assert ruling("afbg", path(dqr=dqr, months=months), told).verdict == "applies"
    late = ruling("afbg", path(dqr=dqr, months=months + 1), told)
    # What the first stage asks for is not in our source.
    assert (late.against, late.open) == ((("density",), ()) if dqr == 6 else ((), ("density",)))


def test_hours_of_learning_never_prove_hours_of_teaching() -> None:
    # 1,200 hours of a Bachelor Professional hold the own study too.
    item = ruling("afbg", path(hours=1200), structs.replace(KNOWN, teaching_hours=None))
    assert (item.verdict, item.open) == ("may-apply", ("hours", "density"))


def test_the_first_stage_is_told_by_its_hours_or_by_its_level() -> None:
    assert first_stage(path(dqr=None, hours=400), DRAWER)
    assert not first_stage(path(dqr=None, hours=1200), DRAWER)
    assert first_stage(path(dqr=5), DRAWER)
    assert not first_stage(path(dqr=6, hours=400), DRAWER)
    assert not first_stage(path(dqr=None), DRAWER)


def test_a_bonus_of_the_land_is_never_certain_and_its_list_is_not_complete() -> None:
    bavaria = ruling("meisterbonus", path(), Applicant(state="BY"))
    assert (bavaria.verdict, bavaria.open) == ("may-apply", ("voluntary",))
    assert [amount.value for amount in bavaria.amounts] == [3000]
    # Brandenburg stands in no list: a question, not a no.
    unlisted = ruling("meisterbonus", path(), Applicant(state="BB"))
    assert (unlisted.verdict, unlisted.amounts) == ("may-apply", ())
    assert "state" in unlisted.open
    # In North Rhine-Westphalia and Berlin money is known for master craftspeople only, in Saxony for masters.
    for land in ("NW", "BE", "SN", "MV"):
        assert ruling("meisterbonus", path(), Applicant(state=land)).against == ("state",)
    assert "state" in ruling("meisterbonus", path(body="HWK"), Applicant(state="NW")).open
    assert "until" in ruling("meisterbonus", path(), Applicant(state="SL")).open
    # A Master Professional (DQR 7) counts as a Bachelor Professional (DQR 6) does; below and above there is no bonus.
    master = ruling("meisterbonus", path(dqr=7), Applicant(state="BY"))
    assert (master.against, [amount.value for amount in master.amounts]) == ((), [3000])
    for level in (5, 8):
        assert ruling("meisterbonus", path(dqr=level), Applicant(state="BY")).against == ("dqr",)
    assert ruling("meisterbonus", path("degree"), Applicant(state="HE")).amounts[0].value == 3500


@pytest.mark.parametrize(
    ("who", "day", "verdict", "days"),
    [
        (Applicant(state="BY", tenure=5), DAY, "does-not-apply", []),
        (Applicant(state="HE", tenure=5), DAY, "may-apply", [5]),
        # Saxony's law is in force from 1 January 2027, with three days.
        (Applicant(state="SN", tenure=5), "2026-12-31", "may-apply", [3]),
        (Applicant(state="SN", tenure=5), "2027-01-01", "may-apply", [3]),
        (Applicant(state="HE", employed=False), DAY, "does-not-apply", []),
        (Applicant(), DAY, "may-apply", []),
    ],
)
def test_educational_leave_depends_on_the_land(who: Applicant, day: str, verdict: str, days: list[int]) -> None:
    item = ruling("bildungsurlaub", path("certificate"), who, day)
    assert (item.verdict, [amount.value for amount in item.amounts]) == (verdict, days)


def test_educational_leave_in_saxony_begins_with_2027_and_needs_time_with_the_employer() -> None:
    who = Applicant(state="SN", tenure=5)
    assert "start" in ruling("bildungsurlaub", path(), who, "2026-12-31").open
    assert "start" in ruling("bildungsurlaub", path(), who, "2027-01-01").met
    # Full years: none of them may be five months or eleven.
    assert "employed" in ruling("bildungsurlaub", path(), Applicant(state="BW", tenure=0)).open
    assert "employed" in ruling("bildungsurlaub", path(), Applicant(state="BW", tenure=1)).met


@pytest.mark.parametrize(("people", "course", "wage"), [(49, 0, 75), (50, 50, 50), (499, 50, 50), (500, 75, 25)])
def test_the_company_bears_more_of_the_course_the_larger_it_is(people: int, course: int, wage: int) -> None:
    # § 82 SGB III
    item = ruling("qualifizierungschancen", path(), Applicant(company_size=people, tenure=3))
    assert [amount.value for amount in item.amounts] == [course, wage]
    assert ruling("qualifizierungschancen", path(), Applicant(employed=False)).against == ("employed",)
    # More than 120 hours.
    assert ruling("qualifizierungschancen", path(), Applicant(teaching_hours=120)).against == ("hours",)
    assert "hours" in ruling("qualifizierungschancen", path(), Applicant(teaching_hours=121)).met


@pytest.mark.parametrize(("age", "group"), [(24, "met"), (25, "open"), (27, "open"), (28, "against")])
def test_the_scholarship_for_further_training_ends_with_an_age(age: int, group: str) -> None:
    # Under 25 on admission; up to three years are credited.
    item = ruling("weiterbildungsstipendium", path(), Applicant(age=age))
    assert "age" in getattr(item, group)


def test_the_scholarship_for_a_degree_is_for_a_first_degree_after_a_trade() -> None:
    degree = path("degree", law=None, funding=("aufstiegsstipendium",))
    trained = Applicant(education="apprenticeship", experience=2)
    item = ruling("aufstiegsstipendium", degree, trained)
    assert (item.verdict, item.open) == ("may-apply", ("merit",))
    assert ruling("aufstiegsstipendium", degree, Applicant(education="bachelor")).against == ("degree",)
    assert ruling("aufstiegsstipendium", degree, Applicant(education="none")).against == ("trained",)
    # Who is a master craftsman has learned a trade.
    assert "trained" in ruling("aufstiegsstipendium", degree, Applicant(education="master-craftsman")).met
    assert ruling("aufstiegsstipendium", degree, structs.replace(trained, experience=1)).against == ("practice",)
    assert ruling("aufstiegsstipendium", path("degree", dqr=7), trained).against == ("kind",)


def test_a_voucher_is_never_for_a_degree_and_never_certain() -> None:
    # § 180 SGB III
    assert ruling("bildungsgutschein", path("degree")).against == ("kind",)
    assert ruling("bildungsgutschein", path(funding=("bildungsgutschein",)), KNOWN).verdict == "may-apply"


def test_a_scheme_that_has_ended_does_not_apply() -> None:
    assert ruling("bildungspraemie", path(), KNOWN).against == ("ended",)
    assert ruling("bildungspraemie", path(), KNOWN, "2021-12-31").verdict == "may-apply"


PEOPLE = st.builds(
    Applicant,
    state=st.none() | st.sampled_from(("BY", "SN", "BE", "NW", "SL")),
    age=st.none() | st.integers(15, 70),
    education=st.none()
    | st.sampled_from(("none", "apprenticeship", "master-craftsman", "bachelor", "master", "doctorate")),
    employed=st.none() | st.booleans(),
    tenure=st.none() | st.integers(0, 40),
    company_size=st.none() | st.integers(1, 1000),
    teaching_hours=st.none() | st.integers(0, 2000),
    approved=st.none() | st.booleans(),
)
KINDS: tuple[PathKind, ...] = (
    "apprenticeship",
    "distance-course",
    "part-time-course",
    "degree",
    "certificate",
    "on-the-job",
)


@given(
    who=PEOPLE,
    kind=st.sampled_from(KINDS),
    listed=st.sampled_from(((), tuple(DRAWER.schemes))),
    hours=st.none() | st.integers(0, 2000),
)
def test_every_condition_is_met_open_or_against_and_the_verdict_follows(
    who: Applicant, kind: PathKind, listed: tuple[str, ...], hours: int | None
) -> None:
    one = path(kind, hours=hours, funding=listed)
    for item in rule(one, who, DRAWER, DAY):
        conditions = [*item.met, *item.open, *item.against]
        assert sorted(conditions) == sorted(DRAWER.schemes[item.scheme].conditions)
        expected = "does-not-apply" if item.against else "may-apply" if item.open else "applies"
        assert item.verdict == expected
        for name in item.against:
            assert DRAWER.schemes[item.scheme].conditions[name].unmet is not None, (item.scheme, name)


def test_the_shipped_schemes_have_no_problems_and_their_tables_are_not_read_by_an_estimate() -> None:
    drawer, problems = read_drawer(FUNDING)
    assert (drawer, problems) == (DRAWER, ())
    assert not set(drawer.tables) & set(open_drawer().tables)


def test_every_scheme_has_its_words_in_both_languages_and_a_source() -> None:
    # BAföG for students stands in the vocabulary, but is not covered yet.
    assert set(DRAWER.schemes) == {
        "afbg",
        "bildungsgutschein",
        "qualifizierungschancen",
        "qualifizierungsgeld",
        "bildungsurlaub",
        "weiterbildungsstipendium",
        "aufstiegsstipendium",
        "meisterbonus",
        "bildungspraemie",
    }
    for name, scheme in DRAWER.schemes.items():
        texts = [scheme.name, scheme.gives, scheme.decides]
        texts += [condition.ask for condition in (*scheme.conditions.values(), *scheme.duties.values())]
        assert all(words.de and words.en for words in texts), name
        assert scheme.source.url.startswith("http"), name


def test_a_drawer_can_be_read_without_schemes() -> None:
    assert rule(path(), Applicant(), Drawer(tables=DRAWER.tables), DAY) == ()
