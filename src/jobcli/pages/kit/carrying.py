"""A page whose commands can be copied whole: with the options of the call that printed it."""

from __future__ import annotations

from msgspec import structs

from jobcli.pages.kit.copied import CopyOptions
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Caption, Heading, Items, Legend, Line, Page, Pairs, Part
from jobcli.pages.kit.table import Table
from jobcli.pages.kit.text import Command, Text


def carrying(say: Language, page: Page) -> Page:
    """A page with the options of the call in all its commands, where some are to be carried on."""
    carried = say.carried
    return page if carried is None else tuple(_part(carried, part) for part in page)


def _part(carried: CopyOptions, part: Part) -> Part:
    match part:
        case Table():
            part.change(lambda text: _said(carried, text))
        case Items(texts=texts):
            return structs.replace(part, texts=tuple(_said(carried, text) for text in texts))
        case Pairs(rows=rows):
            return structs.replace(part, rows=tuple((label, _said(carried, text)) for label, text in rows))
        case Heading():
            return structs.replace(part, text=_said(carried, part.text), note=_said(carried, part.note))
        case Line() | Legend() | Caption():
            return structs.replace(part, text=_said(carried, part.text))
    return part


def _said(carried: CopyOptions, text: Text) -> Text:
    if "jobcli" not in text.plain:
        return text
    if isinstance(text, Command):
        return Command(carried.line(text.plain), text.style)
    return text.changed(carried.text)
