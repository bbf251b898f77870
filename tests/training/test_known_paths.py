"""How much the shipped paths say of themselves: counts that may grow and never shrink."""

from __future__ import annotations

import itertools

import pytest

from jobcli.domain.evidence import FigureBasis
from jobcli.domain.role import Span, TrainingPath
from jobcli.domain.schooling import EDUCATIONS, SCHOOLS
from jobcli.files.catalog import Catalog
from jobcli.training.admission import Entrant, admitted

CATALOG = Catalog([])
PATHS: dict[str, TrainingPath] = {
    name: path for name in CATALOG.training_ids() if (path := CATALOG.training(name)) is not None
}
BUSINESS = ("fw-", "betriebswirt-", "techn-betriebswirt")


def known(path: TrainingPath) -> bool:
    """Whether length, price and examination are known; one that is included costs nothing on top."""
    return all((path.months, path.cost.course or path.cost.course_usd, path.cost.exam or path.cost.exam_usd))


def decided(path: TrainingPath) -> bool:
    """Whether there is somebody who has not completed the path and is told yes or no."""
    others = tuple(name for name in PATHS if name != path.id)
    people = (
        Entrant(education=education, school=school, practice=years, qualifications=have)
        for education, school, years, have in itertools.product(EDUCATIONS, SCHOOLS, (0, 30), ((), others))
    )
    return any(admitted(path, who, CATALOG.training).met is not None for who in people)


def test_length_price_and_examination_are_known_for_most_paths() -> None:
    found = {name for name, path in PATHS.items() if known(path)}
    assert {name for name in PATHS if name.startswith(BUSINESS)} <= found
    assert len(found) >= 28
    assert len(PATHS) >= 45


def test_admission_is_decided_for_nearly_all() -> None:
    found = {name for name, path in PATHS.items() if decided(path)}
    assert len(found) >= 41
    assert set(PATHS) - found == {"cdo-zertifikat", "cscp", "ipma-cba", "refa-om"}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_an_apprenticeship_costs_nothing_and_pays_and_no_private_certificate_has_a_level(path: TrainingPath) -> None:
    if path.kind == "apprenticeship":
        # BBiG § 12 (2) no. 1 and § 37 (4); § 45 (2): one and a half times the length.
        assert path.cost.course is not None
        assert path.cost.exam is not None
        assert (path.cost.course.max, path.cost.exam.max) == (0, 0)
        assert path.months is not None
        assert path.external_exam_years == path.months.max * 1.5 / 12
        assert path.training_pay
    if path.kind == "certificate":
        assert (path.dqr, path.purpose) == (0, "helps")
    if path.kind == "on-the-job":
        assert path.dqr == 0


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_a_figure_that_is_typical_or_in_doubt_says_why(path: TrainingPath) -> None:
    weak: tuple[FigureBasis, ...] = ("generic", "doubted")
    spans = (path.months, path.lessons, path.cost.course, path.cost.exam)
    for span in spans:
        if isinstance(span, Span) and span.basis in weak:
            assert span.doubt or span.note or path.doubt


def test_fees_in_dollars_are_in_no_sum_of_euros() -> None:
    for name in ("psm", "cpim"):
        path = PATHS[name]
        assert path.cost.exam_usd is not None
        assert path.cost.exam is None
