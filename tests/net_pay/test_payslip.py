"""Gross to net: what the law says of each branch, computed by hand; properties; days and people that have no answer."""

from __future__ import annotations

import ast
import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, structs

import jobcli.net_pay
from jobcli.domain.net import PayPeriod, Payslip, Taxpayer
from jobcli.domain.pay import LANDS, PayRange
from jobcli.files.figures import FOLDER, FUNDING, PAYROLL, open_drawer, read_drawer
from jobcli.net_pay.payroll import Payroll, UnknownPayDay, known_days, payroll_on
from jobcli.net_pay.payslip import ChurchNeedsLand, known_well_enough, month_of, net_range, net_year, payslip
from jobcli.net_pay.tax import solidarity_surcharge, tariff, tax_in_class

D = Decimal
ROOM = Path(jobcli.net_pay.__file__).parent
YEARS = (2025, 2026)


NEUTRAL = Taxpayer(tax_class=1, children=0)


@cache
def figures(year: int = 2026) -> Payroll:
    return payroll_on(open_drawer(PAYROLL), f"{year}-01-01")


def slip(gross: object, per: PayPeriod = "month", year: int = 2026, **told: object) -> Payslip:
    """A payslip of class I without children, at the average surcharge."""
    return payslip(figures(year), D(str(gross)), per, structs.replace(NEUTRAL, **told))


def amounts(item: Payslip, *names: str) -> list[str]:
    return [str(item.amount(name)) for name in names]  # type: ignore[arg-type]


INSURANCE = ("pension", "unemployment", "health", "care")

# The drawer


def test_the_drawer_of_payroll_has_no_problems_and_is_a_drawer_of_its_own() -> None:
    drawer, problems = read_drawer(PAYROLL)
    assert problems == ()
    assert not set(drawer.tables) & {*open_drawer(FOLDER).tables, *open_drawer(FUNDING).tables}


def test_each_edition_of_a_table_has_the_same_names_unless_the_law_changed_its_form() -> None:
    changed = {"tax-provision-rates", "tax-provision-limits"}
    names = {year: {table: set(values) for table, values in figures(year).values.items()} for year in YEARS}
    assert {table for table in names[2025] if names[2025][table] != names[2026][table]} == changed


def test_a_pay_day_without_figures_says_which_days_have_some() -> None:
    drawer = open_drawer(PAYROLL)
    assert known_days(drawer) == ("2025-01-01", "2027-12-31")
    for day in ("2024-12-31", "2028-01-01", "1999-01-01"):
        with pytest.raises(UnknownPayDay) as error:
            payroll_on(drawer, day)
        assert (error.value.day, error.value.first, error.value.last) == (day, "2025-01-01", "2027-12-31")
        assert str(error.value) == f"no payroll figures for {day}; they are known from 2025-01-01 to 2027-12-31"
    assert payroll_on(drawer, "2025-12-31").values == figures(2025).values
    assert payroll_on(drawer, "2026-12-31").values == figures(2026).values


def test_a_table_that_was_not_carried_on_ends_the_known_days_for_all() -> None:
    drawer = open_drawer(PAYROLL)
    on = {name: structs.replace(table, until="2028-12-31") for name, table in drawer.tables.items()}
    on["care-rates"] = drawer.tables["care-rates"]
    with pytest.raises(UnknownPayDay) as error:
        payroll_on(structs.replace(drawer, tables=on), "2028-01-01")
    assert error.value.last == "2027-12-31"


def test_figures_are_exact_decimals() -> None:
    assert figures(2026)("tax-tariff-terms", "zone-2-square") == D("914.51")
    assert figures(2025)("midijob-factor", "f") == D("0.6683")


