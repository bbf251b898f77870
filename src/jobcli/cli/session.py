"""One call of the program: its options, its catalogue, its door to the outside."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from jobcli.cli.output import Output
from jobcli.cli.world import World, named_folder
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.profile import BEFORE_LEVEL, Entry, Profile, at_level
from jobcli.domain.refusal import Refusal, refuse
from jobcli.files.catalog import Catalog, Shelf
from jobcli.files.text import reason_of
from jobcli.pages.kit.language import Language

if TYPE_CHECKING:
    from jobcli.atlas.titles import TitleHit


class Session:
    """What every command is handed."""

    def __init__(
        self,
        world: World,
        output: Output,
        profile_folders: tuple[str, ...] = (),
        state_dir: str | None = None,
        as_of: str | None = None,
    ) -> None:
        self.world = world
        self.output = output
        # These two are options of every command: the parser keeps them here before the command runs.
        self.profile_folders = profile_folders
        self.state_dir = state_dir
        self.as_of = as_of

    def with_folders(self, folders: Iterable[Path]) -> Session:
        """This call, with a catalogue that reads these folders too, before all others."""
        from jobcli.files.read import is_folder

        more = dict.fromkeys(str(folder) for folder in folders if is_folder(folder))
        return Session(self.world, self.output, (*more, *self.profile_folders), self.state_dir, self.as_of)

    def known_on(self, day: str | None) -> Session:
        """This call, asked for what was known on a day, as YYYY-MM-DD; None is today."""
        return Session(self.world, self.output, self.profile_folders, self.state_dir, day)

    @property
    def say(self) -> Language:
        """The language of this call."""
        return self.output.say

    @property
    def day(self) -> str:
        """The day whose knowledge is asked for, as YYYY-MM-DD: today, or what --as-of says."""
        return self.as_of or self.world.today.isoformat()

    @property
    def own_folder(self) -> Path:
        """Where the person's settings and progress lie: --state-dir, JOBCLI_STATE_DIR, the system's folder for data."""
        named = self.state_dir or self.world.env.get("JOBCLI_STATE_DIR", "")
        if not named.strip():
            return self.world.own_data()
        return named_folder(named)

    @cached_property
    def catalog(self) -> Catalog:
        """The profiles of this call: --profiles, JOBCLI_PROFILES, the person's own, the built-in ones."""
        named = [Shelf(Path(folder), "option") for folder in self.profile_folders]
        listed = self.world.env.get("JOBCLI_PROFILES", "")
        named += [Shelf(named_folder(folder), "environment") for folder in listed.split(os.pathsep) if folder.strip()]
        for shelf in named:
            _readable(shelf.folder)
        own, cache = _if_there(self.world.own_profiles), _if_there(self.world.own_cache)
        return Catalog([*named, *([Shelf(own, "user")] if own else [])], cache)

    def role_id(self, word: str, *, occupations: bool = False) -> str | None:
        """The id of the role that is called so; None where none is. What only comes near to a name is said.

        With `occupations`, words that name one are left to it.
        """
        role_id = word.strip().lower()
        if role_id in self.catalog.ids():
            return role_id
        if _file_of(role_id, self.catalog.problems):
            return None
        from jobcli.cli.called import role_called

        return role_called(self.catalog, self.output, word, occupations=occupations)

    def training_id(self, word: str) -> str | None:
        """The id of a shared training path that was typed, where no role has it."""
        path_id = word.strip().lower()
        return None if path_id in self.catalog.ids() or path_id not in self.catalog.training_ids() else path_id

    def training_called(self, word: str) -> str | None:
        """The id of the only training path with these words in its title, where no occupation is called so."""
        from jobcli.atlas.titles import named
        from jobcli.files.path_names import called

        found = [] if named(word) else called(word, self.catalog.path_titles())
        return found[0] if len(found) == 1 else None

    def occupations(self, word: str) -> list[TitleHit]:
        """The official occupations of this code or name: mostly one, of a few titles two. Refusal where there is none."""
        from jobcli.atlas.titles import named

        found = named(word) or self._slipped(word)
        if not found:
            self._no_role(word)
        return found

    def _slipped(self, word: str) -> list[TitleHit]:
        """The only occupation with a title that is a slip away, which is said in one line."""
        from jobcli.atlas.titles import slipped

        found = slipped(word)
        if len(found) != 1:
            return []
        from jobcli.cli.called import taken_for

        taken_for(self.catalog, self.output, word, found[0].text, found[0].code)
        return found

    def role(self, word: str) -> Profile:
        """The role that the person named. Refusal where there is none, or its file is broken."""
        role_id = self.role_id(self._base(word) or word)
        return self._no_role(word) if role_id is None else self._read(role_id)

    def _read(self, role_id: str) -> Profile:
        profile = self.catalog.profile(role_id)
        if profile is None:
            raise Refusal(*self.catalog.problems)
        return profile

    def profile(self, word: str) -> Profile:
        """The role, or the official occupation in the form of one. Refusal where there is none, or two are called so."""
        first, *more = self._called(word)
        if more:
            message, hint = (
                phrase("'{word}' is the name of several occupations."),
                phrase("Say which by its code: {codes}"),
            )
            codes = ", ".join(one.id for one in (first, *more))
            refuse("several-occupations", message, hint, word=word, codes=codes)
        return first

    def profiles(self, words: list[str] | None = None) -> list[Profile]:
        """What was named in its order, of a name of two occupations both; or all roles. Refusal where nothing is left."""
        if words:
            called = [profile for word in words for profile in self._called(word)]
            return list({profile.id: profile for profile in called}.values())
        found = self.catalog.profiles()
        if not found:
            self._nothing_left()
        return found

    def _called(self, word: str) -> list[Profile]:
        """The role that is called so, at a level where one is named, else the official occupations of this code or name."""
        if (at := self.leveled(word)) is not None:
            return [at]
        role_id = self.role_id(word, occupations=True)
        if role_id is not None:
            return [self._read(role_id)]
        from jobcli.atlas.as_profile import profile_of

        hits = self.occupations(word)
        asked = [(hit.code, None if hit.how == "code" else hit.text) for hit in hits]
        return [
            found
            for code, text in asked
            if (found := profile_of(code, text, self.catalog.paths_of_code(code))) is not None
        ]

    def leveled(self, word: str, level: str | None = None) -> Profile | None:
        """The role at this level, or at the one that the word names, as in `software-developer:senior`; None without one."""
        if level is not None:
            return self._at_level(self.role(word), level)
        base = self._base(word)
        profile = None if base is None else self._read(base)
        if profile is None or not profile.role.levels:
            return None
        return self._at_level(profile, word.partition(BEFORE_LEVEL)[2])

    def _base(self, word: str) -> str | None:
        """The id of the role before a level, as in `software-developer:senior`; None where there is no such id."""
        base, between, _ = word.strip().lower().partition(BEFORE_LEVEL)
        return base if between and base in self.catalog.ids() else None

    def _at_level(self, profile: Profile, word: str) -> Profile:
        """The role at the level that a word names by its id or words of its title. Refusal where it has none of them."""
        from jobcli.files.path_names import called

        found = called(word, {one.id: one.title for one in profile.role.levels})
        if len(found) == 1:
            return at_level(profile, found[0])
        known = ", ".join(one.id for one in profile.role.levels)
        message, hint = phrase("'{role}' has no level '{word}'."), phrase("Its levels: {known}.")
        if not known:
            hint = phrase("Its profile names no levels.")
        return refuse("unknown-rung", message, hint, role=profile.id, word=word[:60], known=known)

    def entries(self) -> list[Entry]:
        """All roles that can be read, as lists need them. Refusal where there is none."""
        found = self.catalog.entries()
        if not found:
            self._nothing_left()
        return found

    def _nothing_left(self) -> NoReturn:
        if self.catalog.problems:
            raise Refusal(*self.catalog.problems)
        message, hint = phrase("There is no role in the catalogue."), phrase("Folders of profiles: jobcli where")
        refuse("no-roles", message, hint)

    def _no_role(self, word: str) -> NoReturn:
        if not self.catalog.ids():
            self._nothing_left()
        unread = _file_of(word.strip().lower(), self.catalog.problems)
        if unread:
            message, hint = (
                phrase("No role '{word}' is read, but there is a file for it."),
                phrase("All roles: jobcli list"),
            )
            raise Refusal(Problem("unknown-role", message, hint, {"word": word}), *unread)
        near = self.catalog.closest_role(word)
        message = phrase("No role '{word}'. Did you mean '{near}'?")
        if near is None:
            message = phrase("No role and no occupation is called '{word}'.")
        hint, alike = phrase("All roles: jobcli list"), _alike(word, sure=near is not None)
        if alike:
            hint = phrase("Occupations that are called nearly so: {alike}. All roles: jobcli list")
        shown = word if len(word) <= 60 else word[:59] + "…"
        refuse("unknown-role", message, hint, word=shown, near=near, alike=alike)


