"""Write: what editors and other programs check profiles with."""

from __future__ import annotations

from typing import Annotated, NoReturn

import typer

from jobcli.cli.session import Session
from jobcli.cli.tab.values import OUTPUT, complete_kind
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

app = typer.Typer()


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
            show_default=False,
        ),
    ] = "role",
) -> None:
    """Print a schema as it is to stand in a file. Exit code 2 for an unknown kind."""
    import json

    from jobcli.files.schema import build

    session: Session = context.obj
    wanted = kind.strip().lower()
    if wanted not in complete_kind():
        _no_kind(kind, list(complete_kind()))
    if wanted == OUTPUT:
        from jobcli.pages.contract.schema import output_schema

        made = output_schema()
    else:
        made = build(wanted, session.catalog.known)
    # Letters outside ASCII are escaped: the file is the same in every encoding a shell may write.
    session.output.document(
        "schema",
        lambda: {"kind": wanted, "schema": made},
        lambda: json.dumps(made, indent=2) + "\n",
        session.catalog.problems,
    )


def _no_kind(word: str, known: list[str]) -> NoReturn:
    from jobcli.files.did_you_mean import closest

    near = closest(word, known)
    message = (
        phrase("No kind of file '{word}'. Did you mean '{near}'?") if near else phrase("No kind of file '{word}'.")
    )
    hint = phrase("Known: {known}.")
    refuse("unknown-kind", message, hint, exit_code=2, word=word[:60], near=near, known=", ".join(known))
