"""The German catalogue knows every message of the program, says it with the same blanks, and holds none too many."""

from __future__ import annotations

import ast
import gettext
import re

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "jobcli"
FILE = SOURCE / "locale" / "de" / "LC_MESSAGES" / "jobcli.po"
KEYWORDS = {"phrase": None, "say": None, "plural": (1, 2)}
HEADING = "Update the German messages"
MENDING = f"see CONTRIBUTING.md, '{HEADING}'"


@pytest.fixture(scope="module")
def german() -> Catalog:
    with FILE.open("rb") as stream:
        return read_po(stream)


def in_the_program() -> set[str]:
    """All messages of the program; of a pair of plurals the first."""
    found = extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS)
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def test_how_the_catalogue_is_mended_is_told_where_a_failure_says_so() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    _, found, told = page.partition(f"\n## {HEADING}\n")
    assert found
    assert FILE.relative_to(ROOT).as_posix() in told.partition("\n## ")[0]


def test_every_message_of_the_program_is_in_the_catalogue(german: Catalog) -> None:
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in german if message.id}
    assert in_the_program() - known == set(), MENDING


def test_no_message_of_the_catalogue_is_unused(german: Catalog) -> None:
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in german if message.id}
    assert known - in_the_program() == set(), MENDING


def test_every_message_has_a_german_text_with_the_same_blanks(german: Catalog) -> None:
    for message in german:
        if not message.id:
            continue
        one, many = (message.id, message.id) if isinstance(message.id, str) else message.id
        texts = (message.string,) if isinstance(message.string, str) else message.string or ("",)
        assert all(texts), message.id
        assert not message.fuzzy, message.id
        for text in texts:
            assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", many)) | set(
                re.findall(r"{(\w+)}", one)
            )


def test_no_sentence_is_hidden_from_the_extraction() -> None:
    """`say` with a variable text, or inside an f-string, would escape the catalogue."""
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                hidden = [
                    call
                    for call in ast.walk(node)
                    if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant)
                ]
                names = {getattr(call.func, "id", getattr(call.func, "attr", "")) for call in hidden}
                assert not names & {"say", "phrase", "plural"}, f"{file.name}:{node.lineno}"
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "plural":
                assert all(isinstance(argument, ast.Constant) for argument in node.args[:2]), (
                    f"{file.name}:{node.lineno}"
                )


def test_the_compiled_catalogue_is_the_one_of_the_source(german: Catalog) -> None:
    with FILE.with_suffix(".mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    for message in german:
        if isinstance(message.id, str) and message.id:
            assert compiled.gettext(message.id) == message.string, f"{MENDING}: compile it anew"
