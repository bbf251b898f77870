"""What is wrong with profiles: the answer of `validate`, and all that was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jobcli.answers.own import Validated
from jobcli.files.figures import open_drawer
from jobcli.files.read import is_folder
from jobcli.files.review import Review, review
from jobcli.files.warnings import Yardstick
from jobcli.pay.anchor import is_old
from jobcli.pay.others import APART, disagreeing

if TYPE_CHECKING:
    from jobcli.domain.role import Role
    from jobcli.files.catalog import Catalog


def reviewed(catalog: Catalog, targets: Sequence[Path], day: str) -> Review:
    """Check files and folders, by what estimates take for old and for far apart on a day; none means the catalogue."""
    drawer = open_drawer()

    def apart(role: Role) -> list[tuple[str, float]]:
        return [(item.observation.id, item.distance or 0) for item in disagreeing(role, drawer, day)]

    return review(catalog, targets, Yardstick(is_old=lambda moment: is_old(moment, day), apart=apart, share=APART))


def validated(found: Review) -> Validated:
    """The answer of `validate`: how much was checked."""
    return Validated(files=found.files, warnings=found.warnings)


def folders_of(targets: Iterable[Path]) -> Iterator[Path]:
    """The folders of profiles that files lie in: files of one folder may point to each other."""
    for target in targets:
        folder = target if is_folder(target) else target.parent
        yield folder.parent if folder.name == "training" else folder
