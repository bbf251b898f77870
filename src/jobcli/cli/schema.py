"""Write: what editors and other programs check profiles with."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from jobcli.answers.own import KindOfFile, SchemaOfFile
from jobcli.cli.readers import Choice
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase

app = typer.Typer()


_read_kind: Choice[KindOfFile] = Choice(
    names={kind: kind for kind in get_args(KindOfFile)},
    code="unknown-kind",
    message=phrase("No kind of file '{word}'."),
    meant=phrase("No kind of file '{word}'. Did you mean '{near}'?"),
)


@app.command(
    help=phrase(
        "Print the JSON Schema of a kind of file, with which editors complete and check what you write, or of the output."
    ),
    epilog="jobcli schema > role.schema.json\njobcli schema output > output.schema.json",
)
def schema(
    context: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="[KIND]",
            help=phrase(
                "role, training, vocabulary, figures, state or output (all JSON that jobcli prints); none means role."
            ),
        ),
    ] = "role",
) -> None:
    """Print a schema as it is to stand in a file. Exit code 2 for an unknown kind."""
    import json

    from jobcli.files.schema import build

    session: Session = context.obj
    wanted = _read_kind(kind)
    if wanted == "output":
        from jobcli.answers.schema import output_schema

        made = output_schema()
    else:
        made = build(wanted, session.catalog.known)
    # Letters outside ASCII are escaped: the file is the same in every encoding a shell may write.
    session.output.document(
        "schema",
        SchemaOfFile(kind=wanted, schema=made),
        lambda: json.dumps(made, indent=2) + "\n",
        session.catalog.problems,
    )
