"""What comes beside pay: the published figures, what may be added and what not, and the block in both languages."""

from __future__ import annotations

import re
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jobcli.domain.figures import Drawer
from jobcli.domain.pay import Person
from jobcli.domain.salary import Benefit
from jobcli.files.figures import open_drawer
from jobcli.pay.benefits import BenefitLine, Benefits
from jobcli.pay.benefits import benefits as benefits_of
from jobcli.pay.estimate import estimate
from tests.conftest import Prompt, profile_of
from tests.pay.test_estimate import DAY, observation, role_with

Included = Literal["included", "excluded", "unknown"]

BONUSES = ("christmas-bonus", "holiday-bonus")
MONEY = ("thirteenth-salary", *BONUSES)
NEVER_A_FIGURE = ("variable-pay", "equity", "remote-work", "paid-training")
ALL = (*MONEY, "capital-forming-payment", "direct-insurance", "company-pension", "job-ticket", *NEVER_A_FIGURE)

# Hypothesis calls a test many times: it takes the drawer from here.
DRAWER = open_drawer()


def beside(
    drawer: Drawer,
    *benefits: str,
    person: Person | None = None,
    included: Included = "excluded",
    middle: int = 48_000,
    day: str = DAY,
) -> Benefits:
    """What comes beside the pay of a made role; its money of November 2025 is what it was published in."""
    who = person or Person()
    anchor = observation(middle=middle, as_of="2025-11", special_payments=included)
    role = structs.replace(role_with(anchor), benefits=tuple(Benefit(id=name, source="test") for name in benefits))
    return benefits_of(role, who, estimate(profile_of("test-role", role), who, drawer, DAY), drawer, day)


def only(item: Benefits, name: str) -> BenefitLine:
    return next(line for line in item.lines if line.id == name)


# The published figures, by hand


@pytest.mark.parametrize(
    ("benefit", "agreement", "shares"),
    [
        # WSI / Lohnspiegel, November 2025: 51 % of all, 77 % with and 41 % without a collective agreement.
        # Destatis, 2024: 85.8 % of those paid by collective agreement.
        ("christmas-bonus", None, [("all", 51)]),
        ("christmas-bonus", True, [("agreement", 77), ("collectively-paid", 85.8)]),
        ("christmas-bonus", False, [("no-agreement", 41)]),
        # WSI / Lohnspiegel, private sector, 2022: 46 %, 74 %, and 36 % (also 2024). Destatis, 2024: 46.8 %.
        ("holiday-bonus", None, [("all", 46)]),
        ("holiday-bonus", True, [("agreement", 74), ("collectively-paid", 46.8)]),
        ("holiday-bonus", False, [("no-agreement", 36)]),
    ],
)
def test_the_share_is_the_published_one_of_the_group(
    drawer: Drawer, benefit: str, *, agreement: bool | None, shares: list[tuple[str, float]]
) -> None:
    line = only(beside(drawer, benefit, person=Person(collective_agreement=agreement)), benefit)
    assert [(share.group, share.percent) for share in line.shares] == shares


@pytest.mark.parametrize(("benefit", "mean"), [("christmas-bonus", 2987), ("holiday-bonus", 1644)])
def test_the_mean_is_the_published_one_of_the_collectively_paid(drawer: Drawer, benefit: str, mean: int) -> None:
    for agreement in (None, True):
        amount = only(beside(drawer, benefit, person=Person(collective_agreement=agreement)), benefit).amount
        assert amount is not None
        assert (amount.kind, amount.middle, amount.group) == ("mean", mean, "collectively-paid")
        assert (amount.low, amount.high) == (None, None)


@pytest.mark.parametrize("benefit", BONUSES)
def test_without_an_agreement_no_mean_is_shown(drawer: Drawer, benefit: str) -> None:
    assert only(beside(drawer, benefit, person=Person(collective_agreement=False)), benefit).amount is None


def test_a_thirteenth_salary_is_a_twelfth_of_the_estimate_and_says_that_it_is_computed(drawer: Drawer) -> None:
    # 48,000 / 12 = 4,000; half time is half of it.
    full = only(beside(drawer, "thirteenth-salary"), "thirteenth-salary").amount
    half = only(beside(drawer, "thirteenth-salary", person=Person(hours=20)), "thirteenth-salary").amount
    assert full is not None
    assert half is not None
    assert (full.kind, full.middle, full.table) == ("monthly-pay", 4000, None)
    assert half.middle == 2000
    assert full.low is not None
    assert full.high is not None
    assert full.low < full.middle < full.high


