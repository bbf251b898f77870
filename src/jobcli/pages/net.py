"""What arrives of gross pay: a payslip as a receipt, one thing in it varied, net pay inside an estimate, what was assumed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import structs

from jobcli.domain.evidence import phrase
from jobcli.domain.net import Assumption, Deduction, Payslip, Taxpayer
from jobcli.net_pay.payslip import NetEstimate, NetPoint, NetVariation
from jobcli.pages import names
from jobcli.pages.assumed import ROMAN, assumed, percent
from jobcli.pages.kit.bars import Scale, bar
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Blank, Desk, Page, Part, bullets, facts, heading, headline, indented, page, paragraph
from jobcli.pages.kit.signs import told
from jobcli.pages.kit.table import Table, headed, roomiest, table
from jobcli.pages.kit.text import Text
from jobcli.pages.names import meanings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


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


def net_parts(desk: Desk, item: NetEstimate, who: Taxpayer, *, explain: bool) -> list[Part]:
    """The block of net pay of one role; `explain` adds the assumptions, which several roles share."""
    say, month = desk.say, item.month
    told = _told(say, who)
    ranges = [
        (say("In the middle"), say.euros(month.p50, 2)),
        (say("The middle half"), say("{low} to {high}", low=say.euros(month.p25), high=say.euros(month.p75))),
        (say("Four in five"), say("{low} to {high}", low=say.euros(month.p10), high=say.euros(month.p90))),
    ]
    taken = [
        f"{say(ITEMS[name])} {say.euros(amount, 2)}"
        for name in dict.fromkeys(line.item for line in item.slip.deductions)
        if (amount := item.slip.amount(name))
    ]
    period = say("a month") if item.slip.per == "month" else say("a year")
    return [
        heading(say("Net pay"), say("a month, paid on {day}", day=say.moment(item.slip.pay_date))),
        *([paragraph(told)] if told else []),
        facts(ranges),
        paragraph(
            say("Taken off in the middle, {period}: {deductions}.", period=period, deductions=say.listing(taken)),
            style="muted",
        ),
        *([bullets([assumed(say, one) for one in item.slip.assumptions])] if explain else []),
    ]


def with_assumptions(desk: Desk, group: Page, item: NetEstimate, who: Taxpayer) -> Page:
    """A page of many roles, with what their net pay takes for granted below."""
    say = desk.say
    told = _told(say, who)
    return page(
        *group,
        heading(say("Net pay"), say("a month, paid on {day}", day=say.moment(item.slip.pay_date))),
        *([paragraph(told)] if told else []),
        bullets([assumed(say, one) for one in item.slip.assumptions]),
    )


def _told(say: Language, who: Taxpayer) -> str:
    """What the person told for their net pay; the page of an estimate has said Land and age already."""
    return told_line(say, structs.replace(who, state=None, age=None))


_TITLES = {
    ("tax-class", "month"): phrase("Net pay of {gross} a month by tax class"),
    ("tax-class", "year"): phrase("Net pay of {gross} a year by tax class"),
    ("gross", "month"): phrase("Net pay a month along gross pay"),
    ("gross", "year"): phrase("Net pay a year along gross pay"),
}


def net_variation_page(desk: Desk, item: NetVariation, who: Taxpayer) -> Page:
    """One line a value, the person's own marked."""
    say, own = desk.say, next(point for point in item.points if point.chosen)
    told = told_line(say, who)
    return page(
        headline(say(_TITLES[item.by, item.per], gross=say.euros(own.gross, 2))),
        *([paragraph(told)] if told else []),
        paragraph(say("paid on {day}", day=say.moment(item.pay_date)), style="muted"),
        Blank(),
        _classes(desk, item) if item.by == "tax-class" else _curve(desk, item),
        paragraph(_legend(desk, item.more) if item.more else _pairs(desk, who), style="muted"),
        *rule_parts(desk, item.receipt),
        *assumption_parts(desk, item.assumptions),
    )


def _legend(desk: Desk, more: Decimal) -> str:
    return desk.say("Kept: what arrives of {more} more a month.", more=desk.say.euros(more))


