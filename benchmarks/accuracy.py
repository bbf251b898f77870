"""How good the estimates are: held against published tables of pay by Land, experience, company size and industry. Run by hand:

    python benchmarks/accuracy.py

For each cell of each table: the error of the naive answer ("the national figure for everyone"), of the plain
like-for-like effects, and of the estimate. Where a table has no national figure, its level is fitted, for all answers
alike. The constants of the carry-over are also fitted anew without each role, and without each publisher, in turn, so
that nothing is tested on what was fitted to it. Printed are mean absolute errors in percent.
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from msgspec import structs

from jobcli.domain.figures import Drawer
from jobcli.domain.pay import Person
from jobcli.domain.profile import Profile
from jobcli.domain.role import Level, Role, SalaryObservation
from jobcli.files.catalog import Catalog
from jobcli.files.figures import open_drawer
from jobcli.pay.estimate import estimate
from jobcli.pay.factors import told_factors

TABLES = Path(__file__).with_name("accuracy_tables.yaml")
OCCUPATIONS = Path(__file__).with_name("accuracy_occupations.yaml")
DAY = "2026-11-24"
YEARS_BEFORE_WORK = 19.25
Table = dict[str, Any]
Answer = Callable[[Person], float]


def person_of(by: str, cell: str) -> Person:
    """The person that a cell of a table speaks of: the middle of its class, open classes a little above their border."""
    if by == "state":
        return Person(state=cell)
    if by == "industry":
        return Person(industry=cell)
    match = re.fullmatch(r"(age)?(\d+)(?:-(\d+)|(\+))?", cell)
    if match is None:
        raise ValueError(cell)
    low = int(match[2])
    if by == "size":
        high = int(match[3]) if match[3] else 2 * low if match[4] else low
        return Person(company_size=round(math.sqrt(max(low, 1) * high)))
    high = int(match[3]) if match[3] else low + 5 if match[4] else low
    years = (low + high) / 2 - (YEARS_BEFORE_WORK if match[1] else 0)
    return Person(experience=max(0, round(years)))


def errors(table: Table, answer: Answer) -> Iterator[float]:
    """The relative error in each cell of a table."""
    cells = {cell: math.log(value) for cell, value in table["values"].items()}
    said = {cell: answer(person_of(table["by"], cell)) for cell in cells}
    national = table.get("national")
    # Experience is compared inside the table: the average respondent of a portal is not the average employee. So is
    # industry: which industries the national figure is made of is not published.
    fitted = national is None or table["by"] in ("experience", "industry")
    base = (
        math.log(national) if national and not fitted else statistics.mean(cells[cell] - said[cell] for cell in cells)
    )
    for cell, value in cells.items():
        yield abs(math.exp(base + said[cell] - value) - 1)


def effect(role: Role, drawer: Drawer, *, plain: bool = False) -> Answer:
    """The sum of the effects of all factors that a person tells, in log points."""

    def answer(person: Person) -> float:
        return sum(told.effect * (1 if plain else told.counts) for told in told_factors(person, role, drawer))

    return answer


GROUP_OF = {"state": "place", "experience": "career", "size": "size"}
LEVELS: tuple[Level, ...] = ("helper", "skilled", "specialist", "expert")
STEPS = tuple(step / 10 for step in range(26))


def key_of(table: Table) -> str:
    """The constant of the carry-over that speaks for a table: by level for Land and career, one for size."""
    group = GROUP_OF[table["by"]]
    return group if group == "size" else f"{group}-{table['level']}"


def with_constant(drawer: Drawer, key: str, constant: float) -> Drawer:
    """The drawer with another constant of the carry-over."""
    table = structs.replace(drawer["carry-over"], values={**drawer["carry-over"].values, key: constant})
    return structs.replace(drawer, tables={**drawer.tables, "carry-over": table})


class Bench:
    """A role to ask, at the level of each table, and the drawer."""

    def __init__(self, role: Role, drawer: Drawer) -> None:
        """`role` lends everything but its level."""
        self._roles = {level: structs.replace(role, level=level) for level in LEVELS}
        self._drawer = drawer

    def error(self, table: Table, *, plain: bool = False, constant: float | None = None) -> float:
        """The mean error in the cells of a table, in percent; with another constant where one is given."""
        drawer = self._drawer if constant is None else with_constant(self._drawer, key_of(table), constant)
        role = self._roles[table["level"]]
        return 100 * statistics.mean(errors(table, effect(role, drawer, plain=plain)))

    def fitted(self, tables: list[Table]) -> float:
        """The constant that fits these tables best, to one decimal."""
        return min(STEPS, key=lambda step: sum(self.error(table, constant=step) for table in tables))

    def left_out(self, tables: list[Table], part: Callable[[Table], str]) -> float:
        """The mean error where the constant of each table is fitted on those of its kind in other parts."""
        found = []
        for name in sorted({part(table) for table in tables}):
            own = [table for table in tables if part(table) == name]
            for kind in sorted({_kind(table) for table in own}):
                others = [table for table in tables if part(table) != name and _kind(table) == kind]
                constant = self.fitted(others)
                found += [self.error(table, constant=constant) for table in own if _kind(table) == kind]
        return statistics.mean(found)


def _kind(table: Table) -> str:
    """What shares a constant: helpers with skilled workers, specialists with experts; all sizes."""
    return "all" if table["by"] == "size" else "low" if table["level"] in ("helper", "skilled") else "high"


def role_of(table: Table) -> str:
    """The role of a table."""
    return str(table["role"])


def publisher_of(table: Table) -> str:
    """The first word of the publisher of a table: one house under several press copies."""
    return str(table["publisher"]).split()[0]


def official(drawer: Drawer) -> list[float]:
    """How far the official medians of our roles' occupations lie from the estimate for nobody in particular."""
    found = []
    for profile in Catalog().profiles():
        item = estimate(profile, Person(), drawer, DAY)
        found += [
            other.distance
            for other in item.others
            if other.observation.statistic == "median" and other.observation.kldb and other.distance is not None
        ]
    return found


