"""Ten thousand people through `paths`: every verdict has a reason, nothing is asked that was told. Run: python benchmarks/people.py [COUNT].

Prints what is wrong, and how many people and paths that were. The people are the same in every run.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.training.crowd import faults_of, told_by


def main(count: int) -> int:
    """Ask for everybody; 1 where anything is wrong."""
    start, wrong, paths = time.process_time(), 0, 0
    for seed in range(count):
        paths += len(told_by(seed)[0].paths)
        for fault in faults_of(seed):
            wrong += 1
            if wrong <= 20:
                print(fault)
    seconds = time.process_time() - start
    print(f"{count} people, {paths} paths, {wrong} faults, {seconds:.0f} s of computing time")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
