"""Filters of `list` and `search`: which roles are left, and which filter is to blame where none is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Annotated, Any, get_args

import typer

from jobcli.answers.roles import Filters
from jobcli.cli.readers import Choice, read_industry, read_level, read_max_months, read_min_pay
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase
from jobcli.domain.profile import Entry
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


MinPayOption = Annotated[
    int | None,
    typer.Option(
        "--min-pay",
        metavar="EUROS",
        parser=read_min_pay,
        help=phrase("Only roles whose middle pay is at least this, in euros gross a year."),
        show_default=False,
    ),
]
LevelFilter = Annotated[
    Any,
    typer.Option(
        "--level",
        metavar="LEVEL",
        parser=read_level,
        help=phrase("Only roles of this level: helper, skilled, specialist or expert."),
        show_default=False,
    ),
]
IndustryFilter = Annotated[
    str | None,
    typer.Option(
        "--industry",
        metavar="WZ",
        help=phrase(
            "Only roles that are usual in this industry: a WZ 2008 division such as J62, or a word such as IT."
        ),
        show_default=False,
    ),
]
SubjectFilter = Annotated[
    str | None,
    typer.Option(
        "--subject",
        metavar="SUBJECT",
        help=phrase("Only roles that need this subject: an id or a name, such as logistics."),
        show_default=False,
    ),
]
PathKindFilter = Annotated[
    Any,
    typer.Option(
        "--path-kind",
        metavar="PATH-KIND",
        parser=read_path_kind,
        help=phrase("Only roles that such a path leads to: apprenticeship, certificate, degree and others."),
        show_default=False,
    ),
]
MaxMonthsOption = Annotated[
    int | None,
    typer.Option(
        "--max-months",
        metavar="MONTHS",
        parser=read_max_months,
        help=phrase("Only roles with a path that takes at most so many months; with --path-kind, a path of that kind."),
        show_default=False,
    ),
]


def told_filters(session: Session, **told: Any) -> Filters:
    """The filters as they were told, with words of the vocabulary read. Refusal for words that it does not have."""
    industry, subject = told.pop("industry"), told.pop("subject")
    return Filters(
        industry=None if industry is None else read_industry(industry, session.catalog.vocabulary),
        subject=None if subject is None else read_subject(subject, session.catalog.vocabulary),
        **told,
    )


class Sieve:
    """The roles that are left of some, and what each would pay where that was asked."""

    def __init__(self, session: Session, filters: Filters) -> None:
        self._session = session
        self._filters = filters
        self.pay: dict[str, int] = {}

    def left(self, entries: Sequence[Entry]) -> list[Entry]:
        """The roles that meet all filters. Refusal that names the filter to blame where none does."""
        rest = list(entries)
        for name in self._filters.told:
            rest = self._through(name, rest)
        if not rest and entries:
            self._nothing_left(entries)
        return rest

    def _through(self, name: str, entries: Sequence[Entry]) -> list[Entry]:
        if name == "min-pay":
            self._estimate(entries)
        return [entry for entry in entries if self._tests[name](entry)]

    @cached_property
    def _tests(self) -> dict[str, Callable[[Entry], bool]]:
        want = self._filters
        return {
            "level": lambda entry: entry.card.level == want.level,
            # No industries in a profile means: everywhere.
            "industry": lambda entry: not entry.card.industries or want.industry in entry.card.industries,
            "subject": lambda entry: want.subject in entry.card.subjects,
            "path-kind": lambda entry: any(kind == want.path_kind for kind, _ in self._ways(entry)),
            "max-months": lambda entry: any(
                months is not None and months <= (want.max_months or 0)
                for kind, months in self._ways(entry)
                if want.path_kind in (None, kind)
            ),
            "min-pay": lambda entry: self.pay.get(entry.id, 0) >= (want.min_pay or 0),
        }

    def _ways(self, entry: Entry) -> Iterator[tuple[str, float | None]]:
        """The paths of a role: the kind of each, and the most months it takes."""
        from jobcli.domain.card import way

        for item in entry.card.paths:
            path = self._session.catalog.training(item) if isinstance(item, str) else None
            found = way(path) if path is not None else item
            if not isinstance(found, str):
                yield found.kind, found.months

    def _estimate(self, entries: Sequence[Entry]) -> None:
        """The middle of each role's estimate for a person who told nothing; none where it is not known."""
        from contextlib import suppress

        from jobcli.files.figures import open_drawer
        from jobcli.pay.estimate import Middles

        middles = Middles(open_drawer(), self._session.day)
        for entry in entries:
            if entry.id not in self.pay:
                with suppress(LookupError):
                    self.pay[entry.id] = middles.of(entry.card.starts)

    def _nothing_left(self, entries: Sequence[Entry]) -> None:
        told = self._filters.told
        written = {name: f"--{name} {value}" for name, value in told.items()}
        for name in told:
            if not self._through(name, entries):
                refuse(
                    "nothing-left",
                    phrase("No role is left: none of {count} meets {filter}."),
                    phrase("Leave it out, or choose another value."),
                    count=len(entries),
                    filter=written[name],
                )
        without: dict[str, int] = {}
        for name in told:
            rest = list(entries)
            for other in told:
                rest = rest if other == name else self._through(other, rest)
            without[name] = len(rest)
        loosest = max(without, key=lambda name: without[name])
        refuse(
            "nothing-left",
            phrase("No role is left: each filter leaves some, all together leave none: {filters}."),
            phrase("Without {filter}, the number of roles left is {count}."),
            filters=", ".join(written.values()),
            filter=written[loosest],
            count=without[loosest],
        )
