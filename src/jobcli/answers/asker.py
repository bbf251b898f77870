"""Who asks: what a person told, on the line and in their settings, as each kind of rule needs it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from msgspec import Struct, structs

from jobcli.domain.evidence import phrase
from jobcli.domain.own import Standing
from jobcli.domain.pay import BOUNDS, LAND_BY_CODE, Person
from jobcli.domain.place import land_of
from jobcli.domain.refusal import Refusal, refuse
from jobcli.domain.schooling import SCHOOLS, Education

if TYPE_CHECKING:
    from jobcli.domain.net import Taxpayer
    from jobcli.domain.own import CourseOffer
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import Role, TrainingPath
    from jobcli.moving.fit import Bearer
    from jobcli.training.admission import Entrant
    from jobcli.training.funding import Applicant

FACTOR_CLASS = 4
_PRESENT_JOB = ("level", "leadership")
"""What says something of the job that someone has: of roles that are compared it would say the same."""


Employer = Literal["new", "same", "untold"]
"""With whom a move is: another employer, where the years with them begin at 0, or the same; or nothing was told of years."""


class Asker(Struct, frozen=True, kw_only=True):
    """All that is known of who asks. None and nothing are not told."""

    person: Person = Person()
    """What estimates of pay ask."""
    standing: Standing = Standing()
    """The role they have, and what they can do."""
    leads: bool | None = None
    """Whether they lead people in the role they have."""
    practice: int | None = None
    """Years in working life that were told: years that are only concluded from an age prove no practice."""
    age: int | None = None
    """The age that was told, which decides on schemes with a limit of age."""
    taxed: Mapping[str, Any] = {}
    """What net pay asks, by the fields of `Taxpayer`; nothing where it is not asked for."""
    same_employer: bool = False
    """Whether another role would be with the employer that they have: then the years there go on."""
    offers: Mapping[str, CourseOffer] = {}
    """Courses that they were offered, by the ids of the paths."""
    from_me: tuple[str, ...] = ()
    """The keys whose answers came from the settings."""
    kept: Mapping[str, Any] = {}
    """Those answers by their keys, as a page says them: an age that stands for experience as the years."""

    @property
    def taxpayer(self) -> Taxpayer:
        """Whose net pay it is."""
        from jobcli.domain.net import Taxpayer

        return Taxpayer(**self.taxed)

    def person_in(self, role: str) -> Person:
        """What estimates of the pay of a role ask, once they have it.

        With another employer, as long as nothing else is said, the years there begin anew, those in working life go on. That
        counts where either was told: of an average person nothing is known that could begin anew.
        """
        person = self.person
        if self.employer != "new" or role == self.standing.role:
            return person
        return structs.replace(person, tenure=0)

    @property
    def employer(self) -> Employer:
        """With whom a move to another role is."""
        if self.same_employer:
            return "same"
        return "untold" if self.person.tenure is None and self.person.experience is None else "new"

    @property
    def entrant(self) -> Entrant:
        """What decides on admission to training."""
        return self.entering(None)

    def entering(self, present: Role | None) -> Entrant:
        """The same for somebody who has the role `present`."""
        from jobcli.training.admission import Entrant

        return Entrant(
            qualifications=self.standing.qualifications,
            practice=self.practice,
            education=self.person.education,
            school=self.standing.school,
            skilled=present is not None and present.level != "helper",
        )

    def offered(self, path: TrainingPath) -> TrainingPath:
        """The path with what they were offered, where they were."""
        offer = self.offers.get(path.id or "")
        if offer is None:
            return path
        from jobcli.training.offers import offered

        return offered(path, offer)

    def applicant(self, course_hours: int | None = None, offer: CourseOffer | None = None) -> Applicant:
        """What decides on who pays for training; `course_hours` are those of the course they have in mind."""
        from jobcli.training.funding import Applicant

        at_work = (self.standing.role, self.person.hours, self.person.company_size, self.standing.pay)
        return Applicant(
            state=self.person.state,
            age=self.age,
            employed=True if any(told is not None for told in at_work) else None,
            education=self.person.education,
            tenure=self.person.tenure,
            experience=self.practice,
            company_size=self.person.company_size,
            hours=self.person.hours,
            teaching_hours=course_hours if offer is None or offer.lessons is None else offer.lessons,
            approved=None if offer is None or offer.zfu is None else offer.zfu == "yes",
        )

    def bearer(self, profiles: Mapping[str, Profile]) -> Bearer:
        """What they bring to a role. Where the profile of their own role is broken, nothing is concluded from it."""
        from jobcli.moving.fit import Bearer

        standing = self.standing
        present = profiles.get(standing.role or "")
        paths = {path.id: path for profile in profiles.values() for path in profile.paths}
        return Bearer(
            role=standing.role,
            present=None if present is None else present.role,
            completed=tuple(paths[name] for name in standing.qualifications if name in paths),
            education=self.person.education,
            practice=self.practice,
            leads=self.leads,
            languages=dict(part.split("-") for part in standing.languages) if standing.languages else None,
            skills=frozenset(standing.skills) if standing.skills else None,
        )


NOBODY = Asker()


def asker(typed: Mapping[str, Any], stored: Mapping[str, Any], *, present_job: bool = True) -> Asker:
    """Who asks, from the answers on the line and those of the settings, by key: only those that the question asks for.

    Who tells age or experience now does not mean the other one that was told before. Without `present_job` the person of
    the estimates has no level and leads nobody. Refusal for answers that contradict each other.
    """
    pair = {"experience", "age"}
    silent = set(typed) | (pair if pair & set(typed) else set())
    kept = {key: value for key, value in stored.items() if key not in silent}
    kept, lands = _settled(typed, kept)
    answers = _schooled({**kept, **typed, **lands})
    years = working_years(answers, kept)
    if "experience" in kept:
        kept.pop("age", None)
    if not present_job and "leadership" in kept:
        kept["leadership"] = kept.pop("leadership")
    fields = {**_fields(answers), "experience": years}
    skipped = () if present_job else _PRESENT_JOB
    return Asker(
        person=Person(**{name: fields[name] for name in _of(Person, fields) if name not in skipped}),
        standing=Standing(**{name: fields[name] for name in _of(Standing, fields)}),
        leads=answers.get("leadership"),
        practice=answers.get("experience"),
        age=answers.get("age"),
        from_me=tuple(kept),
        kept={"experience" if key == "age" else key: years if key == "age" else value for key, value in kept.items()},
    )


def _settled(typed: Mapping[str, Any], kept: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was told before and still holds, and the Land that follows from the place; what is told now goes before it.

    Refusal where a place lies in another Land than the one that was told at the same time.
    """
    place, state = typed.get("place", kept.get("place")), typed.get("state", kept.get("state"))
    if place is None:
        return dict(kept), {}
    if state is None:
        return dict(kept), {"state": land_of(place)}
    if land_of(place) == state:
        return dict(kept), {}
    told = {"place", "state"} & set(typed)
    if len(told) != 1:
        refuse_place(place, state)
    left = {key: value for key, value in kept.items() if key not in {"place", "state"} - told}
    return left, {"state": land_of(place)} if told == {"place"} else {}