def test_another_year_is_a_change_of_figures(tmp_path: Path) -> None:
    """A year that nobody has decided on yet, added to a copy of the drawer as docs/net-pay.md says."""
    new = {"pension": 9000, "health": 6200, "care": 6000, "basic": 12_600, "childless": 0.7, "minijob": 633}
    for file in PAYROLL.glob("*.yaml"):
        lines = []
        for line in file.read_text(encoding="utf-8").replace("until: 2027-12-31", "until: 2028-06-30").splitlines():
            lines.append(line)
            if found := re.match(r'( +)"2026-01-01 ([^"]+)": (.+)', line):
                indent, name, value = found.groups()
                lines.append(f'{indent}"2028-01-01 {name}": {new.get(name, value)}')
        (tmp_path / file.name).write_text("\n".join(lines), encoding="utf-8")
    drawer, problems = read_drawer(tmp_path)
    assert problems == ()
    assert known_days(drawer) == ("2025-01-01", "2028-06-30")
    item = payslip(payroll_on(drawer, "2028-06-30"), D(10_000), "month", NEUTRAL)
    # 9,000 * 9.3 %; 6,200 * 7.3 % = 452.60 and 1.45 % = 89.90; 6,000 * (1.8 + 0.7) %: the ceilings may part.
    assert amounts(item, "pension", "health", "care") == ["837.00", "542.50", "150.00"]
    assert tariff(payroll_on(drawer, "2028-01-01"), D(12_600)) == 0
    assert payslip(payroll_on(drawer, "2028-01-01"), D(633), "month", NEUTRAL).branch == "minijob"
    # The years before stay what they were.
    assert payslip(payroll_on(drawer, "2026-12-31"), D(10_000), "month", NEUTRAL).net == slip(10_000).net


@pytest.mark.parametrize("file", sorted(ROOM.glob("*.py")), ids=lambda file: file.name)
def test_nothing_is_reckoned_with_floats(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), node.lineno
        assert not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"), (
            node.lineno
        )
        assert not (isinstance(node, ast.Name) and node.id == "math"), node.lineno


# By hand


def test_the_payslip_of_the_design_5000_euros_in_bavaria_with_church() -> None:
    item = slip(5000, church=True, state="BY")
    names = ("wage_tax", "solidarity_surcharge", "church_tax", *INSURANCE)
    assert amounts(item, *names) == ["782.41", "0.00", "62.59", "465.00", "65.00", "437.50", "120.00"]
    assert item.net == D("3067.50")


def test_the_tariff_of_2026_at_its_borders() -> None:
    # § 32a: nothing up to 12,348. 12,349: y = 0.0001, 0.14 euros. 17,799: y = 0.5451, (914.51 * 0.5451 + 1400) * 0.5451 =
    # 1,034.87. 69,878: z = 5.2079, (173.10 * 5.2079 + 2397) * 5.2079 + 1034.87 = 18,213.05. 277,825: 0.42 * 277,825 - 11,135.63
    # = 105,550.87. 277,826: 0.45 * 277,826 - 19,470.38 = 105,551.32.
    taxes = {12_348: 0, 12_349: 0, 17_799: 1034, 69_878: 18_213, 277_825: 105_550, 277_826: 105_551}
    assert {income: tariff(figures(), D(income)) for income in taxes} == taxes


def test_class_iii_is_twice_the_tax_on_half_the_income() -> None:
    assert tax_in_class(figures(), 3, D(60_001)) == 2 * tariff(figures(), D(30_000))


def test_classes_v_and_vi_take_at_least_14_percent_and_at_most_45_of_the_next_euro() -> None:
    # 10,000: both 12,500 and 7,500 lie at or below 12,500: tax(12,500) = 21, twice is 42, so 14 % of 10,000.
    assert tax_in_class(figures(), 5, D(10_000)) == 1400
    # 14,071 to 34,939 at 42 % at most; above 222,260 at 45 %.
    at = {income: tax_in_class(figures(), 6, D(income)) for income in (34_939, 44_939, 222_260, 232_260)}
    assert at[44_939] - at[34_939] == 4200
    assert at[232_260] - at[222_260] == 4500


