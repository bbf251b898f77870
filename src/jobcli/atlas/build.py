"""Writes the one file of the atlas out of the tables of the folder `atlas`: the same tables give the same bytes.

Called when the package is built, and by the tests; no command comes here. What each table of the file holds is said in
`TABLES`. Numbers of rows are kept in arrays of two bytes each: there are fewer than 65,536 titles, and fewer skills. Of the titles of a
trigram the steps from one to the next are kept.
"""

from __future__ import annotations

import math
import os
import re
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from jobcli.atlas.file import FORMAT, OFFICIAL, REGIONS
from jobcli.atlas.interests import GRADES
from jobcli.atlas.spelling import key
from jobcli.atlas.tables import Row, one_form, packed, read
from jobcli.atlas.title_rows import all_titles, official_titles, put_titles
from jobcli.domain.interests import TYPES

TABLES = """
CREATE TABLE occ (
    code INTEGER PRIMARY KEY, title TEXT, de TEXT, en TEXT,
    destatis_median INTEGER, destatis_men INTEGER, destatis_women INTEGER,
    ba_median INTEGER, ba_low INTEGER, ba_high INTEGER, ba_employees INTEGER, employees_2023 INTEGER, employees_2025 INTEGER,
    analysed INTEGER, shortage INTEGER, points REAL, vacancy_days REAL, seekers REAL, unemployment REAL,
    substitution REAL, part_time REAL, "group" TEXT, regulated TEXT, law TEXT, relation TEXT, left_out TEXT, titles BLOB
);
CREATE TABLE grp (code TEXT PRIMARY KEY, de TEXT, en TEXT, destatis_median INTEGER) WITHOUT ROWID;
CREATE TABLE title (id INTEGER PRIMARY KEY, k TEXT, occ INTEGER, kind INTEGER, text TEXT, norm INTEGER);
CREATE TABLE gram (g TEXT PRIMARY KEY, n INTEGER, ids BLOB) WITHOUT ROWID;
CREATE TABLE ending (e TEXT PRIMARY KEY, levels BLOB) WITHOUT ROWID;
CREATE TABLE skill (id INTEGER PRIMARY KEY, de TEXT, en TEXT, uses INTEGER);
CREATE TABLE esco (
    id INTEGER PRIMARY KEY, occ INTEGER, uri BLOB, isco INTEGER, de TEXT, en TEXT, essential BLOB, optional BLOB
);
CREATE TABLE esco_kldb (occ INTEGER, esco INTEGER, relation INTEGER, PRIMARY KEY (occ, esco)) WITHOUT ROWID;
CREATE TABLE similar (occ INTEGER PRIMARY KEY, codes BLOB, shared BLOB);
CREATE TABLE training (
    id INTEGER PRIMARY KEY, occ INTEGER, school INTEGER, title TEXT, apprentices INTEGER, contracts INTEGER, months TEXT,
    euros TEXT, since TEXT, agreement TEXT, region TEXT, publisher TEXT, source TEXT, url TEXT, read TEXT, doubt TEXT
);
CREATE TABLE outlook (occ INTEGER PRIMARY KEY, older REAL, skills BLOB);
CREATE TABLE region (grp TEXT, level INTEGER, points TEXT, PRIMARY KEY (grp, level)) WITHOUT ROWID;
CREATE INDEX training_of ON training (occ);
CREATE TABLE interest (
    occ INTEGER PRIMARY KEY, r INTEGER, i INTEGER, a INTEGER, s INTEGER, e INTEGER, c INTEGER, grade INTEGER, field INTEGER
);
CREATE TABLE work_field (id INTEGER PRIMARY KEY, de TEXT, en TEXT);
"""

