"""`jobcli where`: every folder and file that the program uses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from jobcli.answers.own import Spot, SpotKind, Where
from jobcli.cli.own_files import ANSWERS, PROGRESS, SETTINGS
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page

app = typer.Typer()


@app.command(
    help=phrase("Every folder and file that jobcli uses, and whether it is there."),
    epilog="jobcli where\njobcli where --json",
)
def where(context: typer.Context) -> None:
    """Print where everything lies."""
    session: Session = context.obj
    answer = Where(places=tuple(_spots(session)))

    def view(desk: Desk) -> Page:
        from jobcli.pages.own import where_page

        return where_page(desk, answer)

    session.output.answer("where", answer, view)


def _spots(session: Session) -> list[Spot]:
    import tempfile

    from jobcli.files.cache import FOLDER as READ
    from jobcli.files.figures import FOLDER

    def spot(what: SpotKind, path: Path, origin: str | None = None) -> Spot:
        try:
            there = path.exists()
        except (OSError, ValueError):
            there = False
        return Spot(what=what, path=str(path), exists=there, origin=origin)

    own = session.own_folder
    variable = session.world.env.get("JOBCLI_STATE_DIR", "").strip()
    origin = "option" if session.state_dir else "environment" if variable else "user"
    cache = "environment" if session.world.env.get("JOBCLI_CACHE_DIR", "").strip() else None
    return [
        *(spot("profiles", shelf.folder, shelf.origin) for shelf in session.catalog.shelves()),
        spot("own-data", own, origin),
        spot("settings", own / SETTINGS),
        spot("progress", own / PROGRESS),
        spot("answers", own / ANSWERS),
        spot("figures", FOLDER),
        spot("cache", session.world.own_cache() / READ, cache),
        spot("logs", Path(tempfile.gettempdir())),
    ]