def test_classes_v_and_vi_cut_their_two_incomes_to_whole_euros_from_2026_on() -> None:
    # 2026, 25,889 taxable: 1.25 times is 32,361.25, so 32,361: z = 1.4562, (173.10 z + 2397) z + 1034.87 = 4,892.44. 0.75 times is
    # 19,416.75, so 19,416: z = 0.1617, 1,426.99. Twice 4,892 - 1,426 is 6,932. With cents the lower one were 1,427.17.
    assert tax_in_class(figures(), 5, D(25_889)) == 6932
    # The official flow chart of 2026, class V, no child, at the average surcharge of 2.9 percent.
    assert [slip(gross, tax_class=5).amount("wage_tax") for gross in (2834, 2839)] == [D("577.66"), D("579.00")]
    assert slip(42_000, "year", tax_class=5).amount("wage_tax") == 9352


def test_the_solidarity_surcharge_is_eased_in_above_its_limit() -> None:
    # 2026: up to 20,350 nothing; 21,350: 11.9 % of 1,000 = 119.00 < 5.5 % of 21,350; 60,000: 5.5 % = 3,300 < 11.9 % of 39,650.
    taxes = {20_350: "0", 21_350: "119.00", 60_000: "3300.00"}
    assert {tax: str(solidarity_surcharge(figures(), 1, D(tax)).amount) for tax in taxes} == taxes
    assert solidarity_surcharge(figures(), 3, D(40_700)).amount == 0
    assert solidarity_surcharge(figures(), 3, D(41_700)).amount == D("119.00")


def test_allowances_for_children_lower_the_surcharges_and_not_the_wage_tax() -> None:
    # 100,000 a year, class I: provision 14,902 (9,300 + 69,750 * (7 + 1.45 + 1.8) % = 7,149.37 -> 16,450), so 82,284 is
    # taxable and the tax is 0.42 * 82,284 - 11,135.63 = 23,423. With one counter 72,528 is taxable: 19,326, under 20,350.
    with_child = slip(100_000, "year", children=1, child_allowances=D(1), church=True, state="BE")
    assert with_child.amount("wage_tax") == 23_423
    assert with_child.church_base == 19_326
    assert with_child.amount("solidarity_surcharge") == 0
    # 9 % of 19,326 is 1,739.34.
    assert with_child.amount("church_tax") == D("1739.34")
    assert slip(100_000, "year", children=1).church_base == 23_423


def test_a_counter_of_class_iv_is_half_an_allowance_and_class_v_has_none() -> None:
    four, one = (slip(60_000, "year", tax_class=cls, child_allowances=D(n)) for cls, n in ((4, 2), (1, 1)))
    assert four.church_base == one.church_base
    five = slip(60_000, "year", tax_class=5, child_allowances=D(2))
    assert five.church_base == five.amount("wage_tax")


def test_church_tax_is_8_percent_in_bavaria_and_baden_wuerttemberg_and_9_elsewhere() -> None:
    # 9,389 a year: 8 % is 751.12 and 9 % is 845.01.
    found = {land.code: str(slip(60_000, "year", church=True, state=land.code).amount("church_tax")) for land in LANDS}
    # In Saxony care insurance is dearer, so the tax is another one.
    assert {found.pop("BY"), found.pop("BW")} == {"751.12"}
    found.pop("SN")
    assert set(found.values()) == {"845.01"}


def test_church_tax_is_rounded_commercially() -> None:
    # 782.41 * 9 % = 70.4169.
    assert slip(5000, church=True, state="BE").amount("church_tax") == D("70.42")


@pytest.mark.parametrize(
    ("children", "general", "saxony"),
    [(0, "2.4", "2.9"), (1, "1.8", "2.3"), (2, "1.55", "2.05"), (3, "1.3", "1.8"), (4, "1.05", "1.55")]
    + [(count, "0.8", "1.3") for count in (5, 6, 20)],
)
@pytest.mark.parametrize("year", YEARS)
def test_the_rate_of_care_insurance_by_children(year: int, children: int, general: str, saxony: str) -> None:
    for state, rate in (("BE", general), ("SN", saxony), (None, general)):
        item = slip(4000, year=year, children=children, state=state)
        assert item.amount("care") == 4000 * D(rate) / 100
        assert next(line.rate for line in item.deductions if line.item == "care") == D(rate)


