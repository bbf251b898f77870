"""A payslip as a page: what comes off and what arrives; with rates, bases, laws and the way to wage tax where they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import UNSET, UnsetType

from jobcli.answers.net import NetPay
from jobcli.domain.evidence import phrase
from jobcli.domain.net import Assumption, Deduction, DeductionItem, OneOff, Payslip, Taxpayer
from jobcli.net_pay.forecast import Forecast, PendingTold
from jobcli.pages import names
from jobcli.pages.assumed import ROMAN, assumed, in_short, percent
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, bullets, heading, headline, indented, page, paragraph
from jobcli.pages.kit.table import Table, headed, roomiest, table
from jobcli.pages.kit.text import Text
from jobcli.pages.names import meanings
from jobcli.pages.taxpayer import told_line

_BRANCHES = {
    "minijob": phrase("Minijob"),
    "midijob": phrase("Midijob (Übergangsbereich)"),
    "low-trainee": phrase("Apprenticeship; the employer pays all contributions"),
}
_KEPT = {
    "month": phrase("You keep {net} of {gross} a month: {share}."),
    "year": phrase("You keep {net} of {gross} a year: {share}."),
}


def payslip_page(desk: Desk, slip: NetPay, who: Taxpayer, *, full: bool) -> Page:
    """The page of one payslip; without `full` it fits a small terminal."""
    say = desk.say
    told = [told_line(say, who), say(_BRANCHES[slip.branch]) if slip.branch in _BRANCHES else ""]
    person = "; ".join(text for text in told if text)
    share = say.percent(float(slip.net / slip.gross)) if slip.gross else say.percent(0)
    kept = say(_KEPT[slip.per], gross=say.euros(slip.gross, 2), net=say.euros(slip.net, 2), share=share)
    return page(
        headline(say("Net pay")),
        *([paragraph(person)] if person else []),
        Blank(),
        paragraph(Text(kept, style="money")),
        *(paragraph(text) for text in _asked(say, slip)),
        *forecast_parts(desk, slip.forecast, full=full),
        heading(say("Payslip"), say("paid on {day}", day=say.moment(slip.pay_date))),
        _receipt(desk, slip, full=full),
        *(_explained(desk, slip) if full else short_parts(desk, slip.assumptions)),
        *meanings(desk, (slip.branch,)),
    )


def _asked(say: Language, slip: NetPay) -> list[str]:
    """What else was asked for, each in a sentence."""
    found = []
    if slip.from_net is not UNSET:
        net, gross = (say.euros(amount, 2) for amount in (slip.from_net.asked, slip.from_net.gross))
        found.append(say("The smallest gross pay that leaves {net} is {gross}.", net=net, gross=gross))
    if slip.hourly is not UNSET:
        hourly = slip.hourly
        gross, net = (say.euros(amount, 2) for amount in (hourly.gross, hourly.net))
        hours = say.number(hourly.hours, 2).rstrip("0").rstrip(".,")
        found.append(say("An hour: {net} of {gross}, with {hours} hours a week.", net=net, gross=gross, hours=hours))
    if slip.company_car is not UNSET:
        benefit = say.euros(slip.company_car.benefit, 2)
        found.append(say("The company car counts as pay of {benefit} more and does not arrive.", benefit=benefit))
    if slip.employer is not UNSET:
        total, cost = (say.euros(amount, 2) for amount in (slip.employer.total, slip.employer.cost))
        found.append(say("The employer pays {total} on top, so the job costs {cost}.", total=total, cost=cost))
    return found


def short_parts(desk: Desk, found: Sequence[Assumption], *, more: bool = True) -> list[Part]:
    """The assumptions in a few words each; in a sentence what has an amount of its own; and that there is `more`."""
    say = desk.say
    words = [text for item in found if (text := in_short(say, item)) is not None]
    sentences = [assumed(say, item) for item in found if in_short(say, item) is None]
    line = say("Assumed: {words}", words=" · ".join(word for word in words if word)) if any(words) else ""
    advice = say("A calculation, not advice.")
    if more:
        advice = say("--full: rates, bases, laws and what is assumed. A calculation, not advice.")
    return [
        Blank(),
        *([paragraph(line)] if line else []),
        *([bullets(sentences)] if sentences else []),
        paragraph(advice, style="muted"),
    ]


def _explained(desk: Desk, slip: NetPay) -> list[Part]:
    """How wage tax came about, the rules, what the employer pays, and what is assumed."""
    say = desk.say
    return [
        heading(say("How wage tax came about"), say("a year, tax class {tax_class}", tax_class=ROMAN[slip.tax_class])),
        _steps(desk, slip),
        *rule_parts(desk, slip.deductions),
        *_employer(desk, slip),
        *assumption_parts(desk, slip.assumptions),
        Blank(),
        paragraph(say("A calculation, not advice. The tax return is not in it."), style="muted"),
    ]


def forecast_parts(desk: Desk, item: Forecast | UnsetType, *, full: bool) -> list[Part]:
    """What is no law yet, each with by how many euros it moves net pay; with `full` each figure, its source, and what moves nothing."""
    if item is UNSET:
        return []
    say = desk.say
    moving = [one for one in item.pending if full or one.moves or any(other.moves for other in one.others)]
    if full:
        said = [_pending(say, one) for one in moving]
        return [heading(say("A forecast"), say("not all figures are law yet")), bullets(said)]
    what = " · ".join(_pending_in_short(say, one) for one in moving) or say("none of them moves this payslip")
    return [paragraph(say("A forecast, not all figures are law yet: {what}", what=what))]


_PENDING = {"draft": phrase("draft"), "open": phrase("open")}


def _pending_in_short(say: Language, item: PendingTold) -> str:
    """One law that has not been passed, by how much it moves net pay, or by how much the figure farthest away would."""
    far = max(item.others, key=lambda one: abs(one.moves), default=None)
    moves = [_signed(say, item.moves, 0)] if item.moves else []
    if far is not None and abs(far.moves) > abs(item.moves):
        value = say.number(far.value, _places(far.value))
        moves.append(say("{moves} with {value}", moves=_signed(say, far.moves, 0), value=value))
    status = say(_PENDING[item.status])
    return say("{what} ({status}) {moves}", what=say(item.what), status=status, moves=", ".join(moves))


def _pending(say: Language, item: PendingTold) -> str:
    """One law that has not been passed, with its figures and its source."""
    moves = _signed(say, item.moves) if item.moves else ""
    others = [
        say("{moves} with {value}", moves=_signed(say, one.moves), value=say.number(one.value, _places(one.value)))
        for one in item.others
        if one.moves
    ]
    known = [f"{one.name} {say.number(one.value, _places(one.value))}" for one in item.figures]
    parts = [moves, *others, say.listing(known), f"{item.source.publisher}, {item.source.title}"]
    said = "; ".join(part for part in parts if part)
    return say("{what} ({status}): {said}", what=say(item.what), status=say(_PENDING[item.status]), said=said)


def _places(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))


def _signed(say: Language, amount: Decimal, decimals: int = 2) -> str:
    return ("+" if amount > 0 else "") + say.euros(amount, decimals)


def _employer(desk: Desk, slip: NetPay) -> list[Part]:
    """What the employer pays, line by line."""
    if slip.employer is UNSET:
        return []
    say = desk.say
    grid = table("", say("amount"))
    grid.add_column()
    grid.add_column(align="right", whole=True)
    for line in slip.employer.lines:
        grid.add_row(say(ITEMS[line.item]), say.euros(line.amount, 2))
    left_out = say("Without the levies for illness, maternity and insolvency and without accident insurance.")
    return [heading(say("The employer's part")), indented(grid), paragraph(left_out, style="muted")]


def assumption_parts(desk: Desk, found: Sequence[Assumption]) -> list[Part]:
    """What was not told and is assumed; nothing where all was told."""
    if not found:
        return []
    return [heading(desk.say("Assumed")), bullets([assumed(desk.say, item) for item in found])]


def _receipt(desk: Desk, slip: Payslip, *, full: bool) -> Part:
    """Gross, the deductions, net. With less between the columns where that keeps the lines whole."""
    if full:
        return indented(roomiest(lambda gap: _slip(desk, slip, gap), desk.width - 2))
    return indented(_amounts(desk, slip) if slip.one_off is UNSET else _with_once(desk, slip, slip.one_off))


def _amounts(desk: Desk, slip: Payslip) -> Table:
    say = desk.say
    grid = table("", say("amount"))
    grid.add_column()
    grid.add_column(align="right", whole=True)
    for label, style, (amount,) in _rows(say, slip):
        grid.add_row(Text(label, style=style), Text(say.euros(amount, 2), style=style))
    return grid


def _with_once(desk: Desk, slip: Payslip, once: OneOff) -> Table:
    """The usual pay, what comes once, and both together."""
    say = desk.say
    grid = headed("", say("usual"), say("once"), say("together"), gap=2)
    for label, style, (whole, part) in _rows(say, slip, once):
        cells = (Text(say.euros(amount, 2), style=style) for amount in (whole - part, part, whole))
        grid.add_row(Text(label, style=style), *cells)
    return grid


def _rows(say: Language, slip: Payslip, *more: OneOff) -> list[tuple[str, str, tuple[Decimal, ...]]]:
    """Label, style and amounts of each row: of the whole payslip, and of what comes once."""
    # Most people pay no solidarity surcharge: without one it is no line of the short page.
    due = (line.item for line in slip.deductions if line.amount or line.item != "solidarity_surcharge")
    items: list[DeductionItem] = list(dict.fromkeys(due))
    sums = (slip.sums, *(once.deductions for once in more))
    return [
        (say("Gross"), "strong", (slip.gross, *(once.amount for once in more))),
        *((say(ITEMS[item]), "", tuple(_off(getattr(each, item)) for each in sums)) for item in items),
        (say("Net"), "money", (slip.net, *(once.net for once in more))),
    ]


def _off(amount: Decimal) -> Decimal:
    """What comes off, below zero; nothing has no sign."""
    return -amount if amount else amount


def _slip(desk: Desk, slip: Payslip, gap: int) -> Table:
    say = desk.say
    grid = headed("", say("rate"), say("of"), say("amount"), gap=gap)
    grid.add_row(Text(say("Gross"), style="strong"), "", "", Text(say.euros(slip.gross, 2), style="strong"))
    for line in slip.deductions:
        rate = "" if line.rate is None else percent(say, line.rate)
        base = "" if line.base is None else say.euros(line.base, 2)
        grid.add_row(label_of(say, line), rate, base, say.euros(_off(line.amount), 2))
    grid.add_row(Text(say("Net"), style="money"), "", "", Text(say.euros(slip.net, 2), style="money"))
    return grid


def label_of(say: Language, line: Deduction) -> str:
    """What a line of a payslip is called."""
    childless = line.part in ("childless", "one_off_childless")
    label = say("Surcharge for the childless") if childless else say(ITEMS[line.item])
    return say("{item}, once", item=label) if line.part in ("one_off", "one_off_childless") else label


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
    if steps.factor is not UNSET:
        rows.insert(-1, (say("Factor of class IV"), say.number(steps.factor, 3)))
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
    if line.status in ("draft", "open"):
        parts.append(say(_PENDING[line.status]))
    if line.confidence is not None:
        parts.append(say(names.NAMES_OF_CONFIDENCE[line.confidence]))
    return "; ".join(parts)


ITEMS = {
    "wage_tax": phrase("Wage tax"),
    "solidarity_surcharge": phrase("Solidarity surcharge"),
    "church_tax": phrase("Church tax"),
    "pension": phrase("Pension insurance"),
    "unemployment": phrase("Unemployment insurance"),
    "health": phrase("Health insurance"),
    "care": phrase("Care insurance"),
    "private_health": phrase("Private insurance"),
}
ALLOWANCES = {
    "active_pension": phrase("Aktivrente (EStG § 3 no. 21)"),
    "employee": phrase("Lump sum for employees"),
    "card": phrase("Allowance on the tax card"),
    "special_expenses": phrase("Lump sum for special expenses"),
    "old_age": phrase("Relief for older people (EStG § 24a)"),
    "single_parent": phrase("Relief for single parents"),
}
