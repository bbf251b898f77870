"""Write: a new profile, which an author wants to go on with."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from msgspec import structs

from jobcli.answers.own import NewProfile, OpenPlace
from jobcli.cli.new_questions import QUESTIONS, can_ask, official_start, read_id, sketch_from
from jobcli.cli.session import Session
from jobcli.cli.world import named_folder
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.refusal import Refusal, refuse
from jobcli.files.text import reason_of

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page


app = typer.Typer()
SCHEMA = "role.schema.json"


def _option(name: str, key: str) -> typer.models.OptionInfo:
    """The option of a question."""
    question = QUESTIONS[key]
    option: typer.models.OptionInfo = typer.Option(name, metavar=question.kind, help=question.words)
    return option


@app.command(
    help=phrase(
        "Begin a profile of your own: a file with comments that says what is still to be filled. At a terminal, "
        "jobcli asks what it can write for you; each question is also an option."
    ),
    epilog="jobcli new team-lead --folder my-roles\njobcli new office-helper --folder my-roles --kldb 71402 --no-input",
)
def new(
    context: typer.Context,
    role: Annotated[
        str,
        typer.Argument(
            metavar="ROLE", help=phrase("The id of the new role: lower-case letters, digits and single hyphens.")
        ),
    ],
    folder: Annotated[
        str | None,
        typer.Option("--folder", metavar="DIR", help=phrase("Where to write it; else your own folder.")),
    ] = None,
    title_de: Annotated[str | None, _option("--title-de", "title_de")] = None,
    title_en: Annotated[str | None, _option("--title-en", "title_en")] = None,
    kldb: Annotated[str | None, _option("--kldb", "kldb")] = None,
    level: Annotated[str | None, _option("--level", "level")] = None,
    duty_de: Annotated[str | None, _option("--duty-de", "duty_de")] = None,
    duty_en: Annotated[str | None, _option("--duty-en", "duty_en")] = None,
    area: Annotated[str | None, _option("--area", "area")] = None,
    pay: Annotated[str | None, _option("--pay", "pay")] = None,
    per: Annotated[str | None, _option("--pay-per", "per")] = None,
    as_of: Annotated[str | None, _option("--pay-as-of", "as_of")] = None,
    publisher: Annotated[str | None, _option("--publisher", "publisher")] = None,
    source_title: Annotated[str | None, _option("--source-title", "source_title")] = None,
    source_url: Annotated[str | None, _option("--source-url", "source_url")] = None,
    start: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="CODE",
            help=phrase(
                "Begin with what is official of an occupation: its code or a name; figures and skills are filled."
            ),
        ),
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help=phrase("Ask nothing."))] = False,
) -> None:
    """Write a new profile and the schema beside it. Nothing is ever overwritten; a file is there whole or not at all."""
    from jobcli.pages.new import profile_text

    call: Session = context.obj
    call.output.refuse_foreign_form()
    role_id = read_id(role)
    place = call.world.own_profiles() if folder is None else named_folder(folder)
    file = place / f"{role_id}.yaml"
    session = call.with_folders([place])
    _free(file)
    told = {
        "title_de": title_de,
        "title_en": title_en,
        "kldb": kldb,
        "level": level,
        "duty_de": duty_de,
        "duty_en": duty_en,
        "area": area,
        "pay": pay,
        "per": per,
        "as_of": as_of,
        "publisher": publisher,
        "source_title": source_title,
        "source_url": source_url,
    }
    official = None
    if start is not None:
        profile, official = official_start(session, start)
        known = {"kldb": profile.id, "title_de": profile.role.title.de, "title_en": profile.role.title.en}
        told = {**told, **{key: value for key, value in known.items() if told[key] is None}}
    sketch = sketch_from(session, told, asking=not no_input and can_ask(session))
    sketch = structs.replace(sketch, official=official)
    content = profile_text(session.say, role_id, sketch, list(session.catalog.vocabulary.areas), SCHEMA).encode()
    places = _open_places(session, file, content)
    hides = str(session.catalog.file_of(role_id)[1]) if role_id in session.catalog.ids() else None
    foreign = _write(session, file, content)
    answer = NewProfile(role=role_id, file=str(file), schema=str(place / SCHEMA), to_fill=places, hides=hides)

    def view(desk: Desk) -> Page:
        from jobcli.pages.new import created_page

        return created_page(desk, answer, folder, foreign=foreign)

    session.output.answer("new", answer, view)


def _free(file: Path) -> None:
    """Refuse a folder that cannot hold roles, and a name that is taken, also in other letters."""
    folder = file.parent
    if folder.name == "training":
        message = phrase("'{folder}' is a folder of training paths, not of roles.")
        refuse("bad-folder", message, phrase("Name the folder above it."), exit_code=2, folder=str(folder))
    try:
        names = [entry.name for entry in folder.iterdir()]
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        _cannot_write(file, reason_of(error))
    taken = next((name for name in names if name.casefold() == file.name), None)
    if taken is not None:
        _taken(folder / taken)


def _taken(file: Path) -> NoReturn:
    message, hint = phrase("'{file}' is there already; nothing was changed."), phrase("Open it, or choose another id.")
    refuse("exists", message, hint, file=str(file))


def _open_places(session: Session, file: Path, content: bytes) -> tuple[OpenPlace, ...]:
    """What is left to fill, as `validate` will say it. Refusal where anything else is wrong with the answers."""
    from jobcli.files.read import read_role

    _, problems = read_role(str(file), content, session.catalog.known)
    wrong: list[Problem] = [problem for problem in problems if problem.code != "to-fill"]
    if wrong:
        raise Refusal(*wrong)
    from jobcli.pages.new import way_to

    text = content.decode()
    places = [problem.place for problem in problems if problem.place]
    return tuple(OpenPlace(key=way_to(text, place.line), line=place.line) for place in places)


def _write(session: Session, file: Path, content: bytes) -> bool:
    """Write the schema, where there is none, and the profile. If the profile cannot be written, neither is there.

    Whether a schema was there that this jobcli would not write: an older one, or one with other ids.
    """
    import json

    from jobcli.files.own_files import create
    from jobcli.files.schema import build

    schema = file.with_name(SCHEMA)
    wanted = (json.dumps(build("role", session.catalog.known), indent=2) + "\n").encode()
    fresh = False
    try:
        with contextlib.suppress(FileExistsError):
            create(schema, wanted)
            fresh = True
        create(file, content)
        return not fresh and _keys(schema.read_bytes()) != _keys(wanted)
    except FileExistsError:
        _taken(file)
    except (OSError, ValueError) as error:
        if fresh:
            schema.unlink(missing_ok=True)
        _cannot_write(file, reason_of(error))


def _keys(schema: bytes) -> dict[str, list[str]] | None:
    """The keys of each record in a schema; the ids that it offers change with every new role. None where it is no schema."""
    import json

    try:
        return {name: list(part["properties"]) for name, part in json.loads(schema)["$defs"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _cannot_write(file: Path, reason: str) -> NoReturn:
    message = phrase("'{file}' cannot be written: {reason}. Nothing was changed.")
    hint = phrase("Make room or get the right to write there, or name another folder with --folder.")
    refuse("cannot-write", message, hint, file=str(file), reason=reason)