def test_who_is_under_23_or_has_a_grown_up_child_pays_no_surcharge_for_the_childless() -> None:
    people = {
        "22": slip(4000, age=22),
        "23": slip(4000, age=23),
        "parent": slip(4000, parent=True),
        "unknown": slip(4000),
    }
    care = {name: str(item.amount("care")) for name, item in people.items()}
    # 1.8 % of 4,000 is 72, 2.4 % is 96.
    assert care == {"22": "72.00", "23": "96.00", "parent": "72.00", "unknown": "96.00"}


@pytest.mark.parametrize(
    ("year", "expected"),
    # 2025: 8,050 * 9.3 %, * 1.3 %; 5,512.50 * 7.3 % = 402.41, * 1.25 % = 68.91; * 2.4 %.
    # 2026: 8,450 * 9.3 %, * 1.3 %; 5,812.50 * 7.3 % = 424.31, * 1.45 % = 84.28; * 2.4 %.
    [(2025, ["748.65", "104.65", "471.32", "132.30"]), (2026, ["785.85", "109.85", "508.59", "139.50"])],
)
def test_contributions_stop_at_their_ceilings(year: int, expected: list[str]) -> None:
    for gross in (8450, 9000, 25_000):
        assert amounts(slip(gross, year=year), *INSURANCE) == expected


def test_a_year_is_computed_as_one_stretch_with_its_own_ceilings() -> None:
    # 101,400 * 9.3 %, * 1.3 %; 69,750 * 7.3 % = 5,091.75, * 1.45 % = 1,011.38 (1,011.375); * 2.4 %.
    assert amounts(slip(120_000, "year"), *INSURANCE) == ["9430.20", "1318.20", "6103.13", "1674.00"]


def test_a_midijob_pays_on_the_base_of_the_law() -> None:
    # 2026, 1,000 euros: own base 2000 / (2000 - 603) * (1000 - 603) = 568.3608; total base 0.6619 * 603 + (2000 - 603 *
    # 0.6619) / 1397 * 397 = 854.0628. Pension 9.3 % = 52.86, unemployment 1.3 % = 7.39, health 7.3 % = 41.49 and 1.45 % =
    # 8.24; care 1.8 % of the own base = 10.23 and 0.6 % of the total base = 5.12.
    item = slip(1000)
    assert item.branch == "midijob"
    assert amounts(item, *INSURANCE) == ["52.86", "7.39", "49.73", "15.35"]
    # With three children 1.3 % of the own base: 7.39.
    assert slip(1000, children=3).amount("care") == D("7.39")
    # In Saxony 2.3 % of the own base, and the same surcharge: 13.07 + 5.12.
    assert slip(1000, state="SN").amount("care") == D("18.19")


@pytest.mark.parametrize(("year", "limit"), [(2025, 556), (2026, 603)])
def test_a_minijob_pays_pension_only_unless_it_is_exempt(year: int, limit: int) -> None:
    item = slip(limit, year=year)
    assert item.branch == "minijob"
    assert [line.item for line in item.deductions][2:] == ["pension"]
    assert item.amount("pension") == (D(limit) * D("0.036")).quantize(D("0.01"))
    assert item.net == limit - item.amount("pension")
    assert slip(limit, year=year, pension_exempt=True).net == limit


def test_who_is_exempt_from_pension_insurance_has_no_part_for_it_in_the_provision() -> None:
    # 2026, class V, 600 a month: health 7 + 1.45, care 1.8 + 0.6, unemployment 1.3 percent of 7,200 = 874.80, so 875.
    # 7,200 - 1,230 - 36 - 875 = 5,059; 14 percent = 708.26, so 708 a year.
    exempt = slip(600, tax_class=5, pension_exempt=True)
    assert (exempt.steps.provision, exempt.amount("wage_tax")) == (D(875), D(59))
    # Insured: 9.3 percent more, 1,544.40, so 1,545; 14 percent of 4,389 = 614.46, so 614 a year.
    assert slip(600, tax_class=5).amount("wage_tax") == D("51.16")
    # Above a Minijob there is no such exemption.
    assert slip(3000, tax_class=5, pension_exempt=True).net == slip(3000, tax_class=5).net


