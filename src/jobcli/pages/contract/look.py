"""The results of list, search, show, sources and report."""

from typing import Annotated, NotRequired, TypedDict

from jobcli.domain.evidence import Basis, Source, Words
from jobcli.domain.figures import Confidence
from jobcli.domain.role import Level, PathKind, TrainingPath
from jobcli.moving.moves import Near
from jobcli.pages.contract.paths import Paths
from jobcli.pages.contract.pay import Comparison, Estimate, Variation
from jobcli.pages.contract.shared import AsOf, FromMe, Middle, NamedRole, Origin, means
from jobcli.pages.contract.walk import Checklist
from jobcli.pay.provenance import Kind, Mark
from jobcli.search.search import Field, How


class Filters(TypedDict):
    """What roles were filtered by; null is not told."""

    level: Annotated[Level | None, means("The level of the job.")]
    industry: Annotated[str | None, means("A division of the WZ 2008.")]
    subject: Annotated[str | None, means("The id of a subject.")]
    path_kind: Annotated[PathKind | None, means("The kind of a path that leads there.")]
    max_months: Annotated[int | None, means("How long a path may take.")]
    min_pay: Annotated[int | None, means("The least middle pay, in gross euros a year.")]


class ListedRole(NamedRole):
    """A role of a list."""

    gross_year: Annotated[
        Middle | None, means("With --min-pay the middle of its estimate for nobody in particular; else null.")
    ]


class Listed(TypedDict):
    """The result of `list`."""

    filters: Annotated[Filters, means("What was filtered by.")]
    roles: Annotated[list[ListedRole], means("The roles by id; with --min-pay from the highest pay to the lowest.")]


class Match(TypedDict):
    """Why a search found a role."""

    how: Annotated[How, means("How it matched, from best to least.")]
    field: Annotated[Field, means("What matched.")]
    text: Annotated[str, means("The line that matched, as the profile has it.")]
    closeness: Annotated[float, means("0 to 1, to rank matches with the same `how`.")]


class FoundRole(ListedRole):
    """A role that a search found."""

    match: Annotated[Match, means("Its best match.")]


class Found(TypedDict):
    """The result of `search`."""

    words: Annotated[str, means("What was searched for.")]
    filters: Annotated[Filters, means("What was filtered by.")]
    roles: Annotated[list[FoundRole], means("The roles that were found, best first.")]


class Profile(TypedDict):
    """A whole profile: the keys of a role in the profile format, and where it was read."""

    id: Annotated[str, means("Its id.")]
    origin: Annotated[Origin, means("Where it comes from.")]
    file: Annotated[str, means("The file it was read from.")]
    hides: Annotated[str | None, means("The file that this one hides.")]
    paths: Annotated[list[TrainingPath], means("Its training paths, written out.")]


class Rung(TypedDict):
    """A neighbour of a role."""

    id: Annotated[str, means("Its id.")]
    title: Annotated[Words, means("Its name in both languages.")]
    side: Annotated[Near, means("Whether people come from it or go to it.")]
    level: Annotated[int, means("How many moves away it is, 1 or 2.")]
    via: Annotated[str | None, means("The role between them.")]
    both: Annotated[bool, means("Whether people go in both directions.")]
    said_by: Annotated[list[str], means("The profiles that name the move.")]
    stated: Annotated[bool, means("Whether one of them states it; else it is concluded or in doubt.")]
    gross_year: Annotated[Middle | None, means("Its pay.")]
    gain_year: Annotated[int | None, means("Its middle less that of the role itself, in gross euros.")]


class Untold(TypedDict):
    """The neighbours that have no profile, by their titles."""

    before: Annotated[list[Words], means("Those before.")]
    after: Annotated[list[Words], means("Those after.")]