def test_with_special_payments_in_the_pay_a_monthly_pay_is_not_known(drawer: Drawer) -> None:
    assert only(beside(drawer, "thirteenth-salary", included="included"), "thirteenth-salary").amount is None


def rules(drawer: Drawer, benefit: str, day: str = DAY) -> dict[str, dict[str, float]]:
    return {rule.id: rule.values for rule in only(beside(drawer, benefit, day=day), benefit).rules}


@pytest.mark.parametrize("benefit", ["direct-insurance", "company-pension"])
def test_a_pension_has_15_percent_and_8_and_4_percent_of_the_ceiling_free(drawer: Drawer, benefit: str) -> None:
    # The ceiling of the pension insurance is 101,400 euros in 2026: 8 % are 8,112, 4 % are 4,056.
    assert rules(drawer, benefit) == {
        "pension-subsidy": {"percent": 15},
        "pension-limits": {"tax_free_year": 8 * 101_400 / 100, "social_free_year": 4 * 101_400 / 100},
    }


def test_in_2025_the_limits_followed_the_ceiling_of_2025_and_the_text_of_the_law_was_not_read_yet(
    drawer: Drawer,
) -> None:
    # The ceiling was 96,600 euros: 8 % are 7,728, 4 % are 3,864.
    assert rules(drawer, "direct-insurance", "2025-12-31") == {
        "pension-limits": {"tax_free_year": 8 * 96_600 / 100, "social_free_year": 4 * 96_600 / 100}
    }


def test_the_state_adds_to_savings_what_the_law_says_and_the_employers_part_is_not_known(drawer: Drawer) -> None:
    # § 13 5. VermBG: 20 % of at most 400 euros, 9 % of at most 470 euros, up to 40,000 or 80,000 euros.
    assert rules(drawer, "capital-forming-payment") == {
        "savings-allowance": {
            "funds_percent": 20,
            "funds_limit_year": 400,
            "building_percent": 9,
            "building_limit_year": 470,
            "income_single_year": 40_000,
            "income_joint_year": 80_000,
        }
    }
    assert only(beside(drawer, "capital-forming-payment"), "capital-forming-payment").amount is None


@pytest.mark.parametrize("benefit", ["job-ticket", "travel-allowance"])
def test_a_ticket_is_free_of_tax_without_an_amount(drawer: Drawer, benefit: str) -> None:
    (rule,) = only(beside(drawer, benefit), benefit).rules
    assert (rule.law, rule.values) == ("§ 3 Nr. 15 EStG", {})


def test_benefits_in_kind_are_free_up_to_50_euros_a_month(drawer: Drawer) -> None:
    item = beside(drawer)
    assert item.in_kind is not None
    assert (item.in_kind.law, item.in_kind.values) == ("§ 8 Abs. 2 Satz 11 EStG", {"limit_month": 50})


@pytest.mark.parametrize("benefit", NEVER_A_FIGURE)
def test_what_has_no_figure_stays_unknown(drawer: Drawer, benefit: str) -> None:
    line = only(beside(drawer, benefit), benefit)
    assert (line.shares, line.amount, line.rules) == ((), None, ())


# The day chooses the figure


@pytest.mark.parametrize(
    ("day", "share", "mean"),
    [
        ("2019-11-30", None, None),
        ("2019-12-31", None, 2632),
        ("2023-11-30", 53, 2747),
        ("2024-11-30", 52, 2809),
        ("2025-10-31", 52, 2987),
        ("2025-11-30", 51, 2987),
    ],
)
def test_a_day_knows_only_what_was_published_by_then(
    drawer: Drawer, day: str, share: float | None, mean: int | None
) -> None:
    line = only(beside(drawer, "christmas-bonus", day=day), "christmas-bonus")
    assert [each.percent for each in line.shares] == ([] if share is None else [share])
    assert (line.amount.middle if line.amount else None) == mean


# The sum


def test_the_sum_for_a_person_with_an_agreement_is_that_of_the_two_means(drawer: Drawer) -> None:
    # 2,987 + 1,644 = 4,631
    assert beside(drawer, *BONUSES, person=Person(collective_agreement=True)).total == 4631


@pytest.mark.parametrize("agreement", [None, False])
def test_the_means_are_not_summed_for_anyone_else(drawer: Drawer, *, agreement: bool | None) -> None:
    assert beside(drawer, *BONUSES, person=Person(collective_agreement=agreement)).total is None