@pytest.mark.parametrize(("year", "limit"), [(2025, 556), (2026, 603)])
def test_at_the_borders_of_minijob_and_midijob_the_law_says_what_changes(year: int, limit: int) -> None:
    above = slip(D(limit) + D("0.01"), year=year)
    assert above.branch == "midijob"
    # Above the border of the Minijob the employee's base begins at nothing: only the surcharge on the total base is left.
    # 2025: 0.6683 * 556 * 0.6 % = 2.23; 2026: 0.6619 * 603 * 0.6 % = 2.39.
    assert amounts(above, *INSURANCE) == ["0.00", "0.00", "0.00", {2025: "2.23", 2026: "2.39"}[year]]
    # At 2,000 euros both bases have reached pay: nothing changes.
    top, ordinary = slip(2000, year=year), slip("2000.01", year=year)
    assert (top.branch, ordinary.branch) == ("midijob", "ordinary")
    assert amounts(top, *INSURANCE) == amounts(ordinary, *INSURANCE)


def test_the_same_limits_count_twelve_times_for_a_year() -> None:
    assert [slip(gross, "year").branch for gross in (7236, "7236.01", 24_000, "24000.01")] == [
        "minijob",
        "midijob",
        "midijob",
        "ordinary",
    ]


def test_private_insurance_takes_the_place_of_health_and_care() -> None:
    item = slip(7000, private_health=D(650), private_subsidy=D(325))
    assert amounts(item, "health", "care", "private_health") == ["0", "0", "325.00"]
    # 84,000 a year: pension 7,812, premium (650 - 325) * 12 = 3,900, so 71,022 is taxable: tax 0.42 * 71,022 - 11,135.63.
    assert item.steps.provision == 11_712
    assert item.steps.tax == 18_693


def test_in_2025_a_subsidised_premium_counts_less_what_an_employer_would_pay_by_law() -> None:
    # 84,000 a year: 650 * 12 - 66,150 * (7 + 1.25 + 1.8) % = 7,800 - 6,648.07 = 1,151.93, with pension 7,812 is 8,964; the
    # floor 7,812 + 1,900 = 9,712 is more. With a premium of 900: 10,800 - 6,648.07 = 4,151.93, so 11,964.
    assert slip(7000, year=2025, private_health=D(650), private_subsidy=D(325)).steps.provision == 9712
    assert slip(7000, year=2025, private_health=D(900), private_subsidy=D(450)).steps.provision == 11_964
    assert slip(7000, year=2025, private_health=D(900)).steps.provision == 7812 + 10_800
    # 6,000 a year and a premium of 50.01: 558 + 600.12 - 6,000 * 10.05 % = 603.00 is less than nothing: the floor holds.
    assert slip(500, year=2025, private_health=D("50.01"), private_subsidy=D(1)).steps.provision == 558 + 720


def test_in_2025_parts_of_a_cent_are_dropped_of_the_difference() -> None:
    # Above 96,600 euros a year pension is 8,983.80. 802.19 * 12 = 9,626.28, less 66,150 * 10.05 % = 6,648.075 is 2,978.205: down to
    # 2,978.20, together 11,962.00. Had 6,648.07 been taken off, a whole euro more would count.
    assert slip(9000, year=2025, private_health=D("802.19"), private_subsidy=D(1)).steps.provision == 11_962


def test_the_provision_of_2026_has_no_floor_and_counts_unemployment_within_1900_euros() -> None:
    # 12,000 a year, one child: pension 1,116; health and care 12,000 * (8.45 + 1.8) % = 1,230; unemployment 156: 1,386 < 1,900.
    assert slip(12_000, "year", children=1).steps.provision == 1116 + 1386
    # 18,000: 1,674; 1,845 and 234 are 2,079, so 1,900 counts, which is more than 1,845.
    assert slip(18_000, "year", children=1).steps.provision == 1674 + 1900
    # Class VI has no unemployment insurance in it.
    assert slip(12_000, "year", children=1, tax_class=6).steps.provision == 1116 + 1230
    # 2025: 12 % of 12,000 are 1,440, more than 12,000 * (8.25 + 1.8) % = 1,206.
    assert slip(12_000, "year", 2025, children=1).steps.provision == 1116 + 1440
    # In class III up to 3,000: 25,000 a year: 2,325 and 12 % = 3,000 beside 2,512.50.
    assert slip(25_000, "year", 2025, children=1, tax_class=3).steps.provision == 2325 + 3000


