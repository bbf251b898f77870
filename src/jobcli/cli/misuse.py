"""Lines that the parser cannot read: what is wrong with one, in our words and in the reader's language."""

from __future__ import annotations

from typer._click.exceptions import BadOptionUsage, ClickException, MissingParameter, NoSuchOption, UsageError

from jobcli.domain.evidence import Phrase, Problem, phrase


def usage_problem(error: ClickException, command: str, commands: list[str]) -> Problem:
    """What the parser refused, in our words. `commands` are all there are, for one that was misspelt."""
    context = getattr(error, "ctx", None)
    # Some errors of the parser do not say where they happened.
    name = context.command_path if context is not None else f"jobcli {command}".removesuffix(" jobcli")
    hint = phrase("See: {command} --help")
    if isinstance(error, NoSuchOption):
        near = next(iter(error.possibilities or ()), None)
        code, message = "unknown-option", phrase("No option '{word}'.")
        if error.option_name[1:2].isdigit():
            # The parser takes the minus of a number for that of an option.
            below = phrase("A number below zero is no answer here.")
            code, message = "out-of-range", phrase("Gross pay cannot be below zero.") if command == "net" else below
        elif near:
            message = phrase("No option '{word}'. Did you mean '{near}'?")
        return Problem(code, message, hint, {"word": error.option_name[:60], "near": near, "command": name})
    if isinstance(error, BadOptionUsage):
        lacking = "requires" in error.message
        said = phrase("{word} needs a value.") if lacking else phrase("{word} takes no value.")
        code = "missing-value" if lacking else "extra-value"
        return Problem(code, said, hint, {"word": error.option_name, "command": name})
    if isinstance(error, UsageError) and "extra argument" in error.message:
        extra = error.message.rpartition("(")[2].rstrip(")")
        message = phrase("There is a word too many: {word}")
        return Problem("extra-argument", message, hint, {"word": extra[:60], "command": name})
    if isinstance(error, MissingParameter):
        parameter = str(getattr(error.param, "metavar", None) or getattr(error.param, "name", ""))
        # The word is a placeholder, which has a name in each language.
        missing = Phrase(parameter.strip("[]."))
        return Problem("missing-argument", phrase("{word} is missing."), hint, {"word": missing, "command": name})
    word = _unknown_command(error)
    if word is not None:
        from jobcli.files.did_you_mean import closest

        near = closest(word, commands)
        message = phrase("No command '{word}'. Did you mean '{near}'?") if near else phrase("No command '{word}'.")
        return Problem(
            "unknown-command", message, phrase("All commands: jobcli --help"), {"word": word[:60], "near": near}
        )
    return Problem("usage", phrase("This cannot be read: {reason}"), hint, {"reason": error.message, "command": name})


def _unknown_command(error: ClickException) -> str | None:
    """The word that was taken for a command, where that is what went wrong."""
    if type(error) is not UsageError or error.ctx is None or error.ctx.parent is not None:
        return None
    parts = error.message.split("'")
    return parts[1] if len(parts) >= 3 and "command" in parts[0].lower() else None
