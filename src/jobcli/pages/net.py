"""A payslip as a receipt: gross, each deduction with its rate and base, net; how wage tax came about; what was assumed."""

from __future__ import annotations

from collections.abc import Sequence

from jobcli.domain.evidence import phrase
from jobcli.domain.net import Assumption, Deduction, Payslip, Taxpayer
from jobcli.pages import names
from jobcli.pages.glossary import meanings
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, bullets, heading, headline, indented, page, paragraph
from jobcli.pages.kit.table import Table, headed, roomiest, table
from jobcli.pages.kit.text import Text
from jobcli.pages.net_words import ALLOWANCES, ITEMS, ROMAN, assumed, percent, told_line

_BRANCHES = {"minijob": phrase("Minijob"), "midijob": phrase("Midijob (Übergangsbereich)")}
_KEPT = {
    "month": phrase("You keep {net} of {gross} a month: {share}."),
    "year": phrase("You keep {net} of {gross} a year: {share}."),
}


def payslip_page(desk: Desk, slip: Payslip, who: Taxpayer) -> Page:
    """The whole page of one payslip."""
    say = desk.say
    told = told_line(say, who)
    share = say.percent(float(slip.net / slip.gross)) if slip.gross else say.percent(0)
    kept = say(_KEPT[slip.per], gross=say.euros(slip.gross, 2), net=say.euros(slip.net, 2), share=share)
    branch = _BRANCHES.get(slip.branch)
    return page(
        headline(say("Net pay")),
        *([paragraph(told)] if told else []),
        *([paragraph(say(branch))] if branch else []),
        Blank(),
        paragraph(Text(kept, style="money")),
        heading(say("Payslip"), say("paid on {day}", day=say.moment(slip.pay_date))),
        _receipt(desk, slip),
        heading(say("How wage tax came about"), say("a year, tax class {tax_class}", tax_class=ROMAN[slip.tax_class])),
        _steps(desk, slip),
        *rule_parts(desk, slip.deductions),
        *assumption_parts(desk, slip.assumptions),
        Blank(),
        paragraph(
            say(
                "A calculation, not advice. Allowances on the tax card, company cars and the tax return are not in it."
            ),
            style="muted",
        ),
        *meanings(desk, (slip.branch,)),
    )


def assumption_parts(desk: Desk, found: Sequence[Assumption]) -> list[Part]:
    """What was not told and is assumed; nothing where all was told."""
    if not found:
        return []
    return [heading(desk.say("Assumed")), bullets([assumed(desk.say, item) for item in found])]


def _receipt(desk: Desk, slip: Payslip) -> Part:
    """Gross, the deductions, net. With less between the columns where that keeps the lines whole."""
    return indented(roomiest(lambda gap: _slip(desk, slip, gap), desk.width - 2))


def _slip(desk: Desk, slip: Payslip, gap: int) -> Table:
    say = desk.say
    grid = headed("", say("rate"), say("of"), say("amount"), gap=gap)
    grid.add_row(Text(say("Gross"), style="strong"), "", "", Text(say.euros(slip.gross, 2), style="strong"))
    for line in slip.deductions:
        rate = "" if line.rate is None else percent(say, line.rate)
        base = "" if line.base is None else say.euros(line.base, 2)
        amount = say.euros(-line.amount, 2) if line.amount else say.euros(0, 2)
        grid.add_row(label_of(say, line), rate, base, amount)
    grid.add_row(Text(say("Net"), style="money"), "", "", Text(say.euros(slip.net, 2), style="money"))
    return grid


def label_of(say: Language, line: Deduction) -> str:
    """What a line of a payslip is called."""
    return say("Surcharge for the childless") if line.part == "childless" else say(ITEMS[line.item])


def _steps(desk: Desk, slip: Payslip) -> Part:
    """From a year's gross to its wage tax, line by line."""
    say, steps = desk.say, slip.steps
    grid = table("", say("amount"))
    grid.add_column()
    grid.add_column(align="right", whole=True)
    rows = [(say("Gross"), say.euros(steps.gross, 2))]
    rows += [(say(ALLOWANCES[name]), say.euros(-value, 2)) for name, value in steps.allowances.amounts.items()]
    rows += [
        (say("Provision for insurance (Vorsorgepauschale)"), say.euros(-steps.provision, 2)),
        (say("Taxable"), say.euros(steps.taxable, 2)),
        (say("Wage tax a year"), say.euros(steps.tax, 2)),
    ]
    if steps.tax_for_surcharges != steps.tax:
        rows.append((say("After Kinderfreibeträge, for the surcharges"), say.euros(steps.tax_for_surcharges, 2)))
    for label, amount in rows:
        grid.add_row(label, amount)
    return indented(grid)


def rule_parts(desk: Desk, lines: Sequence[Deduction]) -> list[Part]:
    """The law behind each line, its ceiling, and since when its figures are in force: said once where it is one day."""
    say = desk.say
    days = {line.since for line in lines if line.since is not None}
    since = next(iter(days)) if len(days) == 1 else None
    note = "" if since is None else say("figures since {day}", day=say.moment(since))
    rules = [_rule(say, line, dated=since is None) for line in lines]
    return [heading(say("Rules and ceilings"), note), bullets(rules)]


def _rule(say: Language, line: Deduction, *, dated: bool) -> str:
    parts = [f"{label_of(say, line)}: {line.law}"]
    if line.ceiling is not None:
        parts.append(say("up to {ceiling}", ceiling=say.euros(line.ceiling, 2)))
    if dated and line.since is not None:
        parts.append(say("figures since {day}", day=say.moment(line.since)))
    if line.confidence is not None:
        parts.append(say(names.NAMES_OF_CONFIDENCE[line.confidence]))
    return "; ".join(parts)
