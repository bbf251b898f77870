"""What a person keeps with jobcli and writes for it: the answers of me, where, new, validate, schema, and of completion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from msgspec import UNSET, Struct, UnsetType

from jobcli.answers.answer import Answer, Columns
from jobcli.domain.meaning import means
from jobcli.domain.own import CourseOffer

Setting = str | int | float | bool | tuple[str, ...]
SpotKind = Literal["profiles", "own-data", "settings", "progress", "answers", "figures", "cache", "logs"]
KindOfFile = Literal["role", "training", "vocabulary", "figures", "state", "output"]
ShellName = Literal["bash", "zsh", "fish", "powershell"]


class Change(Struct, frozen=True, kw_only=True):
    """A setting before and after; null is not set."""

    key: Annotated[str, means("Its key.")]
    before: Annotated[Setting | None, means("What it was.")]
    after: Annotated[Setting | None, means("What it is.")]


class SettingsTold(Answer, frozen=True, kw_only=True):
    """The result of `me`."""

    commands = ("me",)
    table = Columns("settings", ("key", "value"))
    file: Annotated[str, means("The file of the settings, whether or not it is there.")]
    settings: Annotated[Mapping[str, Setting], means("The answers by key.")]
    offers: Annotated[
        Mapping[str, CourseOffer], means("Courses that the person was offered, by the ids of the paths.")
    ] = {}
    changed: Annotated[tuple[Change, ...] | UnsetType, means("With `set` and `unset`, each key that was named.")] = (
        UNSET
    )


class Spot(Struct, frozen=True, kw_only=True):
    """A folder or file that jobcli uses."""

    what: Annotated[SpotKind, means("What it is for.")]
    path: Annotated[str, means("Where it is.")]
    exists: Annotated[bool, means("Whether it is there.")]
    origin: Annotated[str | None, means("Who named it, of profiles, own data and cache.")]


class Where(Answer, frozen=True, kw_only=True):
    """The result of `where`."""

    commands = ("where",)
    table = Columns("places", ("what", "path", "exists", "origin"))
    places: Annotated[tuple[Spot, ...], means("Folders and files.")]


class OpenPlace(Struct, frozen=True, kw_only=True):
    """A place of a new profile that is still to be filled."""

    key: Annotated[str, means("Its key, such as `title.en`.")]
    line: Annotated[int, means("Its line.")]


class NewProfile(Answer, frozen=True, kw_only=True):
    """The result of `new`."""

    commands = ("new",)
    role: Annotated[str, means("The id of the new role.")]
    file: Annotated[str, means("The file that was written.")]
    schema: Annotated[str, means("The schema beside it, written where there was none.")]
    to_fill: Annotated[tuple[OpenPlace, ...], means("What is still to be filled, in the order of the file.")]
    hides: Annotated[str | None, means("The file of the role that this one hides.")]


class Validated(Answer, frozen=True, kw_only=True):
    """The result of `validate` where no file has an error; all that was found is in the problems of the envelope."""

    commands = ("validate",)
    files: Annotated[int, means("How many files were checked.")]
    problems: Annotated[int, means("How many errors: 0.")] = 0
    warnings: Annotated[int, means("How many warnings.")]


class SchemaOfFile(Answer, frozen=True, kw_only=True):
    """The result of `schema`."""

    commands = ("schema",)
    kind: Annotated[KindOfFile, means("What the schema describes.")]
    schema: Annotated[Mapping[str, Any], means("The JSON Schema (2020-12).")]


class Completion(Answer, frozen=True, kw_only=True):
    """The result of `--show-completion` and `--install-completion`."""

    commands = ("jobcli",)
    shell: Annotated[ShellName, means("The shell that is meant.")]
    script: Annotated[str | UnsetType, means("With --show-completion, the script.")] = UNSET
    files: Annotated[tuple[str, ...] | UnsetType, means("With --install-completion, the files that were written.")] = (
        UNSET
    )