OUTLOOK = tuple(f"{kind}_{year}" for year in (2012, 2023) for kind in ("manual", "digital", "frontier"))
RELATIONS = ("exact", "close", "narrow", "broad")
SIMILAR = 15
_LEVELS = {
    "1": ("Helfer", "helper"),
    "2": ("Fachkraft", "skilled"),
    "3": ("Spezialist", "specialist"),
    "4": ("Experte", "expert"),
}
_NAMED = ("Berufe in der ", "Berufe in den ", "Berufe im ", "Berufe in ", "Berufe für ", "Berufe ")
_MIXED = {"9": "", "8": "{group}, other ({level})", "93": "Supervisors – {group}", "94": "Managers – {group}"}
"""By the last digits of a code: what is called so in English where no label of ESCO means all who are in it."""
_SHORTER = {"(ohne Spezialisierung)": "(allgemein)", "(sonstige spezifische Tätigkeitsangabe)": "(Sonstige)"}
# Of the case that "in der" and "im" ask for: technischen, kaufmännischen und technischen.
_BENT = re.compile(r"((?:nicht )?(?:[a-zäöüß/-]+en (?:und )?)+)(\w+)")


def build(tables: Path, file: Path) -> None:
    """Write the file of the atlas out of the tables in a folder; what lay there before is replaced at once."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".atlas-", dir=file.parent)
    os.close(handle)
    made = Path(name)
    try:
        _write(tables, made)
        made.chmod(0o644)
        made.replace(file)
    finally:
        made.unlink(missing_ok=True)


def _write(tables: Path, file: Path) -> None:
    occupations = {row["code"]: row for row in read(tables, "occupations")}
    esco = {int(row["number"]): row for row in read(tables, "esco")}
    relations = read(tables, "esco_kldb")
    heads = {code: int(row["employees_2023"] or row["ba_employees"] or 0) for code, row in occupations.items()}
    titles = official_titles(tables)
    codes = _codes_of_esco(esco, relations, {key: set(owners) for key, owners in titles.items()}, heads)
    of_code = _closest(relations)
    essential = {
        code: sorted({skill for number in numbers for skill in _numbers(esco[number]["essential"])})
        for code, (relation, numbers) in of_code.items()
        if relation in ("exact", "close")
    }
    base = sqlite3.connect(file)
    try:
        base.executescript(
            f"PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA user_version = {FORMAT}; {TABLES}"
        )
        names = _names(tables, occupations, of_code, esco)
        base.executemany(f"INSERT INTO occ VALUES ({_marks(27)})", _occupations(tables, occupations, names, of_code))
        _put_groups(base, tables)
        put_titles(base, all_titles(tables, titles, esco, codes))
        _put_title_numbers(base)
        _put_skills(base, tables, esco, codes)
        _put_similar(base, essential, {code for code, (relation, _) in of_code.items() if relation == "exact"})
        _put_trainings(base, tables)
        _put_outlook(base, tables)
        _put_interests(base, tables)
        base.commit()
        base.execute("VACUUM")
    finally:
        base.close()


def _marks(number: int) -> str:
    return ", ".join("?" * number)


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split()]


# Names and figures.


def _names(
    tables: Path,
    occupations: Mapping[str, Row],
    of_code: Mapping[str, tuple[str, list[int]]],
    esco: Mapping[int, Row],
) -> dict[str, tuple[str, str]]:
    """What each code is called where nobody asked for a title: our own word, the largest apprenticeship, else the official name."""
    own = {row["code"]: (row["de"], row["en"]) for row in read(tables, "names")}
    groups = {row["code"]: row["en"] for row in read(tables, "group_names")}
    largest: dict[str, str] = {}
    for row in read(tables, "apprenticeships"):
        largest.setdefault(row["code"], one_form(row["title"]))
    found: dict[str, tuple[str, str]] = {}
    taken: set[str] = {name for both in own.values() for name in both}
    heads = {code: int(row["employees_2023"] or 0) for code, row in occupations.items()}
    # The largest occupation has the first choice: two of a list should not be called alike.
    for code in sorted(occupations, key=lambda code: (-heads[code], code)):
        relation, numbers = of_code.get(code, ("", []))
        level = _LEVELS[code[4]][1]
        english = {_upper(esco[number]["en"]) for number in numbers} if relation in ("exact", "close") else set()
        labels = sorted(english, key=lambda text: (len(text), text))
        if (
            code[3] == "9"
            or (code[3] == "8" and len(labels) > 2)
            or (relation == "close" and (code[3] == "8" or len(labels) > 1))
        ):
            labels = []
        elif len(labels) == 2:
            labels = [f"{labels[0]} or {labels[1][:1].lower()}{labels[1][1:]}", *labels]
        german = [largest[code]] if code in largest else []
        written = official_name(occupations[code]["title"], code)
        group = _MIXED.get(code[3:], _MIXED.get(code[3], "{group}, {level}")).format(
            group=groups[code[:3]], level=level
        )
        choice = (*labels, group, *(f"{name} ({level})" for name in labels))
        found[code] = own.get(code) or (
            next((name for name in (*german, written) if name not in taken), written),
            next((name for name in choice if name not in taken), group),
        )
        taken |= {*found[code]}
    return found


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def official_name(title: str, code: str) -> str:
    """`Berufe in der Bauelektrik – fachlich ausgerichtete Tätigkeiten` is `Bauelektrik, Fachkraft`."""
    what, dash, _ = title.rpartition(" – ")
    if code[3] == "9" or not dash:
        return title
    for start in _NAMED:
        if what.startswith(start):
            what = _upper(_unbent(what.removeprefix(start), start))
            break
    for long, short in _SHORTER.items():
        what = what.replace(long, short)
    return f"{what}, {_LEVELS[code[4]][0]}"


def _unbent(what: str, start: str) -> str:
    """The adjectives before the noun as they are said without `in der`: technische Informatik, technischer Luftverkehrsbetrieb."""
    found = _BENT.match(what)
    if found is None:
        return what
    ending = "e" if start == "Berufe in der " else "er" if found[2].lower().endswith("betrieb") else "es"
    adjectives = " ".join(word if word in ("und", "nicht") else f"{word[:-2]}{ending}" for word in found[1].split())
    return f"{adjectives} {what[found.end(1) :]}"


def _occupations(
    tables: Path,
    occupations: Mapping[str, Row],
    names: Mapping[str, tuple[str, str]],
    of_code: Mapping[str, tuple[str, list[int]]],
) -> Iterable[tuple[object, ...]]:
    figures = (
        *("destatis_median", "destatis_men", "destatis_women", "ba_median", "ba_low", "ba_high", "ba_employees"),
        *("employees_2023", "employees_2025", "analysed", "shortage", "points", "vacancy_days", "seekers"),
        *("unemployment", "substitution", "part_time"),
    )
    kept: dict[str, tuple[str, str | None]] = {}
    for row in read(tables, "regulated"):
        kept.setdefault(row["code"], (row["kind"], row["law"] or None))
    left_out = {row["code"]: row["who"] for row in read(tables, "left_out")}
    for code, row in occupations.items():
        rule = max((start for start in kept if code.startswith(start)), key=len, default="")
        missing = max((start for start in left_out if code.startswith(start)), key=len, default="")
        numbers = [None if row[name] == "" else float(row[name]) for name in figures]
        yield (
            *(int(code), row["title"], *names[code]),
            *(None if number is None else int(number) if number.is_integer() else number for number in numbers),
            *(
                row["group"] or None,
                *(kept[rule] if rule else (None, None)),
                of_code.get(code, (None,))[0],
                left_out.get(missing),
                None,
            ),
        )


def _put_title_numbers(base: sqlite3.Connection) -> None:
    """Beside each code its official titles, each spelling once, so that they are found without looking at all titles."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for number, code, text in base.execute(
        "SELECT id, occ, coalesce(text, k) FROM title WHERE kind = ? ORDER BY id", (OFFICIAL,)
    ):
        found[code].setdefault(text, number)
    base.executemany(
        "UPDATE occ SET titles = ? WHERE code = ?",
        ((packed(numbers.values()), code) for code, numbers in sorted(found.items())),
    )


