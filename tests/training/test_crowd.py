"""Hundreds of people through `paths`: every verdict has a reason, and nothing is asked that was told.

`benchmarks/people.py` asks for ten thousand.
"""

from __future__ import annotations

import pytest

from tests.training.crowd import faults_of, told_by

BLOCKS = 2
EACH = 75


@pytest.mark.parametrize("block", range(BLOCKS))
def test_every_verdict_has_a_reason_and_nothing_is_asked_that_was_told(block: int) -> None:
    """In parts, so that they can run beside each other."""
    found = [fault for seed in range(block * EACH, (block + 1) * EACH) for fault in faults_of(seed)]
    assert found == []


def test_the_people_are_many_kinds() -> None:
    """Everything is told by some of them and not by others, so that each question is asked and spared."""
    people = [told_by(seed)[1] for seed in range(BLOCKS * EACH)]
    keys = {key for told in people for key in told}
    assert len(keys) == 11
    for key in keys:
        count = sum(key in told for told in people)
        assert 0.3 < count / len(people) < 0.6
