"""How good the estimates are: held against published tables of pay by Land, experience, company size and industry. Run by hand:

    python benchmarks/accuracy.py

For each cell of each table: the error of the naive answer ("the national figure for everyone"), of the plain
like-for-like effects, of the rule of decision 7 ("before"), and of the estimate. Where a table has no national figure,
its level is fitted, for all answers alike. The constants of the carry-over are also fitted anew without each occupation,
and without each publisher, in turn, so that nothing is tested on what was fitted to it. Printed are mean absolute errors
in percent, of tables; of cells where the tables are official medians.
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import yaml
from msgspec import structs

from jobcli.domain.figures import Drawer
from jobcli.domain.pay import Person
from jobcli.domain.profile import Profile
from jobcli.domain.role import Level, Role
from jobcli.domain.salary import SalaryObservation
from jobcli.files.catalog import Catalog
from jobcli.files.figures import open_drawer
from jobcli.pay.estimate import estimate
from jobcli.pay.factors import ToldFactor, told_factors

TABLES = Path(__file__).with_name("accuracy_tables.yaml")
MEDIANS = Path(__file__).with_name("accuracy_medians.yaml")
OCCUPATIONS = Path(__file__).with_name("accuracy_occupations.yaml")
DAY = "2026-11-24"
YEARS_BEFORE_WORK = 19.25
LEVELS: tuple[Level, ...] = ("helper", "skilled", "specialist", "expert")
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
    found = [said - seen for said, seen in _cells(table, answer)]
    middle = statistics.mean(found) if _level_is_fitted(table) else 0
    for off in found:
        yield abs(math.exp(off - middle) - 1)


def _cells(table: Table, answer: Answer) -> list[tuple[float, float]]:
    """What an answer says of each cell and what stands there, in log points from the national figure, if there is one."""
    national = math.log(table.get("national", 1))
    people = {cell: person_of(table["by"], cell) for cell in table["values"]}
    return [(answer(person), math.log(table["values"][cell]) - national) for cell, person in people.items()]


def _level_is_fitted(table: Table) -> bool:
    """Experience is compared inside the table: the average respondent of a portal is not the average employee.

    So is industry: which industries the national figure is made of is not published.
    """
    return "national" not in table or table["by"] in ("experience", "industry")


class Bench:
    """A role to ask, at the level and in the area of each table, and the drawer."""

    def __init__(self, role: Role, drawer: Drawer) -> None:
        """`role` lends everything but its level and its occupation."""
        seen = tuple(structs.replace(item, kldb=None) for item in role.pay.observations)
        self._role = structs.replace(role, salary=structs.replace(role.pay, observations=seen))
        self._drawer = drawer

    def told(self, table: Table, person: Person) -> list[ToldFactor]:
        """What a person tells of the job of a table."""
        codes = structs.replace(self._role.codes, kldb=table.get("kldb"))
        role = structs.replace(self._role, level=table["level"], codes=codes)
        return told_factors(person, role, self._drawer)

    def error(self, table: Table, answer: Answer | None = None) -> list[float]:
        """The errors in the cells of a table, in percent: of the estimate, or of another answer."""
        return [100 * error for error in errors(table, answer or self.estimate(table))]

    def estimate(self, table: Table) -> Answer:
        """The estimate."""
        return lambda person: sum(one.log_points for one in self.told(table, person))

    def with_constant(self, table: Table, constant: float) -> Answer:
        """The estimate with another constant of the carry-over."""
        return lambda person: sum(
            structs.replace(one, counts=1 + constant).log_points for one in self.told(table, person)
        )

    def before(self, table: Table) -> Answer:
        """The rule of decision 7: by level alone, tenure up to ten years, sizes by class, industry once."""
        high = table["level"] in ("specialist", "expert")
        counts = {"state": 2.1 if high else 1.4, "experience": 2.5 if high else 1.9, "size": 2.0, "industry": 1.0}

        def answer(person: Person) -> float:
            if person.experience is not None:
                person = structs.replace(person, tenure=min(person.experience, 10))
            return counts[table["by"]] * sum(one.effect for one in self.told(table, person))

        return answer

    def fitted(self, tables: list[Table]) -> float:
        """The constant that fits these tables best: least squares in log points, each table as one."""
        product = square = 0.0
        for table in tables:
            plain = _cells(table, self.with_constant(table, 0))
            more = [said for said, _ in _cells(table, self.with_constant(table, 1))]
            along = [said - once for said, (once, _) in zip(more, plain, strict=True)]
            open_gap = [seen - said for said, seen in plain]
            if _level_is_fitted(table):
                along, open_gap = ([value - statistics.mean(part) for value in part] for part in (along, open_gap))
            product += sum(one * gap for one, gap in zip(along, open_gap, strict=True)) / len(plain)
            square += sum(one**2 for one in along) / len(plain)
        return product / square

    def left_out(self, tables: list[Table], part: Callable[[Table], str], shown: list[Table]) -> list[list[float]]:
        """The errors of `shown`, the constant of each fitted on the tables of its kind in other parts."""
        found = []
        for table in shown:
            others = [one for one in tables if part(one) != part(table) and kind_of(one) == kind_of(table)]
            found.append(self.error(table, self.with_constant(table, self.fitted(others))))
        return found


def kind_of(table: Table) -> str:
    """What shares a constant: by Land and experience the areas where agreements level pay, else low and high levels."""
    if table["by"] in ("size", "industry"):
        return "all"
    if table.get("kldb", "").startswith(("8", "63")):
        return "even"
    return "low" if table["level"] in ("helper", "skilled") else "high"


def occupation_of(table: Table) -> str:
    """The occupational group of a table (three digits of the KldB), else its role."""
    return str(table.get("kldb", table["role"]))[:3]


def publisher_of(table: Table) -> str:
    """The first word of the publisher of a table: one house under several press copies."""
    return "BA" if "Entgeltatlas" in table["publisher"] else str(table["publisher"]).split()[0]


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
            salary=structs.replace(role.pay, anchor="start", observations=(observation("start", start, source),)),
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
                    asked.pay, observations=(*asked.pay.observations, observation("seen", row, source))
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
    tables, medians = (read(path) for path in (TABLES, MEDIANS))
    heads = ("tables", "naive", "plain", "before", "jobcli", "no occupation", "no publisher")
    print(f"{'':12}" + "".join(f"{head:>{WIDTHS[head]}}" for head in heads) + "   mean absolute error, %")
    for by in ("state", "experience", "size", "industry"):
        chosen = [table for table in tables if table["by"] == by]
        ground = [*chosen, *medians] if by == "state" else chosen
        _print_row(by, bench, chosen, ground)
        if by == "state":
            _print_row("medians", bench, medians, ground, by_cell=True)
        for kind in sorted({kind_of(table) for table in ground}):
            own = [table for table in ground if kind_of(table) == kind]
            used = sorted({_used(bench, table) for table in own})
            counts = " and ".join(f"{count:.1f}" for count in used)
            print(f"  {kind}: {len(own)} tables, counts {counts} times, best fit {1 + bench.fitted(own):.2f}")
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


WIDTHS = {"tables": 7, "naive": 8, "plain": 8, "before": 8, "jobcli": 8, "no occupation": 15, "no publisher": 14}


def read(path: Path) -> list[Table]:
    """The tables of a file."""
    tables: list[Table] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tables


def _used(bench: Bench, table: Table) -> float:
    """How often the effect of a table counts, told alone."""
    cell = next(iter(table["values"]))
    return round(bench.told(table, person_of(table["by"], cell))[0].counts, 2)


def _print_row(name: str, bench: Bench, shown: list[Table], ground: list[Table], *, by_cell: bool = False) -> None:
    answers: list[list[list[float]]] = [
        [bench.error(table, lambda _: 0.0) for table in shown],
        [bench.error(table, bench.with_constant(table, 0)) for table in shown],
        [bench.error(table, bench.before(table)) for table in shown],
        [bench.error(table) for table in shown],
        bench.left_out(ground, occupation_of, shown),
        bench.left_out(ground, publisher_of, shown),
    ]
    means = [
        statistics.mean(chain.from_iterable(found) if by_cell else map(statistics.mean, found)) for found in answers
    ]
    widths = list(WIDTHS.values())
    print(
        f"{name:12}{len(shown):{widths[0]}}"
        + "".join(f"{mean:{width}.1f}" for mean, width in zip(means, widths[1:], strict=True))
    )


if __name__ == "__main__":
    main()