def _put_groups(base: sqlite3.Connection, tables: Path) -> None:
    english = {row["code"]: row["en"] for row in read(tables, "group_names")}
    base.executemany(
        "INSERT INTO grp VALUES (?, ?, ?, ?)",
        (
            (row["code"], row["title"], english.get(row["code"]), int(row["destatis_median"] or 0) or None)
            for row in sorted(read(tables, "groups"), key=lambda row: row["code"])
        ),
    )


# ESCO and the classification.


def _closest(relations: Sequence[Row]) -> dict[str, tuple[str, list[int]]]:
    """Of each code the closest relation that it has, and the occupations of ESCO that have it.

    With all relations a nurse would need what those need who only draw blood.
    """
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in relations:
        found[row["code"]][row["relation"]].append(int(row["number"]))
    best = {}
    for code in sorted(found):
        relation = next(name for name in RELATIONS if name in found[code])
        best[code] = (relation, sorted(found[code][relation]))
    return best


def _codes_of_esco(
    esco: Mapping[int, Row], relations: Sequence[Row], official: Mapping[str, set[int]], heads: Mapping[str, int]
) -> dict[int, int]:
    """The one code under which the labels of an occupation of ESCO are found; without one they are not offered.

    Exact before close before the others; more where the label is an official title of the code; else the larger one.
    """
    weights = {"exact": 4, "close": 2, "narrow": 1, "broad": 1}
    scores: dict[int, dict[str, int]] = defaultdict(dict)
    for row in relations:
        number = int(row["number"])
        same = int(row["code"]) in official.get(key(esco[number]["de"].partition("/")[0]), ())
        scores[number][row["code"]] = weights[row["relation"]] + 3 * same
    chosen = {
        number: int(max(sorted(found), key=lambda code: (found[code], heads[code]))) for number, found in scores.items()
    }
    for number, row in sorted(esco.items()):
        broader = row["broader"]
        if number not in chosen and broader and int(broader) in scores:
            chosen[number] = chosen[int(broader)]
    return chosen


