"""Where a person stands: the role they have now and the qualifications they have, from the line or their settings."""

from __future__ import annotations

from jobcli.cli.session import Session
from jobcli.cli.settings import stored_answers
from jobcli.domain.own import Standing


def stand(
    session: Session,
    *,
    no_me: bool,
    target: str | None,
    asked: tuple[str, ...] = ("role", "qualifications"),
    **told: object,
) -> tuple[Standing, Standing]:
    """What the line says, and where it is silent the settings; and that part of it which came from there.

    `target` is the role that is asked about: where the settings name the same one, it is nothing to come from.
    `asked` are the keys that this question asks for; the settings of others are not looked up.
    """
    given = {key: value for key, value in told.items() if value is not None}
    wanted = [key for key in asked if key not in given]
    stored = {} if no_me or not wanted else stored_answers(session, wanted)
    if target is not None and stored.get("role") == target:
        del stored["role"]
    return Standing(**{**stored, **given}), Standing(**stored)  # type: ignore[arg-type]