def test_a_thirteenth_salary_and_a_christmas_bonus_are_not_counted_twice(drawer: Drawer) -> None:
    # A monthly pay of 4,000 and a mean of 2,987 are often one payment: the smaller and 1,644 are 4,631.
    item = beside(drawer, *MONEY, person=Person(collective_agreement=True))
    assert item.total == 4631
    assert item.same == ("thirteenth-salary", "christmas-bonus")
    # An agreement makes 30,000 euros 30,000 x 1.0264 = 30,792, a twelfth is 2,566: the smaller one. With 1,644: 4,210.
    assert beside(drawer, *MONEY, person=Person(collective_agreement=True), middle=30_000).total == 4210


def test_two_payments_that_are_often_one_are_named_where_there_is_no_other_and_only_where_both_are(
    drawer: Drawer,
) -> None:
    me = Person(collective_agreement=True)
    both = beside(drawer, "thirteenth-salary", "christmas-bonus", person=me)
    # An agreement makes 48,000 euros 48,000 x 1.0264 = 49,267, a twelfth is 4,106: of it and the mean of 2,987 the smaller.
    assert (both.same, both.total) == (("thirteenth-salary", "christmas-bonus"), 2987)
    one = beside(drawer, "thirteenth-salary", "holiday-bonus", person=me)
    assert (one.same, one.total) == ((), 4106 + 1644)


@pytest.mark.parametrize("included", ["included", "unknown"])
def test_nothing_is_summed_unless_it_comes_on_top(drawer: Drawer, included: Included) -> None:
    item = beside(drawer, *ALL, person=Person(collective_agreement=True), included=included)
    assert (item.total, item.included) == (None, included)


persons = st.builds(
    Person,
    state=st.sampled_from([None, "BY", "SN"]),
    tenure=st.none() | st.integers(0, 40),
    collective_agreement=st.sampled_from([None, True, False]),
    hours=st.none() | st.floats(10, 48),
)


def test_a_sum_needs_full_time_for_means_but_not_for_a_monthly_pay(drawer: Drawer) -> None:
    half = Person(collective_agreement=True, hours=30)
    assert beside(drawer, *BONUSES, person=half).total is None
    # 48,000 x 30 / 40 = 36,000, with an agreement x 1.0264 = 36,950.40; a twelfth is 3,079.
    assert beside(drawer, *MONEY, person=half).total == 3079


@given(
    person=persons,
    included=st.sampled_from(["included", "excluded", "unknown"]),
    benefits=st.lists(st.sampled_from(ALL), unique=True),
    middle=st.integers(20_000, 200_000),
)
def test_the_sum_is_never_more_than_its_parts_and_the_order_of_benefits_does_not_matter(
    person: Person, included: Included, benefits: list[str], middle: int
) -> None:
    item = beside(DRAWER, *benefits, person=person, included=included, middle=middle)
    assert [line.id for line in item.lines] == benefits
    amounts = [line.amount.middle for line in item.lines if line.amount]
    if item.total is not None:
        assert included == "excluded"
        assert 0 < item.total <= sum(amounts)
    turned = beside(DRAWER, *reversed(benefits), person=person, included=included, middle=middle)
    assert turned.total == item.total
    for line in item.lines:
        for since, table in ((one.since, one.table) for some in (line.shares, line.rules) for one in some):
            assert (since or "9999") <= DAY
            assert table in DRAWER.tables


@given(person=persons, benefits=st.lists(st.sampled_from(ALL), unique=True))
def test_what_comes_beside_pay_never_moves_the_pay(person: Person, benefits: list[str]) -> None:
    bare = role_with(observation(special_payments="excluded"))
    rich = structs.replace(bare, benefits=tuple(Benefit(id=name, source="test") for name in benefits))
    assert estimate(profile_of("test-role", bare), person, DRAWER, DAY) == estimate(
        profile_of("test-role", rich), person, DRAWER, DAY
    )


# On the page


