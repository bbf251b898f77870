"""The result of report."""

from typing import Annotated, TypedDict

from jobcli.answers.checklist import Checklist
from jobcli.answers.compare import SideBySide
from jobcli.answers.estimate import RoleEstimate
from jobcli.answers.paths import RolePaths
from jobcli.answers.show import Shown
from jobcli.answers.sources import RoleSources
from jobcli.answers.wire import FromMe
from jobcli.domain.meaning import means
from jobcli.pay.by_factor import PayVariation


class Chapter(TypedDict):
    """A role of a hand-out: the results of other commands under their names."""

    id: Annotated[str, means("Its id.")]
    profile: Annotated[Shown, means("The result of `show`.")]
    estimate: Annotated[RoleEstimate, means("Its estimate.")]
    states: Annotated[PayVariation, means("The result of `estimate --by state`.")]
    paths: Annotated[RolePaths, means("The result of `paths`.")]
    checklist: Annotated[Checklist | None, means("The result of `checklist` for one path; null if the role has none.")]
    sources: Annotated[RoleSources, means("The result of `sources`.")]


class Report(TypedDict):
    """The result of `report`, without the settings."""

    comparison: Annotated[SideBySide | None, means("Of several roles the result of `compare`; of one role null.")]
    roles: Annotated[list[Chapter], means("One entry for each role, in the order asked for.")]


class ReportResult(Report):
    """The result of `report`."""

    from_me: FromMe
