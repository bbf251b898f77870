"""What a job is: duties, requirements, pay as it was observed, the paths that lead there, the roles around it."""

from typing import Annotated, Literal, Self, get_args

from msgspec import Meta, Struct, structs

from jobcli.domain.evidence import (
    LISTED,
    MAX_ENTRIES,
    Basis,
    Confidence,
    FigureBasis,
    Id,
    Moment,
    Source,
    Text,
    Words,
)
from jobcli.domain.extent import Extent
from jobcli.domain.languages import CefrLevel
from jobcli.domain.salary import UNPAID, Benefit, Kldb, Salary
from jobcli.domain.schooling import Education, School

Level = Literal["helper", "skilled", "specialist", "expert"]
"""Anforderungsniveau, the fifth digit of the KldB 2010: Helfer, Fachkraft, Spezialist, Experte."""
LEVELS: tuple[Level, ...] = get_args(Level)
"""From the lowest to the highest."""

Division = Annotated[
    str, Meta(pattern=r"^[A-U]\d{2}$", title="division", description="WZ 2008 division with its section letter: J62.")
]
PathKind = Literal["apprenticeship", "distance-course", "part-time-course", "degree", "certificate", "on-the-job"]
Purpose = Literal["leads", "helps"]
"""Whether a path leads to a role, or only helps in it."""
ADDRESS = r"^https?://\S+$"
Address = Annotated[str, Meta(pattern=ADDRESS, max_length=2_000, title="address", description="https://example.org/x")]
RequirementKind = Literal["education", "experience", "language", "skill", "trait"]
Side = Literal["before", "after"]
"""On which side of a role a neighbour stands: people come from it, or go to it."""


def levels_up(before: Level, after: Level) -> int:
    """By how many levels the second stands higher; less than 0 where it stands lower."""
    return LEVELS.index(after) - LEVELS.index(before)


