"""`jobcli me`: what the person tells once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, cast

import typer
from msgspec import structs

from jobcli.answers.asker import refuse_contradictions, refuse_place, working_years
from jobcli.answers.own import Change, Setting, SettingsTold
from jobcli.cli.own_files import fetch, locked_file, sound
from jobcli.cli.questions import NET, QUESTIONS
from jobcli.cli.session import Session
from jobcli.cli.settings import as_text, read_settings_file, read_value, settings_file
from jobcli.domain.evidence import phrase
from jobcli.domain.folding import slug
from jobcli.domain.own import VERSION, CourseOffer, Settings
from jobcli.domain.place import land_of
from jobcli.domain.refusal import refuse
from jobcli.pages.option_names import english

if TYPE_CHECKING:
    from pathlib import Path

    from jobcli.pages.kit.parts import Desk, Page


app = typer.Typer()


@app.command(
    help=phrase(
        "Say once who you are, and every estimate knows it. The settings are a plain file; options win over it."
    ),
    epilog="jobcli me set state BY tenure 5\njobcli me show",
)
def me(
    context: typer.Context,
    action: Annotated[
        str,
        typer.Argument(
            metavar="[show|set|unset|offer]",
            help=phrase("show (or nothing), set KEY VALUE, unset KEY, or offer PATH KEY VALUE."),
        ),
    ] = "show",
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KEY VALUE]...", help=", ".join(QUESTIONS)),
    ] = None,
) -> None:
    """Print the settings, or change them and say what changed."""
    session: Session = context.obj
    rest = words or []
    if action == "set":
        _change(session, _pairs(session, rest))
    elif action == "unset":
        _change(session, _gone(session, rest))
    elif action == "offer":
        _tell_offer(session, rest)
    elif action == "show" and not rest:
        _show(session)
    else:
        word = rest[0] if action == "show" else action
        message, hint = phrase("'{word}' cannot be done with settings."), phrase("Known: {known}.")
        known = phrase("jobcli me show, jobcli me set KEY VALUE, jobcli me unset KEY, jobcli me offer PATH KEY VALUE")
        refuse("unknown-action", message, hint, exit_code=2, word=word[:60], known=known)


def _show(session: Session) -> None:
    file = settings_file(session)
    data = fetch(file)
    settings, answers = (Settings(), {}) if data is None else read_settings_file(session, file, data)

    answer = SettingsTold(file=str(file), settings=cast("dict[str, Setting]", answers), offers=settings.offers)

    def view(desk: Desk) -> Page:
        from jobcli.pages.own import settings_page

        return settings_page(desk, answer, session.catalog.vocabulary)

    session.output.answer("me", answer, view)


def _tell_offer(session: Session, words: list[str]) -> None:
    """Keep what `PATH price 4250 exam 560` offers, beside what was told of this offer before; `PATH none` forgets it."""
    from jobcli.cli.offers import joined, parts_of
    from jobcli.cli.skill_readers import read_qualifications
    from jobcli.files.own_records import read_settings, write_settings

    if not words:
        _show(session)
        return
    session.output.refuse_foreign_form()
    (path,) = read_qualifications(words[0], session)
    gone = [slug(word) for word in words[1:]] in (["none"], ["keins"], ["weg"])
    told = None if gone else parts_of(words[1:])
    if told == CourseOffer():
        hint = phrase("Example: {example}")
        example = f"jobcli me offer {path} price 4250 exam 690 months 18 lessons 560"
        refuse("missing-value", phrase("{word} needs a value."), hint, exit_code=2, word=path, example=example)
    file = settings_file(session)
    with locked_file(file) as own:
        old = own.content
        settings = Settings() if old is None else read_settings_file(session, file, old)[0]
        before = settings.offers.get(path)
        after = None if told is None else joined(before, told)
        kept = {name: offer for name, offer in {**settings.offers, path: after}.items() if offer is not None}
        if after != before:
            new = structs.replace(settings, offers=kept, version=VERSION)
            own.replace(sound(file, write_settings(new, old), new, read_settings))
    answers = cast("dict[str, Setting]", {} if old is None else read_settings_file(session, file, old)[1])
    answer = SettingsTold(file=str(file), settings=answers, offers=kept)

    def view(desk: Desk) -> Page:
        from jobcli.pages.offers import offer_page

        return offer_page(desk, answer.file, path, before, after)

    session.output.answer("me", answer, view)


def _pairs(session: Session, words: list[str]) -> dict[str, object]:
    """The answers of `set KEY VALUE KEY VALUE`; a key that holds several things takes all values up to the next key."""
    texts: dict[str, str] = {}
    lists = {key for key, question in QUESTIONS.items() if question.several}
    rest = words or ["set"]
    while rest:
        key, *values = rest
        if not values:
            hint = phrase("Example: jobcli me set state BY")
            refuse("missing-value", phrase("{word} needs a value."), hint, exit_code=2, word=key[:60])
        name, count = _key(key), 1
        # The last word has no value behind it, so it is one: leadership is a key and a skill.
        while (
            name in lists
            and count < len(values)
            and (_key(values[count]) not in QUESTIONS or values[count + 1 :] == [])
        ):
            count += 1
        told, text = texts.get(name), " ".join(values[:count])
        texts[name] = f"{told},{text}" if told and name in lists else text
        rest = values[count:]
    return {name: read_value(session, name, text) for name, text in texts.items()}


def _key(word: str) -> str:
    """The key that a word is in either language, as ids are written; `--state` is `state`."""
    return english(slug(word.removeprefix("--")))


def _check_taxed(answers: Mapping[str, object], wanted: Mapping[str, object]) -> None:
    """Refuse answers to what net pay asks for that contradict each other. Those in `wanted` are told just now."""
    taxed = {question.name: answers[question.key] for question in NET if question.key in answers}
    kinds = {"private-health": "health-surcharge", "health-surcharge": "private-health"}
    before = next((kinds[key] for key in wanted if key in kinds), None)
    refuse_contradictions(taxed, forget=before if before not in wanted else None)


def _gone(session: Session, words: list[str]) -> dict[str, object]:
    """The keys of `unset KEY KEY`, each without an answer."""
    if not words:
        hint = phrase("Example: jobcli me unset state")
        refuse("missing-value", phrase("{word} needs a value."), hint, exit_code=2, word="unset")
    keys = [_key(word) for word in words]
    for key in keys:
        if key not in QUESTIONS:
            read_value(session, key, "")
    return dict.fromkeys(keys)


def _changed(
    session: Session, file: Path, old: bytes | None, wanted: Mapping[str, object]
) -> tuple[Settings, dict[str, object], dict[str, object]]:
    """The settings in a file, what they mean, and what they are to mean. Refusal for those that contradict each other."""
    settings, before = (Settings(), {}) if old is None else read_settings_file(session, file, old)
    after = {key: value for key, value in {**before, **wanted}.items() if value is not None}
    # They would refuse every estimate: better to refuse them here.
    working_years(after, {key: value for key, value in before.items() if key not in wanted})
    _check_taxed(after, wanted)
    place, state = after.get("place"), after.get("state")
    if place is not None and state is not None and land_of(str(place)) != state:
        refuse_place(str(place), str(state), forget=True)
    return settings, before, {key: after[key] for key in QUESTIONS if key in after}


def _change(session: Session, wanted: dict[str, object]) -> None:
    """Change settings under the lock and say what changed; None takes an answer away."""
    from jobcli.files.own_records import read_settings, write_settings

    session.output.refuse_foreign_form()
    file = settings_file(session)
    # Asked once before there is a lock, whose file stays behind: what is refused leaves nothing.
    _changed(session, file, fetch(file), wanted)
    with locked_file(file) as own:
        settings, before, answers = _changed(session, file, own.content, wanted)
        if answers != before:
            texts = {key: as_text(value) for key, value in answers.items()}
            new = structs.replace(settings, settings=texts, version=VERSION)
            own.replace(sound(file, write_settings(new, own.content), new, read_settings))
    told, was, is_now = (cast("dict[str, Setting]", found) for found in (answers, before, wanted))
    changed = tuple(Change(key=key, before=was.get(key), after=is_now[key]) for key in wanted)
    answer = SettingsTold(file=str(file), settings=told, offers=settings.offers, changed=changed)

    def view(desk: Desk) -> Page:
        from jobcli.pages.own import changes_page

        return changes_page(desk, answer.file, changed, session.catalog.vocabulary)

    session.output.answer("me", answer, view)
