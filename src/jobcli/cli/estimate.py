"""`jobcli estimate`: what roles would pay this person."""

from __future__ import annotations

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
from jobcli.cli.session import Session, role_ids
from jobcli.cli.told import tell
from jobcli.domain.evidence import phrase

app = typer.Typer()


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
    profiles = session.profiles(role_ids(roles))
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
