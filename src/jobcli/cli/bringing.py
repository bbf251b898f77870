"""What a person brings to a role, from the command line and their settings: for `match` and `route`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct, structs

from jobcli.cli.session import Session
from jobcli.cli.settings import stored_answers
from jobcli.cli.skill_readers import levels_of, read_languages, read_qualifications, read_skills
from jobcli.cli.standing import stand
from jobcli.cli.told import Told, tell
from jobcli.domain.evidence import phrase

if TYPE_CHECKING:
    from jobcli.domain.own import Standing
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import TrainingPath
    from jobcli.moving.fit import Bearer
    from jobcli.training.admission import Entrant
    from jobcli.training.funding import Applicant

ASKED = ("role", "qualifications", "languages", "skills", "leadership")

PresentOption = Annotated[
    str | None,
    typer.Option(
        "--role",
        metavar="ROLE",
        help=phrase("The role you have now."),
        show_default=False,
    ),
]
HavingOption = Annotated[
    list[str] | None,
    typer.Option(
        "--qualifications",
        metavar="ID,ID",
        help=phrase("Training paths that you have completed."),
        show_default=False,
    ),
]
LanguagesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--languages",
        metavar="LANGUAGE-LEVEL",
        help=phrase("Languages with their CEFR level: english-B2,german-C1."),
        show_default=False,
    ),
]
SkillsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--skills",
        metavar="SKILL,SKILL",
        help=phrase("What you can do: ids of requirements and subjects, or their names."),
        show_default=False,
    ),
]


class Asker(Struct, frozen=True):
    """Who asks: what they tell for an estimate, where they stand, whether they lead people, years of practice."""

    told: Told
    standing: Standing
    leads: bool | None
    practice: int | None

    def bearer(self, profiles: dict[str, Profile]) -> Bearer:
        """What the person brings. Where their role's profile is broken, nothing is concluded from it."""
        from jobcli.moving.fit import Bearer

        standing = self.standing
        present = profiles.get(standing.role or "")
        return Bearer(
            role=standing.role,
            present=None if present is None else present.role,
            completed=self._completed(profiles),
            education=self.told.person.education,
            practice=self.practice,
            leads=self.leads,
            languages=levels_of(standing.languages) if standing.languages else None,
            skills=frozenset(standing.skills) if standing.skills else None,
        )

    def entrant(self) -> Entrant:
        """What decides on admission to training."""
        from jobcli.training.admission import Entrant

        return Entrant(
            qualifications=self.standing.qualifications,
            practice=self.practice,
            education=self.told.person.education,
        )

    def applicant(self, age: int | None) -> Applicant:
        """What decides on who pays for training."""
        from jobcli.cli.weighed import applicant

        return applicant(self.told.person, practice=self.practice, age=age)

    def _completed(self, profiles: dict[str, Profile]) -> tuple[TrainingPath, ...]:
        paths = {path.id: path for profile in profiles.values() for path in profile.paths}
        return tuple(paths[name] for name in self.standing.qualifications if name in paths)


def asker(
    session: Session,
    *,
    no_me: bool,
    role: str | None,
    qualifications: list[str] | None,
    languages: list[str] | None,
    skills: list[str] | None,
    leadership: bool | None,
    experience: int | None,
    **flags: object,
) -> Asker:
    """Who asks, with the settings where the line is silent. Refusal for what cannot be read, or is not there.

    `flags` are the other answers of an estimate. Level and leadership belong to the present job: they would say the same of
    every role.
    """
    told = tell(session, no_me=no_me, without=("level", "leadership"), experience=experience, **flags)
    standing, kept = stand(
        session,
        no_me=no_me,
        target=None,
        asked=ASKED[:4],
        role=None if role is None else session.profile(role).id,
        qualifications=None if not qualifications else read_qualifications(",".join(qualifications), session),
        languages=None if not languages else read_languages(",".join(languages)),
        skills=None if not skills else read_skills(",".join(skills), session),
    )
    leads, from_me = leadership, [key for key in kept.__struct_fields__ if getattr(kept, key)]
    if leads is None and not no_me:
        leads = bool(stored["leadership"]) if (stored := stored_answers(session, ["leadership"])) else None
        from_me += ["leadership"] if leads is not None else []
    settings = told.settings if "leadership" not in from_me else structs.replace(told.settings, leadership=leads)
    whole = structs.replace(told, from_me=(*told.from_me, *from_me), standing=kept, settings=settings)
    return Asker(whole, standing, leads, told.practice(experience))
