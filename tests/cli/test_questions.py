"""The table of questions: each is asked by the commands of its kind, kept by `jobcli me` and offered by Tab, all from one row."""

from __future__ import annotations

import inspect
from typing import Any, get_type_hints

import pytest
import typer
from msgspec.structs import fields

from jobcli.cli.questions import ANYWHERE, BROUGHT, NET, NET_OF_ROLE, PAY, QUESTIONS, STANDING, Question, asks
from jobcli.cli.tab.grammar import every_command
from jobcli.domain.net import Taxpayer
from jobcli.domain.own import Standing
from jobcli.domain.pay import YES_NO, Person, TellsPerson
from jobcli.files.figures import open_drawer
from tests.cli.test_me import EVERY
from tests.conftest import Prompt

COMMANDS = every_command()
ASKED = {
    "estimate": (QUESTIONS["place"], *PAY, *NET_OF_ROLE),
    "net": (*NET, QUESTIONS["state"], QUESTIONS["age"], QUESTIONS["hours"]),
    "match": (*BROUGHT, QUESTIONS["pay"], *ANYWHERE),
    "route": (*BROUGHT[1:], QUESTIONS["pay"], *ANYWHERE),
    "contacts": (QUESTIONS["place"], QUESTIONS["state"]),
    "outlook": (QUESTIONS["state"],),
    "newcomer": (*PAY, QUESTIONS["languages"]),
    "plan": (*BROUGHT, QUESTIONS["pay"], *ANYWHERE),
    "paths": (*ANYWHERE, QUESTIONS["qualifications"], QUESTIONS["school"], QUESTIONS["pay"]),
}


def options(command: str) -> dict[str, Any]:
    """The options of a command by the names of their answers."""
    return {item.name: item for item in COMMANDS[command].params if item.param_type_name == "option"}


@pytest.mark.parametrize("command", ASKED)
def test_a_command_asks_all_questions_of_its_kind_and_no_other(command: str) -> None:
    names = {question.name for question in ASKED[command]}
    assert names == set(options(command)) & {question.name for question in QUESTIONS.values()}


@pytest.mark.parametrize(
    ("command", "question"), [(command, question) for command, asked in ASKED.items() for question in asked]
)
def test_an_option_reads_what_the_key_of_that_name_reads(command: str, question: Question) -> None:
    option = options(command)[question.name]
    assert [*option.opts, *option.secondary_opts] == [f"--{name.strip('-')}" for name in question.flag.split("/")]
    assert option.is_flag == (question.no != "")
    assert option.multiple == question.several
    if not option.is_flag:
        assert option.metavar == question.metavar
        assert getattr(option.type, "func", None) is question.read


def test_every_question_is_a_field_of_what_its_kind_asks_for() -> None:
    assert {question.name for question in PAY} - {"age"} == set(Person.__struct_fields__)
    assert {question.name for question in NET} == set(Taxpayer.__struct_fields__) - {"state", "age"}
    assert {question.name for question in STANDING} == set(Standing.__struct_fields__)


def test_every_answer_to_pay_that_is_yes_or_no_has_words_and_figures_for_both() -> None:
    asked = {question.name for question in PAY if question.no}
    assert asked == set(YES_NO)
    assert asked == {field.name for field in fields(Person) if field.type == bool | None}
    drawer = open_drawer()
    for name, answer in YES_NO.items():
        table = drawer["agreement-effect" if name == "collective_agreement" else f"{name.replace('_', '-')}-effect"]
        assert set(table.values) == {answer.yes, answer.no}
        assert answer.words(answer.yes) != answer.words(answer.no)


def test_the_library_is_told_the_fields_of_a_person() -> None:
    told = get_type_hints(TellsPerson)
    assert told == {field.name: field.type for field in fields(Person)}


def test_every_question_has_one_way_to_be_answered() -> None:
    for question in QUESTIONS.values():
        ways = (question.read is not None, question.look_up is not None, question.no != "")
        assert ways.count(True) == 1, question.key
        assert (question.metavar == "") == (question.no != ""), question.key


@pytest.mark.parametrize("key", [question.key for question in PAY if question.key not in ("experience", "tenure")])
def test_an_answer_on_the_line_and_one_in_the_settings_make_the_same_estimate(prompt: Prompt, key: str) -> None:
    question, (typed, value) = QUESTIONS[key], EVERY[key]
    yes, _, no = question.flag.partition("/")
    words = [yes if value else no and f"--{question.no}"] if question.no else [yes, typed]
    on_the_line = prompt("estimate", "cto", *words, "--json").json["result"]
    assert prompt("me", "set", key, typed).code == 0
    from_settings = prompt("estimate", "cto", "--json").json["result"]
    assert from_settings == {**on_the_line, "from_me": [key]}
    assert prompt("estimate", "cto", "--no-me", "--json").json["result"] != on_the_line


def test_questions_stand_where_the_command_wants_them_each_once() -> None:
    @asks(QUESTIONS["state"], QUESTIONS["church"], before="last")
    @asks(QUESTIONS["church"], QUESTIONS["skills"], before="first")
    def command(context: typer.Context, first: str = "", last: str = "", **typed: object) -> None:
        """Keep what arrives."""
        context.obj = (first, last, typed)

    signature = inspect.signature(command)
    assert list(signature.parameters) == ["context", "church", "skills", "first", "state", "last"]
    assert [item.annotation for item in signature.parameters.values()] == [
        typer.Context,
        bool | None,
        list[str] | None,
        str,
        Any,
        str,
    ]
