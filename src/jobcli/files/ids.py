"""Names of files that are ids: what a person types, on every system the same."""

from __future__ import annotations

import re
from pathlib import Path

from jobcli.domain.evidence import MAX_ID, Phrase, Place, Problem, phrase

ENDING = ".yaml"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# Windows takes these names for devices, with any ending: a file of such a name cannot be copied there.
_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


def is_device(word: str) -> bool:
    """Whether Windows takes this name for a device."""
    return bool(_DEVICES.fullmatch(word.lower()))


def is_id(stem: str) -> bool:
    """Whether a file of this name, without its ending, can be a role or a training path."""
    return len(stem) <= MAX_ID and bool(_ID.fullmatch(stem)) and not is_device(stem)


def is_meant(file: Path) -> bool:
    """Whether a file ends in what others take for YAML, but not in `.yaml`: it is not read, and that must be said."""
    return file.suffix != ENDING and file.suffix.lower() in (ENDING, ".yml") and not file.name.startswith(".")


def wrong_ending(file: Path) -> Problem:
    """That a file is not read because of how its name ends."""
    values: dict[str, object] = {"name": file.name, "near": f"{file.stem}{ENDING}"}
    message = phrase("'{name}' is not read with the others of its folder: the name of a profile ends in .yaml.")
    return Problem("file-ending", message, phrase("Rename it to {near}."), values, Place(str(file)), "warning")


def why_not(file: Path) -> Problem:
    """What is wrong with the name of a file that cannot be an id."""
    message = phrase("The file name '{name}' cannot be an id.")
    values: dict[str, object] = {"name": file.name}
    folded = file.stem.lower()
    hint: Phrase = phrase("Use lower-case letters, digits and single hyphens: office-manager.yaml.")
    if is_device(folded):
        message = phrase("The file name '{name}' cannot be an id: on Windows it is the name of a device.")
        hint = phrase("Give the file another name, for example {near}.")
        values["near"] = f"{folded}-role.yaml"
    elif len(file.stem) > MAX_ID:
        message = phrase(
            "The file name '{name}' cannot be an id: it has {length} characters, and an id has at most {limit}."
        )
        hint = phrase("Give the file a shorter name: office-manager.yaml.")
        values |= {"length": len(file.stem), "limit": MAX_ID}
    elif _ID.fullmatch(folded):
        hint = phrase("Rename it to {near}: some systems do not tell capital letters from small ones.")
        values["near"] = f"{folded}.yaml"
    return Problem("file-name", message, hint, values, Place(str(file)))
