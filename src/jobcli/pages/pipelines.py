"""Problems for the pipelines of others: SARIF 2.1.0, and the lines that GitHub shows beside a change.

SARIF: https://docs.oasis-open.org/sarif/sarif/v2.1.0/. GitHub's workflow commands and their escapes:
https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from string import Formatter
from typing import Any
from urllib.parse import quote

from msgspec import Struct

from jobcli.domain.evidence import Place, Problem
from jobcli.pages.kit.language import Language

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Data = dict[str, Any]


class Ground(Struct, frozen=True):
    """The folder from which a pipeline names files, and the one from which they were named at the prompt."""

    root: PurePath
    here: PurePath

    def whole(self, file: str) -> PurePath:
        """The whole path of a file, without `.` and `..`; links are not followed."""
        parts: list[str] = []
        for part in PurePath(self.here, file).parts:
            if part != "..":
                parts.append(part)
            elif len(parts) > 1:
                parts.pop()
        return PurePath(*parts)

    def below(self, file: str) -> str | None:
        """A file as it is named from the root, with slashes; None where it lies elsewhere."""
        try:
            return self.whole(file).relative_to(self.root).as_posix()
        except ValueError:
            return None


def sarif_text(say: Language, problems: Sequence[Problem], ground: Ground, version: str) -> str:
    """One SARIF log with one run. Files are named from the root of `ground`; columns count UTF-16 code units, from 1."""
    first = {problem.code: problem for problem in reversed(problems)}
    rules = sorted(first)
    run = {
        "tool": {
            "driver": {
                "name": "jobcli",
                "version": version,
                "semanticVersion": version,
                "rules": [_rule(say, first[code]) for code in rules],
            }
        },
        "columnKind": "utf16CodeUnits",
        "results": [_result(say, problem, rules, ground) for problem in problems],
    }
    # Letters outside ASCII are escaped: the log is the same in every encoding a shell may write.
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(say: Language, problem: Problem) -> Data:
    """A code as a rule: its sentence with a dot in each place that a file fills."""
    words = problem.code.replace("-", " ")
    return {
        "id": problem.code,
        "shortDescription": {"text": words[:1].upper() + words[1:]},
        "fullDescription": {"text": _outline(say, problem.message)},
        "help": {"text": _outline(say, problem.hint or problem.message)},
        "defaultConfiguration": {"level": problem.severity},
    }


def _outline(say: Language, text: str) -> str:
    names = [name for _, name, _, _ in Formatter().parse(text) if name]
    return _clean(say(text, **dict.fromkeys(names, "…")))


def _result(say: Language, problem: Problem, rules: Sequence[str], ground: Ground) -> Data:
    made: Data = {
        "ruleId": problem.code,
        "ruleIndex": rules.index(problem.code),
        "level": problem.severity,
        "message": {"text": sentence(say, problem)},
    }
    if problem.place is not None:
        physical: Data = {"artifactLocation": _artifact(problem.place.file, ground)}
        if problem.place.line:
            physical["region"] = _region(problem.place)
        made["locations"] = [{"physicalLocation": physical}]
    return made


def _region(place: Place) -> Data:
    """The stretch of a line in UTF-16 code units; the end is the first unit behind it."""
    begin, end = place.column - 1, place.column - 1 + place.length
    made: Data = {
        "startLine": place.line,
        "startColumn": units(place.text[:begin]) + 1,
        "endLine": place.line,
        "endColumn": units(place.text[: max(end, begin + 1)]) + 1,
    }
    # An end that is no later than the start would be no place: what is missing stands behind the line.
    made["endColumn"] = max(made["endColumn"], made["startColumn"] + 1)
    if place.text.strip():
        made["snippet"] = {"text": place.text}
    return made


def units(text: str) -> int:
    """How many UTF-16 code units a text has: a letter outside the basic plane has two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _artifact(file: str, ground: Ground) -> Data:
    below = ground.below(file)
    if below is None:
        return {"uri": ground.whole(file).as_uri()}
    return {"uri": quote(_clean(below), safe="/~"), "uriBaseId": "%SRCROOT%"}


def github_text(say: Language, problems: Sequence[Problem], ground: Ground) -> str:
    """One line for each problem; GitHub shows it beside the line of the change."""
    return "".join(_annotation(say, problem, ground) for problem in problems)


def _annotation(say: Language, problem: Problem, ground: Ground) -> str:
    place, told = problem.place, {"title": problem.code}
    if place is not None:
        told = {"file": ground.below(place.file) or place.file, **_lines(place), **told}
    listed = ",".join(f"{name}={_property(value)}" for name, value in told.items())
    return f"::{problem.severity} {listed}::{_data(sentence(say, problem))}\n"


def _lines(place: Place) -> dict[str, str]:
    if not place.line:
        return {}
    end = place.column + max(1, place.length)
    return {"line": f"{place.line}", "endLine": f"{place.line}", "col": f"{place.column}", "endColumn": f"{end}"}


def sentence(say: Language, problem: Problem) -> str:
    """What is wrong and how to mend it."""
    told = (say(problem.message, **problem.values), say(problem.hint, **problem.values))
    return _clean(" ".join(text for text in told if text))


def _data(text: str) -> str:
    """The escapes of a message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The escapes of a property."""
    return _data(_clean(text)).replace(":", "%3A").replace(",", "%2C")


def _clean(text: str) -> str:
    """The text without bytes of a file name that are no letters."""
    return text.encode("utf-8", "backslashreplace").decode()
