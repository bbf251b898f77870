"""Whatever a file holds and whatever is typed: an answer or a refusal, never an accident, in little time and memory.

A few hundred cases run with the other tests. `JOBCLI_FUZZ=50 pytest tests/whole/test_fuzz.py` tries fifty times as many.
`test_fuzz_parts.py` goes on with parts of real files, own files, numbers and environments.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from jobcli.cli.commands import COMMANDS
from jobcli.cli.options import common_options
from tests.conftest import ROOT, SMALL, TIMES, Outcome, Prompt
from tests.files.test_hostile import WORD

pytestmark = pytest.mark.usefixtures("own_folder")

# Seconds of processor time: a machine that is busy with other things shall not fail a test.
SECONDS = 2.0

REAL = [SMALL, (ROOT / "docs/example/team-lead.yaml").read_text(encoding="utf-8")]
REAL += [(ROOT / f"profiles/{name}.yaml").read_text(encoding="utf-8") for name in ("cto", "operations-manager")]
TRAINING = (ROOT / "profiles/training/aevo.yaml").read_text(encoding="utf-8")
OWN = "version: 1\nsettings:\n  state: BY\n  tenure: 5\n"

HOSTILE = (
    *("", "~", "[]", "{}", "&a", "*a", "!!python/object:x", "<<", "- ", "? ", ": ", "|", ">", "%", "@", "`", '"', "'"),
    *(
        "\t",
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\u2028",
        "\x85",
        "\r",
        "\ud800",
        "👩‍💻",
        "e" + "\u0301" * 50,
    ),
    *("9" * 400, "-1", "1e999", ".nan", "38.000", "٣٨٠٠٠", "²", "0x1F", "2025-02-30", "9999-12-31", "0000", "1000"),
    *("[bold]", "[/]", ":smile:", "{0}", "{word}", "%s", "../../x", "con", "x" * 3_000, "[[[[[[[[", "{a: {b: {c: "),
)

NAMES = list(COMMANDS)
OPTIONS = sorted({name for option in common_options() for name in option.opts})
OPTIONS += ["--state", "--tenure", "--company-size", "--experience", "--age", "--industry", "--level", "--education"]
OPTIONS += [
    "--hours",
    "--by",
    "--per",
    "--no-me",
    "--as-of",
    "--explain",
    "--path",
    "--from",
    "--note",
    "--date",
    "--help",
]
OPTIONS += ["--leadership", "--permanent", "--version", "--", "-h", "-x", "--json", "--all", "--order"]
WORDS = ["cto", "operations-manager", "backoffice-manager", "aevo", "techn-betriebswirt", "BY", "5", "2024-06", "J62"]
WORDS += [
    "set",
    "unset",
    "show",
    "role",
    "training",
    "state",
    "tenure",
    "year",
    "month",
    "json",
    "csv",
    "md",
    "ics",
    "de",
]
WORDS += [
    *HOSTILE,
    WORD,
    "/",
    ".",
    "~",
    "~nobody/x",
    "-",
    "--",
    "/dev/null",
    "a\nb",
    "-5",
    "=",
    "--state=",
    "1" * 5_000,
]

fuzzed = settings(
    deadline=None,
    # To explain a failure, each line would be traced, and nothing would be in time.
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def answered(prompt: Prompt, *words: str, lang: str | None = "en", width: int | None = 80) -> Outcome:
    """One call, which answers or refuses in time."""
    begin = time.process_time()
    outcome = prompt(*words, lang=lang, width=width)
    assert time.process_time() - begin < SECONDS, words
    assert outcome.code in (0, 1, 2), (words, outcome.err)
    assert "Traceback" not in outcome.err
    assert "went wrong inside" not in outcome.out + outcome.err
    return outcome


def _mutated(text: str, dice: random.Random) -> str:
    """A real file with a few slips: lines swapped, left out, doubled, moved in; values and pieces exchanged."""
    lines = text.split("\n")
    for _ in range(dice.randint(1, 4)):
        at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        kind = dice.randrange(8)
        key, colon, _ = lines[at].partition(": ")
        if kind == 0:
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == 1 and len(lines) > 1:
            del lines[at]
        elif kind == 2:
            lines.insert(other, lines[at])
        elif kind == 3:
            lines[at] = " " * dice.randint(1, 4) + lines[at]
        elif kind == 4:
            lines[at : at + dice.randint(1, 30)] = []
            lines = lines or [""]
        elif kind == 5:
            place = dice.randint(0, len(lines[at]))
            lines[at] = lines[at][:place] + dice.choice(HOSTILE) + lines[at][place:]
        else:
            lines[at] = f"{key}: {dice.choice(HOSTILE)}" if colon else dice.choice(HOSTILE)
    return "\n".join(lines)


@given(data=st.binary(max_size=400) | st.sampled_from(HOSTILE).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(data=b"\xff\xfe\x00")
@example(data=b"a: &a [*a]\n")
@settings(fuzzed, max_examples=50 * TIMES)
def test_any_bytes_are_a_profile_or_a_problem(prompt: Prompt, data: bytes) -> None:
    prompt.home.mkdir(exist_ok=True)
    file = prompt.home / "any.yaml"
    file.write_bytes(data)
    outcome = answered(prompt, "validate", str(file))
    assert bool(outcome.err) == (outcome.code == 1)


@given(number=st.integers(0, 10**9))
@settings(fuzzed, max_examples=40 * TIMES)
def test_a_real_profile_with_slips_is_an_answer_or_a_problem(prompt: Prompt, number: int) -> None:
    dice = random.Random(number)  # noqa: S311  no secrets here
    folder = prompt.home / "slips"
    folder.mkdir(parents=True, exist_ok=True)
    text = _mutated(dice.choice(REAL), dice)
    (folder / "slip.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    checked = answered(prompt, "validate", str(folder / "slip.yaml"))
    words = dice.choice((("show",), ("paths",), ("checklist",), ("estimate",), ("sources",), ("compare", "cto")))
    # A profile is loaded exactly where nothing is wrong with it; a checklist may still ask which path is meant.
    outcome = answered(prompt, *words, "slip", "--profiles", str(folder))
    assert checked.code == 0 or outcome.code == 1


@given(number=st.integers(0, 10**9))
@settings(fuzzed, max_examples=15 * TIMES)
def test_slips_in_shared_and_own_files_are_an_answer_or_a_problem(prompt: Prompt, number: int) -> None:
    dice = random.Random(number)  # noqa: S311  no secrets here
    training = prompt.home / "profiles/training"
    training.mkdir(parents=True, exist_ok=True)
    progress = "version: 1\nroles:\n  operations-manager:\n    techn-betriebswirt:\n      started: 2026-10-01\n      steps: {}\n"
    for file, text, words in (
        (training / "aevo.yaml", TRAINING, ("paths", "backoffice-manager")),
        (prompt.home / "profiles/vocabulary.yaml", "areas: {juggling: {en: Juggling}}\n", ("show", "cto")),
        (prompt.home / "me.yaml", OWN, ("me",)),
        (prompt.home / "progress.yaml", progress, ("next",)),
    ):
        file.write_bytes(_mutated(text, dice).encode("utf-8", "surrogatepass"))
        answered(prompt, *words)
        file.unlink()


@given(
    words=st.lists(
        st.sampled_from(NAMES) | st.sampled_from(OPTIONS) | st.sampled_from(WORDS) | st.text(max_size=8), max_size=6
    ),
    first=st.sampled_from([*NAMES, ""]),
)
@example(words=["\ud800"], first="validate")
@example(words=["a\x00b"], first="validate")
@settings(fuzzed, max_examples=60 * TIMES)
def test_any_words_on_the_command_line_are_answered(prompt: Prompt, words: list[str], first: str) -> None:
    answered(prompt, *([first] if first else []), *words)


HEAVY: dict[str, Callable[[], str]] = {
    "fifty million bytes": lambda: "#" * 50_000_000,
    "ten thousand levels": lambda: "[" * 10_000,
    "forty thousand aliases": lambda: SMALL.replace("[Bürokraft]", f"[{', '.join(f'a{n}' for n in range(40_000))}]"),
    "one word of half a million letters": lambda: SMALL.replace("Open and hand out the mail.", "w" * 500_000),
    "fifty thousand accents": lambda: SMALL.replace("Open and hand out the mail.", "e" + "\u0301" * 50_000),
    "many wrong keys": lambda: "".join(f"k{n}: {{de: a}}\n" for n in range(16_000)),
}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited and measured as Linux does it")
@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file_takes_neither_much_time_nor_much_memory(tmp_path: Path, name: str) -> None:
    file = tmp_path / "heavy.yaml"
    file.write_text(HEAVY[name](), encoding="utf-8")

    def limited() -> None:
        # Address space, of which the interpreter and its libraries take a part before anything is read.
        resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))
        resource.setrlimit(resource.RLIMIT_CPU, (10, 10))

    program = (
        "import resource, sys\nfrom jobcli.cli.app import run\nfrom jobcli.cli.world import real_world\n"
        "code = run(sys.argv[1:], real_world())\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "print(used.ru_maxrss // 1024, used.ru_utime + used.ru_stime, file=open(sys.argv[0] + '.used', 'w'))\n"
        "sys.exit(code)\n"
    )
    script = tmp_path / "measured.py"
    script.write_text(program, encoding="utf-8")
    for words in (["validate", str(file)], ["show", "heavy", "--profiles", str(tmp_path)]):
        process = subprocess.run(
            [sys.executable, script, *words],
            capture_output=True,
            check=False,
            preexec_fn=limited,
        )
        assert process.returncode in (0, 1, 2), process.stderr[-500:]
        assert b"Traceback" not in process.stderr
        megabytes, seconds = (tmp_path / "measured.py.used").read_text(encoding="utf-8").split()
        assert int(megabytes) < 300
        assert float(seconds) < 2 * SECONDS
