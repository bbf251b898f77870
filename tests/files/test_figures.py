"""The drawer of figures: what ships is complete, what is broken is said."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from jobcli.domain.evidence import Source, Words
from jobcli.domain.figures import Drawer, Figures
from jobcli.files import shipped
from jobcli.files.figures import FOLDER, open_drawer, read_drawer
from jobcli.pages.kit.language import Language
from tests.conftest import TESTS, Write

# ISO 3166-2:DE
LAENDER = {"BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"}

TABLE = """
tables:
  {name}:
    what: {{de: Zahl, en: Number}}
    unit: percent
    since: 2026
    confidence: derived
    source: {{publisher: Test, title: Test, url: "https://example.org", read: 2026-01-01}}
    values: {{one: {value}}}
"""


def figures(values: dict[str, float], *, dated: bool = True) -> Figures:
    """A table made for a test."""
    return Figures(
        what=Words(en="Pay"),
        unit="euros-per-hour",
        since="2024",
        keyed_by="date" if dated else "name",
        confidence="derived",
        source=Source(publisher="Test", title="Test", url="https://example.org", read="2026-01-01"),
        values=values,
    )


def test_the_shipped_files_have_no_problems() -> None:
    read, problems = read_drawer(FOLDER)
    assert problems == ()
    assert read == open_drawer()


def test_there_is_a_table_for_every_figure_that_an_estimate_takes(drawer: Drawer) -> None:
    assert set(drawer.tables) >= {
        "state-effect",
        "state-employees",
        "tenure-effect",
        "tenure-mean",
        "size-effect",
        "role-spread",
        "factor-spread",
        "minimum-wage",
        "wage-growth-yearly",
        "wage-index-monthly",
    }


def test_all_sixteen_laender_have_an_effect_and_employees(drawer: Drawer) -> None:
    assert set(drawer["state-effect"].values) == LAENDER
    assert set(drawer["state-employees"].values) == LAENDER
    # North Rhine-Westphalia is the reference of the published model.
    assert drawer["state-effect"].values["NW"] == 0


def test_the_sum_of_the_employees_is_the_33_8_million_of_june_2021(drawer: Drawer) -> None:
    assert sum(drawer["state-employees"].values.values()) == 33_800_611


def test_larger_companies_never_pay_less(drawer: Drawer) -> None:
    sizes = drawer["size-effect"].values
    assert list(sizes) == ["1-9", "10-49", "50-249", "250-499", "500-999", "1000+"]
    assert all(smaller < larger for smaller, larger in pairwise(sizes.values()))


def test_the_monthly_index_has_no_gap_and_begins_with_a_january(drawer: Drawer) -> None:
    months = list(drawer["wage-index-monthly"].values)
    expected = [f"{year}-{month:02d}" for year in range(2022, 2100) for month in range(1, 13)]
    assert months == expected[: len(months)]
    assert len(months) >= 12


def test_the_yearly_changes_have_no_gap_and_reach_the_first_monthly_year(drawer: Drawer) -> None:
    years = [int(year) for year in drawer["wage-growth-yearly"].values]
    assert years == list(range(2008, years[-1] + 1))
    assert years[-1] >= 2022


@pytest.mark.parametrize(
    ("day", "wage"),
    [
        ("2022-10-01", 12.00),
        ("2023-12-31", 12.00),
        ("2024-01-01", 12.41),
        ("2025-01-01", 12.82),
        ("2025-12-31", 12.82),
        ("2026-01-01", 13.90),
        ("2026-12-31", 13.90),
        ("2027-01-01", 14.60),
    ],
)
def test_the_minimum_wage_is_the_one_in_force_on_the_day(drawer: Drawer, day: str, wage: float) -> None:
    assert drawer["minimum-wage"].in_force(day) == wage


def test_before_its_first_date_a_dated_table_knows_nothing() -> None:
    with pytest.raises(LookupError, match="2023-12-31"):
        figures({"2024-01-01": 12.41}).in_force("2023-12-31")


def test_a_table_that_is_keyed_by_names_has_nothing_in_force() -> None:
    with pytest.raises(LookupError, match="2026-01-01"):
        figures({"1-9": 1.0}, dated=False).in_force("2026-01-01")


def test_every_table_names_its_source_and_the_day_it_was_read(drawer: Drawer) -> None:
    for name, table in drawer.tables.items():
        assert table.source.publisher, name
        assert table.source.url.startswith("http"), name
        assert table.source.read >= "2026", name


def test_tables_of_several_files_lie_in_one_drawer(write: Write) -> None:
    write("own/a.yaml", TABLE.format(name="first", value=1.5))
    folder = write("own/b.yaml", TABLE.format(name="second", value=2)).parent
    own = open_drawer(folder)
    assert {name: table.values for name, table in own.tables.items()} == {"first": {"one": 1.5}, "second": {"one": 2.0}}


def test_a_table_that_stands_in_two_files_is_a_problem_of_the_second(write: Write) -> None:
    write("own/a.yaml", TABLE.format(name="twin", value=1))
    second = write("own/b.yaml", TABLE.format(name="twin", value=2))
    _, problems = read_drawer(second.parent)
    assert [(problem.code, problem.values["id"]) for problem in problems] == [("duplicate-id", "twin")]
    assert problems[0].place is not None
    assert problems[0].place.file == str(second)


def test_a_broken_file_is_named_with_its_line_and_the_others_are_still_read(write: Write) -> None:
    write("own/a.yaml", TABLE.format(name="whole", value=1))
    broken = write("own/b.yaml", TABLE.format(name="broken", value="many"))
    own, problems = read_drawer(broken.parent)
    assert own.tables["whole"].values == {"one": 1.0}
    assert len(problems) == 1
    assert problems[0].place is not None
    # The value stands in the ninth line: an empty one, then eight of the table.
    assert (problems[0].place.file, problems[0].place.line) == (str(broken), 9)


def test_a_drawer_with_a_broken_file_is_not_opened(write: Write) -> None:
    broken = write("own/a.yaml", TABLE.format(name="broken", value="many"))
    with pytest.raises(ValueError, match="many"):
        open_drawer(broken.parent)


def test_a_table_without_values_is_a_problem(write: Write) -> None:
    file = write("own/a.yaml", TABLE.format(name="empty", value=1).replace("{one: 1}", "{}"))
    _, problems = read_drawer(file.parent)
    assert len(problems) == 1


def test_an_empty_folder_is_an_empty_drawer(tmp_path: Path) -> None:
    assert open_drawer(tmp_path) == Drawer(tables={})


def test_the_compiled_drawer_is_opened_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = Drawer(tables={"only": figures({"2024-01-01": 12.41})})
    shipped.save(tmp_path, "figures", compiled)
    monkeypatch.setattr(shipped, "FOLDER", tmp_path)
    assert open_drawer() == compiled


def test_compiled_figures_say_the_same_as_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from_files, _ = read_drawer(FOLDER)
    shipped.save(tmp_path, "figures", from_files)
    monkeypatch.setattr(shipped, "FOLDER", tmp_path)
    assert open_drawer() == from_files


def test_a_folder_of_ones_own_is_read_even_where_compiled_figures_lie(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped.save(tmp_path / "compiled", "figures", Drawer(tables={}))
    monkeypatch.setattr(shipped, "FOLDER", tmp_path / "compiled")
    file = write("own/a.yaml", TABLE.format(name="mine", value=1))
    assert list(open_drawer(file.parent).tables) == ["mine"]


# A figure that lacks something: one broken file for each fault, its words beside it

GALLERY = sorted((TESTS / "broken" / "figures").glob("*.yaml"))


@pytest.mark.parametrize("file", GALLERY, ids=lambda file: file.stem)
def test_a_figure_that_lacks_something_does_not_load(write: Write, file: Path) -> None:
    folder = write(f"drawer/{file.name}", file.read_bytes()).parent
    _, problems = read_drawer(folder)
    say = Language("en")
    told = [
        f"{item.place.line}:{item.place.column} {item.code}: {say(item.message, **item.values)}"
        for item in problems
        if item.place is not None
    ]
    assert told == file.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    with pytest.raises(ValueError, match=file.name):
        open_drawer(folder)


def test_the_gallery_of_figures_has_its_words_and_its_faults_only(write: Write) -> None:
    assert len(GALLERY) > 10
    whole = (GALLERY[0].parent / "unknown-unit.yaml").read_text(encoding="utf-8").replace("dollars", "euros-per-hour")
    drawer, problems = read_drawer(write("drawer/whole.yaml", whole).parent)
    assert (list(drawer.tables), problems) == (["wage"], ())
