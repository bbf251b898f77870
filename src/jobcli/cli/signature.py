"""How a command takes options that are declared apart from it. Tab reads the questions, so the parser is not loaded here."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TypeVar

Command = TypeVar("Command", bound=Callable[..., None])


def also_takes(*parameters: inspect.Parameter, before: str | None = None) -> Callable[[Command], Command]:
    """Give a command these parameters, each once, in front of its own parameter `before` or at its end.

    What is typed for them arrives in its `**typed`, by their names.
    """

    def taking(command: Command) -> Command:
        signature = inspect.signature(command, eval_str=True)
        own = [item for item in signature.parameters.values() if item.kind is not inspect.Parameter.VAR_KEYWORD]
        at = len(own) if before is None else [item.name for item in own].index(before)
        more = {item.name: item for item in parameters if item.name not in signature.parameters}
        command.__signature__ = signature.replace(parameters=[*own[:at], *more.values(), *own[at:]])  # type: ignore[attr-defined]
        return command

    return taking
