"""Decide: roles beside each other, and what one would pay you."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from jobcli.cli.answers import MIN_AGE
from jobcli.cli.options import (
    AgeOption,
    AgreementOption,
    ExperienceOption,
    FixedTermOption,
    HoursOption,
    IndustryOption,
    LeadershipOption,
    LevelOption,
    RolesArgument,
    SizeOption,
    StateOption,
    TenureOption,
)
from jobcli.cli.session import Refusal, Session, refuse
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.pay import Person

if TYPE_CHECKING:
    from rich.console import Group

    from jobcli.domain.figures import Drawer
    from jobcli.domain.role import Vocabulary
    from jobcli.estimating.salary import Estimate
    from jobcli.loading.catalog import Profile
    from jobcli.render.layout import Desk

app = typer.Typer()


@app.command(
    help=phrase("All roles by pay, or two and more side by side: what they share and what only one has."),
    epilog="jobcli compare\njobcli compare backoffice-manager operations-manager",
)
def compare(context: typer.Context, roles: RolesArgument = None) -> None:
    """Print all roles by pay, or a comparison of the named ones."""
    from jobcli.estimating.comparing import compare as compare_roles
    from jobcli.render.machine import comparison_data

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
    profiles = session.profiles(names)
    person = Person()
    estimates, problems = _estimates(session, profiles, person)
    if not names:
        _ranking(session, "compare", profiles, estimates, person, problems)
        return
    if problems:
        raise Refusal(*problems)
    comparison = compare_roles({profile.id: profile.role for profile in profiles})

    def view(desk: Desk) -> Group:
        from jobcli.render.comparison import comparison_page

        return comparison_page(desk, comparison, profiles, estimates, session.catalog.vocabulary)

    session.output.answer(
        "compare", lambda: comparison_data(comparison, profiles, estimates), view, session.catalog.problems
    )


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
    leadership: LeadershipOption = None,
    collective_agreement: AgreementOption = None,
    fixed_term: FixedTermOption = None,
    hours: HoursOption = None,
) -> None:
    """Print what roles would pay this person."""
    from jobcli.render.machine import estimates_data

    session: Session = context.obj
    person = Person(
        state=state,
        experience=_experience(experience, age, tenure),
        tenure=tenure,
        company_size=company_size,
        industry=None if industry is None else _division(session.catalog.vocabulary, industry),
        level=level,
        leadership=leadership,
        collective_agreement=collective_agreement,
        fixed_term=fixed_term,
        hours=hours,
    )
    profiles = session.profiles(_named(roles))
    estimates, problems = _estimates(session, profiles, person)
    if len(profiles) != 1 or not roles:
        _ranking(session, "estimate", profiles, estimates, person, problems)
        return
    if problems:
        raise Refusal(*problems)

    def view(desk: Desk) -> Group:
        from jobcli.render.estimate import estimate_page

        return estimate_page(desk, estimates[0], profiles[0].role.title, person, session.catalog.vocabulary)

    session.output.answer("estimate", lambda: estimates_data(estimates), view, session.catalog.problems)


def _experience(experience: int | None, age: int | None, tenure: int | None) -> int | None:
    """Years in working life: as told, else from the age after an apprenticeship. Refusal where answers contradict."""
    from jobcli.loading.figures import open_drawer

    oldest = None if age is None else age - MIN_AGE
    for option, years in (("--experience", experience), ("--tenure", tenure)):
        if oldest is not None and years is not None and years > oldest:
            message = phrase("{option} {years} does not fit --age {age}: working life begins at {begin} or later.")
            values = {"option": option, "years": years, "age": age, "begin": MIN_AGE}
            refuse("contradiction", message, phrase("Change one of the two."), exit_code=2, **values)
    if experience is not None and tenure is not None and tenure > experience:
        message = phrase("--tenure {tenure} is longer than --experience {experience}.")
        refuse(
            "contradiction",
            message,
            phrase("Change one of the two."),
            exit_code=2,
            tenure=tenure,
            experience=experience,
        )
    if experience is not None or age is None:
        return experience
    schooling = open_drawer()["schooling"].values["apprenticeship"]
    # School begins at six. Tenure is part of working life, so working life is at least as long.
    return max(0, int(age - schooling - 6), tenure or 0)


def _division(vocabulary: Vocabulary, text: str) -> str:
    """The WZ 2008 division of a code or a plain word in either language. Refusal where it is none, or several."""
    wanted = text.strip().casefold()
    names = {
        code: {(words.de or "").casefold(), (words.en or "").casefold()}
        for code, words in vocabulary.industries.items()
    }
    exact = [code for code in names if code.casefold() == wanted or wanted in names[code]]
    exact = exact or [
        vocabulary.industry_words[word] for word in vocabulary.industry_words if word.casefold() == wanted
    ]
    found = exact or [code for code, both in names.items() if len(wanted) > 2 and any(wanted in name for name in both)]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(f"{code} {vocabulary.industries[code].de}" for code in found[:8])
    if found:
        message, hint = phrase("'{word}' fits several industries."), phrase("Choose one: {listed}.")
        refuse("unclear-industry", message, hint, exit_code=2, word=text[:60], listed=listed)
    from jobcli.loading.shapes import closest

    words = {name: code for code, both in names.items() for name in both} | dict(vocabulary.industry_words)
    near = closest(wanted, [*words, *names])
    hint = phrase("Examples: J62, IT, Banken, Logistik. All divisions are in the WZ 2008.")
    if near is None:
        refuse("unknown-industry", phrase("No industry '{word}'."), hint, exit_code=2, word=text[:60])
    return refuse(
        "unknown-industry",
        phrase("No industry '{word}'. Did you mean '{near}'?"),
        hint,
        exit_code=2,
        word=text[:60],
        near=near,
    )


def _named(roles: list[str] | None) -> list[str]:
    """The roles as they were named, each once."""
    return list(dict.fromkeys(word.strip().lower() for word in roles or []))


def _estimates(session: Session, profiles: list[Profile], person: Person) -> tuple[list[Estimate], list[Problem]]:
    """An estimate for each role, in their order; a role whose anchor is older than the wage index gives a problem."""
    from jobcli.estimating.salary import estimate as estimate_pay
    from jobcli.loading.figures import open_drawer

    drawer: Drawer = open_drawer()
    estimates: list[Estimate] = []
    problems: list[Problem] = []
    for profile in profiles:
        try:
            estimates.append(estimate_pay(profile.id, profile.role, person, drawer, session.day))
        except LookupError:
            problems.append(
                Problem(
                    "anchor-too-old",
                    phrase("The pay of '{role}' is older than the wage index and cannot be carried to today."),
                    phrase("Give its profile a newer anchor; the index begins in 2008."),
                    {"role": profile.id},
                )
            )
    return estimates, problems


def _ranking(
    session: Session,
    command: str,
    profiles: list[Profile],
    estimates: list[Estimate],
    person: Person,
    problems: list[Problem],
) -> None:
    """Print roles from the highest middle pay to the lowest."""
    from jobcli.render.machine import estimates_data

    titles = {profile.id: profile.role.title for profile in profiles}
    ranked = sorted(estimates, key=lambda item: (-item.gross_year.p50, item.role))

    def view(desk: Desk) -> Group:
        from jobcli.render.tables import ranking_page

        return ranking_page(desk, ranked, titles, person, session.catalog.vocabulary)

    session.output.answer(command, lambda: estimates_data(ranked), view, [*session.catalog.problems, *problems])
