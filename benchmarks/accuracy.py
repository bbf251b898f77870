"""How good the estimates are: held against published tables of pay by Land, experience and company size. Run by hand:

    python benchmarks/accuracy.py

For each cell of each table: the error of the naive answer ("the national figure for everyone"), of the plain
like-for-like effects, and of the estimate. Where a table has no national figure, its level is fitted, for all answers
alike. The constant of the carry-over is also fitted anew without each role in turn, so that no role is tested on what
was fitted to it. Printed are mean absolute errors in percent.
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
from jobcli.domain.role import Role
from jobcli.estimating.factors import told_factors
from jobcli.estimating.salary import estimate
from jobcli.loading.catalog import Catalog
from jobcli.loading.figures import open_drawer

TABLES = Path(__file__).with_name("accuracy_tables.yaml")
DAY = "2026-11-24"
YEARS_BEFORE_WORK = 19.25
Table = dict[str, Any]
Answer = Callable[[Person], float]


def person_of(by: str, cell: str) -> Person:
    """The person that a cell of a table speaks of: the middle of its class, open classes a little above their border."""
    if by == "state":
        return Person(state=cell)
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
    # Experience is compared inside the table: the average respondent of a portal is not the average employee.
    fitted = national is None or table["by"] == "experience"
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


def with_share(drawer: Drawer, by: str, share: float) -> Drawer:
    """The drawer with another constant of the carry-over for one kind of table."""
    table = structs.replace(drawer["carry-over"], values={**drawer["carry-over"].values, GROUP_OF[by]: share})
    return structs.replace(drawer, tables={**drawer.tables, "carry-over": table})


def mean_error(tables: list[Table], answer: Answer) -> float:
    """The mean over tables of the mean error of each, in percent."""
    return 100 * statistics.mean(statistics.mean(errors(table, answer)) for table in tables)


def fitted_share(tables: list[Table], by: str, role: Role, drawer: Drawer) -> float:
    """The constant of the carry-over that fits these tables best, to one decimal."""
    return min(
        (step / 10 for step in range(21)),
        key=lambda share: mean_error(tables, effect(role, with_share(drawer, by, share))),
    )


def quartiles_inside(drawer: Drawer) -> tuple[int, int]:
    """How many published quartiles of our roles, other than those a range is made from, lie between its p10 and p90."""
    inside = total = 0
    for profile in Catalog().profiles():
        item = estimate(profile.id, profile.role, Person(), drawer, DAY)
        for other in item.others:
            seen = other.observation
            if seen.spread != "quartiles" or seen.id == item.spread_from or other.carried is None or not seen.middle:
                continue
            for point in (seen.low, seen.high):
                if point is not None:
                    total += 1
                    inside += item.gross_year.p10 <= point * other.carried / seen.middle <= item.gross_year.p90
    return inside, total


def main() -> None:
    """Print the errors by kind of table."""
    drawer = open_drawer()
    profile = Catalog().profile("projektmanager")
    if profile is None:
        raise SystemExit("a role is needed to ask for effects")
    role = profile.role
    tables: list[Table] = yaml.safe_load(TABLES.read_text(encoding="utf-8"))
    print(f"{'':12}{'tables':>7}{'naive':>8}{'plain':>8}{'jobcli':>8}{'left out':>10}   mean absolute error, %")
    for by in ("state", "experience", "size"):
        chosen = [table for table in tables if table["by"] == by]
        left_out = []
        for name in sorted({table["role"] for table in chosen}):
            share = fitted_share([table for table in chosen if table["role"] != name], by, role, drawer)
            own = [table for table in chosen if table["role"] == name]
            left_out += [mean_error([table], effect(role, with_share(drawer, by, share))) for table in own]
        naive, plain, ours = (
            mean_error(chosen, answer)
            for answer in (lambda _: 0.0, effect(role, drawer, plain=True), effect(role, drawer))
        )
        used, best = drawer["carry-over"].values[GROUP_OF[by]], fitted_share(chosen, by, role, drawer)
        print(
            f"{by:12}{len(chosen):7}{naive:8.1f}{plain:8.1f}{ours:8.1f}{statistics.mean(left_out):10.1f}"
            f"   constant used {used}, best fit {best}"
        )
    inside, total = quartiles_inside(drawer)
    print(f"published quartiles of our roles inside p10 to p90: {inside} of {total}")


if __name__ == "__main__":
    main()