def _put_skills(
    base: sqlite3.Connection,
    tables: Path,
    esco: Mapping[int, Row],
    codes: Mapping[int, int],
) -> None:
    uses = Counter(skill for row in esco.values() for skill in _numbers(row["essential"]))
    base.executemany(
        "INSERT INTO skill VALUES (?, ?, ?, ?)",
        (
            (int(row["number"]), row["de"] or None, row["en"], uses[int(row["number"])])
            for row in read(tables, "skills")
        ),
    )
    base.executemany(
        f"INSERT INTO esco VALUES ({_marks(8)})",
        (
            (
                *(
                    number,
                    codes.get(number),
                    bytes.fromhex(row["id"].replace("-", "")),
                    int(row["isco"]),
                    row["de"],
                    row["en"],
                ),
                *(packed(_numbers(row["essential"])), packed(_numbers(row["optional"]))),
            )
            for number, row in sorted(esco.items())
        ),
    )
    base.executemany(
        "INSERT INTO esco_kldb VALUES (?, ?, ?)",
        (
            (int(row["code"]), int(row["number"]), RELATIONS.index(row["relation"]))
            for row in sorted(read(tables, "esco_kldb"), key=lambda row: (row["code"], int(row["number"])))
        ),
    )


def _put_similar(base: sqlite3.Connection, essential: Mapping[str, Sequence[int]], exact: Collection[str]) -> None:
    """For each code those that need most of the same skills: a skill that few need says more than one that all need."""
    uses = Counter(skill for skills in essential.values() for skill in skills)
    weight = {skill: math.log(len(essential) / number) for skill, number in uses.items()}
    owners: dict[int, list[str]] = defaultdict(list)
    for code in sorted(essential):
        for skill in essential[code]:
            owners[skill].append(code)
    whole = {code: math.fsum(weight[skill] for skill in skills) for code, skills in essential.items()}
    for code in sorted(essential):
        common: dict[str, list[int]] = defaultdict(list)
        for skill in essential[code]:
            for other in owners[skill]:
                common[other].append(skill)
        del common[code]
        scores = []
        for other, skills in common.items():
            both = math.fsum(sorted(weight[skill] for skill in skills))
            either = whole[code] + whole[other] - both
            scores.append((-round(both / either, 6) if either else 0.0, other, len(skills)))
        # What belongs only roughly to a code of another level needs what others need: teachers of paramedics would be like
        # paramedics.
        near = [item for item in sorted(scores) if item[2] > 1 and (item[1] in exact or item[1][4] == code[4])][
            :SIMILAR
        ]
        base.execute(
            "INSERT INTO similar VALUES (?, ?, ?)",
            (int(code), packed((int(other) for _, other, _ in near), "I"), packed(count for *_, count in near)),
        )