def quartiles_inside(drawer: Drawer) -> tuple[int, int]:
    """How many published quartiles of our roles, other than those a range is made from, lie between its p10 and p90."""
    inside = total = 0
    for profile in Catalog().profiles():
        item = estimate(profile, Person(), drawer, DAY)
        for other in item.others:
            seen = other.observation
            if seen.spread != "quartiles" or seen.id == item.spread_from or other.carried is None or not seen.middle:
                continue
            for point in (seen.low, seen.high):
                if point is not None:
                    total += 1
                    inside += item.gross_year.p10 <= point * other.carried / seen.middle <= item.gross_year.p90
    return inside, total


def occupations(role: Role, drawer: Drawer) -> tuple[list[float], list[float], int, int]:
    """Each official occupation from each other level of it.

    Errors of the medians, ours and those of "no change"; how many quartiles lie in the range, and how many there are.
    """
    rows: list[dict[str, Any]] = yaml.safe_load(OCCUPATIONS.read_text(encoding="utf-8"))
    national = [row for row in rows if "state" not in row]
    ours: list[float] = []
    naive: list[float] = []
    inside = total = 0
    source = next(iter(role.sources))
    for start in national:
        level = LEVELS[int(start["kldb"][4]) - 1]
        asked = structs.replace(
            role,
            level=level,
            codes=structs.replace(role.codes, kldb=start["kldb"]),
            salary=structs.replace(role.salary, anchor="start", observations=(observation("start", start, source),)),
        )
        for row in rows:
            if (
                row is start
                or row["kldb"][:4] != start["kldb"][:4]
                or ("state" in row and row["kldb"] != start["kldb"])
            ):
                continue
            other = LEVELS[int(row["kldb"][4]) - 1]
            person = Person(state=row.get("state"), level=None if other == level else other)
            both = structs.replace(
                asked,
                salary=structs.replace(
                    asked.salary, observations=(*asked.salary.observations, observation("seen", row, source))
                ),
            )
            item = estimate(Profile(id="start", role=both, paths=(), file="", origin="built-in"), person, drawer, DAY)
            seen = item.others[0].carried
            if seen is None:
                continue
            ours.append(abs(item.gross_year.p50 / seen - 1))
            naive.append(abs(item.anchor_carried / seen - 1))
            points = [row[name] * seen / row["median"] for name in ("q25", "q75") if row[name] is not None]
            total += len(points)
            inside += sum(item.gross_year.p10 <= point <= item.gross_year.p90 for point in points)
    return ours, naive, inside, total


def observation(name: str, row: dict[str, Any], source: str) -> SalaryObservation:
    """A row of the official table as an observation of the role that lends its sources."""
    return SalaryObservation(
        id=name,
        low=row["q25"],
        middle=row["median"],
        high=row["q75"],
        statistic="median",
        spread="quartiles",
        per="month",
        as_of=str(row.get("as_of", "2023-12")),
        source=source,
    )


def main() -> None:
    """Print the errors by kind of table."""
    drawer = open_drawer()
    profile = Catalog().profile("projektmanager")
    if profile is None:
        raise SystemExit("a role is needed to ask for effects")
    bench = Bench(profile.role, drawer)
    tables: list[Table] = yaml.safe_load(TABLES.read_text(encoding="utf-8"))
    head = f"{'tables':>7}{'naive':>8}{'plain':>8}{'jobcli':>8}{'no role':>9}{'no house':>10}"
    print(f"{'':12}{head}   mean absolute error, %")
    for by in ("state", "experience", "size"):
        chosen = [table for table in tables if table["by"] == by]
        _print_row(by, chosen, bench)
        for kind in sorted({_kind(table) for table in chosen}):
            own = [table for table in chosen if _kind(table) == kind]
            used = drawer["carry-over"].values[key_of(own[0])]
            print(f"  {kind}: {len(own)} tables, constant used {used}, best fit {bench.fitted(own)}")
    _print_row("industry", [table for table in tables if table["by"] == "industry"], bench)
    _print_row("official", [table for table in tables if "Entgeltatlas" in table["publisher"]], bench)
    distances = official(drawer)
    apart = 100 * statistics.mean(abs(distance) for distance in distances)
    near = sum(abs(distance) <= 0.2 for distance in distances)
    print(
        f"official medians of our roles: {apart:.1f} % from the estimate on average, {near} of {len(distances)} within 20 %"
    )
    errors_of_level, naive, inside, total = occupations(profile.role, drawer)
    print(
        f"official medians of an occupation from another level of it: naive {100 * statistics.mean(naive):.1f} %, "
        f"jobcli {100 * statistics.mean(errors_of_level):.1f} %; quartiles inside p10 to p90: {inside} of {total}"
    )
    inside, total = quartiles_inside(drawer)
    print(f"published quartiles of our roles inside p10 to p90: {inside} of {total}")


def _print_row(name: str, tables: list[Table], bench: Bench) -> None:
    naive = 100 * statistics.mean(statistics.mean(errors(table, lambda _: 0.0)) for table in tables)
    plain = statistics.mean(bench.error(table, plain=True) for table in tables)
    ours = statistics.mean(bench.error(table) for table in tables)
    held = ""
    if name in GROUP_OF:
        held = f"{bench.left_out(tables, role_of):9.1f}{bench.left_out(tables, publisher_of):10.1f}"
    print(f"{name:12}{len(tables):7}{naive:8.1f}{plain:8.1f}{ours:8.1f}{held}")


if __name__ == "__main__":
    main()
