"""Decide: roles beside each other, and what one would pay you."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from jobcli.cli.day_readers import known_by
from jobcli.cli.net_options import (
    ChildAllowancesOption,
    ChildrenOption,
    ChurchOption,
    NetOption,
    ParentOption,
    PayDateOption,
    PrivateOption,
    SubsidyOption,
    SurchargeOption,
    TaxClassOption,
)
from jobcli.cli.options import (
    AgeOption,
    AgreementOption,
    AsOfOption,
    ByOption,
    EducationOption,
    ExperienceOption,
    ExplainOption,
    FixedTermOption,
    HoursOption,
    IndustryOption,
    LeadershipOption,
    LevelOption,
    NoMeOption,
    PerOption,
    RolesArgument,
    SizeOption,
    StateOption,
    TenureOption,
)
from jobcli.cli.paying import Estimates, answer_varied
from jobcli.cli.readers import read_industry
from jobcli.cli.refusal import Refusal, refuse
from jobcli.cli.session import Session
from jobcli.cli.told import NOBODY, tell
from jobcli.domain.evidence import Problem, phrase

if TYPE_CHECKING:
    from rich.console import Group

    from jobcli.moving.comparison import Difference
    from jobcli.pages.kit.csv import Table
    from jobcli.pages.kit.layout import Desk

app = typer.Typer()

DiffOption = Annotated[
    bool,
    typer.Option(
        "--diff",
        help=phrase("Only what changes from the first role to the second: duties, requirements, pay."),
        show_default=False,
    ),
]


@app.command(
    help=phrase("All roles by pay, or two and more side by side: what they share and what only one has."),
    epilog="jobcli compare\njobcli compare backoffice-manager operations-manager --diff",
)
def compare(context: typer.Context, roles: RolesArgument = None, diff: DiffOption = False) -> None:
    """Print all roles by pay, or a comparison of the named ones."""
    from jobcli.moving.comparison import compare as compare_roles
    from jobcli.moving.comparison import difference
    from jobcli.pages.estimate_data import comparison_data

    session: Session = context.obj
    names = _named(roles)
    if len(names) == 1:
        raise Refusal(
            Problem(
                "one-role",
                phrase("Comparing needs a second role beside '{role}'."),
                phrase("Example: jobcli compare {role} operations-manager"),
                {"role": names[0]},
            ),
            code=2,
        )
    if diff and len(names) != 2:
        message, hint = phrase("--diff compares two roles."), phrase("Example: jobcli compare {a} {b} --diff")
        refuse("two-roles", message, hint, exit_code=2, a="backoffice-manager", b="operations-manager")
    profiles = session.profiles(names)
    estimates = Estimates(session, profiles, NOBODY)
    if not names:
        estimates.answer_ranking("compare")
        return
    if estimates.problems:
        raise Refusal(*estimates.problems)
    comparison = compare_roles({profile.id: profile.role for profile in profiles})
    before, after = profiles[0], profiles[-1]
    changes = difference(before.id, before.role, after.id, after.role) if diff else None

    def view(desk: Desk) -> Group:
        vocabulary = session.catalog.vocabulary
        if changes is not None:
            from jobcli.pages.difference import difference_page

            return difference_page(desk, changes, before, after, estimates.items, vocabulary)
        from jobcli.pages.comparison import comparison_page

        return comparison_page(desk, comparison, profiles, estimates.items, vocabulary)

    def data() -> object:
        whole = comparison_data(comparison, profiles, estimates.items, estimates.extras)
        if changes is None:
            return whole
        from jobcli.pages.moving_data import difference_data, pays

        return {**whole, "diff": difference_data(changes, pays(estimates.items))}

    table = partial(_compared, session, estimates, changes)
    session.output.answer("compare", data, view, session.catalog.problems, table=table)


def _compared(session: Session, estimates: Estimates, changes: Difference | None) -> Table:
    """The roles by pay as a table, or what changes from one to the other."""
    if changes is None:
        from jobcli.pages.estimate_data import estimates_table

        return estimates_table(estimates.items)
    from jobcli.pages.moving_data import difference_rows

    return session.output.rows("diff", lambda: difference_rows(changes))()


@app.command(
    help=phrase(
        "What a role would pay you, as a range with a receipt; without a role, all roles by what they would pay you."
    ),
    epilog="jobcli estimate --state BY --tenure 5\njobcli estimate cto --state Bayern --company-size 250",
)
def estimate(
    context: typer.Context,
    roles: RolesArgument = None,
    state: StateOption = None,
    experience: ExperienceOption = None,
    age: AgeOption = None,
    tenure: TenureOption = None,
    company_size: SizeOption = None,
    industry: IndustryOption = None,
    level: LevelOption = None,
    education: EducationOption = None,
    leadership: LeadershipOption = None,
    collective_agreement: AgreementOption = None,
    fixed_term: FixedTermOption = None,
    hours: HoursOption = None,
    by: ByOption = None,
    per: PerOption = None,
    net: NetOption = False,
    tax_class: TaxClassOption = None,
    children: ChildrenOption = None,
    parent: ParentOption = None,
    child_allowances: ChildAllowancesOption = None,
    church: ChurchOption = None,
    health_surcharge: SurchargeOption = None,
    private_health: PrivateOption = None,
    private_subsidy: SubsidyOption = None,
    pay_date: PayDateOption = None,
    as_of: AsOfOption = None,
    explain: ExplainOption = None,
    no_me: NoMeOption = False,
) -> None:
    """Print what roles would pay this person."""
    session: Session = context.obj
    session.as_of = None if as_of is None else known_by(as_of, session.world.today)
    told = tell(
        session,
        no_me=no_me,
        state=state,
        experience=experience,
        age=age,
        tenure=tenure,
        company_size=company_size,
        industry=None if industry is None else read_industry(industry, session.catalog.vocabulary),
        level=level,
        education=education,
        leadership=leadership,
        collective_agreement=collective_agreement,
        fixed_term=fixed_term,
        hours=hours,
    )
    profiles = session.profiles(_named(roles))
    taxed = {
        "tax_class": tax_class,
        "children": children,
        "parent": parent,
        "child_allowances": child_allowances,
        "church": church,
        "health_surcharge": health_surcharge,
        "private_health": private_health,
        "private_subsidy": private_subsidy,
    }
    wants_net = net or pay_date is not None or any(value is not None for value in taxed.values())
    netting = None
    if wants_net:
        from jobcli.cli.taxpaying import netting as prepare

        netting, told = prepare(session, told, no_me=no_me, per=per, pay_date=pay_date, state=state, age=age, **taxed)
    if by is not None:
        answer_varied(session, profiles, told, by, per or "year", netting)
        return
    estimates = Estimates(session, profiles, told, netting)
    if explain or (len(profiles) == 1 and roles):
        estimates.answer_pages(per or "year", explain=explain is not False)
    else:
        estimates.answer_ranking("estimate", per or "year")


def _named(roles: list[str] | None) -> list[str]:
    """The roles as they were named, each once."""
    return list(dict.fromkeys(word.strip().lower() for word in roles or []))
