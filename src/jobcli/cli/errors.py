"""Lines that the parser cannot read: what is wrong with one, in our words and in the reader's language."""

from __future__ import annotations

from typing import Any, NoReturn

from jobcli.domain.evidence import Phrase, Problem, phrase
from jobcli.domain.refusal import refuse

_HELP = phrase("See: {command} --help")


def refuse_command(word: str, commands: list[str]) -> NoReturn:
    """Refuse a word where a command belongs. `commands` are all there are."""
    from jobcli.files.did_you_mean import closest

    near = closest(word, commands)
    message = phrase("No command '{word}'. Did you mean '{near}'?") if near else phrase("No command '{word}'.")
    refuse("unknown-command", message, phrase("All commands: jobcli --help"), exit_code=2, word=word[:60], near=near)


def refuse_extra(words: list[str], command: str) -> NoReturn:
    """Refuse words behind the last argument of a command."""
    message = phrase("There is a word too many: {word}")
    refuse("extra-argument", message, _HELP, exit_code=2, word=" ".join(words)[:60], command=command)


def usage_problem(error: Any, command: str, flags: set[str]) -> Problem:
    """What the parser refused, in our words. `command` is what was called; `flags` are the options without a value.

    Which error it is, is told by its attributes: Typer has no public names for the classes.
    """
    # Some errors of the parser do not say where they happened.
    values: dict[str, object] = {"command": error.ctx.command_path if error.ctx is not None else command}
    if hasattr(error, "possibilities"):
        return _unknown_option(error.option_name, next(iter(error.possibilities or ()), None), values)
    if hasattr(error, "option_name"):
        values["word"] = error.option_name
        if error.option_name in flags:
            return Problem("extra-value", phrase("{word} takes no value."), _HELP, values)
        return Problem("missing-value", phrase("{word} needs a value."), _HELP, values)
    if hasattr(error, "param_type"):
        # The word is a placeholder, which has a name in each language.
        values["word"] = Phrase((error.param.metavar or error.param.name).strip("[]."))
        return Problem("missing-argument", phrase("{word} is missing."), _HELP, values)
    return Problem("usage", phrase("This cannot be read: {reason}"), _HELP, {**values, "reason": error.message})


def _unknown_option(word: str, near: str | None, values: dict[str, object]) -> Problem:
    values |= {"word": word[:60], "near": near}
    if word[1:2].isdigit():
        # The parser takes the minus of a number for that of an option.
        below = phrase("A number below zero is no answer here.")
        gross = phrase("Gross pay cannot be below zero.")
        return Problem("out-of-range", gross if values["command"] == "jobcli net" else below, _HELP, values)
    if near is None:
        from jobcli.files.did_you_mean import closest
        from jobcli.pages.option_names import GERMAN

        values["near"] = near = closest(word, [f"--{name}" for name in GERMAN.values()])
    message = phrase("No option '{word}'. Did you mean '{near}'?") if near else phrase("No option '{word}'.")
    return Problem("unknown-option", message, _HELP, values)
