"""Whatever others have written - names, texts, files - is shown harmlessly, in full, and within the width."""

from __future__ import annotations

import csv
import json
import os
import re
import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len

from jobcli.domain.evidence import MAX_ENTRIES
from jobcli.domain.hidden_characters import MAX_MARKS, escaped, one_line, visible
from jobcli.files.ids import is_id
from jobcli.files.text import MAX_BYTES
from jobcli.files.yaml import MAX_DEPTH, MAX_NODES
from tests.conftest import ROOT, SMALL, Outcome, Prompt, Write

LARGE = (ROOT / "docs/example/team-lead.yaml").read_text(encoding="utf-8")


# Clears the screen, names the window, rings, turns the line round, hides, and is no letter at all.
WORD = "\x1b[2J\x1b]0;x\x07\u202ea\u200b\ufeffb\x9b31m\r\udcff"
SHOWN = r"\x1b[2J\x1b]0;x\x07\u202ea\u200b\ufeffb\x9b31m\r\udcff"

TEXTS = {
    "markup": "[bold]mark[/] [/] [link=http://x]l[/link] :smile: {0} {word} %s",
    "without width": "ab\u200bcd\u2060ef\ufeffgh\u00adij \u200eabc\u061c",
    "emoji": "👩\u200d💻 ❤️ 🇩🇪",
    "one long word": "x" * 10_000,
    "one long word of wide letters": "漢" * 1_000,
    "a flood of accents": "e" + "\u0301" * 300,
    "breaks that are no line ends": "line\u2028sep\u2029par",
    "fillers": "\u3164\u115f",
    "tags": "\U000e0041\U000e007f",
    "lines": "first\nsecond\n\nthird",
}

PAGES = (
    ("show", "team-lead"),
    ("list",),
    ("paths", "team-lead"),
    ("checklist", "team-lead"),
    ("compare", "team-lead", "cto"),
    ("estimate", "team-lead"),
    ("sources", "team-lead"),
)