def refuse_place(place: str, state: str, *, forget: bool = False) -> NoReturn:
    """Refuse a place and a Land in which it does not lie; `forget`: both are settings, or are to be."""
    from jobcli.answers.place import name_of

    message = phrase("{place} lies in {land}, not in {state}.")
    hint = phrase("Leave out --state, for the Land follows from the place, or leave out --place.")
    if forget:
        hint = phrase("Set both, or forget one: jobcli me set place {key} state {land_code}; jobcli me unset place")
    land = LAND_BY_CODE[land_of(place)]
    values = {"place": name_of(place), "land": land.name, "state": LAND_BY_CODE[state].name}
    refuse("contradiction", message, hint, exit_code=2, **values, key=place, land_code=land.code)


def _schooled(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers where a school certificate that was told as the highest education stands as what it is."""
    told = answers.get("education")
    return {**answers, "education": "none", "school": told} if told in SCHOOLS else dict(answers)


def with_net(typed: Mapping[str, Any], stored: Mapping[str, Any], who: Asker | None = None) -> Asker:
    """Who asks for net pay, and for the estimates of `who` as well where there is one.

    Who tells one kind of health insurance now does not mean the other one that was told before, nor the birth who tells an
    age. Refusal for answers that contradict each other.
    """
    kept = {key: value for key, value in stored.items() if key not in typed}
    for told, other in (("health-surcharge", "private-health"), ("private-health", "health-surcharge")):
        if told in typed:
            kept.pop(other, None)
            kept.pop("private-subsidy", None)
    for told, other in (("age", "born"), ("born", "age")):
        if told in typed:
            kept.pop(other, None)
    if typed.get("tax-class", FACTOR_CLASS) != FACTOR_CLASS:
        kept.pop("factor", None)
    if "private-health" not in {**kept, **typed}:
        kept.pop("private-subsidy", None)
    taxed = _fields({**kept, **typed})
    refuse_contradictions(taxed)
    before = who or NOBODY
    new = {key: value for key, value in kept.items() if key not in before.from_me}
    return structs.replace(
        before,
        taxed=taxed,
        from_me=(*before.from_me, *new),
        # Beside an estimate an age stands for experience: what is told of it is told there.
        kept={**before.kept, **{key: value for key, value in new.items() if who is None or key != "age"}},
    )


def working_years(answers: Mapping[str, Any], kept: Mapping[str, Any]) -> float | None:
    """Years in working life: as told, else from the age after the education, an apprenticeship where none is told.

    Refusal where answers contradict; `kept` are those from the settings, which it then names.
    """
    experience, age, tenure = (answers.get(key) for key in ("experience", "age", "tenure"))
    try:
        _refuse_years(experience, age, tenure)
    except Refusal as refusal:
        stored = [key for key in ("experience", "age", "tenure") if key in kept]
        if not stored:
            raise
        hint = phrase("From your settings: {keys}. Change them with 'jobcli me set', or ignore them with --no-me.")
        problem = refusal.problems[0]
        values = {**problem.values, "keys": ", ".join(f"{key} {kept[key]}" for key in stored)}
        raise Refusal(structs.replace(problem, hint=hint, values=values), code=refusal.code) from None
    if experience is not None or age is None:
        return experience
    from jobcli.files.figures import open_drawer

    education: Education = _schooled(answers).get("education") or "apprenticeship"
    schooling = open_drawer()["schooling"].values[education]
    # School begins at six. Tenure is part of working life, so working life is at least as long.
    return max(0, int(age - schooling - 6), tenure or 0)


def _refuse_years(experience: float | None, age: int | None, tenure: float | None) -> None:
    begin = BOUNDS["age"][0]
    for option, years in (("--experience", experience), ("--tenure", tenure)):
        if age is not None and years is not None and years > age - begin:
            message = phrase("{option} {years} does not fit --age {age}: working life begins at {begin} or later.")
            values = {"option": option, "years": years, "age": age, "begin": begin}
            refuse("contradiction", message, phrase("Change one of the two."), exit_code=2, **values)
    if experience is not None and tenure is not None and tenure > experience:
        message = phrase("--tenure {tenure} is longer than --experience {experience}.")
        values = {"tenure": tenure, "experience": experience}
        refuse("contradiction", message, phrase("Change one of the two."), exit_code=2, **values)


def refuse_contradictions(taxed: Mapping[str, Any], *, forget: str | None = None) -> None:
    """Refuse answers for net pay, by field, of which no two can be true together.

    `forget` is a setting that stands in the way of a new one.
    """
    private = taxed.get("private_health")
    if private is not None and taxed.get("health_surcharge") is not None:
        message = phrase("Health insurance is either private or with a fund and its surcharge.")
        hint = phrase("Leave out --private-health or --health-surcharge.")
        if forget is not None:
            hint = phrase("Forget what was told before: {command}")
        refuse("contradiction", message, hint, exit_code=2, command=f"jobcli me unset {forget}")
    if private is not None and (taxed.get("private_subsidy") or 0) > private:
        _refuse_subsidy()
    children = taxed.get("children")
    if taxed.get("parent") is False and children:
        message = phrase("--no-parent does not fit --children {children}.")
        refuse("contradiction", message, phrase("Change one of the two."), exit_code=2, children=children)


def refuse_gaps(taxed: Mapping[str, Any]) -> None:
    """Refuse answers for net pay, by field, that need another one which was not told."""
    if taxed.get("private_health") is None and taxed.get("private_subsidy") is not None:
        _refuse_subsidy()
    if taxed.get("factor") is not None and taxed.get("tax_class") != FACTOR_CLASS:
        message = phrase("--factor goes with tax class IV: the factor method is for two who are both in it.")
        refuse("contradiction", message, phrase("Add --tax-class 4, or leave out --factor."), exit_code=2)
    if taxed.get("church") and taxed.get("state") is None:
        message = phrase("Church tax depends on the Land: 8 or 9 percent of the wage tax.")
        refuse("church-needs-land", message, phrase("Add the Land, such as --state BY, or --no-church."), exit_code=2)


def _refuse_subsidy() -> NoReturn:
    message = phrase("--private-subsidy is a part of the premium that --private-health names.")
    hint = phrase("Example: {example}")
    refuse("contradiction", message, hint, exit_code=2, example="--private-health 600 --private-subsidy 300")


def _fields(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers by the names of the fields that hold them."""
    return {key.replace("-", "_"): value for key, value in answers.items()}


def _of(record: type[Struct], fields: Mapping[str, Any]) -> list[str]:
    """The fields of a record that were told."""
    return [name for name in record.__struct_fields__ if fields.get(name) is not None]
