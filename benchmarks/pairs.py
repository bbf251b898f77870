"""Two programs measured against each other: whole processes in turn (A B A B …), by the clock and by computing time.

The clock is what a person feels, but on a busy machine it also counts the work of others. Computing time (user and
system time of the process, as the kernel counts it) hardly does, so it decides in doubt.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

DEVNULL = os.open(os.devnull, os.O_RDWR)
QUIET = [(os.POSIX_SPAWN_DUP2, DEVNULL, number) for number in (0, 1, 2)]


@dataclass(frozen=True)
class Call:
    """A program with its arguments, and what its environment has beside ours."""

    command: list[str]
    env: Mapping[str, str] = field(default_factory=dict)

    def run(self) -> tuple[float, float]:
        """Milliseconds of one process: by the clock, and of computing time. SystemExit where it fails."""
        start = time.perf_counter()
        child = os.posix_spawn(self.command[0], self.command, {**os.environ, **self.env}, file_actions=QUIET)
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - start
        if status:
            raise SystemExit(f"{' '.join(self.command)} failed")
        return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000


def line(title: str, ours: Call, floor: Call, runs: int) -> str:
    """The medians of both, and the median of the pairwise ratios; the first run of each is not counted."""
    ours.run(), floor.run()
    times = [(ours.run(), floor.run()) for _ in range(runs)]
    parts = []
    for which, name in enumerate(("clock", "computing")):
        mine, other = [pair[0][which] for pair in times], [pair[1][which] for pair in times]
        ratio = statistics.median(a / b for a, b in zip(mine, other, strict=True))
        parts.append(f"{name} {statistics.median(mine):.0f} / {statistics.median(other):.0f} ms = {ratio:.2f}")
    return f"{title}: {'; '.join(parts)}"