def block(prompt: Prompt, *words: str, lang: str = "en", width: int = 80) -> str:
    """The second block with its line breaks taken out."""
    title, after = {
        "en": ("Special payments and benefits", "How sure this is"),
        "de": ("Sonderzahlungen und Leistungen", "Wie sicher das ist"),
    }[lang]
    outcome = prompt("estimate", *words, "--full", lang=lang, width=width)
    assert outcome.code == 0
    assert all(len(line) <= width for line in outcome.out.splitlines())
    text = re.sub(r"\s+", " ", outcome.out)
    return text[text.index(title) : text.index(after)]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_block_says_what_is_known_and_what_not(prompt: Prompt, width: int) -> None:
    text = block(prompt, "backoffice-manager", width=width)
    for words in (
        "payments are in the pay above already",
        "Paid to 51% (all employees, 2025).",
        "Paid to 46% (all employees, private sector, 2022).",
        "it is €1,644 on average (2024)",
        "is in contracts, not in the law, and is not known here",
        "the employer adds 15%",
        "up to €8,112 a year",
        "Without a figure in our sources: Paid further training.",
        "No sum: nothing comes on top",
        "Thirteenth salary and Christmas bonus are often one payment",
        "up to €50 a month",
        "read in the press",
    ):
        assert words in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_block_says_the_same_in_german(prompt: Prompt, width: int) -> None:
    text = block(prompt, "backoffice-manager", lang="de", width=width)
    for words in (
        "Es bekommen 51 % (alle Beschäftigten, 2025).",
        "im Mittel 1.644 € (2024)",
        "bis 8.112 € im Jahr",
        "Ohne Zahl in unseren Quellen: Bezahlte Weiterbildung.",
        "sind oft dieselbe Zahlung",
    ):
        assert words in text


def test_special_payments_in_the_pay_are_said_to_be_in_it(prompt: Prompt) -> None:
    text = block(prompt, "projektmanager", "--collective-agreement")
    assert "payments are in the pay above already" in text
    assert "nothing comes on top" in text
    assert "at least" not in text


def test_an_excluding_figure_and_an_agreement_give_a_sum_and_shares_that_disagree(prompt: Prompt) -> None:
    text = block(prompt, "cdo", "--collective-agreement")
    assert "each at its mean: at least €4,631 a year" in text
    # 46.8 and 74 are further apart than a fifth.
    assert "The shares disagree" in text


def test_the_means_are_not_summed_for_part_time(prompt: Prompt) -> None:
    text = block(prompt, "cdo", "--collective-agreement", "--hours", "30")
    assert "No sum: the means are not fitted to your hours." in text
    assert "at least" not in text
    assert "each at its mean" in block(prompt, "cdo", "--collective-agreement", "--hours", "40")


def test_without_an_agreement_no_amount_is_said(prompt: Prompt) -> None:
    text = block(prompt, "cdo", "--no-collective-agreement")
    assert "Paid to 41% (without a collective agreement, 2025)." in text
    assert "Without a collective agreement our sources have no amount." in text
    assert "2,987" not in text


def test_amounts_of_the_block_stay_a_years_when_pay_is_shown_a_month(prompt: Prompt) -> None:
    assert block(prompt, "cdo", "--per", "month") == block(prompt, "cdo")


# For programs

LINE = {"id", "basis", "source", "shares", "amount_year", "rules"}
CITED = {"table", "since", "confidence", "source"}


def special(prompt: Prompt, *words: str) -> dict[str, Any]:
    (item,) = prompt("estimate", *words, "--json").json["result"]["estimates"]
    found: dict[str, Any] = item["special_payments_year"]
    return found


def test_a_program_gets_the_block_with_exactly_these_keys(prompt: Prompt) -> None:
    item = special(prompt, "backoffice-manager")
    assert set(item) == {"p50", "included", "often_the_same", "lines", "benefits_in_kind"}
    assert (item["p50"], item["included"]) == (None, "included")
    assert [set(line) for line in item["lines"]] == [LINE] * 7
    by_id = {line["id"]: line for line in item["lines"]}
    assert set(by_id["christmas-bonus"]["shares"][0]) == {"group", "percent"} | CITED
    assert set(by_id["christmas-bonus"]["amount_year"]) == {"kind", "low", "p50", "high", "group"} | CITED
    assert set(by_id["direct-insurance"]["rules"][0]) == {"id", "law", "values"} | CITED
    assert by_id["thirteenth-salary"]["amount_year"] is None
    assert by_id["paid-training"] | {"source": None} == {
        "id": "paid-training",
        "basis": "stated",
        "source": None,
        "shares": [],
        "amount_year": None,
        "rules": [],
    }


def test_a_program_gets_the_sum_where_there_is_one(prompt: Prompt) -> None:
    assert special(prompt, "cdo", "--collective-agreement")["p50"] == 4631


@pytest.mark.parametrize("words", [("estimate",), ("compare",), ("compare", "cto", "controller")])
def test_lists_of_estimates_have_the_block_too(prompt: Prompt, words: tuple[str, ...]) -> None:
    rows = prompt(*words, "--json").json["result"]["estimates"]
    assert {row["special_payments_year"]["included"] for row in rows} >= {"included", "excluded"}
