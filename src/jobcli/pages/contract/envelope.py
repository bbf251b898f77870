"""What every answer has, and what is said of a problem."""

from typing import Annotated, Literal, TypedDict

from jobcli.pages.contract.shared import means

Status = Literal["ok", "failed", "usage-error"]


class Place(TypedDict):
    """A place in a file."""

    file: Annotated[str, means("The file.")]
    line: Annotated[int | None, means("The line, counted from 1; null where the file as a whole is meant.")]
    column: Annotated[int | None, means("The column, counted from 1; null where the file as a whole is meant.")]


class Problem(TypedDict):
    """Something that a person can mend."""

    severity: Annotated[Literal["error", "warning"], means("How grave it is; beside a result all are warnings.")]
    code: Annotated[str, means("A word for programs, such as `unknown-role` or `no-source`.")]
    message: Annotated[str, means("What is wrong, in the language of the call.")]
    hint: Annotated[str, means("How to put it right, in the same language; may be empty.")]
    place: Annotated[Place | None, means("Where; null if it is not about a file.")]


class Envelope(TypedDict):
    """What every command prints with --json, whether it worked or not."""

    jobcli_format: Annotated[int, means("The version of this contract.")]
    command: Annotated[str, means("The command; `jobcli` where none was understood.")]
    status: Annotated[
        Status, means("Whether there is a result, and if not, whether the call or something else is to blame.")
    ]
    result: Annotated[object, means("What the command answers; null unless the status is `ok`.")]
    problems: Annotated[list[Problem], means("What is wrong; beside a result, what had to be left out of it.")]