def test_from_the_year_after_the_64th_birthday_less_is_taxable() -> None:
    # EStG § 24a, 30,000 euros: 12.8 % of them are more than the 608 euros of who turned 64 in 2025. 65 in 2026: that row; 66:
    # the row of 2025; 64: none yet.
    reliefs = {age: slip(30_000, "year", age=age).steps.allowances.old_age for age in (64, 65, 66, 85, 99)}
    assert reliefs == {64: UNSET, 65: 608, 66: 627, 85: 1824, 99: 1900}
    assert slip(30_000, "year", 2025, age=65).steps.allowances.old_age == 627
    # A small pay: 12.8 % of 2,001 are 256.13, rounded up. The lump sum for employees is no larger than what is left.
    small = slip(1_000, "year", age=65).steps.allowances
    assert slip(2_001, "year", age=65).steps.allowances.old_age == 257
    assert list(small.amounts.values())[:2] == [128, 872]
    # Class VI has it too.
    assert set(slip(30_000, "year", age=65, tax_class=6).steps.allowances.amounts) == {"old_age"}
    # 30,000 euros, 62 years: provision 2,790 + 30,000 * (8.45 + 2.4) % = 3,255 -> 6,045; taxable 30,000 - 1,266 - 6,045 =
    # 22,689: z = 0.489, (173.10 * 0.489 + 2397) * 0.489 + 1034.87 = 2,248.39. At 65 taxable 22,081: z = 0.4282: 2,093.00.
    assert [slip(30_000, "year", age=age).steps.tax for age in (62, 65)] == [2248, 2093]


def test_from_the_regular_pension_age_on_there_is_no_unemployment_insurance() -> None:
    found = {age: slip(3000, age=age) for age in (66, 67)}
    assert [amounts(item, "pension", "unemployment") for item in found.values()] == [
        ["279.00", "39.00"],
        ["279.00", "0"],
    ]
    # 12,000 a year beside the 24,000 that are free of tax: without it the provision of 2026 is pension and health and care only:
    # 1,116 + 12,000 * 10.85 % = 1,302.
    assert slip(36_000, "year", age=67).steps.provision == 1116 + 1302
    assert slip(12_000, "year", age=66).steps.provision == 1116 + 1302 + 156


# Properties

cents = st.integers(0, 3_000_000).map(lambda amount: D(amount) / 100)
people = st.builds(
    Taxpayer,
    tax_class=st.sampled_from([1, 2, 3, 4, 5, 6]),
    children=st.integers(0, 6),
    child_allowances=st.integers(0, 8).map(lambda half: D(half) / 2),
    church=st.booleans(),
    state=st.sampled_from([land.code for land in LANDS]),
    health_surcharge=st.integers(0, 440).map(lambda share: D(share) / 100),
    age=st.integers(16, 90),
    private_health=st.none() | st.integers(200, 1200).map(D),
)
years = st.sampled_from(YEARS)
periods: st.SearchStrategy[PayPeriod] = st.sampled_from(["month", "year"])


@given(gross=cents, who=people, year=years, per=periods)
def test_deductions_add_up_in_whole_cents(gross: Decimal, who: Taxpayer, year: int, per: PayPeriod) -> None:
    item = payslip(figures(year), gross, per, who)
    assert item.gross - sum(line.amount for line in item.deductions) == item.net
    for line in item.deductions:
        assert line.amount >= 0
        assert line.amount == line.amount.quantize(D("0.01"))


@given(gross=cents, who=people, year=years)
def test_inside_a_branch_ten_euros_more_never_leave_less(gross: Decimal, who: Taxpayer, year: int) -> None:
    # A cent more can round five amounts up at once; ten euros cannot. Who begins a Minijob pays on its lowest base.
    less, more = (payslip(figures(year), amount, "month", who) for amount in (gross, gross + 10))
    if gross and less.branch == more.branch:
        assert more.net >= less.net


