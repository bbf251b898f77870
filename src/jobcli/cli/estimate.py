"""`jobcli estimate`: what roles would pay this person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from jobcli.cli.day_readers import known_by, read_moment
from jobcli.cli.options import (
    NoMeOption,
    OneOffOption,
    PayDateOption,
    RolesArgument,
    has_first_screen,
    sections_of,
)
from jobcli.cli.questions import NET_OF_ROLE, PAY, QUESTIONS, asks
from jobcli.cli.readers import read_period, read_varied
from jobcli.cli.session import Session, role_ids
from jobcli.cli.settings import who_asks, who_pays_tax
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from jobcli.answers.asker import Asker
    from jobcli.answers.net import Netting
    from jobcli.domain.pay import Period
    from jobcli.domain.profile import Profile
    from jobcli.pages.kit.parts import Desk, Page
    from jobcli.pay.by_factor import PayVaried

app = typer.Typer()


ByOption = Annotated[
    Any,
    typer.Option(
        "--by",
        metavar="FACTOR",
        parser=read_varied,
        help=phrase("Vary one thing: state, tenure, company-size, industry or hours."),
    ),
]
PerOption = Annotated[
    Any,
    typer.Option(
        "--per",
        metavar=read_period.metavar,
        parser=read_period,
        help=phrase("Show amounts a year, a month or an hour; the receipt stays a year's."),
    ),
]
NetOption = Annotated[
    bool,
    typer.Option("--net", help=phrase("Add what arrives after taxes and contributions; the options below imply it.")),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=read_moment,
        help=phrase("Answer with the figures known then: 2024-06, 2024 or a day."),
    ),
]
ExplainOption = Annotated[
    bool, typer.Option("--explain", help=phrase("Show how each amount came about, for several roles too."))
]

SECTIONS = {
    "receipt": phrase("The way from the published figure to the result, with sources."),
    "extras": phrase("Special payments and benefits."),
    "others": phrase("What else was observed of the pay."),
    "certainty": phrase("How sure the estimate is."),
}
"""The parts of the page of an estimate that can be asked for alone."""


@app.command(
    help=phrase(
        "What a role would pay you, as a range with a receipt; without a role, all roles by what they would pay you."
    ),
    epilog="jobcli estimate --state BY --tenure 5\njobcli estimate cto --state Bayern --company-size 250",
)
@asks(*NET_OF_ROLE, before="one_off")
@asks(*PAY, QUESTIONS["place"], before="by")
@has_first_screen(**SECTIONS)
def estimate(
    context: typer.Context,
    roles: RolesArgument = None,
    by: ByOption = None,
    per: PerOption = None,
    net: NetOption = False,
    one_off: OneOffOption = None,
    pay_date: PayDateOption = None,
    as_of: AsOfOption = None,
    explain: ExplainOption = False,
    no_me: NoMeOption = False,
    **typed: Any,
) -> None:
    """Print what roles would pay this person."""
    from jobcli.answers.estimate import estimates
    from jobcli.answers.pay import paid, ranked

    call: Session = context.obj
    session = call.known_on(None if as_of is None else known_by(as_of, call.world.today))
    who = who_asks(session, typed, (*PAY, QUESTIONS["place"]), no_me=no_me)
    profiles = session.profiles(role_ids(roles))
    netting = None
    if (
        net
        or pay_date is not None
        or one_off is not None
        or any(typed[question.name] is not None for question in NET_OF_ROLE)
    ):
        from jobcli.answers.net import netting as prepare

        who = who_pays_tax(session, typed, no_me=no_me, who=who)
        netting = prepare(who, per, pay_date or session.day, one_off)
    shown_per: Period = per or "year"
    if by is not None:
        _varied(session, profiles, who, by, shown_per, netting)
        return
    found = ranked(paid(profiles, who.person, session.day, netting, beside=True, past=as_of is not None))
    titles, vocabulary = {profile.id: profile.role.title for profile in profiles}, session.catalog.vocabulary
    taxpayer = None if netting is None else netting.who
    answer = estimates(found, who.from_me, who.standing.place)

    alone, wanted = len(found.items) == 1 and bool(roles), sections_of(typed, SECTIONS)

    def view(desk: Desk) -> Page:
        from jobcli.pages.own import with_settings

        if wanted:
            from jobcli.pages.estimate import estimate_sections

            page = estimate_sections(desk, found, titles, vocabulary, wanted)
        elif explain or (alone and typed["full"]):
            from jobcli.pages.estimate import estimates_page
            from jobcli.pages.place import with_place

            page = estimates_page(desk, found, titles, vocabulary, shown_per, taxpayer)
            page = with_place(desk, page, answer.place)
        elif typed["full"]:
            from jobcli.pages.ranking import ranking_page

            page = ranking_page(desk, found, titles, vocabulary, shown_per, taxpayer)
        elif alone:
            from jobcli.pages.first.estimate import first_of_estimate

            title = titles[found.items[0].role]
            return first_of_estimate(desk, found, title, vocabulary, shown_per, taxpayer, kept=who.kept)
        else:
            from jobcli.pages.first.ranking import first_of_ranking

            return first_of_ranking(desk, found, titles, vocabulary, shown_per, taxpayer, kept=who.kept)
        return with_settings(desk, page, who.kept, vocabulary)

    problems = [*session.catalog.problems, *found.problems]
    session.output.answer("estimate", answer, view, problems)


def _varied(
    session: Session, profiles: list[Profile], who: Asker, by: PayVaried, per: Period, netting: Netting | None
) -> None:
    """Print one factor varied, for one role. Refusal where it has no estimate."""
    from jobcli.answers.estimate import by_factor

    if len(profiles) != 1:
        message, hint = phrase("--by varies the pay of one role."), phrase("Example: jobcli estimate cto --by {factor}")
        refuse("one-role", message, hint, exit_code=2, factor=by)
    profile = profiles[0]
    answer, nets = by_factor(profile, who, by, session.day, netting, past=session.as_of is not None)

    def view(desk: Desk) -> Page:
        from jobcli.pages.by_factor import variation_page
        from jobcli.pages.own import with_settings

        vocabulary = session.catalog.vocabulary
        page = variation_page(desk, answer, profile.role.title, who.person, vocabulary, per)
        if netting is not None:
            from jobcli.pages.net import with_assumptions

            page = with_assumptions(desk, page, next(iter(nets.values())), netting.who)
        return with_settings(desk, page, who.kept, vocabulary)

    session.output.answer("estimate", answer, view, session.catalog.problems)