class Codes(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The role in official classifications: KldB 2010 (five digits), ISCO-08 (four digits), ESCO (address)."""

    kldb: Kldb | None = None
    isco: (
        Annotated[str, Meta(pattern=r"^\d{4}$", title="four digits", description="A code of the ISCO-08: 3341.")] | None
    ) = None
    esco: Text | None = None
    note: Words | None = None


class Duty(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing that the person in this role does. `area` is an id of the vocabulary; `short` the text in a few words."""

    area: Id
    text: Words
    short: Words | None = None
    source: Id
    basis: Basis = "stated"


class Requirement(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing that an employer asks for. The same id means the same requirement in every profile.

    `instead_of` is another requirement of the same profile: the two are one, and either is enough. The text of the one
    that has it continues the other one's after the word "or". `depth` counts how well it has to be known, on the scale of
    whoever wrote the ladder.
    """

    id: Id
    kind: RequirementKind
    need: Literal["must", "should"]
    text: Words
    short: Words | None = None
    language: (
        Annotated[
            str, Meta(pattern=r"^[a-z]{2}$", title="two letters", description="A language code of ISO 639-1: en.")
        ]
        | None
    ) = None
    level: CefrLevel | None = None
    depth: Annotated[int, Meta(ge=1, le=9, description="The higher the more: 1 to 9.")] | None = None
    instead_of: Id | None = None
    source: Id
    basis: Basis = "stated"

    @property
    def choice(self) -> str:
        """The id that all requirements share of which one is enough; of one that stands alone, its own."""
        return self.instead_of or self.id


class Span(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number from `min` to `max`; equal where only one value is published. The unit is in the key that holds it."""

    min: Annotated[float, Meta(ge=0, le=1_000_000)]
    max: Annotated[float, Meta(ge=0, le=1_000_000)]
    as_of: Moment | None = None
    source: Id | None = None
    basis: FigureBasis = "stated"
    confidence: Confidence | None = None
    note: Words | None = None
    doubt: Words | None = None

    @property
    def extent(self) -> Extent[float]:
        """The number without its source, to reckon with."""
        return Extent(self.min, self.max)


class TrainingYear(Span, frozen=True, kw_only=True):
    """Gross euros a month that one is paid in one year of the training."""

    year: Annotated[int, Meta(ge=1, le=6)]


class Cost(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Euros for the course and for the examination; a part that is missing is not known, and one that is included is 0.

    Fees that are asked for in US dollars stay in dollars: they are in no sum of euros.
    """

    course: Span | None = None
    exam: Span | None = None
    course_usd: Span | None = None
    exam_usd: Span | None = None


class ExamPart(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One part of an examination, with its fee in euros where that is known."""

    title: Words
    fee: Span | None = None


class StepLink(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A page on the web that a step needs, and what is found there."""

    url: Address
    title: Words | None = None


class Step(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing to do on a path. `needs` are the ids of steps of the same path that come first.

    `months` is how long it takes; `at_month` is when it falls due, in months after all that it needs: a date, no length.
    """

    id: Id
    was: Annotated[tuple[Id, ...], LISTED] = ()
    text: Words
    needs: Annotated[tuple[Id, ...], LISTED] = ()
    months: Span | None = None
    at_month: Span | None = None
    cost: Span | None = None
    links: Annotated[tuple[StepLink, ...], LISTED] = ()
    basis: Basis = "stated"


class Admission(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One way to be admitted; any one of a path's ways is enough. All that its keys ask for has to be there.

    `training` names paths any one of which counts; `education` and `school` are the least that is asked for.
    `enough` says that nothing is asked for at all, or that the words ask for no more than the keys do.
    """

    text: Words
    training: Annotated[tuple[Id, ...], LISTED] = ()
    education: Education | None = None
    school: School | None = None
    practice_years: Annotated[float, Meta(ge=0, le=50)] | None = None
    enough: Literal["nothing", "practice", "all"] | None = None


class TrainingPath(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A way to qualify. A part that is missing is not known: it is never zero.

    A `dqr` of 0 says that the German qualifications framework has no level for it.
    """

    id: Id | None = None
    was: Annotated[tuple[Id, ...], LISTED] = ()
    kind: PathKind
    purpose: Purpose = "leads"
    title: Words
    awards: Words
    awarding_body: Words | None = None
    law: Text | None = None
    dqr: Annotated[int, Meta(ge=0, le=8)] | None = None
    zfu: Text | None = None
    admission: Annotated[tuple[Admission, ...], LISTED] = ()
    external_exam_years: Annotated[float, Meta(ge=0, le=50)] | None = None
    months: Span | None = None
    lessons: Span | None = None
    hours_per_week: Span | None = None
    hours_total: Span | None = None
    ects: Span | None = None
    cost: Cost = Cost()
    exam_parts: Annotated[tuple[ExamPart, ...], LISTED] = ()
    pass_rate: Span | None = None
    training_pay: Annotated[tuple[TrainingYear, ...], LISTED] = ()
    funding: Annotated[tuple[Id, ...], LISTED] = ()
    teaches: Annotated[tuple[Id, ...], LISTED] = ()
    steps: Annotated[tuple[Step, ...], Meta(min_length=1, max_length=MAX_ENTRIES)]
    languages: Annotated[tuple[Literal["de", "en"], ...], Meta(max_length=2)] = ()
    source: Id
    sources: Annotated[dict[Id, Source], LISTED] = {}
    note: Words | None = None
    doubt: Words | None = None


class Transition(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A role before or after: `role` where the catalogue has a profile of it, else its `title`."""

    role: Id | None = None
    title: Words | None = None
    source: Id
    basis: Basis = "stated"


class Transitions(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    rename={"before": "from", "after": "to"},
):
    """The roles from which people come, and those to which they go."""

    before: Annotated[tuple[Transition, ...], LISTED] = ()
    after: Annotated[tuple[Transition, ...], LISTED] = ()


class Claim(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One statement with its source."""

    text: Words
    short: Words | None = None
    source: Id
    basis: Basis = "stated"


class Outlook(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What speaks for the role's future, and what against it."""

    chances: Annotated[tuple[Claim, ...], LISTED] = ()
    risks: Annotated[tuple[Claim, ...], LISTED] = ()


class RoleLevel(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A level inside one role, such as junior or senior: what it adds to the role, and what it has in the place of the role's.

    Its duties and requirements come beside those of the role; a requirement of the same id stands in the place of that one.
    """

    id: Id
    title: Words
    summary: Words | None = None
    level: Level | None = None
    duties: Annotated[tuple[Duty, ...], LISTED] = ()
    requirements: Annotated[tuple[Requirement, ...], LISTED] = ()
    salary: Salary | None = None


class Role(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A job as a profile describes it. The id is the name of its file.

    `industries` are those in which it is usual, and with them the ones to which its pay belongs; none is everywhere.
    `above_all` only says where there is most of it. `subjects_from` says whether the subjects are those of the work, or
    what training for it teaches. `languages` says in which its texts are written, where that is one on purpose.
    """

    title: Words
    aliases: Annotated[tuple[Text, ...], LISTED] = ()
    summary: Words
    codes: Codes = Codes()
    level: Level
    industries: Annotated[tuple[Division, ...], LISTED] = ()
    above_all: Annotated[tuple[Division, ...], LISTED] = ()
    cities: Annotated[tuple[Text, ...], LISTED] = ()
    subjects: Annotated[tuple[Id, ...], LISTED] = ()
    subjects_from: Literal["work", "training"] = "work"
    duties: Annotated[tuple[Duty, ...], Meta(min_length=1, max_length=MAX_ENTRIES)]
    requirements: Annotated[tuple[Requirement, ...], LISTED] = ()
    salary: Salary | None = None
    benefits: Annotated[tuple[Benefit, ...], LISTED] = ()
    paths: Annotated[tuple[Id | TrainingPath, ...], LISTED] = ()
    helps: Annotated[tuple[Id, ...], LISTED] = ()
    transitions: Transitions = Transitions()
    outlook: Outlook = Outlook()
    levels: Annotated[tuple[RoleLevel, ...], LISTED] = ()
    was: Annotated[tuple[Id, ...], LISTED] = ()
    languages: Annotated[tuple[Literal["de", "en"], ...], Meta(max_length=2)] = ()
    sources: Annotated[dict[Id, Source], Meta(min_length=1, max_length=MAX_ENTRIES)]

    @property
    def pay(self) -> Salary:
        """What was observed of its pay; nothing where the profile says nothing of it."""
        return UNPAID if self.salary is None else self.salary

    def at(self, rung: RoleLevel) -> Self:
        """The role at one of its levels."""
        own = {item.id for item in rung.requirements}
        requirements = (*rung.requirements, *(item for item in self.requirements if item.id not in own))
        return structs.replace(
            self,
            title=_within(self.title, rung.title),
            summary=rung.summary or self.summary,
            level=rung.level or self.level,
            duties=(*rung.duties, *self.duties),
            requirements=requirements,
            salary=rung.salary or self.salary,
            levels=(),
        )


def _within(title: Words, level: Words) -> Words:
    """The title of a level: Software developer (Senior); its own where that has the title of the role in it."""

    def both(role: str | None, own: str | None) -> str | None:
        if role is None or own is None:
            return own or role
        return own if role.casefold() in own.casefold() else f"{role} ({own})"

    return Words(de=both(title.de, level.de), en=both(title.en, level.en))


MAX_WORDS = 2_000
"""Ids of one kind in a vocabulary."""
_SHARED = Meta(max_length=MAX_WORDS)


class Vocabulary(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The ids that profiles share, each with its name in both languages."""

    areas: Annotated[dict[Id, Words], _SHARED] = {}
    subjects: Annotated[dict[Id, Words], _SHARED] = {}
    subject_words: Annotated[dict[Text, Id], _SHARED] = {}
    requirements: Annotated[dict[Id, Words], _SHARED] = {}
    benefits: Annotated[dict[Id, Words], _SHARED] = {}
    funding: Annotated[dict[Id, Words], _SHARED] = {}
    industries: Annotated[dict[Division, Words], _SHARED] = {}
    industry_words: Annotated[dict[Text, Division], _SHARED] = {}
