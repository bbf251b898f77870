"""What the values mean that a key can choose from: for editors and for docs/profile-format.md."""

from __future__ import annotations

from collections.abc import Iterable

_CHOICES: tuple[dict[str, str], ...] = (
    # Basis
    {
        "stated": "The source says so.",
        "derived": "We concluded it: it follows from the source, which does not say it in these words.",
        "doubted": "The source says so, but we could not check it in full.",
    },
    # Source.dating
    {
        "stated": "The publication carries this date.",
        "inferred": "It carries none; we concluded the date from its content.",
    },
    # Level
    {
        "helper": "Helfer: no vocational training, or one of a year.",
        "skilled": "Fachkraft: usually a vocational training of two or three years.",
        "specialist": "Spezialist: usually a further training or a bachelor's degree.",
        "expert": "Experte: usually a degree of four years or more.",
    },
    # Requirement.kind
    {
        "education": "A qualification.",
        "experience": "Time in a job.",
        "language": "A language; `language` and `level` say which and how well.",
        "skill": "Something one can learn.",
        "trait": "How one is.",
    },
    # Requirement.need
    {"must": "Nobody is taken without it.", "should": "It helps."},
    # Requirement.level
    {
        "A1": "The first words.",
        "A2": "Simple exchanges about everyday things.",
        "B1": "Most situations at work and on the way.",
        "B2": "Fluent talks, also about one's own field.",
        "C1": "Free and exact, in speech and writing.",
        "C2": "Almost as at home.",
    },
    # SalaryObservation.statistic
    {
        "mean": "The average.",
        "median": "Half earn more, half earn less.",
        "midpoint": "The middle between two ends, not a measured value.",
        "unknown": "The publication does not say.",
    },
    # SalaryObservation.spread
    {
        "full-range": "From the lowest to the highest.",
        "quartiles": "A quarter earn less than `low`, a quarter earn more than `high`.",
        "deciles": "A tenth earn less than `low`, a tenth earn more than `high`.",
        "career-levels": "Pay of beginners and of people with long experience: no measure of spread.",
    },
    # SalaryObservation.per
    {"year": "Euros a year.", "month": "Euros a month."},
    # SalaryObservation.special_payments
    {
        "included": "They are in the figures.",
        "excluded": "They come on top.",
        "unknown": "The publication does not say.",
    },
    # Salary.moved_by
    {
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
    # PathKind
    {
        "apprenticeship": "An apprenticeship (Ausbildung).",
        "distance-course": "A course by post or online, at times of one's own.",
        "part-time-course": "A course beside the job, at fixed times.",
        "degree": "Studies at a university.",
        "certificate": "A course or examination of days or weeks.",
        "on-the-job": "Learned at work, without a course.",
    },
    # Admission.enough
    {"practice": "These years are enough without any training."},
    # Figures.unit
    {
        "log-points": "A difference of natural logarithms: 0.05 is about 5 %.",
        "standard-deviation-log": "A standard deviation of the natural logarithm.",
        "index": "An index; what its 100 is, the note says.",
        "percent": "Percent: 5 is 5 %.",
        "euros-per-hour": "Euros an hour.",
        "euros-per-month": "Euros a month.",
        "euros-per-year": "Euros a year.",
        "persons": "People.",
        "years": "Years.",
        "employees": "Employees of a firm.",
        "hours-per-week": "Hours a week.",
        "share": "A share: 0.05 is 5 %.",
        "euros": "Euros, once.",
        "hours": "Hours.",
        "months": "Months.",
        "days-per-year": "Days a year.",
        "coefficient": "A number of a formula, without a unit.",
    },
    # Figures.keyed_by
    {
        "name": "What a value speaks of, such as a Land.",
        "date": "The day from which a value is in force, until the next one.",
        "date-name": "A day and a name: all values of one day replace those of the day before.",
    },
    # Figures.confidence
    {
        "official_text": "The text of the law.",
        "official_data": "An official table.",
        "official_page": "A page of the office.",
        "news_copy": "The office's figure, read in the press.",
        "third_party_extract": "Taken from the office by somebody else.",
        "derived": "Computed from other figures.",
    },
    # TickState
    {"done": "It is done.", "doing": "You are at it.", "skipped": "You do not need it."},
)
_MEANINGS = {frozenset(choice): choice for choice in _CHOICES}


def meanings(values: Iterable[str]) -> dict[str, str]:
    """These values in the order of their sense, each with what it means. KeyError for a set of values that has no words yet."""
    return _MEANINGS[frozenset(values)]
