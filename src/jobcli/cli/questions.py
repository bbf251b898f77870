"""All that a person can tell: one line a question. The options, the keys of `jobcli me` and what Tab offers come from it.

To ask one more thing that is yes or no and changes pay, such as shift work:

1. Here, a line in QUESTIONS: `estimate`, `match`, `route` and `paths` have the option, `jobcli me` the key, Tab both.
2. In domain/pay.py, the field of `Person` and of `TellsPerson`, whose name is the key with underscores, and a line in YES_NO
   with its words and with the names of both answers in the figures.
3. In pay/factors.py, its name in `Factor`; in figures/, its table `shift-work-effect`.
4. The sentences in German (docs/translating.md), docs/commands.md, and one answer in EVERY of tests/cli/test_me.py.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from jobcli.cli.readers import (
    Choice,
    read_age,
    read_born,
    read_child_allowances,
    read_children,
    read_company_size,
    read_education,
    read_experience,
    read_factor,
    read_health_surcharge,
    read_hours,
    read_industry,
    read_level,
    read_own_pay,
    read_place,
    read_private_health,
    read_private_subsidy,
    read_school,
    read_state,
    read_tax_allowance,
    read_tax_class,
    read_tenure,
    yes_or_no,
)
from jobcli.cli.signature import Command, also_takes
from jobcli.domain.evidence import Phrase, phrase
from jobcli.domain.pay import LANDS

if TYPE_CHECKING:
    from jobcli.cli.session import Session

Kind = Literal["pay", "net", "standing"]
"""What asks for the answer: every estimate; only net pay; only what compares a person with roles."""

Late = Callable[[str, "Session"], object]
"""Reads an answer that the catalogue decides on."""


class Question(Struct, frozen=True):
    """One thing that a person can tell: once with `jobcli me`, or on the line of a command."""

    key: str
    """The key of `jobcli me` and the name of the option; with underscores, the field that holds the answer."""
    kind: Kind
    help: Phrase
    metavar: str = ""
    """What help calls the value. None: the answer is yes or no."""
    read: Callable[[str], object] | None = None
    """Reads the answer where the line is parsed."""
    look_up: Late | None = None
    """Reads the answer once all folders of profiles are known, in the place of `read`."""
    offers: tuple[str, ...] = ()
    """The words that Tab offers; those of a choice it knows itself."""
    completer: str = ""
    """What in tab/values.py knows the words, where the catalogue decides on them."""
    no: str = ""
    """The option that says no, of an answer that is yes or no."""
    several: bool = False
    """Whether the answer is a list with commas."""
    present_job: bool = False
    """Whether it is about the job that the person has: of roles that are compared it would say the same."""

    @property
    def name(self) -> str:
        """The field that holds the answer, which is what the parser calls it too."""
        return self.key.replace("-", "_")

    @property
    def flag(self) -> str:
        """The option as the parser is told it."""
        return f"--{self.key}/--{self.no}" if self.no else f"--{self.key}"

    @property
    def words(self) -> tuple[str, ...]:
        """The words that Tab offers, as far as they do not depend on the catalogue."""
        read = yes_or_no(self.key) if self.no else self.read
        return read.words if isinstance(read, Choice) else self.offers

    @property
    def parameter(self) -> inspect.Parameter:
        """The parameter of a command that asks this."""
        from typer import Option

        typed: Any = (
            bool | None if self.no else list[str] | None if self.several else str | None if self.look_up else Any
        )
        option = Option(None, self.flag, metavar=self.metavar or None, parser=self.read, help=self.help)
        return inspect.Parameter(self.name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=option, annotation=typed)

    def answer(self, text: str, session: Session) -> object:
        """What a text means, wherever it was written. Refusal for what it does not."""
        if self.look_up is not None:
            return self.look_up(text, session)
        return (self.read or yes_or_no(self.key))(text)


def _skilled(name: str) -> Late:
    """A reader of skill_readers.py, imported when such an answer is read."""

    def look_up(text: str, session: Session) -> object:
        from jobcli.cli import skill_readers

        read: Late = getattr(skill_readers, f"read_{name}")
        return read(text, session)

    return look_up


QUESTIONS: dict[str, Question] = {
    question.key: question
    for question in (
        Question(
            "state",
            "pay",
            phrase("The Land of work: BY, Bayern, Bavaria, or a city such as Kassel."),
            "LAND",
            read_state,
            offers=tuple(land.code for land in LANDS),
        ),
        Question(
            "experience",
            "pay",
            phrase("Years in working life, such as 12 or 2.5."),
            "YEARS",
            read_experience,
        ),
        Question("age", "pay", phrase("Age, from which experience is counted."), "YEARS", read_age),
        Question(
            "tenure",
            "pay",
            phrase("Years with the same employer, such as 5 or 2.5."),
            "YEARS",
            read_tenure,
        ),
        Question(
            "company-size",
            "pay",
            phrase("How many people work in the company."),
            "PEOPLE",
            read_company_size,
        ),
        Question(
            "industry",
            "pay",
            phrase("The industry of the company: a WZ 2008 division such as J62, or a word such as IT."),
            "WZ",
            look_up=lambda text, session: read_industry(text, session.catalog.vocabulary),
            completer="complete_industry",
        ),
        Question(
            "level",
            "pay",
            phrase("The level of the job: helper, skilled, specialist or expert."),
            "LEVEL",
            read_level,
            present_job=True,
        ),
        Question(
            "education",
            "pay",
            phrase(
                "The highest qualification: none, apprenticeship, master-craftsman, bachelor, master or doctorate; or, without one, the school certificate, such as abitur."
            ),
            "DEGREE",
            read_education,
        ),
        Question("leadership", "pay", phrase("Leading people, or not."), no="no-leadership", present_job=True),
        Question(
            "collective-agreement",
            "pay",
            phrase("A company with a collective agreement, or without."),
            no="no-collective-agreement",
        ),
        Question("fixed-term", "pay", phrase("A fixed-term contract, or a permanent one."), no="permanent"),
        Question("hours", "pay", phrase("Hours a week; 40 is full time."), "HOURS", read_hours),
        Question(
            "tax-class",
            "net",
            phrase("Tax class (Steuerklasse), 1 to 6 or I to VI."),
            "1-6",
            read_tax_class,
            offers=("1", "2", "3", "4", "5", "6"),
        ),
        Question("children", "net", phrase("Children under 25, for care insurance."), "NUMBER", read_children),
        Question(
            "parent",
            "net",
            phrase("A child of any age, or none: whether the childless pay more."),
            no="no-parent",
        ),
        Question(
            "child-allowances",
            "net",
            phrase("Allowances for children (Kinderfreibetrag) on the tax card, such as 0.5."),
            "NUMBER",
            read_child_allowances,
        ),
        Question("church", "net", phrase("Church tax, or none."), no="no-church"),
        Question(
            "health-surcharge",
            "net",
            phrase("The whole surcharge (Zusatzbeitrag) of your health fund, such as 2.45."),
            "PERCENT",
            read_health_surcharge,
        ),
        Question(
            "private-health",
            "net",
            phrase("Private health and care insurance: what you pay a month."),
            "EUROS",
            read_private_health,
        ),
        Question(
            "private-subsidy",
            "net",
            phrase("What the employer pays of that a month, if --private-health is the whole premium."),
            "EUROS",
            read_private_subsidy,
        ),
        Question(
            "born",
            "net",
            phrase("The month of birth, 2003-06, or the day: where a birthday decides, it says more than --age."),
            "MONTH",
            read_born,
        ),
        Question(
            "pension-drawn",
            "net",
            phrase("A full old-age pension beside the pay, or none."),
            no="no-pension-drawn",
        ),
        Question(
            "pension-exempt",
            "net",
            phrase(
                "A Minijob exempt from pension insurance, or not; --no-pension-exempt beside a full pension pays on."
            ),
            no="no-pension-exempt",
            present_job=True,
        ),
        Question(
            "pension-insurance",
            "net",
            phrase(
                "Pension and unemployment insurance, or neither: civil servants, some managers (special tax table)."
            ),
            no="no-pension-insurance",
        ),
        Question(
            "factor",
            "net",
            phrase("The factor of tax class IV on the tax card, such as 0.957."),
            "NUMBER",
            read_factor,
        ),
        Question(
            "tax-allowance",
            "net",
            phrase("The allowance on the tax card (Freibetrag), in euros a month."),
            "EUROS",
            read_tax_allowance,
        ),
        Question(
            "trainee",
            "net",
            phrase("The pay of an apprenticeship, or not."),
            no="no-trainee",
            present_job=True,
        ),
        Question(
            "student",
            "net",
            phrase("A student who works beside the studies (Werkstudent), or not."),
            no="no-student",
            present_job=True,
        ),
        Question(
            "role",
            "standing",
            phrase("The role you have now."),
            "ROLE",
            look_up=lambda text, session: session.role(text).id,
            completer="complete_role",
        ),
        Question(
            "qualifications",
            "standing",
            phrase("Training paths that you have completed."),
            "ID,ID",
            look_up=_skilled("qualifications"),
            completer="complete_training",
            several=True,
        ),
        Question(
            "school",
            "standing",
            phrase(
                "The school certificate: no-certificate, hauptschule, mittlere-reife, fachhochschulreife or abitur."
            ),
            "CERTIFICATE",
            read_school,
        ),
        Question(
            "languages",
            "standing",
            phrase("Languages with their CEFR level: english-B2,german-C1."),
            "LANGUAGE-LEVEL",
            look_up=_skilled("languages"),
            completer="complete_language",
            several=True,
        ),
        Question(
            "skills",
            "standing",
            phrase("What you can do: ids of requirements and subjects, or their names."),
            "SKILL,SKILL",
            look_up=_skilled("skills"),
            completer="complete_skill",
            several=True,
        ),
        Question(
            "pay",
            "standing",
            phrase("What you earn now, gross: 3100/month or 37200/year. What a path brings is then counted from it."),
            "AMOUNT",
            read_own_pay,
        ),
        Question(
            "place",
            "standing",
            phrase("Where you live: a city or a district such as Dortmund or Landkreis Harz; the Land follows."),
            "PLACE",
            read_place,
            completer="complete_place",
        ),
    )
}
"""In the order of `jobcli me` and of help."""

PAY, NET, STANDING = (
    tuple(question for question in QUESTIONS.values() if question.kind == kind) for kind in ("pay", "net", "standing")
)
ANYWHERE = tuple(question for question in PAY if not question.present_job)
"""What an estimate asks where roles are compared."""

NET_OF_ROLE = tuple(question for question in NET if not question.present_job)
"""What net pay asks of a role's pay: that of no Minijob, trainee or student."""

BROUGHT = (
    *(one for one in STANDING if one.key not in ("pay", "place")),
    *(QUESTIONS[key] for key in ("education", "experience", "leadership")),
)
"""What decides on whether a role fits."""


def asks(*questions: Question, before: str) -> Callable[[Command], Command]:
    """Give a command the options of these questions, each once, in front of its parameter `before`.

    The answers arrive in its `**typed`, by the names of the questions; None is not told.
    """
    return also_takes(*(question.parameter for question in questions), before=before)
