"""What the figures and conditions of a training path cannot mean together: dates that are lengths, sums that do not add up."""

from __future__ import annotations

from jobcli.domain.evidence import phrase
from jobcli.domain.role import Admission, Span, TrainingPath
from jobcli.files.records import locate
from jobcli.files.yaml import Document, Node


def spans_of(path: TrainingPath) -> list[Span]:
    """All figures of a path and of its steps."""
    whole = (path.months, path.lessons, path.hours_per_week, path.hours_total, path.ects, path.pass_rate)
    prices = (path.cost.course, path.cost.exam, path.cost.course_usd, path.cost.exam_usd)
    fees = (part.fee for part in path.exam_parts)
    steps = (span for step in path.steps for span in (step.months, step.at_month, step.cost))
    return [span for span in (*whole, *prices, *fees, *path.training_pay, *steps) if isinstance(span, Span)]


def check_figures(document: Document, path: TrainingPath) -> None:
    """Report what contradicts itself in the admission, the examination, the pay and the dates of a path."""
    for way in path.admission:
        _admission(document, way)
    _exam(document, path)
    _pay(document, path)
    _dates(document, path)


def _admission(document: Document, way: Admission) -> None:
    asked = [key for key in ("training", "education", "school", "practice_years") if getattr(way, key)]
    node = locate(document.node_of(way), "enough")
    if way.enough == "nothing" and asked:
        message = phrase("'enough: nothing' says that nothing is required, and '{key}' asks for something.")
        hint = phrase("Keep one of the two; another way of admission is an entry of its own.")
        document.report(node, "nothing-and-more", message, hint, key=asked[0])
    elif way.enough == "practice" and not way.practice_years:
        message = phrase("'enough: practice' says that years are enough, but not how many.")
        document.report(node, "enough-without-years", message, phrase("Add 'practice_years: …'."))
    elif way.enough == "all" and not asked:
        message = phrase("'enough: all' says that the keys are all that is asked for, but there is none.")
        hint = phrase("Add what is asked for, or write 'enough: nothing' where nothing is required.")
        document.report(node, "enough-without-keys", message, hint)


def _exam(document: Document, path: TrainingPath) -> None:
    """The fees of the parts are the fee of the examination."""
    fees = [part.fee for part in path.exam_parts if isinstance(part.fee, Span)]
    if not fees or len(fees) < len(path.exam_parts):
        return
    low, high = (sum(getattr(fee, end) or 0 for fee in fees) for end in ("min", "max"))
    exam, node = path.cost.exam, locate(document.node_of(path), "exam_parts")
    if exam is None:
        message = phrase("The parts have fees, and the examination as a whole has none.")
        hint = phrase("Add 'exam: {{min: {low}, max: {high}}}' to 'cost': sums are made from it.")
        document.report(node, "exam-without-sum", message, hint, low=f"{low:.15g}", high=f"{high:.15g}")
    elif (exam.min, exam.max) != (low, high):
        message = phrase("The parts of the examination cost {parts} together, but 'exam' says {whole}.")
        told = {"parts": _range(low, high), "whole": _range(exam.min, exam.max)}
        document.report(node, "exam-sum", message, phrase("Which of the two is right?"), **told)


def _range(low: float | None, high: float | None) -> str:
    """A figure as it is written, in one number or with both ends."""
    return " - ".join(dict.fromkeys(f"{end or 0:.15g}" for end in (low, high)))


def _pay(document: Document, path: TrainingPath) -> None:
    seen: set[int] = set()
    for item in path.training_pay:
        if item.year in seen:
            message = phrase("The pay of training year {year} stands here a second time.")
            hint = phrase("Keep one: a range goes from 'min' to 'max'.")
            document.report(locate(document.node_of(item), "year"), "year-twice", message, hint, year=item.year)
        seen.add(item.year)


def _dates(document: Document, path: TrainingPath) -> None:
    """A step has a length or a date, and the date lies within the path."""
    for step in path.steps:
        if step.at_month is None:
            continue
        node: Node | None = locate(document.node_of(step), "at_month")
        if step.months is not None:
            message = phrase("This step has a length ('months') and a date ('at_month').")
            hint = phrase("Keep 'months' if it takes that long, 'at_month' if it falls due then.")
            document.report(node, "length-and-date", message, hint)
        elif path.months is not None and (step.at_month.max or 0) > (path.months.max or 0):
            message = phrase("This step falls due in month {month}, but the path ends with month {end}.")
            values = {"month": f"{step.at_month.max:.15g}", "end": f"{path.months.max:.15g}"}
            document.report(node, "date-after-end", message, phrase("Which of the two is right?"), **values)
