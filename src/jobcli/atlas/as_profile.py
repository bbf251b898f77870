"""An official occupation in the form of a profile, so that whatever takes a role takes an occupation, too.

It has what is official and nothing else: names, level, codes, pay. What an occupation does is not in the atlas, and what it
needs is told by ESCO, with skills of its own that no profile asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jobcli.atlas.occupation import median_of_group, rows_of
from jobcli.atlas.sources import SOURCES
from jobcli.domain.evidence import Words
from jobcli.domain.occupation import level_of
from jobcli.domain.profile import Profile
from jobcli.domain.role import Codes, Role, TrainingPath
from jobcli.domain.salary import Salary, SalaryObservation

_GROUP = Words(
    de="Die ganze Gruppe dieses Codes; ohne Beamte und Selbständige.",
    en="The whole group of this code; without civil servants and the self-employed.",
)
_BECAUSE = {
    "ba": Words(
        de="Amtlicher Median mit Quartilen, Sonderzahlungen eingerechnet.",
        en="The official median with quartiles, special payments included.",
    ),
    "destatis": Words(
        de="Der Entgeltatlas hat für diesen Code keinen Median; Destatis zählt keine Sonderzahlungen mit.",
        en="The Entgeltatlas has no median of this code; Destatis counts no special payments.",
    ),
    "group": Words(
        de="Für diesen Code ist kein Median veröffentlicht: Es ist der der Gruppe mit drei Stellen.",
        en="No median of this code is published: this is the one of its group of three digits.",
    ),
}


def profile_of(code: str, asked: str | None = None, paths: Sequence[TrainingPath] = ()) -> Profile | None:
    """The occupation with this code as a profile, called as was asked; None where there is none.

    `paths` are those of roles with the same code. An occupation of which no pay is published has no observation.
    """
    (row,) = rows_of([code]) or (None,)
    return None if row is None else profile_in(row, asked, paths)


def profile_in(row: Mapping[str, Any], asked: str | None = None, paths: Sequence[TrainingPath] = ()) -> Profile:
    """The occupation of a row as a profile."""
    code = f"{row['code']:05}"
    observations = tuple(_observations(row, code))
    role = Role(
        title=Words(de=asked or row["de"], en=row["en"]),
        aliases=(asked,) if asked else (),
        summary=Words(de=row["title"], en=row["en"]),
        codes=Codes(kldb=code),
        level=level_of(code),
        duties=(),
        salary=Salary(
            anchor=observations[0].id if observations else "",
            because=_BECAUSE[observations[0].id if observations else "group"],
            observations=observations,
        ),
        paths=tuple(path if path.id is None else path.id for path in paths),
        sources={name: SOURCES[name] for name in ("kldb", "ba", "destatis")},
    )
    return Profile(id=code, kind="occupation", role=role, paths=tuple(paths), file="", origin="built-in")


def _observations(row: Mapping[str, Any], code: str) -> Iterator[SalaryObservation]:
    """What is published of its pay, the one first that estimates start from."""
    if row["ba_median"] is not None:
        yield SalaryObservation(
            id="ba",
            low=row["ba_low"],
            middle=row["ba_median"],
            high=row["ba_high"],
            statistic="median",
            spread="quartiles" if row["ba_low"] is not None else None,
            per="month",
            special_payments="included",
            as_of="2023-12",
            source="ba",
            covers=_GROUP,
            kldb=code,
            sample=row["ba_employees"],
        )
    if row["destatis_median"] is not None:
        yield SalaryObservation(
            id="destatis",
            middle=row["destatis_median"],
            statistic="median",
            per="month",
            special_payments="excluded",
            as_of="2025-04",
            source="destatis",
            covers=_GROUP,
            kldb=code,
        )
    group = median_of_group(code[:3]) if row["ba_median"] is None and row["destatis_median"] is None else None
    if group is not None:
        yield SalaryObservation(
            id="group",
            middle=group,
            statistic="median",
            per="month",
            special_payments="excluded",
            as_of="2025-04",
            source="destatis",
            covers=Words(
                de=f"Die Gruppe {code[:3]}, alle Niveaus zusammen.", en=f"The group {code[:3]}, all levels together."
            ),
            scope="group",
            kldb=code[:3],
            derived=_BECAUSE["group"],
        )
