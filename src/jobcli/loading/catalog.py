"""Where profiles lie, and which of them wins: --profiles, JOBCLI_PROFILES, the person's own folder, then the built-in ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, structs

from jobcli.domain.evidence import Place, Problem, Words, phrase
from jobcli.domain.role import Role, TrainingPath, Vocabulary
from jobcli.loading import shipped

if TYPE_CHECKING:
    from jobcli.loading.checks import Known

Origin = Literal["option", "environment", "user", "built-in"]

_PACKAGE = Path(__file__).resolve().parent.parent
# In the wheel the profiles lie inside the package; in a checkout at the top, where authors look for them.
BUILT_IN = next(
    (folder for folder in (_PACKAGE / "profiles", _PACKAGE.parent.parent / "profiles") if folder.is_dir()),
    _PACKAGE / "profiles",
)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_VOCABULARY = "vocabulary"
_UMLAUTS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue"}


class Shelf(Struct, frozen=True):
    """A folder of profiles and where the program heard of it."""

    folder: Path
    origin: Origin


class Profile(Struct, frozen=True, kw_only=True):
    """A role with its file, and with the training paths it names in full."""

    id: str
    role: Role
    paths: tuple[TrainingPath, ...]
    file: str
    origin: Origin
    hides: str | None = None


class Catalog:
    """The profiles of several shelves. An id on an earlier shelf hides the same id on a later one."""

    def __init__(self, shelves: Sequence[Shelf] = ()) -> None:
        self.problems: list[Problem] = []
        self._shelves = [*shelves, Shelf(BUILT_IN, "built-in")]
        self._training: dict[str, TrainingPath | None] = {}

    @cached_property
    def _roles(self) -> dict[str, list[tuple[Shelf, Path]]]:
        return self._files("")

    @cached_property
    def _paths(self) -> dict[str, list[tuple[Shelf, Path]]]:
        return self._files("training")

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The shared ids: those that ship, and those of own `vocabulary.yaml` files, which win."""
        merged = (
            shipped.load(_VOCABULARY, Vocabulary)
            or self._read_vocabulary(BUILT_IN / f"{_VOCABULARY}.yaml")
            or Vocabulary()
        )
        for shelf in reversed(self._shelves[:-1]):
            file = shelf.folder / f"{_VOCABULARY}.yaml"
            own = self._read_vocabulary(file) if file.is_file() else None
            if own is not None:
                merged = Vocabulary(
                    **{name: {**getattr(merged, name), **getattr(own, name)} for name in merged.__struct_fields__}
                )
        return merged

    def shelves(self) -> list[Shelf]:
        """The folders with where the program heard of each, first the one that wins."""
        return list(self._shelves)

    def folders(self) -> list[Path]:
        """The folders of the shelves, first the one that wins."""
        return [shelf.folder for shelf in self._shelves]

    def ids(self) -> list[str]:
        """The ids of all roles, in alphabetical order."""
        return sorted(self._roles)

    def training_ids(self) -> list[str]:
        """The ids of all training paths that roles share, in alphabetical order."""
        return sorted(self._paths)

    def file_of(self, role_id: str) -> tuple[Shelf, Path]:
        """The file of a role and the shelf that it stands on. KeyError for an unknown id."""
        return self._roles[role_id][0]

    def profile(self, role_id: str) -> Profile | None:
        """The role with this id, or None; why not is then added to `problems`. KeyError for an unknown id."""
        (shelf, file), *hidden = self._roles[role_id]
        role = self._role(shelf, file)
        if role is None:
            return None
        paths = []
        for path in role.paths:
            found = self.training(path) if isinstance(path, str) else path
            if found is None:
                return None
            paths.append(found)
        hides = str(hidden[0][1]) if hidden else None
        return Profile(id=role_id, role=role, paths=tuple(paths), file=str(file), origin=shelf.origin, hides=hides)

    def profiles(self) -> list[Profile]:
        """All roles that can be read; the problems of the others are added to `problems`."""
        found = (self.profile(role_id) for role_id in self.ids())
        return [profile for profile in found if profile is not None]

    def training(self, path_id: str) -> TrainingPath | None:
        """A training path that roles share, with its id; None where its file is broken. KeyError for an unknown id."""
        if path_id not in self._training:
            shelf, file = self._paths[path_id][0]
            path = shipped.load(f"training/{path_id}", TrainingPath) if shelf.origin == "built-in" else None
            if path is None:
                from jobcli.loading.profiles import read_path

                data = self._fetch(file)
                path, problems = read_path(str(file), data, self.known) if data is not None else (None, ())
                self.problems += problems
            self._training[path_id] = None if path is None else structs.replace(path, id=path_id)
        return self._training[path_id]

    def title(self, role_id: str) -> Words:
        """The title of a role, without reading the rest of its file where that can be avoided."""
        shelf, file = self._roles[role_id][0]
        if shelf.origin == "built-in":
            titles = shipped.load("titles", dict[str, Words])
            if titles is not None:
                return titles[role_id]
        from jobcli.loading.nodes import read_title

        data = self._fetch(file)
        return (read_title(data) if data is not None else None) or Words(en=role_id)

    def closest_role(self, word: str) -> str | None:
        """The id of the role that `word` was probably meant to be: ids, titles and aliases in both languages are tried."""
        from jobcli.loading.shapes import closest

        names: dict[str, str] = {}
        for profile in self.profiles():
            role = profile.role
            for name in (profile.id, role.title.de, role.title.en, *role.aliases):
                for form in _forms(name or ""):
                    names.setdefault(form, profile.id)
        near = closest(next(_forms(word)), list(names))
        return None if near is None else names[near]

    @cached_property
    def known(self) -> Known:
        """The ids that a profile of this catalogue may point to."""
        from jobcli.loading.checks import Known

        return Known(roles=self._roles, training=self._paths, vocabulary=self.vocabulary)

    def _role(self, shelf: Shelf, file: Path) -> Role | None:
        compiled = shipped.load(f"roles/{file.stem}", Role) if shelf.origin == "built-in" else None
        if compiled is not None:
            return compiled
        from jobcli.loading.profiles import read_role

        data = self._fetch(file)
        if data is None:
            return None
        role, problems = read_role(str(file), data, self.known)
        self.problems += problems
        return role

    def _files(self, below: str) -> dict[str, list[tuple[Shelf, Path]]]:
        found: dict[str, list[tuple[Shelf, Path]]] = {}
        for shelf in self._shelves:
            for file in self._listing(shelf, below):
                if _ID.fullmatch(file.stem):
                    found.setdefault(file.stem, []).append((shelf, file))
                else:
                    self.problems.append(
                        Problem(
                            "file-name",
                            phrase("The file name '{name}' cannot be an id."),
                            phrase("Use lower-case letters, digits and single hyphens: office-manager.yaml."),
                            {"name": file.name},
                            Place(str(file)),
                        )
                    )
        return found

    def _listing(self, shelf: Shelf, below: str) -> list[Path]:
        folder = shelf.folder / below
        try:
            files = sorted(entry for entry in folder.iterdir() if entry.suffix == ".yaml" and entry.name[0] != ".")
        except OSError as error:
            # Asked by the kind of the error: `exists` would raise where the folder above cannot be entered.
            if below or (shelf.origin == "user" and isinstance(error, FileNotFoundError)):
                return []
            self.problems.append(
                Problem(
                    "unreadable",
                    phrase("'{file}' cannot be read: {reason}."),
                    phrase("--profiles and JOBCLI_PROFILES name folders that hold one .yaml file for each role."),
                    {"file": str(folder), "reason": error.strerror or str(error)},
                    Place(str(folder)),
                )
            )
            return []
        return [file for file in files if below or file.stem != _VOCABULARY]

    def _fetch(self, file: Path) -> bytes | None:
        from jobcli.loading.profiles import fetch

        data = fetch(file)
        if isinstance(data, Problem):
            self.problems.append(data)
            return None
        return data

    def _read_vocabulary(self, file: Path) -> Vocabulary | None:
        from jobcli.loading.profiles import read_vocabulary

        data = self._fetch(file)
        if data is None:
            return None
        vocabulary, problems = read_vocabulary(str(file), data)
        self.problems += problems
        return vocabulary


def _forms(name: str) -> Iterator[str]:
    """A name folded for comparison: without case, umlauts, gender endings and the signs between words."""
    folded = name.casefold().translate(_UMLAUTS)
    yield re.sub(r"[\s_-]+", "-", folded).strip("-")
    plain = re.sub(r"[:*/_](r|n|in|innen)\b", "", folded)
    if plain != folded:
        yield re.sub(r"[\s_-]+", "-", plain).strip("-")