def _alike(word: str, *, sure: bool) -> str:
    """Three official occupations whose titles are spelt nearly so, each with its code; empty where none is.

    With `sure` only those that are a slip away: beside a role that is meant, what merely looks alike is noise.
    """
    from jobcli.atlas.titles import nearest

    return ", ".join(f"{hit.text} ({hit.code})" for hit in nearest(word) if hit.how == "spelling" or not sure)


def _if_there(folder: Callable[[], Path]) -> Path | None:
    """A folder below the person's home; None where the system knows no home: then nothing of theirs lies in it either."""
    try:
        return folder()
    except Refusal as refusal:
        if refusal.code == 2:  # a folder that was named
            raise
        return None


def role_ids(words: Iterable[str] | None) -> list[str]:
    """The roles as they were named, each once."""
    return list(dict.fromkeys(word.strip() for word in words or []))


def _file_of(role_id: str, problems: Iterable[Problem]) -> list[Problem]:
    """Why the file that was meant to be this role is not read because of its name."""
    return [problem for problem in problems if _stem(problem) == role_id]


def _stem(problem: Problem) -> str | None:
    """The role that a file was meant to be which is not read because of its name."""
    by_name = problem.place is not None and problem.code in ("file-ending", "file-name")
    return Path(problem.place.file).stem.lower() if by_name and problem.place else None


def _readable(folder: Path) -> None:
    """Refuse a folder that was named but cannot be read: an answer without it would be another answer."""
    try:
        next(folder.iterdir(), None)
    except (OSError, ValueError) as error:
        refuse(
            "unreadable",
            phrase("'{file}' cannot be read: {reason}."),
            phrase("--profiles and JOBCLI_PROFILES name folders that hold one .yaml file for each role."),
            file=str(folder),
            reason=reason_of(error),
        )
