"""The table of calls is whole: each command is in it, and whatever is taken from it is there once."""

from __future__ import annotations

from jobcli.cli.commands import COMMANDS
from tests.calls import CALLS


def test_every_command_has_a_call_that_answers() -> None:
    commands = {*COMMANDS}
    assert {call.command for call in CALLS if call.answers and call.code == 0} == {*commands, "jobcli"}


def test_no_two_calls_share_a_name() -> None:
    titles = [call.title for call in CALLS]
    assert len(set(titles)) == len(titles)
    pages = [call.page for call in CALLS if call.page]
    assert len(set(pages)) == len(pages)
    files = [call.transcript for call in CALLS if call.widths]
    assert len(set(files)) == len(files)


def test_a_call_is_read_aloud_by_the_name_of_its_page() -> None:
    assert all(call.page for call in CALLS if call.aloud)