_IN_GERMAN = {
    "Bauhauptgewerbe (Ost; HWK Mannheim same for 2-year jobs)": "Bauhauptgewerbe Ost",
    "TVAöD group c": "TVAöD, Gruppe c",
    "DE (without Nordrhein; Sachsen same base)": "DE ohne Nordrhein",
}
"""Names of agreements and regions that were noted in English: on a page they stand beside German ones."""


def _is_pay(text: str) -> bool:
    """Whether pay is told as one amount for each year: a span, or a year that is not known, is no example to print."""
    return bool(text) and all(part.replace(".", "", 1).isdecimal() for part in text.split())


def _put_trainings(base: sqlite3.Connection, tables: Path) -> None:
    pay = {row["id"]: row for row in read(tables, "training_pay")}
    told = ("euros", "since", "agreement", "region", "publisher", "source", "url", "read", "doubt")
    rows: list[tuple[object, ...]] = [
        (
            *(int(row["code"]), 1, row["title"], None, None, row["months"]),
            *(row.get(name) or None for name in told),
        )
        for row in read(tables, "schools")
    ]
    for row in read(tables, "apprenticeships"):
        if row["code"]:
            agreed = pay.get(row["pay"], {})
            counts = int(row["apprentices"]), int(row["contracts"])
            cells = (
                (agreed.get(name) or None for name in told) if _is_pay(agreed.get("euros", "")) else [None] * len(told)
            )
            rows.append((int(row["code"]), 0, one_form(row["title"]), *counts, row["months"] or None, *cells))
    rows = [tuple(_IN_GERMAN.get(str(cell), cell) for cell in row) for row in rows]
    rows.sort(key=lambda row: (row[0], row[1], -int(str(row[3] or 0)), row[2]))
    base.executemany(f"INSERT INTO training VALUES ({_marks(16)})", ((n, *row) for n, row in enumerate(rows)))


def _put_outlook(base: sqlite3.Connection, tables: Path) -> None:
    """Shares as parts of 10,000, three for each year, zero in a year that is not known; points with `-` where there are none."""
    for row in read(tables, "outlook"):
        shares = [round(float(row[name] or 0) * 10_000) for name in OUTLOOK]
        older = float(row["older"]) if row["older"] else None
        base.execute("INSERT INTO outlook VALUES (?, ?, ?)", (int(row["code"]), older, packed(shares)))
    for row in read(tables, "regions"):
        points = " ".join(row[name] or "-" for name in ("DE", *REGIONS))
        base.execute("INSERT INTO region VALUES (?, ?, ?)", (row["group"], int(row["level"]), points))


def _put_interests(base: sqlite3.Connection, tables: Path) -> None:
    """How much of each type of interest there is in each occupation, and the fields of work."""
    base.executemany(
        f"INSERT INTO interest VALUES ({_marks(9)})",
        (
            (int(row["code"]), *(int(row[kind]) for kind in TYPES), GRADES.index(row["grade"]), int(row["field"]))
            for row in read(tables, "interests")
        ),
    )
    base.executemany(
        "INSERT INTO work_field VALUES (?, ?, ?)",
        ((int(row["field"]), row["de"], row["en"]) for row in read(tables, "work_fields")),
    )