@given(gross=st.integers(845_000, 9_000_000), more=st.integers(1, 5_000_000), who=people, year=years)
def test_above_the_highest_ceiling_more_pay_brings_no_more_contributions(
    gross: int, more: int, who: Taxpayer, year: int
) -> None:
    one, other = (payslip(figures(year), D(amount) / 100, "month", who) for amount in (gross, gross + more))
    assert amounts(one, *INSURANCE, "private_health") == amounts(other, *INSURANCE, "private_health")


@given(who=people, year=years)
def test_from_a_midijob_to_ordinary_pay_nothing_jumps(who: Taxpayer, year: int) -> None:
    # The surcharge for the childless is rounded apart in a Midijob: a cent.
    below, above = (payslip(figures(year), gross, "month", who) for gross in (D(2000), D("2000.01")))
    assert (below.branch, above.branch) == ("midijob", "ordinary")
    for item in INSURANCE:
        assert abs(below.amount(item) - above.amount(item)) <= D("0.01"), item  # type: ignore[arg-type]


@given(gross=cents, who=people, year=years)
def test_class_iv_takes_the_wage_tax_of_class_i(gross: Decimal, who: Taxpayer, year: int) -> None:
    one, four = (payslip(figures(year), gross, "month", structs.replace(who, tax_class=cls)) for cls in (1, 4))
    assert one.amount("wage_tax") == four.amount("wage_tax")


@given(gross=cents, who=people, year=years)
def test_more_gross_never_lowers_a_deduction_inside_a_branch(gross: Decimal, who: Taxpayer, year: int) -> None:
    # Below 175 euros the employer's part of the lowest base grows with pay and the employee's falls (SGB VI § 163 (8)).
    less, more = (payslip(figures(year), amount, "month", who) for amount in (gross, gross + 50))
    if less.branch == more.branch and not (less.branch == "minijob" and gross < 175):
        for line in less.deductions:
            assert more.amount(line.item) >= line.amount


@given(gross=cents, who=people, year=years)
def test_the_order_of_the_classes_is_that_of_the_law(gross: Decimal, who: Taxpayer, year: int) -> None:
    taxes = [
        payslip(figures(year), gross, "month", structs.replace(who, tax_class=cls, private_health=None)).amount(
            "wage_tax"
        )
        for cls in (3, 2, 1, 5, 6)
    ]
    assert taxes == sorted(taxes)


@given(gross=st.integers(1, 20_000), who=people, year=years)
def test_a_month_takes_a_twelfth_of_the_wage_tax_of_twelve_times_its_gross(
    gross: int, who: Taxpayer, year: int
) -> None:
    month, whole = (payslip(figures(year), D(gross) * n, per, who) for n, per in ((1, "month"), (12, "year")))  # type: ignore[arg-type]
    assert month.amount("wage_tax") == int(whole.amount("wage_tax") * 100 // 12) / D(100)


# Ranges and gains

LOW = PayRange(p10=30_000, p25=36_000, p50=42_000, p75=48_000, p90=60_000)
ME = Taxpayer(tax_class=1, children=0, church=False)


def test_net_is_carried_through_each_point_of_a_range() -> None:
    net = net_range(figures(), LOW, ME)
    assert net.p10 < net.p25 < net.p50 < net.p75 < net.p90
    assert net.p50 == slip(3500, church=False).net
    assert net_year(figures(), LOW, ME).p50 == round(net.p50 * 12)


def test_a_month_is_a_twelfth_in_whole_cents() -> None:
    assert month_of(50_000) == D("4166.67")


def test_a_person_is_known_well_enough_by_class_children_and_church_with_its_land() -> None:
    assert known_well_enough(ME)
    assert not known_well_enough(structs.replace(ME, church=True))
    assert known_well_enough(structs.replace(ME, church=True, state="BY"))
    assert not any(known_well_enough(structs.replace(ME, **{key: None})) for key in ("tax_class", "children", "church"))


def test_church_tax_without_a_land_has_no_answer() -> None:
    with pytest.raises(ChurchNeedsLand):
        slip(5000, church=True)
