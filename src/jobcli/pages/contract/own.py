"""The results of me, where, new, validate, schema and of the options for completion."""

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from jobcli.domain.meaning import means

Setting = str | int | float | bool | list[str]


class ChangedSetting(TypedDict):
    """A setting before and after; null is not set."""

    key: Annotated[str, means("Its key.")]
    before: Annotated[Setting | None, means("What it was.")]
    after: Annotated[Setting | None, means("What it is.")]


class Settings(TypedDict):
    """The result of `me`."""

    file: Annotated[str, means("The file of the settings, whether or not it is there.")]
    settings: Annotated[dict[str, Setting], means("The answers by key.")]
    changed: NotRequired[Annotated[list[ChangedSetting], means("With `set` and `unset`, each key that was named.")]]


class Spot(TypedDict):
    """A folder or file that jobcli uses."""

    what: Annotated[
        Literal["profiles", "own-data", "settings", "progress", "figures", "cache", "logs"], means("What it is for.")
    ]
    path: Annotated[str, means("Where it is.")]
    exists: Annotated[bool, means("Whether it is there.")]
    origin: Annotated[str | None, means("Who named it, of profiles, own data and cache.")]


class Where(TypedDict):
    """The result of `where`."""

    places: Annotated[list[Spot], means("Folders and files.")]


class OpenPlace(TypedDict):
    """A place of a new profile that is still to be filled."""

    key: Annotated[str, means("Its key, such as `title.en`.")]
    line: Annotated[int, means("Its line.")]


class NewProfile(TypedDict):
    """The result of `new`."""

    role: Annotated[str, means("The id of the new role.")]
    file: Annotated[str, means("The file that was written.")]
    schema: Annotated[str, means("The schema beside it, written where there was none.")]
    to_fill: Annotated[list[OpenPlace], means("What is still to be filled, in the order of the file.")]
    hides: Annotated[str | None, means("The file of the role that this one hides.")]


class Validated(TypedDict):
    """The result of `validate` where no file has an error; all that was found is in the problems of the envelope."""

    files: Annotated[int, means("How many files were checked.")]
    problems: Annotated[int, means("How many errors: 0.")]
    warnings: Annotated[int, means("How many warnings.")]


class SchemaOfFile(TypedDict):
    """The result of `schema`."""

    kind: Annotated[
        Literal["role", "training", "vocabulary", "figures", "state", "output"], means("What the schema describes.")
    ]
    schema: Annotated[dict[str, Any], means("The JSON Schema (2020-12).")]


class Completion(TypedDict):
    """The result of `--show-completion` and `--install-completion`."""

    shell: Annotated[Literal["bash", "zsh", "fish", "powershell"], means("The shell that is meant.")]
    script: NotRequired[Annotated[str, means("With --show-completion, the script.")]]
    files: NotRequired[Annotated[list[str], means("With --install-completion, the files that were written.")]]