class Ladder(TypedDict):
    """A role among those before and after it."""

    as_of: AsOf
    gross_year: Annotated[Middle | None, means("The pay of the role itself.")]
    rungs: Annotated[list[Rung], means("The roles around it, the nearest first, each once.")]
    without_profile: Annotated[Untold, means("The neighbours that have no profile.")]


class Shown(TypedDict):
    """The result of `show`."""

    role: Annotated[Profile, means("The whole profile.")]
    ladder: NotRequired[Annotated[Ladder, means("With --ladder the roles around it.")]]


class RoleSource(TypedDict):
    """A source of a role or of one of its paths."""

    id: Annotated[str, means("Its id.")]
    path: Annotated[str | None, means("The id of the path it belongs to; null if it belongs to the role.")]


class RoleSources(TypedDict):
    """The result of `sources` for a role."""

    role: Annotated[str, means("The id of the role.")]
    sources: Annotated[list[RoleSource], means("The sources of the role, then those of its paths.")]


class Table(TypedDict):
    """A table of figures."""

    id: Annotated[str, means("Its id.")]


class Support(TypedDict):
    """A scheme that pays for training."""

    id: Annotated[str, means("Its id.")]


class Tables(TypedDict):
    """The result of `sources` without a role."""

    figures: Annotated[list[Table], means("The tables of figures behind every estimate.")]
    schemes: Annotated[list[Support], means("The schemes that pay for training.")]


class CheckedFigure(TypedDict):
    """How firmly a figure stands."""

    owner: Annotated[str | None, means("The id of a role or of a path; null for a table.")]
    name: Annotated[Words, means("The name of the role, the path or the table.")]
    kind: Annotated[Kind, means("What it is a figure of.")]
    id: Annotated[str | None, means("The id of the table, the observation or the step.")]
    moment: Annotated[str | None, means("The date that it speaks of, else that of its publication.")]
    age_years: Annotated[int | None, means("Its age in full years.")]
    confidence: Annotated[Confidence | None, means("What a table was read from.")]
    basis: Annotated[Basis | None, means("How a figure of a profile rests on its source.")]
    marks: Annotated[list[Mark], means("What speaks against it, the gravest first.")]
    source: Annotated[Source, means("Its source.")]


class Marks(TypedDict):
    """How many figures there are, and how many have each mark."""

    figures: Annotated[int, means("All figures.")]
    none: Annotated[int, means("Those without any mark.")]
    doubt: Annotated[int, means("Those with a doubt written beside them.")]
    copy: Annotated[int, means("Those of which only one copy of the original was read.")]
    derived: Annotated[int, means("Those that were computed or concluded.")]
    inferred: Annotated[int, means("Those whose date of publication was concluded.")]
    undated: Annotated[int, means("Those whose publication carries no date.")]
    old: Annotated[int, means("Those older than five years.")]


class Checked(TypedDict):
    """The result of `sources --check`."""

    role: Annotated[str | None, means("The id of the role; null for the tables of figures and all roles.")]
    checked: Annotated[list[CheckedFigure], means("The figures, the weakest first.")]
    summary: Annotated[Marks, means("How many there are.")]


class Chapter(TypedDict):
    """A role of a hand-out: the results of other commands under their names."""

    id: Annotated[str, means("Its id.")]
    profile: Annotated[Shown, means("The result of `show`.")]
    estimate: Annotated[Estimate, means("Its estimate.")]
    states: Annotated[Variation, means("The result of `estimate --by state`.")]
    paths: Annotated[Paths, means("The result of `paths`.")]
    checklist: Annotated[Checklist | None, means("The result of `checklist` for one path; null if the role has none.")]
    sources: Annotated[RoleSources, means("The result of `sources`.")]


class Report(TypedDict):
    """The result of `report`, without the settings."""

    comparison: Annotated[Comparison | None, means("Of several roles the result of `compare`; of one role null.")]
    roles: Annotated[list[Chapter], means("One entry for each role, in the order asked for.")]


class ReportResult(Report):
    """The result of `report`."""

    from_me: FromMe