def _pairs(desk: Desk, who: Taxpayer) -> str:
    text = desk.say(
        "Which class you have follows from your family and your other jobs. III goes with V of the spouse; the tax return evens both out."
    )
    # Class II is for single parents: the payslip of the others may have no child.
    return text if who.children is not None else text + " " + desk.say("II is computed with one child.")


def _classes(desk: Desk, item: NetVariation) -> Page:
    say = desk.say
    grid = headed(say("class"), say("taxes"), say("insurance"), say("net"))
    grid.columns[0].align, grid.columns[0].whole = "right", True
    for point in item.points:
        sums = point.deductions
        taxes = sums.wage_tax + sums.solidarity_surcharge + sums.church_tax
        insurance = point.gross - point.net - taxes
        label = _label(desk, point, ROMAN[int(point.value)])
        amounts = (say.euros(taxes, 2), say.euros(insurance, 2), Text(say.euros(point.net, 2), style="money"))
        grid.add_row(label, *amounts)
    return page(indented(grid), Blank())


def _curve(desk: Desk, item: NetVariation) -> Page:
    say = desk.say
    numbers = 12 + 12 + 8
    room = max(0, min(40, desk.width - numbers - 14))
    scale = Scale(0, max(float(point.net) for point in item.points), max(1, room))
    grid = headed(say("gross"), say("net"), say("kept"), "")
    grid.columns[0].align, grid.columns[0].whole = "right", True
    grid.columns[3].align = "left"
    for point in item.points:
        cents = 0 if point.gross == int(point.gross) else 2
        label = _label(desk, point, say.euros(point.gross, cents))
        kept = say.percent(float(point.kept or 0))
        line = bar(desk, scale, 0, float(point.net), None) if room > 8 else Text("")
        grid.add_row(label, Text(say.euros(point.net), style="money"), kept, line)
    return page(indented(grid), Blank())


def _label(desk: Desk, point: NetPoint, text: str) -> Text:
    return told(desk, text, "strong") if point.chosen else Text(text)


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
    "special_expenses": phrase("Lump sum for special expenses"),
    "old_age": phrase("Relief for older people (EStG § 24a)"),
    "single_parent": phrase("Relief for single parents"),
}


def told_line(say: Language, who: Taxpayer) -> str:
    """What the person told of what net pay asks for, in words."""
    answers = {key.replace("_", "-"): value for key, value in structs.asdict(who).items() if value is not None}
    return say.listing(told_words(say, answers))


def told_words(say: Language, answers: Mapping[str, object]) -> list[str]:
    """Answers by their keys, in words."""
    return [_told_word(say, key, value) for key, value in answers.items()]


def _told_word(say: Language, key: str, value: object) -> str:
    if isinstance(value, bool):
        yes, no = _YES_NO[key]
        return say(yes if value else no)
    if isinstance(value, int):
        words: dict[str, Callable[[int], str]] = {
            "tax-class": lambda number: say("tax class {tax_class}", tax_class=ROMAN[number]),
            "children": lambda number: (
                say.plural("{count} child under 25", "{count} children under 25", number)
                if number
                else say("no child under 25")
            ),
            "age": lambda number: say.plural("{count} year old", "{count} years old", number),
        }
        return words[key](value)
    if isinstance(value, Decimal):
        if key == "health-surcharge":
            return say("surcharge of the fund {rate}", rate=percent(say, value))
        if key == "child-allowances":
            return say("{number} Kinderfreibeträge", number=say.number(value, 1))
        template = (
            phrase("private insurance {amount} a month")
            if key == "private-health"
            else phrase("{amount} a month of it from the employer")
        )
        return say(template, amount=say.euros(value, 2))

    return say("born in {month}", month=say.moment(str(value))) if key == "born" else names.land(say, str(value))


_YES_NO = {
    "trainee": (phrase("in an apprenticeship"), phrase("in no apprenticeship")),
    "student": (phrase("working student"), phrase("no working student")),
    "pension-drawn": (phrase("draws a full old-age pension"), phrase("draws no full old-age pension")),
    "parent": (phrase("has a child"), phrase("has no child")),
    "church": (phrase("church tax"), phrase("no church tax")),
    "pension-exempt": (
        phrase("a Minijob is exempt from pension insurance"),
        phrase("a Minijob pays into pension insurance"),
    ),
}
