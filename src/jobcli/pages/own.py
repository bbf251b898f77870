"""What the person keeps with jobcli: their settings, what a change of them did, and where everything lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from jobcli.answers.own import Change, SettingsTold, Where
from jobcli.domain.evidence import phrase
from jobcli.domain.own import Standing
from jobcli.domain.pay import Person
from jobcli.domain.place import land_of
from jobcli.domain.role import Vocabulary
from jobcli.pages import names
from jobcli.pages.kit.parts import Blank, Desk, Page, bullets, facts, heading, headline, page, paragraph
from jobcli.pages.kit.text import Text
from jobcli.pages.offers import offer_words
from jobcli.pages.option_names import key_in
from jobcli.pages.person import person_line

_SPOTS = {
    "profiles": phrase("Profiles"),
    "own-data": phrase("Your data"),
    "settings": phrase("Your settings"),
    "progress": phrase("Your progress"),
    "answers": phrase("Your answers"),
    "figures": phrase("Figures"),
    "cache": phrase("Read profiles"),
    "logs": phrase("Error logs"),
}
_ORIGINS = {
    "option": phrase("from --state-dir"),
    "environment": phrase("from JOBCLI_STATE_DIR"),
    "user": phrase("your own"),
}

_CACHE_ORIGINS = {"environment": phrase("from JOBCLI_CACHE_DIR")}


def with_settings(desk: Desk, group: Page, kept: Mapping[str, Any], vocabulary: Vocabulary) -> Page:
    """A page with one line below: the answers, by their keys, that came from the settings; without any, the page."""
    if not kept:
        return group
    told = kept_words(desk, kept, vocabulary)
    line = desk.say("From your settings: {told} (jobcli me show). --no-me ignores them.", told=told)
    return page(*group, Blank(), paragraph(line, style="muted"))


def kept_words(desk: Desk, kept: Mapping[str, Any], vocabulary: Vocabulary) -> str:
    """Answers, by their keys, that came from the settings, in words."""
    fields = {key.replace("-", "_"): value for key, value in kept.items()}
    person = Person(**{name: fields[name] for name in Person.__struct_fields__ if name in fields})
    texts = [person_line(desk, person, vocabulary)]
    if "place" in kept:
        texts.append(worded(desk, "place", kept["place"], vocabulary))
    if "role" in kept:
        texts.append(desk.say("present role {role}", role=kept["role"]))
    if "qualifications" in kept:
        texts.append(desk.say("qualifications {ids}", ids=", ".join(kept["qualifications"])))
    if "pay" in kept:
        texts.append(worded(desk, "pay", kept["pay"], vocabulary))
    if "school" in kept:
        texts.append(names.education(desk.say, kept["school"]))
    if "languages" in kept:
        texts.append(worded(desk, "languages", kept["languages"], vocabulary))
    if "skills" in kept:
        texts.append(desk.say("skills {ids}", ids=worded(desk, "skills", kept["skills"], vocabulary)))
    others = {*Person.__struct_fields__, *Standing.__struct_fields__}
    taxed = {key: value for key, value in kept.items() if key.replace("-", "_") not in others}
    if taxed:
        from jobcli.pages.taxpayer import told_words

        texts.append(desk.say.listing(told_words(desk.say, taxed)))
    return "; ".join(text for text in texts if text)


def settings_page(desk: Desk, answer: SettingsTold, vocabulary: Vocabulary) -> Page:
    """The settings, each with its key and in words."""
    say = desk.say
    if not answer.settings and not answer.offers:
        return page(
            headline(say("Nothing is set.")),
            paragraph(say("Say it once, and every estimate knows it: jobcli me set state BY")),
        )
    return page(
        headline(say("Your settings")),
        facts([(key_in(say, key), worded(desk, key, value, vocabulary)) for key, value in answer.settings.items()]),
        *([heading(say("Your offers"))] if answer.offers else []),
        *(
            [facts([(path, offer_words(desk, offer)) for path, offer in answer.offers.items()])]
            if answer.offers
            else []
        ),
        Blank(),
        paragraph(answer.file, style="muted"),
        paragraph(say("Change: jobcli me set KEY VALUE, jobcli me unset KEY"), style="muted"),
    )


def changes_page(desk: Desk, file: str, changes: Sequence[Change], vocabulary: Vocabulary) -> Page:
    """What a command changed, line by line."""
    return page(
        bullets([_change(desk, change, vocabulary) for change in changes], indent=0),
        paragraph(file, style="muted"),
    )


def where_page(desk: Desk, answer: Where) -> Page:
    """All folders and files, and whether each is there."""
    say = desk.say
    rows = []
    for spot in answer.places:
        words = names.NAMES if spot.what == "profiles" else _CACHE_ORIGINS if spot.what == "cache" else _ORIGINS
        notes = [say(words[spot.origin])] if spot.origin in words else []
        notes += [] if spot.exists else [say("not there")]
        text = Text(spot.path)
        rows.append((say(_SPOTS[spot.what]), text.append(f"  {say.listing(notes)}", style="muted") if notes else text))
    return page(headline(say("Folders and files")), facts(rows))


def worded(desk: Desk, key: str, value: object, vocabulary: Vocabulary) -> str:  # noqa: PLR0911  one answer a kind of key
    """An answer in words: Bavaria, 5 years with the employer. Roles and training paths go by their ids."""
    if isinstance(value, tuple) and key == "languages":
        return desk.say.listing(names.spoken(desk.say, part) for part in value)
    if isinstance(value, tuple) and key == "skills":
        return desk.say.listing(names.named(desk.say, {**vocabulary.subjects, **vocabulary.requirements}, value))
    if isinstance(value, tuple):
        return ", ".join(value)
    if key == "role":
        return str(value)
    if key == "place":
        from jobcli.answers.place import name_of

        place = str(value)
        return desk.say.listing((desk.say(name_of(place)), names.land(desk.say, land_of(place))))
    if key == "pay":
        amount, _, period = str(value).partition("/")
        words = phrase("{euros} a month, gross") if period == "month" else phrase("{euros} a year, gross")
        return desk.say(words, euros=desk.say.euros(Decimal(amount)))
    if key == "school":
        return names.education(desk.say, str(value))
    if key == "age":
        return desk.say.plural("{count} year old", "{count} years old", int(str(value)))
    if key.replace("-", "_") not in Person.__struct_fields__:
        from jobcli.pages.taxpayer import told_words

        return told_words(desk.say, {key: value})[0]
    return person_line(desk, Person(**{key.replace("-", "_"): value}), vocabulary)  # type: ignore[arg-type]


def _change(desk: Desk, change: Change, vocabulary: Vocabulary) -> str:
    say, key = desk.say, key_in(desk.say, change.key)
    before, after = (
        None if value is None else worded(desk, change.key, value, vocabulary)
        for value in (change.before, change.after)
    )
    if after is None:
        if before is None:
            return say("{key} was not set.", key=key)
        return say("{key} is no longer set; it was: {before}.", key=key, before=before)
    if before is None:
        return say("{key} is now: {after}.", key=key, after=after)
    if before == after:
        return say("{key} stays: {after}.", key=key, after=after)
    return say("{key} is now: {after}; it was: {before}.", key=key, after=after, before=before)
