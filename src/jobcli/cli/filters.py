"""Filters of `list` and `search`: which roles are left, and which filter is to blame where none is."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any, get_args

import typer

from jobcli.answers.filters import Filters
from jobcli.cli.readers import Choice, read_industry, read_level, read_max_months, read_min_pay
from jobcli.cli.session import Session
from jobcli.cli.signature import also_takes
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse
from jobcli.domain.role import PathKind, Vocabulary

_GERMAN_KINDS: dict[str, PathKind] = {
    "ausbildung": "apprenticeship",
    "berufsausbildung": "apprenticeship",
    "lehre": "apprenticeship",
    "fernlehrgang": "distance-course",
    "fernkurs": "distance-course",
    "teilzeit": "part-time-course",
    "teilzeitlehrgang": "part-time-course",
    "aufstiegsfortbildung": "part-time-course",
    "studium": "degree",
    "zertifikat": "certificate",
    "quereinstieg": "on-the-job",
    "im-beruf": "on-the-job",
}
read_path_kind: Choice[PathKind] = Choice(
    names={**{kind: kind for kind in get_args(PathKind)}, **_GERMAN_KINDS},
    code="unknown-path-kind",
    message=phrase("No kind of path '{word}'."),
    meant=phrase("No kind of path '{word}'. Did you mean '{near}'?"),
    hint=phrase("Known: {known}; in German: {german}."),
)


def read_subject(text: str, vocabulary: Vocabulary) -> str:
    """The id of a subject, from the id or its name in either language. Refusal where it is none, or several."""
    from jobcli.domain.folding import folded

    wanted = folded(text)
    plain: dict[str, list[str]] = {}
    for word, subject in vocabulary.subject_words.items():
        plain.setdefault(subject, []).append(word)
    names = {
        subject: [folded(name) for name in (subject, words.de, words.en, *plain.get(subject, ())) if name]
        for subject, words in vocabulary.subjects.items()
    }
    exact = [subject for subject, forms in names.items() if wanted in forms]
    found = exact or [
        subject for subject, forms in names.items() if len(wanted) > 2 and any(wanted in form for form in forms)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        message, hint = phrase("'{word}' fits several subjects."), phrase("Choose one: {listed}.")
        refuse("unclear-subject", message, hint, exit_code=2, word=text[:60], listed=", ".join(found[:8]))
    known: Choice[str] = Choice(
        names={form: subject for subject, both in names.items() for form in both},
        code="unknown-subject",
        message=phrase("No subject '{word}'."),
        meant=phrase("No subject '{word}'. Did you mean '{near}'?"),
        shown={subject: subject for subject in names},
    )
    return known.refuse(text, wanted)


def _filter(name: str, typed: Any, **said: Any) -> inspect.Parameter:
    option = typer.Option(None, f"--{name.replace('_', '-')}", **said)
    return inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=option, annotation=typed)


filtered = also_takes(
    _filter(
        "min_pay",
        int | None,
        metavar="EUROS",
        parser=read_min_pay,
        help=phrase("Only roles whose middle pay is at least this, in euros gross a year."),
    ),
    _filter(
        "level",
        Any,
        metavar="LEVEL",
        parser=read_level,
        help=phrase("Only roles of this level: helper, skilled, specialist or expert."),
    ),
    _filter(
        "industry",
        str | None,
        metavar="WZ",
        help=phrase(
            "Only roles that are usual in this industry: a WZ 2008 division such as J62, or a word such as IT."
        ),
    ),
    _filter(
        "subject",
        str | None,
        metavar="SUBJECT",
        help=phrase("Only roles that need this subject: an id or a name, such as logistics."),
    ),
    _filter(
        "path_kind",
        Any,
        metavar="PATH-KIND",
        parser=read_path_kind,
        help=phrase("Only roles that such a path leads to: apprenticeship, certificate, degree and others."),
    ),
    _filter(
        "max_months",
        int | None,
        metavar="MONTHS",
        parser=read_max_months,
        help=phrase("Only roles with a path that takes at most so many months; with --path-kind, a path of that kind."),
    ),
)
"""Gives a command the options that filter roles; told_filters reads what was typed for them."""


def told_filters(session: Session, typed: Mapping[str, Any]) -> Filters:
    """The filters as they were told, with words of the vocabulary read. Refusal for words that it does not have."""
    told = dict(typed)
    industry, subject = told.pop("industry"), told.pop("subject")
    return Filters(
        industry=None if industry is None else read_industry(industry, session.catalog.vocabulary),
        subject=None if subject is None else read_subject(subject, session.catalog.vocabulary),
        **told,
    )
