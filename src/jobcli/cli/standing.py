"""Where a person stands: the role they have now and the qualifications they have, from the line or their settings."""

from __future__ import annotations

from jobcli.cli.refusal import refuse
from jobcli.cli.session import Session
from jobcli.cli.told import split_ids, stored_answers
from jobcli.domain.evidence import phrase
from jobcli.domain.own import Standing


def read_qualifications(text: str, session: Session) -> tuple[str, ...]:
    """The ids of training paths in a list with commas, each once. Refusal for none, or for one that there is not."""
    found = split_ids(text)
    if not found:
        message = phrase("qualifications needs the id of a training path.")
        refuse("missing-value", message, phrase("The ids of a role's training paths: jobcli paths ROLE"), exit_code=2)
    known = session.catalog.training_ids()
    if not set(found) <= set(known):
        # A profile may write out a path of its own: only now are all profiles read.
        known = sorted({*known, *(path.id or "" for one in session.catalog.profiles() for path in one.paths)} - {""})
    for word in found:
        if word not in known:
            _no_path(word, known)
    return found


def _no_path(word: str, known: list[str]) -> None:
    from jobcli.loading.shapes import closest

    near = closest(word, known)
    if near is None:
        message = phrase("No training path '{word}'.")
        degree = phrase(
            "The ids of a role's training paths: jobcli paths ROLE. A degree from elsewhere: jobcli me set education bachelor"
        )
        refuse("unknown-qualification", message, degree, exit_code=2, word=word[:60], near=near)
    message = phrase("No training path '{word}'. Did you mean '{near}'?")
    hint = phrase("The ids of a role's training paths: jobcli paths ROLE")
    refuse("unknown-qualification", message, hint, exit_code=2, word=word[:60], near=near)


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
