"""Net pay of a year whose laws are not all passed: what is missing, by how much each moves the result, and what law alone says."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import UNSET, Struct, UnsetType, structs

from jobcli.domain.evidence import Source, Words
from jobcli.domain.figures import Pending, PendingStatus
from jobcli.domain.meaning import means
from jobcli.domain.net import Payslip
from jobcli.net_pay.payroll import Payroll

Compute = Callable[[Payroll], Payslip]
"""The payslip by other figures."""

FigureStatus = Literal["in_force", "draft", "open"]


class PendingFigure(Struct, frozen=True, kw_only=True):
    """One figure that is not law yet."""

    table: Annotated[str, means("Its table, as in `sources`.")]
    name: Annotated[str, means("Its name there.")]
    status: Annotated[FigureStatus, means("draft: in a bill; open: nobody has proposed one.")]
    value: Annotated[Decimal, means("What is computed with.")]
    before: Annotated[Decimal | None, means("That of the year before; null where there was none.")]


class OtherValue(Struct, frozen=True, kw_only=True):
    """Another value that is named for a figure."""

    table: Annotated[str, means("Its table.")]
    name: Annotated[str, means("Its name there.")]
    value: Annotated[Decimal, means("The value.")]
    moves: Annotated[Decimal, means("By how many euros of the period net pay would be another one.")]


class PendingTold(Struct, frozen=True, kw_only=True):
    """One law that has not been passed."""

    id: Annotated[str, means("Its id.")]
    what: Annotated[Words, means("What it is.")]
    status: Annotated[PendingStatus, means("draft: a bill lies there; open: nothing was proposed.")]
    in_force: Annotated[bool, means("Whether the figures of the year before stay law until then.")]
    moves: Annotated[Decimal, means("By how many euros of the period it moves net pay, against the year before.")]
    figures: Annotated[tuple[PendingFigure, ...], means("Its figures that are other than before, or open.")]
    others: Annotated[tuple[OtherValue, ...], means("Other values that are named for them.")]
    source: Annotated[Source, means("Where it was read.")]


class Forecast(Struct, frozen=True, kw_only=True):
    """What of a payslip is not law yet."""

    status: Annotated[Literal["draft"], means("A forecast; a payslip by law alone has none.")]
    pending: Annotated[tuple[PendingTold, ...], means("The laws that have not been passed.")]


class NotLawYet(LookupError):
    """A payslip needs figures that are not law; `missing` are they."""

    def __init__(self, missing: list[Pending]) -> None:
        super().__init__(", ".join(item.what.text("en") for item in missing))
        self.missing = missing


def forecast(figures: Payroll, compute: Compute) -> Forecast | UnsetType:
    """What of the payslip by these figures is not law yet; nothing where all is."""
    if not figures.pending:
        return UNSET
    net = compute(figures).net
    return Forecast(
        status="draft",
        pending=tuple(_told(name, item, figures, compute, net) for name, item in figures.pending.items()),
    )


def _told(name: str, item: Pending, figures: Payroll, compute: Compute, net: Decimal) -> PendingTold:
    before = figures.as_before(item)
    others = []
    for key, values in item.others.items():
        table, _, figure = key.partition(" ")
        for value in values:
            exact = Decimal(repr(value))
            moves = compute(figures.with_value(table, figure, exact)).net - net
            others.append(OtherValue(table=table, name=figure, value=exact, moves=moves))
    found = tuple(
        PendingFigure(table=table, name=key, status=item.status, value=value, before=before.values[table].get(key))
        for table in item.tables
        for key, value in figures.values[table].items()
        if item.status == "open" or before.values[table].get(key) != value
    )
    return PendingTold(
        id=name,
        what=item.what,
        status=item.status,
        in_force=item.in_force,
        moves=net - compute(before).net,
        figures=found,
        others=tuple(others),
        source=item.source,
    )


def with_status(slip: Payslip, figures: Payroll, compute: Compute) -> Payslip:
    """The payslip with the status of each line: draft where a bill moves it, else open where only other figures do."""
    if not figures.pending:
        return slip
    found: list[FigureStatus] = ["in_force"] * len(slip.deductions)
    for item in figures.pending.values():
        for changed in _variations(figures, item):
            for number, (mine, other) in enumerate(zip(slip.deductions, compute(changed).deductions, strict=False)):
                if mine.amount != other.amount and found[number] != "draft":
                    found[number] = item.status
    # All that is pending was read in copies of others.
    lines = (
        structs.replace(
            line, status=status, confidence=line.confidence if status == "in_force" else "third_party_extract"
        )
        for line, status in zip(slip.deductions, found, strict=True)
    )
    return structs.replace(slip, deductions=tuple(lines))


def _variations(figures: Payroll, item: Pending) -> list[Payroll]:
    """The figures with what is pending in other ways: as before, and with each other value that is named."""
    others = [
        (*key.partition(" ")[::2], Decimal(repr(value))) for key, values in item.others.items() for value in values
    ]
    return [figures.as_before(item), *(figures.with_value(*other) for other in others)]


def by_law_alone(figures: Payroll, compute: Compute) -> Payroll:
    """The figures in force. NotLawYet where the payslip depends on some of which none are.

    What stays law until another is passed is taken as it was. Of what has no figure in force the payslip must be the same
    whatever it will be, as far as values are named: pay far below a ceiling does not need it.
    """
    for item in figures.pending.values():
        if item.in_force:
            figures = figures.as_before(item)
    slip = compute(figures)
    missing = [
        item
        for item in figures.pending.values()
        if not item.in_force and any(compute(other).sums != slip.sums for other in _variations(figures, item))
    ]
    if missing:
        raise NotLawYet(missing)
    return structs.replace(figures, pending={})
