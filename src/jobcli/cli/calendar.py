"""A checklist with a start, and its formats beside those of every result: the month is read, each text is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jobcli.answers.checklist import Plan
    from jobcli.cli.formats import Format
    from jobcli.cli.session import Session
    from jobcli.domain.profile import Profile
    from jobcli.training.steps import Journey


def read_start(text: str | None) -> str | None:
    """The month (YYYY-MM) of a month, a day or a year that a person typed; a year begins in January. Refusal for others."""
    if text is None:
        return None
    from jobcli.cli.day_readers import read_moment

    year, month = (*read_moment(text).split("-"), "01")[:2]
    return f"{int(year):04d}-{month}"


def texts_of(session: Session, profile: Profile, way: Journey, plan: Plan) -> Mapping[Format, Callable[[], str]]:
    """The formats of a checklist beside text and JSON."""
    say = session.say

    def markdown() -> str:
        from jobcli.pages.checklist_md import markdown_text

        return markdown_text(say, plan)

    def calendar() -> str:
        from jobcli.pages.calendar_file import calendar_text

        return calendar_text(say, _dated(profile, way, plan), session.world.today.isoformat())

    def todo() -> str:
        from jobcli.pages.todotxt import todo_text

        return todo_text(say, plan)

    return {"md": markdown, "ics": calendar, "todotxt": todo}


def _dated(profile: Profile, way: Journey, plan: Plan) -> Plan:
    """The plan with a calendar: from its start, else from the month in which the path was begun. Refusal without both."""
    from jobcli.answers.checklist import planned

    if plan.calendar is not None:
        return plan
    if way.started is None:
        message = phrase("A calendar needs a month in which the path begins.")
        hint = phrase("Add --start with a month, such as --start 2027-01.")
        refuse("no-start", message, hint, exit_code=2)
    return planned(profile, way, way.started[:7])


def refuse_choice(profile: Profile) -> NoReturn:
    """Refuse to print several paths as one list."""
    known = ", ".join(path.id or "" for path in profile.paths)
    message = (
        phrase("'{role}' has several paths; this format holds one: {known}.")
        if profile.paths
        else phrase("'{role}' has no training paths.")
    )
    hint = phrase("Name the path: jobcli checklist {role} PATH")
    refuse("which-path", message, hint, exit_code=2, role=profile.id, known=known)
