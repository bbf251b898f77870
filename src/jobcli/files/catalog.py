"""Where profiles lie, and which of them wins: --profiles, JOBCLI_PROFILES, the person's own folder, then the built-in ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, structs

from jobcli.domain.evidence import Place, Problem, Words, phrase
from jobcli.domain.profile import Entry, Known, Origin, Profile
from jobcli.domain.role import Role, TrainingPath, Vocabulary
from jobcli.files import shipped
from jobcli.files.ids import ENDING, is_id, is_meant, why_not, wrong_ending
from jobcli.files.text import reason_of

if TYPE_CHECKING:
    from jobcli.domain.card import Card
    from jobcli.files.cache import Cache, Part

T = TypeVar("T")

_PACKAGE = Path(__file__).resolve().parent.parent
# In the wheel the profiles lie inside the package; in a checkout at the top, where authors look for them.
BUILT_IN = next(
    (folder for folder in (_PACKAGE / "profiles", _PACKAGE.parent.parent / "profiles") if folder.is_dir()),
    _PACKAGE / "profiles",
)
_VOCABULARY = "vocabulary"


class Shelf(Struct, frozen=True):
    """A folder of profiles and where the program heard of it."""

    folder: Path
    origin: Origin


class Catalog:
    """The profiles of several shelves. An id on an earlier shelf hides the same id on a later one.

    Where many roles are asked for at once, what was read from YAML is kept in the folder `cache`, if one is given; the
    answers are the same with and without it.
    """

    def __init__(self, shelves: Sequence[Shelf] = (), cache: Path | None = None) -> None:
        self.problems: list[Problem] = []
        self._cache_folder = cache
        self._cache: Cache | None = None
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
            or self._read(BUILT_IN / f"{_VOCABULARY}.yaml", Vocabulary)
            or Vocabulary()
        )
        for shelf in reversed(self._shelves[:-1]):
            file = shelf.folder / f"{_VOCABULARY}.yaml"
            # Whatever lies there is meant to be one: what it cannot be is said.
            own = self._read(file, Vocabulary) if lexists(file) else None
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
            paths.append(structs.replace(found, purpose="helps") if found.id in role.helps else found)
        hides = str(hidden[0][1]) if hidden else None
        return Profile(id=role_id, role=role, paths=tuple(paths), file=str(file), origin=shelf.origin, hides=hides)

    def profiles(self, ids: Iterable[str] | None = None) -> list[Profile]:
        """All roles that can be read, or these; the problems of the others are added to `problems`."""
        self._open_cache("records")
        self._read_own_words()
        found = [self.profile(role_id) for role_id in (self.ids() if ids is None else ids)]
        self._save_cache()
        return [profile for profile in found if profile is not None]

    def entries(self) -> list[Entry]:
        """All roles that can be read, as cards; the problems of the others are added to `problems`."""
        self._open_cache("cards")
        self._read_own_words()
        found = [self._entry(role_id) for role_id in self.ids()]
        self._save_cache()
        return [entry for entry in found if entry is not None]

    def paths_of_code(self, code: str) -> list[TrainingPath]:
        """The training paths of the roles that have a code of the KldB 2010, each once."""
        ids = [entry.id for entry in self.entries() if ("kldb", code) in entry.card.codes]
        paths = [path for role_id in ids if (profile := self.profile(role_id)) for path in profile.paths]
        return list({path.id or path.title: path for path in paths}.values())

    def _read_own_words(self) -> None:
        """Read own vocabularies even where no role needs them, so that what is wrong with one is said."""
        if any(lexists(shelf.folder / f"{_VOCABULARY}.yaml") for shelf in self._shelves[:-1]):
            _ = self.vocabulary

    def training(self, path_id: str) -> TrainingPath | None:
        """A training path that roles share, with its id; None where its file is broken. KeyError for an unknown id."""
        if path_id not in self._training:
            shelf, file = self._paths[path_id][0]
            path = shipped.load(f"training/{path_id}", TrainingPath) if shelf.origin == "built-in" else None
            if path is None:
                path = self._read(file, TrainingPath)
            self._training[path_id] = None if path is None else structs.replace(path, id=path_id)
        return self._training[path_id]

    def find(self, path_id: str) -> TrainingPath | None:
        """The same; None also for an unknown id."""
        return self.training(path_id) if path_id in self._paths else None

    def title(self, role_id: str) -> Words:
        """The title of a role, without reading the rest of its file where that can be avoided."""
        shelf, file = self._roles[role_id][0]
        if shelf.origin == "built-in":
            titles = shipped.load("titles", dict[str, Words])
            if titles is not None:
                return titles[role_id]
        from jobcli.files.yaml import read_title

        data = self._fetch(file)
        return (read_title(data) if data is not None else None) or Words(en=role_id)

    def neighbours(self, role: Role) -> dict[str, Words]:
        """The titles of the roles before and after this one that have a profile, by their ids."""
        named = {item.role for item in (*role.transitions.before, *role.transitions.after) if item.role is not None}
        return {name: self.title(name) for name in named}

    def closest_role(self, word: str) -> str | None:
        """The id of the role that `word` was probably meant to be: ids, titles and aliases in both languages are tried."""
        from jobcli.files.did_you_mean import closest_name

        names = [
            (name, profile.id)
            for profile in self.profiles()
            for name in (profile.id, profile.role.title.de, profile.role.title.en, *profile.role.aliases)
            if name
        ]
        return closest_name(word, names)

    @cached_property
    def known(self) -> Known:
        """The ids that a profile of this catalogue may point to."""
        return Known(roles=self._roles, training=self._paths, vocabulary=self.vocabulary)

    def path_titles(self) -> dict[str, Words]:
        """The titles of the training paths that roles share, by their ids; without those that cannot be read."""
        return {name: path.title for name in self._paths if (path := self.training(name)) is not None}

    def _role(self, shelf: Shelf, file: Path) -> Role | None:
        compiled = shipped.load(f"roles/{file.stem}", Role) if shelf.origin == "built-in" else None
        return self._read(file, Role) if compiled is None else compiled

    def _entry(self, role_id: str) -> Entry | None:
        shelf, file = self._roles[role_id][0]
        card = self._shipped_cards.get(role_id) if shelf.origin == "built-in" else None
        if card is None:
            card = self._card_of(shelf, file)
        # A role with a broken path is no role; the first of them tells its problems.
        if card is None or any(self.training(path) is None for path in card.paths if isinstance(path, str)):
            return None
        return Entry(id=role_id, card=card, file=str(file), origin=shelf.origin)

    def _card_of(self, shelf: Shelf, file: Path) -> Card | None:
        """The card of a role whose file is kept, or has to be read."""
        from jobcli.domain.card import card_of

        kept = None if self._cache is None else self._cache.card(file, lambda: self.known)
        if kept is not None:
            return kept
        role = self._role(shelf, file)
        return None if role is None else card_of(role)

    @cached_property
    def _shipped_cards(self) -> dict[str, Card]:
        from jobcli.domain.card import Card

        return shipped.load("cards", dict[str, Card]) or {}

    def _open_cache(self, part: Part) -> None:
        """Ask the cache folder for what it knows of the files that would have to be read from YAML."""
        folders = {file.parent for file in self._sources()}
        if self._cache_folder is None or not folders:
            return
        from jobcli.files.cache import Cache

        self._cache = self._cache or Cache(self._cache_folder)
        self._cache.open(folders, part)

    def _save_cache(self) -> None:
        if self._cache is not None:
            self._cache.save(self._sources())

    def _sources(self) -> list[Path]:
        """The files that are read from YAML: a person's own, and in a checkout all of them."""
        compiled = shipped.FOLDER.is_dir()
        tables = (self._roles, self._paths)
        files = [
            file
            for table in tables
            for places in table.values()
            for shelf, file in places
            if not compiled or shelf.origin != "built-in"
        ]
        folders = [shelf.folder for shelf in self._shelves if not compiled or shelf.origin != "built-in"]
        return [*files, *(file for folder in folders if (file := folder / f"{_VOCABULARY}.yaml").is_file())]

    def _read(self, file: Path, kind: type[T]) -> T | None:
        """A role, a training path or a vocabulary: from the cache, else from its YAML."""
        cache = self._cache
        kept = None if cache is None else cache.record(file, kind, lambda: self.known)
        if kept is not None:
            return kept
        before = None if cache is None else cache.stamp(file)
        data = self._fetch(file)
        if data is None:
            return None
        from jobcli.files.read import read_document
        from jobcli.files.yaml import Document

        document = Document(str(file), data)
        # Nothing in a vocabulary points anywhere; asking for what is known would ask for the vocabulary again.
        record, problems = read_document(document, kind, None if kind is Vocabulary else self.known)
        self.problems += problems
        if cache is not None and record is not None and not problems:
            cache.keep(file, before, document.points_to, record)
        return record

    def _files(self, below: str) -> dict[str, list[tuple[Shelf, Path]]]:
        found: dict[str, list[tuple[Shelf, Path]]] = {}
        for shelf in self._shelves:
            for file in self._listing(shelf, below):
                if is_id(file.stem):
                    found.setdefault(file.stem, []).append((shelf, file))
                else:
                    self.problems.append(why_not(file))
        return found

    def _listing(self, shelf: Shelf, below: str) -> list[Path]:
        folder = shelf.folder / below
        try:
            entries = sorted(folder.iterdir())
        except OSError as error:
            # Asked by the kind of the error: `exists` would raise where the folder above cannot be entered.
            if not lexists(folder) and (below or (shelf.origin == "user" and isinstance(error, FileNotFoundError))):
                return []
            if shelf.origin == "built-in" and not below:
                self.problems.append(_packed(folder))
                return []
            self.problems.append(
                Problem(
                    "unreadable",
                    phrase("'{file}' cannot be read: {reason}."),
                    phrase("--profiles and JOBCLI_PROFILES name folders that hold one .yaml file for each role."),
                    {"file": str(folder), "reason": reason_of(error)},
                    Place(str(folder)),
                )
            )
            return []
        self.problems += [wrong_ending(entry) for entry in entries if is_meant(entry)]
        files = [entry for entry in entries if entry.suffix == ENDING and entry.name[0] != "."]
        return [file for file in files if below or file.stem != _VOCABULARY]

    def _fetch(self, file: Path) -> bytes | None:
        from jobcli.files.read import fetch

        data = fetch(file)
        if isinstance(data, Problem):
            self.problems.append(data)
            return None
        return data


def _packed(folder: Path) -> Problem:
    """Why there are no built-in roles: jobcli lies in one file, or a part of it is missing."""
    message = phrase("The roles of jobcli cannot be read from '{folder}'.")
    hint = phrase("jobcli does not run out of a zip file or a part of itself: install it, as with pipx install.")
    return Problem("not-installed", message, hint, {"folder": str(folder)})
