"""A hand-out for a talk: all pages about the roles one after the other, each kind on paper of its own."""

from __future__ import annotations

from collections.abc import Iterator

from jobcli.answers.report import Booklet
from jobcli.domain.role import Vocabulary
from jobcli.pages import names
from jobcli.pages.by_factor import variation_page
from jobcli.pages.checklist import checklist_page
from jobcli.pages.compare import comparison_page
from jobcli.pages.estimate import estimate_page
from jobcli.pages.kit.parts import Blank, Break, Desk, Page, bullets, headline, page, paragraph
from jobcli.pages.paths import paths_page
from jobcli.pages.person import person_line
from jobcli.pages.show import profile_page


def report_page(desk: Desk, booklet: Booklet, vocabulary: Vocabulary) -> Page:
    """The cover, the comparison, then for each role its profile, pay, paths, one checklist and the sources."""
    rest = [part for chapter in _chapters(desk, booklet, vocabulary) for part in (Blank(), chapter)]
    return page(_cover(desk, booklet, vocabulary), *rest)


def _cover(desk: Desk, booklet: Booklet, vocabulary: Vocabulary) -> Page:
    say = desk.say
    titles = [say(chapter.profile.role.title) for chapter in booklet.chapters]
    told = person_line(desk, booklet.paid.person, vocabulary)
    parts = [
        say("What the job is, and what comes before and after it"),
        say("What it would pay, how that was calculated, and in which Land how much"),
        *([say("What the roles share, and what only one of them has")] if booklet.comparison else []),
        say("Which training leads there, how long it takes, what it costs and who may pay"),
        say("What to do, in which order"),
        say("Where every figure is from"),
    ]
    return page(
        headline(say.listing(titles)),
        paragraph(say("Hand-out of {day}", day=say.moment(desk.today)), style="muted"),
        paragraph(told or say("For an average employee: you have not given anything that changes pay.")),
        Blank(),
        bullets(parts),
    )


def _chapters(desk: Desk, booklet: Booklet, vocabulary: Vocabulary) -> Iterator[Page]:
    """What is handed on by itself has a sheet of its own: a role, its paths, its checklist."""
    chapters, person = booklet.chapters, booklet.paid.person
    if booklet.comparison is not None:
        profiles = [one.profile for one in chapters]
        yield _chapter(comparison_page(desk, booklet.comparison, profiles, booklet.paid.items, vocabulary))
    for one, item in zip(chapters, booklet.paid.items, strict=True):
        profile, title = one.profile, one.profile.role.title
        alone = booklet.comparison is None
        page_of_role = profile_page(desk, profile, vocabulary, one.neighbours, on_paper=True)
        yield page(Break(sheet=not alone), page_of_role)
        yield _chapter(estimate_page(desk, item, title, person, vocabulary, extras=booklet.paid.benefits[item.role]))
        yield _chapter(variation_page(desk, one.lands, title, person, vocabulary))
        if one.paths.paths:
            yield _sheet(paths_page(desk, one.paths, title, booklet.funding, person, vocabulary, explain=False))
        if one.plan is not None:
            yield _sheet(checklist_page(desk, one.plan))
    yield _chapter(_bibliography(desk, booklet))


def _chapter(content: Page) -> Page:
    return page(Break(sheet=False), content)


def _sheet(content: Page) -> Page:
    return page(Break(sheet=True), content)


def _bibliography(desk: Desk, booklet: Booklet) -> Page:
    """Every source of the roles and of their training paths, each once."""
    say = desk.say
    sources = [
        source
        for chapter in booklet.chapters
        for kept in (chapter.profile.role.sources, *(path.sources for path in chapter.profile.paths))
        for source in kept.values()
    ]
    lines = {
        f"{source.publisher}: {source.title} ({names.source_date(say, source)}) {source.url}" for source in sources
    }
    ordered: list[str] = sorted(lines, key=str.casefold)
    note = say("The figures behind the estimate and the funding: jobcli sources")
    return page(
        headline(say("Sources")),
        bullets(ordered),
        paragraph(note, style="muted"),
        paragraph(say("Whom to ring: jobcli contacts"), style="muted"),
    )
