"""Who is asking: the answers on the command line, and for the others those that the person keeps in their settings."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from jobcli.cli.readers import working_years
from jobcli.cli.refusal import Refusal
from jobcli.cli.session import Session
from jobcli.cli.settings import ESTIMATED, stored_answers
from jobcli.domain.evidence import phrase
from jobcli.domain.own import Standing
from jobcli.domain.pay import Person

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page


# Age stands for experience: whoever tells one of them now does not mean the other one that was told before.
_PAIR = frozenset({"experience", "age"})


class Told(Struct, frozen=True):
    """The person of an estimate; `from_me` are the keys whose values come from the settings.

    `taxed` are those of them that only net pay asks for, with their values.
    """

    person: Person = Person()
    from_me: tuple[str, ...] = ()
    settings: Person = Person()
    standing: Standing = Standing()
    taxed: dict[str, object] = {}

    def practice(self, experience: int | None) -> int | None:
        """The years of practice, where they were told: as the option `experience`, or in the settings.

        Years that were only concluded from an age prove no practice.
        """
        return self.person.experience if experience is not None or "experience" in self.from_me else None

    def data(self, result: Mapping[str, object]) -> dict[str, object]:
        """The result, with the keys that came from the settings."""
        return {**result, "from_me": list(self.from_me)}

    def page(self, session: Session, desk: Desk, group: Page) -> Page:
        """The page, with a line that says what came from the settings."""
        if not self.from_me:
            return group
        from jobcli.pages.own import with_settings

        return with_settings(desk, group, self.settings, session.catalog.vocabulary, self.standing, self.taxed)


NOBODY = Told()


def tell(session: Session, *, no_me: bool, without: Collection[str] = (), **flags: object) -> Told:
    """The person that the flags describe, and the settings where the flags are silent. Refusal for contradictions.

    `without` are keys of the settings that this question does not ask for.
    """
    given = {name.replace("_", "-"): value for name, value in flags.items() if value is not None}
    stored = {} if no_me else stored_answers(session, [key for key in ESTIMATED if key not in without])
    kept = {
        key: value for key, value in stored.items() if key not in given and not (key in _PAIR and _PAIR & set(given))
    }
    answers = {**kept, **given}
    person = person_of(answers, kept)
    if "experience" in kept:
        kept.pop("age", None)
    fields = {key: value for key, value in kept.items() if key != "age"}
    own = Person(**_fields({**fields, **({"experience": person.experience} if "age" in kept else {})}))
    return Told(person, tuple(kept), own)


def person_of(answers: Mapping[str, object], kept: Mapping[str, object]) -> Person:
    """The person of all answers. `kept` are those from the settings, which a contradiction then names."""
    told: dict[str, Any] = {key: answers.get(key) for key in ("experience", "age", "tenure", "education")}
    try:
        years = working_years(*told.values())
    except Refusal as refusal:
        stored = [key for key in told if key in kept and key != "education"]
        if not stored:
            raise
        hint = phrase("From your settings: {keys}. Change them with 'jobcli me set', or ignore them with --no-me.")
        problem = refusal.problems[0]
        values = {**problem.values, "keys": ", ".join(f"{key} {kept[key]}" for key in stored)}
        raise Refusal(structs.replace(problem, hint=hint, values=values), code=refusal.code) from None
    fields = {key: value for key, value in answers.items() if key != "age" and key in ESTIMATED}
    return Person(**_fields({**fields, "experience": years}))


def _fields(answers: Mapping[str, object]) -> dict[str, Any]:
    return {key.replace("-", "_"): value for key, value in answers.items()}  # the names of Person's fields
