"""What the format calls its parts: records in a sentence, and the values that a key can choose from.

For problems, for editors and for docs/profile-format.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from msgspec import inspect

from jobcli.domain.evidence import Phrase, phrase
from jobcli.domain.interests import InterestType
from jobcli.domain.role import Level, PathKind, RequirementKind
from jobcli.domain.salary import Spread
from jobcli.domain.schooling import Education, School

NAMES = {
    "Role": phrase("a role"),
    "RoleLevel": phrase("a level of a role"),
    "Codes": phrase("codes"),
    "Duty": phrase("a duty"),
    "Requirement": phrase("a requirement"),
    "Salary": phrase("a salary"),
    "SalaryObservation": phrase("a salary observation"),
    "Benefit": phrase("a benefit"),
    "TrainingPath": phrase("a training path"),
    "Step": phrase("a step"),
    "StepLink": phrase("a link of a step"),
    "ExamPart": phrase("a part of an examination"),
    "TrainingYear": phrase("the pay of a training year"),
    "Span": phrase("a figure"),
    "Cost": phrase("a cost"),
    "Admission": phrase("an admission"),
    "Transition": phrase("a transition"),
    "Transitions": phrase("transitions"),
    "Outlook": phrase("an outlook"),
    "Claim": phrase("a statement"),
    "Source": phrase("a source"),
    "Words": phrase("a text in two languages"),
    "Vocabulary": phrase("the vocabulary"),
    "Figures": phrase("a table of figures"),
    "Drawer": phrase("the figures"),
    "Pending": phrase("a law that has not been passed"),
    "Scheme": phrase("a scheme"),
    "Condition": phrase("a condition"),
    "Settings": phrase("the settings"),
    "CourseOffer": phrase("an offer"),
    "Progress": phrase("the progress"),
    "KeptAnswers": phrase("the answers that are kept"),
    "Statement": phrase("a statement on what one likes"),
    "Started": phrase("a path that was begun"),
    "BegunPlan": phrase("a plan that was begun"),
    "PlannedPath": phrase("a path of a plan"),
    "Tick": phrase("a ticked step"),
}

_JOB_LEVELS = {
    "helper": "Helfer: no vocational training, or one of a year.",
    "skilled": "Fachkraft: usually a vocational training of two or three years.",
    "specialist": "Spezialist: usually a further training or a bachelor's degree.",
    "expert": "Experte: usually a degree of four years or more.",
}

CHOICES: dict[str, dict[str, str]] = {
    "basis": {
        "stated": "The source says so.",
        "derived": "We concluded it: it follows from the source, which does not say it in these words.",
        "doubted": "The source says so, but we could not check it in full.",
    },
    "Span.basis": {
        "stated": "The source says so.",
        "derived": "We concluded it: it follows from the source, which does not say it in these words.",
        "doubted": "The source says so, but we could not check it in full.",
        "generic": "It is typical for such courses: the source speaks of the whole group, not of this one.",
    },
    "Span.confidence": {
        "official_text": "The text of the law.",
        "official_data": "An official table.",
        "official_page": "The publisher's own page, such as that of a chamber, an office or a university.",
        "news_copy": "The publisher's figure, read in the press.",
        "third_party_extract": "Taken over from the publisher by somebody else.",
        "third_party": "The page of somebody else, such as a provider or a portal.",
        "derived": "Computed here, from published figures.",
    },
    "Source.dating": {
        "stated": "The publication carries this date.",
        "inferred": "It carries none; we concluded the date from its content.",
    },
    "Source.kind": {
        "official": "An office of statistics or another authority.",
        "portal": "A pay portal: what its readers told it, or what advertisements name.",
        "survey": "A recruiter, a consultancy, a trade paper or an association that asked around.",
        "article": "The press or a guide; `quotes` says whose figures it prints.",
        "law": "A law or an ordinance.",
        "other": "Anything else.",
    },
    "Source.quotes": {
        "official": "Figures of an office of statistics.",
        "portal": "Figures of a pay portal.",
        "survey": "Figures of a recruiter, a consultancy or an association.",
        "other": "Anything else.",
    },
    "Role.level": _JOB_LEVELS,
    "RoleLevel.level": _JOB_LEVELS,
    "Requirement.kind": {
        "education": "A qualification.",
        "experience": "Time in a job.",
        "language": "A language; `language` and `level` say which and how well.",
        "skill": "Something one can learn.",
        "trait": "How one is.",
    },
    "Requirement.need": {"must": "Nobody is taken without it.", "should": "It helps."},
    "Requirement.level": {
        "A1": "The first words.",
        "A2": "Simple exchanges about everyday things.",
        "B1": "Most situations at work and on the way.",
        "B2": "Fluent talks, also about one's own field.",
        "C1": "Free and exact, in speech and writing.",
        "C2": "Almost as at home.",
    },
    "SalaryObservation.statistic": {
        "mean": "The average.",
        "median": "Half earn more, half earn less.",
        "midpoint": "The middle between two ends, not a measured value.",
        "unknown": "The publication does not say.",
    },
    "SalaryObservation.spread": {
        "full-range": "From the lowest to the highest.",
        "quartiles": "A quarter earn less than `low`, a quarter earn more than `high`.",
        "deciles": "A tenth earn less than `low`, a tenth earn more than `high`.",
        "career-levels": "Pay of beginners and of people with long experience: no measure of spread.",
    },
    "SalaryObservation.scope": {
        "title": "All who hold exactly this title.",
        "part": "Some of them only: a step of a career, a city, an industry.",
        "field": "A wider field, or a neighbouring title.",
        "group": "A whole group of the KldB.",
    },
    "Benefit.given": {"often": "Many get it.", "possibly": "It is possible, too."},
    "Role.subjects_from": {"work": "In the work itself.", "training": "In what training for the role teaches."},
    "SalaryObservation.high_is": {
        "exact": "The point lies at `high`.",
        "at-least": "The point lies at `high` or above it.",
    },
    "languages": {"de": "German.", "en": "English."},
    "SalaryObservation.per": {
        "year": "Euros a year.",
        "month": "Euros a month.",
        "hour": "Euros an hour, with at most two decimals; a year is 2080 hours.",
    },
    "SalaryObservation.special_payments": {
        "included": "They are in the figures.",
        "excluded": "They come on top.",
        "unknown": "The publication does not say.",
    },
    "Salary.moved_by": {
        "employer": "Which employer it is.",
        "company-size": "How many people work there.",
        "state": "The Land.",
        "city": "The city.",
        "tenure": "The years with this employer.",
        "experience": "The years in the job.",
        "industry": "The industry.",
        "education": "The highest qualification.",
        "leadership": "How many people one leads.",
        "collective-agreement": "Whether a collective agreement (Tarifvertrag) applies.",
    },
    "TrainingPath.kind": {
        "apprenticeship": "An apprenticeship (Ausbildung).",
        "distance-course": "A course by post or online, at times of one's own.",
        "part-time-course": "A course beside the job, at fixed times.",
        "degree": "Studies at a university.",
        "certificate": "A course or examination of days or weeks.",
        "on-the-job": "Learned at work, without a course.",
    },
    "TrainingPath.purpose": {
        "leads": "It leads to the role.",
        "helps": "It helps in the role, and makes nobody one: it is never the way, nor the cheapest one.",
    },
    "Admission.education": {
        "none": "No vocational qualification.",
        "apprenticeship": "A completed apprenticeship, whichever it is.",
        "master-craftsman": "Meister, Techniker or Fachwirt.",
        "bachelor": "A bachelor's degree.",
        "master": "A master's degree or a Diplom.",
        "doctorate": "A doctorate.",
    },
    "Admission.school": {
        "no-certificate": "None.",
        "hauptschule": "After nine or ten years (Hauptschulabschluss).",
        "mittlere-reife": "After ten years (mittlerer Abschluss, Realschule).",
        "fachhochschulreife": "Admits to universities of applied sciences.",
        "abitur": "Admits to every university (allgemeine Hochschulreife).",
    },
    "Admission.enough": {
        "nothing": "Nothing is required.",
        "practice": "These years are enough without any training.",
        "all": "Whoever has what the keys ask for has all that the words ask for.",
    },
    "CourseOffer.zfu": {"yes": "The ZFU approved it.", "no": "The ZFU did not approve it."},
    "Figures.unit": {
        "log-points": "A difference of natural logarithms: 0.05 is about 5 %.",
        "standard-deviation-log": "A standard deviation of the natural logarithm.",
        "index": "An index; what its 100 is, the note says.",
        "percent": "Percent: 5 is 5 %.",
        "euros-per-hour": "Euros an hour.",
        "euros-per-month": "Euros a month.",
        "euros-per-year": "Euros a year.",
        "persons": "People.",
        "pairs": "Pairs of figures that were compared.",
        "years": "Years.",
        "employees": "Employees of a firm.",
        "hours-per-week": "Hours a week.",
        "share": "A share: 0.05 is 5 %.",
        "euros": "Euros, once.",
        "hours": "Hours.",
        "months": "Months.",
        "days-per-year": "Days a year.",
        "coefficient": "A number of a formula, without a unit.",
        "official-key": "The official number of a place.",
        "points": "Points that a law gives.",
        "euros-per-square-metre": "Euros a square metre, a month.",
    },
    "Statement.type": {
        "R": "Hands-on: things, machines, plants, animals.",
        "I": "Finding out.",
        "A": "Creating.",
        "S": "Helping people.",
        "E": "Persuading and leading.",
        "C": "Ordering and checking.",
    },
    "Pending.status": {"draft": "A bill or a draft lies there.", "open": "Nobody has proposed anything."},
    "Pending.until_then": {"as-before": "The edition before stays law.", "nothing": "There is no figure until then."},
    "Figures.keyed_by": {
        "name": "What a value speaks of, such as a Land.",
        "date": "The day from which a value is in force, until the next one.",
        "date-name": "A day and a name: all values of one day replace those of the day before.",
    },
    "Figures.confidence": {
        "official_text": "The text of the law.",
        "official_data": "An official table.",
        "official_page": "A page of the office.",
        "news_copy": "The office's figure, read in the press.",
        "third_party_extract": "Taken from the office by somebody else.",
        "third_party": "The page of somebody else.",
        "derived": "Computed from other figures.",
    },
    "Tick.state": {"done": "It is done.", "doing": "You are at it.", "skipped": "You do not need it."},
}
"""What each value means, by the record and the key that it stands under; by the key alone where it means the same in all records."""
CHOICES["Statement.level"] = CHOICES["Role.level"]
CHOICES["Scheme.kinds"] = CHOICES["TrainingPath.kind"]
CHOICES["TrainingYear.basis"] = CHOICES["Span.basis"]
CHOICES["TrainingYear.confidence"] = CHOICES["Span.confidence"]

# msgspec sorts the values of a choice by letter; where their own order says something, it is kept.
_ORDERS = {
    frozenset(get_args(kind)): get_args(kind)
    for kind in (Education, InterestType, Level, PathKind, RequirementKind, School, Spread)
}


def name_of(kind: inspect.StructType) -> Phrase:
    """What a record of this type is called in a sentence."""
    return NAMES.get(kind.cls.__name__, Phrase(kind.cls.__name__))


def in_order(kind: inspect.LiteralType) -> list[str]:
    """The values of a choice."""
    values = [str(value) for value in kind.values]
    return [str(value) for value in _ORDERS.get(frozenset(values), values)]


def meanings(record: str, key: str, values: Iterable[str]) -> dict[str, str]:
    """These values of a key in the order of their sense, each with what it means. KeyError for values without words."""
    words = CHOICES.get(f"{record}.{key}") or CHOICES.get(key, {})
    if words.keys() != set(values):
        raise KeyError(f"{record}.{key}")
    return words