def hidden(text: str) -> set[str]:
    """The characters of a text that a terminal obeys or does not show, by the tables of Unicode; a picture may be made of two."""
    text = re.sub("(?<=[\ufe0f\U0001f000-\U0001faff])\u200d(?=[\u2600-\u27bf\U0001f000-\U0001faff])", "", text)
    return {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")} - {"\n"}


def told(outcome: Outcome) -> list[str]:
    """The codes of the problems, in an answer or in a refusal."""
    return [problem["code"] for problem in outcome.json["problems"]]


def test_every_character_that_unicode_calls_a_control_or_a_format_is_written_out() -> None:
    # Category Cs is what is left of half a character; Zl and Zp are line ends to some readers.
    signs = [char for char in map(chr, range(0x110000)) if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    assert len(signs) > 2_000
    for char in signs:
        assert (visible(char) == char) is (char in "\n\t"), hex(ord(char))
        assert visible(char).isascii()


def test_what_is_written_out_can_be_told_apart_and_the_rest_stays() -> None:
    assert visible(WORD) == SHOWN
    assert visible("Bürokraft – 38.000\u00a0€ 漢 ❤️\n\t") == "Bürokraft – 38.000\u00a0€ 漢 ❤️\n\t"
    assert one_line("a\nb\tc") == r"a\nb\tc"
    assert visible("\U000e0041") == r"\U000e0041"


def test_a_letter_keeps_four_accents_and_the_others_are_written_out() -> None:
    assert MAX_MARKS == 4
    assert visible("e" + "\u0301" * 4) == "e" + "\u0301" * 4
    assert visible("e" + "\u0301" * 6) == "e" + "\u0301" * 4 + r"\u0301\u0301"


def test_json_is_escaped_and_reads_back_as_the_same() -> None:
    text = "a\x7f\u202e\u200b\U000e0041ä"
    assert json.loads(escaped(json.dumps(text, ensure_ascii=False))) == text
    assert not hidden(escaped(json.dumps(text, ensure_ascii=False)))


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_in_every_field_is_shown_in_full_and_within_the_width(
    prompt: Prompt, write: Write, name: str
) -> None:
    quoted = "".join(char if char.isalnum() and char.isascii() else f"\\U{ord(char):08x}" for char in TEXTS[name])
    quoted = f'"{quoted}"'
    # Every text of the example in both languages, and the names of towns, publishers and laws.
    text = re.sub(r"\{de: [^{}]*, en: [^{}]*\}", lambda _: f"{{de: {quoted}, en: {quoted}}}", LARGE)
    single = r"^( *(?:de|en|publisher|title|url|law|read_in): )[^{\n]+$"
    text = re.sub(single, lambda found: found[1] + quoted, text, flags=re.MULTILINE)
    assert text.count(quoted) > 30
    folder = write("own/team-lead.yaml", text).parent
    # Thirty words of ten thousand letters take a while to break: one width is enough for them.
    for width in (40, 80) if len(TEXTS[name]) < 1_000 else (60,):
        for words in PAGES:
            outcome = prompt(*words, "--profiles", str(folder), width=width)
            assert (outcome.code, outcome.err) == (0, ""), words
            assert not hidden(outcome.out), words
            assert max(map(cell_len, outcome.out.split("\n"))) <= width, words
            bare = re.sub(r"\s", "", outcome.out)
            if words[0] == "show" and len(TEXTS[name]) < 100:
                assert re.sub(r"\s", "", visible(TEXTS[name])) in bare
            # Of a long word no letter is lost, however often it stands there.
            long = max(TEXTS[name].count(letter) for letter in "x漢")
            assert long < 1_000 or max(bare.count(letter) for letter in "x漢") >= long, words
    machine = prompt("show", "team-lead", "--profiles", str(folder), "--json")
    assert machine.json["result"]["role"]["summary"]["de"] == TEXTS[name].strip()
    assert not hidden(machine.out)


@pytest.mark.parametrize(
    "words",
    [
        ("show", WORD),
        ("show", f"--{WORD}"),
        (WORD,),
        ("estimate", "--state", WORD),
        ("estimate", "--hours", WORD),
        ("estimate", "--as-of", WORD),
        ("estimate", "cto", "--by", WORD),
        ("list", "--output", WORD),
        ("list", "--lang", WORD),
        ("list", "--profiles", f"nowhere{WORD}"),
        ("validate", f"nowhere{WORD}.yaml"),
        ("schema", WORD),
        ("me", "set", "state", WORD),
        ("me", "set", WORD, "x"),
        ("done", "operations-manager", WORD),
        ("where", "--state-dir", f"nowhere{WORD}"),
    ],
    ids=lambda words: " ".join(words).replace(WORD, "WORD"),
)
def test_a_word_of_the_command_line_is_told_harmlessly(prompt: Prompt, words: tuple[str, ...]) -> None:
    for width in (40, 120):
        outcome = prompt(*words, width=width)
        assert outcome.code in (0, 1, 2)
        assert not hidden(outcome.out + outcome.err)
        assert max(map(cell_len, (outcome.out + outcome.err).split("\n"))) <= width
        assert r"\x1b[2j" in re.sub(r"\s", "", outcome.out + outcome.err).lower()
    machine = prompt(*words, "--json")
    assert machine.code == outcome.code
    assert not hidden(machine.out + machine.err)
    if words[1:2] not in (("--output",), ("--lang",)):
        assert machine.json["jobcli_format"] == 1


def test_a_line_end_in_a_word_begins_no_line(prompt: Prompt) -> None:
    assert prompt("show", "a\nAll is well.").err.splitlines()[0] == (
        r"No role and no occupation is called 'a\nAll is well.'."
    )


@pytest.mark.parametrize("name", ["JOBCLI_PROFILES", "JOBCLI_STATE_DIR", "JOBCLI_LANG", "COLUMNS", "LINES", "TERM"])
@pytest.mark.parametrize("value", [WORD, "²", "9" * 5_000, "-1", "~nobody-of-this-name/x", "x" * 5_000])
def test_a_variable_of_the_environment_is_no_accident(prompt: Prompt, name: str, value: str) -> None:
    prompt.env[name] = value
    for words in (("list",), ("me",), ("where", "--json")):
        outcome = prompt(*words, width=80, lang=None if name == "JOBCLI_LANG" else "en")
        assert outcome.code in (0, 1, 2)
        assert not hidden(outcome.out + outcome.err)


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9", "a" * 65])
@pytest.mark.parametrize("below", ["", "training/"])
def test_names_that_not_every_system_takes_are_no_ids(prompt: Prompt, write: Write, name: str, below: str) -> None:
    folder = write(f"home/profiles/{below}{name}.yaml", SMALL).parent
    outcome = prompt("validate", str(folder / f"{name}.yaml"), "--json")
    assert outcome.code == 1
    message = next(problem for problem in outcome.json["problems"] if problem["code"] == "file-name")["message"]
    assert ("64" if len(name) > 60 else "Windows") in message
    assert not is_id(name)
    assert is_id(f"{name[:60]}-x")


def test_two_files_that_differ_in_capitals_are_one_role_and_one_message(prompt: Prompt, write: Write) -> None:
    write("home/profiles/office-helper.yaml", SMALL)
    if write("home/profiles/Office-Helper.yaml", SMALL).parent.joinpath("office-helper.yaml").read_text() != SMALL:
        pytest.skip("this file system does not tell them apart")
    outcome = prompt("show", "OFFICE-Helper")
    assert (outcome.code, outcome.out.splitlines()[0].split("  ")[0]) == (0, "Office helper")
    listed = prompt("list")
    assert "Rename it to office-helper.yaml" in " ".join(listed.err.split())


@pytest.mark.parametrize("word", ["../../x", "/etc/passwd", "..\\x", "training/aevo", "x/../cto", "cto.yaml", "."])
def test_no_way_leads_out_of_the_folders(prompt: Prompt, write: Write, word: str) -> None:
    write("home/x.yaml", SMALL)
    for words in (("show", word), ("checklist", "operations-manager", word), ("done", "operations-manager", word)):
        assert prompt(*words).code in (1, 2)
    broken = write("own/role.yaml", SMALL.replace("- aevo", f"- {json.dumps(word)}"))
    assert "wrong-form" in told(prompt("validate", str(broken), "--json"))


def _special(file: Path, kind: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    else:
        file.symlink_to({"circle": file.name, "device": "/dev/zero", "nothing": "nowhere"}[kind])


FILES = {"profiles/vocabulary.yaml": "list", "profiles/office.yaml": "list", "me.yaml": "me", "progress.yaml": "next"}
CODES = {"pipe": "not-a-file", "folder": "not-a-file", "circle": "unreadable", "device": "not-a-file"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("kind", CODES)
def test_what_is_no_regular_file_is_said_and_never_waited_for(prompt: Prompt, file: str, kind: str) -> None:
    _special(prompt.home / file, kind)
    outcome = prompt(FILES[file], "--json")
    assert told(outcome) == [CODES[kind]]
    assert outcome.code == (0 if FILES[file] == "list" else 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_training_path_that_is_no_file_is_said_by_validate(prompt: Prompt) -> None:
    for kind, code in {**CODES, "nothing": "link-to-nothing"}.items():
        file = prompt.home / f"profiles/training/{kind}.yaml"
        _special(file, kind)
        problems = prompt("validate", str(file.parent.parent), "--json").json["problems"]
        assert [problem["code"] for problem in problems if problem["place"]["file"] == str(file)] == [code]


def test_a_file_that_goes_away_after_it_was_listed_is_said(
    prompt: Prompt, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, whole = write("home/profiles/office-helper.yaml", SMALL), os.open

    def gone(name: str | Path, flags: int) -> int:
        if str(name) == str(file):
            file.unlink(missing_ok=True)
        return whole(name, flags)

    monkeypatch.setattr(os, "open", gone)
    outcome = prompt("list", "--json")
    assert (outcome.code, told(outcome)) == (0, ["no-file"])


OWN = {"profiles/vocabulary.yaml": "list", "me.yaml": "me", "progress.yaml": "next"}
CONTENTS: dict[str, tuple[bytes, str, str]] = {
    "a billion laughs": (b"a: &a [x, x]\nb: &b [*a, *a]\n", "alias", ""),
    "itself": (b"&a a: *a\n", "alias", ""),
    "an object": (b"a: !!python/object/apply:os.system [ls]\n", "tag", "os.system"),
    "a merge": (b"a: {<<: {b: c}}\n", "alias", "<<"),
    "a key twice": (b"version: 1\nversion: 1\n", "duplicate-key", "line 1"),
    "two documents": (b"version: 1\n---\nversion: 1\n", "several-documents", ""),
    "a tab": (b"settings:\n\ta: b\n", "not-yaml", "tab"),
    "UTF-16": ("settings: {}".encode("utf-16"), "encoding", "UTF-16"),
    "UTF-16 without a mark": ("settings: {}".encode("utf-16-be"), "encoding", "UTF-16"),
    "Latin-1": (b"settings: {state: Th\xfcringen}", "encoding", "0xFC"),
    "nothing": (b"settings: {a: \0}", "control-character", "U+0000"),
    "fifty million bytes": (b"#" * 50_000_000, "too-large", "1,000,000"),
    "ten thousand levels": (b"[" * 10_000, "too-deep", "40 levels"),
    "many parts": (b"a:\n" + b"- x\n" * 60_000, "too-deep", "50,000 parts"),
}


@pytest.mark.parametrize("file", OWN)
@pytest.mark.parametrize("content", CONTENTS)
def test_what_no_file_may_hold_is_one_message_with_its_limit(
    prompt: Prompt, write: Write, file: str, content: str
) -> None:
    assert (MAX_BYTES, MAX_DEPTH, MAX_NODES) == (1_000_000, 40, 50_000)
    data, code, words = CONTENTS[content]
    write(f"home/{file}", data)
    problems = prompt(OWN[file], "--json").json["problems"]
    (found,) = [problem for problem in problems if problem["code"] == code]
    assert words in found["message"]


def test_places_are_right_in_a_file_with_line_ends_of_every_kind(prompt: Prompt, write: Write) -> None:
    small = SMALL.replace("level: skilled", "level: senior")
    for end in ("\r", "\r\n", "\u2028"):
        file = write("role.yaml", small.replace("\n", end))
        assert "8 | level: senior" in prompt("validate", str(file)).err


@pytest.mark.parametrize("count", [4_000])
def test_thousands_of_wrong_words_are_answered_at_once(prompt: Prompt, write: Write, count: int) -> None:
    begin, end = SMALL.index("      - id: enrol"), SMALL.index("    source: guild  # of the path")
    steps = "".join(f"      - {{id: step-{n}, text: {{de: a}}, needs: [stap-{n}]}}\n" for n in range(count))
    outcome = prompt("validate", str(write("role.yaml", SMALL[:begin] + steps + SMALL[end:])), "--json")
    assert told(outcome)[:2] == ["unknown-step", "unknown-step"]
    assert "step-0" in outcome.json["problems"][0]["hint"]
    # Each of a hundred words was once compared with all four thousand: eleven seconds. Now only the first few are.
    assert "step-" not in outcome.json["problems"][50]["hint"]


def test_a_circle_is_found_in_a_long_chain(prompt: Prompt, write: Write) -> None:
    begin, end = SMALL.index("      - id: enrol"), SMALL.index("    source: guild  # of the path")
    steps = [
        f"      - {{id: s{n}, text: {{de: a}}, needs: [{f's{n - 1}' if n else 's2'}]}}\n" for n in range(MAX_ENTRIES)
    ]
    outcome = prompt("validate", str(write("role.yaml", SMALL[:begin] + "".join(steps) + SMALL[end:])), "--json")
    # What only follows from the circle is no part of it.
    assert [problem["message"] for problem in outcome.json["problems"]] == [
        "These steps wait for each other: s0, s1, s2."
    ]


@pytest.mark.parametrize("text", ['=cmd|"/c calc"!A1', "@SUM(A1)", "+1+2", "-2+3", "=1"])
def test_a_text_of_a_profile_is_no_formula_in_a_spreadsheet(prompt: Prompt, write: Write, text: str) -> None:
    title = json.dumps(text)
    write(
        "home/profiles/office.yaml",
        SMALL.replace("title: {de: Bürohilfe, en: Office helper}", f"title: {{en: {title}}}"),
    )
    rows = list(csv.reader(prompt("search", "office", "--output", "csv").out.splitlines()))
    assert f"'{text}" in next(row for row in rows if row[0] == "office")
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@")]


@pytest.mark.parametrize("name", ["office.yaml", "training/course.yaml"])
@pytest.mark.parametrize("content", [name for name in CONTENTS if name not in ("a key twice", "a tab")])
def test_the_same_holds_for_folders_that_are_named(prompt: Prompt, write: Write, name: str, content: str) -> None:
    data, code, words = CONTENTS[content]
    write("named/real.yaml", SMALL.replace("- aevo", "- course"))
    folder = str(write(f"named/{name}", data).parents[name.count("/")])
    by_option = prompt("list", "--profiles", folder, "--json")
    prompt.env["JOBCLI_PROFILES"] = folder
    by_variable = prompt("list", "--json")
    for outcome in (by_option, by_variable):
        # What is broken is said; all other roles are listed.
        assert outcome.code == 0
        assert [
            item["message"] for item in outcome.json["problems"] if item["code"] == code and words in item["message"]
        ]
        assert "cto" in [role["id"] for role in outcome.json["result"]["roles"]]


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_read(prompt: Prompt, write: Write) -> None:
    write("home/profiles/office.yaml", b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert prompt("show", "office").out.startswith("Office helper")


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize(
    "call",
    [
        "compare --full",
        "estimate --full",
        "estimate --state BY --tax-class 1 --net --full",
        "estimate --full --output svg",
    ],
)
def test_a_word_of_a_title_that_is_wider_than_the_page_is_broken_and_the_bar_stands_below_it(
    prompt: Prompt, write: Write, call: str, width: int
) -> None:
    title = "Verwaltungs" * 10
    old = "{de: Bürohilfe, en: Office helper}"
    assert SMALL.count(old) == 1
    write("roles/helper.yaml", SMALL.replace(old, f"{{de: {title}, en: {title}}}"))
    outcome = prompt(*call.split(), "--profiles", str(prompt.home.parent / "roles"), width=width)
    assert outcome.code == 0, outcome.err
    if "svg" in call:
        return
    lines = outcome.out.splitlines()
    assert max(map(len, lines)) <= width
    first = next(number for number, line in enumerate(lines) if line.strip().startswith("Verwaltungs"))
    last = first + -(-len(title) // (width - 2)) - 1
    assert "".join(line.strip() for line in lines[first : last + 1]) == title
    assert re.fullmatch(r" *├.*●.*┤", lines[last + 1])
