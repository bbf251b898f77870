"""A training path by itself: what it leads to, what it takes, what it teaches, who asks for it."""

from __future__ import annotations

from jobcli.answers.training import ShownTraining
from jobcli.domain.role import Vocabulary
from jobcli.pages import names
from jobcli.pages.checklist import length_words
from jobcli.pages.kit.parts import Blank, Desk, Page, bullets, facts, heading, headline, page
from jobcli.pages.kit.text import Command, Said


def training_page(desk: Desk, answer: ShownTraining, vocabulary: Vocabulary) -> Page:
    """One path on a screen. Its steps are those of `checklist`, what it costs you those of `paths`."""
    say, path = desk.say, answer.path
    known = say("not known")
    awards = say(path.awards)
    rows: list[tuple[str, Said]] = [
        *([(say("Leads to"), awards)] if awards != say(path.title) else []),
        (say("Awarded by"), say(path.awarding_body) if path.awarding_body else known),
        (say("Length"), f"{names.name(say, path.kind)}, {length_words(desk, path)}"),
        (say("Cost"), names.cost(say, path.cost)),
        *([(say("Law"), path.law + (f" (DQR {path.dqr})" if path.dqr else ""))] if path.law else []),
        *([(say("Teaches"), say.listing(names.named(say, vocabulary.subjects, path.teaches)))] if path.teaches else []),
        *([(say("Funding"), say.listing(names.named(say, vocabulary.funding, path.funding)))] if path.funding else []),
        (say("Roles"), say.listing(role.id for role in answer.roles) or say("none")),
    ]
    first = answer.roles[0].id if answer.roles else ""
    lines = ((say("Steps"), f"jobcli checklist {first} {path.id}"), (say("Your cost"), f"jobcli paths {first}"))
    return page(
        headline(say(path.title), path.id or ""),
        facts(rows),
        heading(say("Admission"), say("one of these is enough") if len(path.admission) > 1 else ""),
        bullets([say(item.text) for item in path.admission] or [known]),
        *([Blank(), facts([(label, Command(line)) for label, line in lines])] if first else []),
    )
