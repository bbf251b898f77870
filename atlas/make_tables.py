"""Makes the tables of this folder out of the publishers' files. Run by hand when a publisher has something newer:

    python atlas/make_tables.py FOLDER

FOLDER holds copies of the files that README.md names, in the folders that it names. What comes out are facts: codes,
names, figures, relations. No sentence that describes an occupation, a duty or a skill is taken. Whoever reads a table
of this folder needs none of the publishers' files. The same files give the same bytes.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
YEAR = "2023"
"""The newest year of the statistic of apprentices."""
DAY = "2026-12"
"""Pay of apprentices is taken from the agreement that is in force then."""
INTERESTS = ("R", "I", "A", "S", "E", "C")
"""The six types of Holland."""
GRADES = {"A": "direct", "B": "related", "C": "rough"}
Row = dict[str, str]

csv.field_size_limit(10**8)


def main() -> None:
    """Write every table, and say how many rows each has."""
    folder = Path(sys.argv[1])
    skills = write("skills", ("number", "de", "en"), skill_rows(folder))
    esco = write(
        "esco",
        ("number", "id", "isco", "broader", "de", "en", "other_de", "other_en", "essential", "optional"),
        esco_rows(folder, {row[-1]: int(row[0]) for row in skills}),
    )
    numbers = {row[1]: int(row[0]) for row in esco}
    write("esco_kldb", ("number", "code", "relation"), relation_rows(folder, numbers))
    write("occupations", ("code", *OCCUPATION), occupation_rows(folder))
    write("groups", ("code", "title", "destatis_median"), group_rows(folder))
    write("titles", ("code", "title"), title_rows(folder))
    write("apprenticeships", ("title", "code", "apprentices", "contracts", "months", "pay"), apprentice_rows(folder))
    write("training_pay", ("id", *TRAINING_PAY), training_pay_rows(folder))
    write("schools", ("title", "code", "months", "euros", "since", "agreement"), school_rows(folder))
    write("regulated", ("code", "kind", "law"), regulated_rows(folder))
    write("outlook", ("code", "older", *TECHNOLOGY), outlook_rows(folder))
    write("regions", ("group", "level", *REGIONS), region_rows(folder))
    write("interests", ("code", *INTERESTS, "grade", "field"), interest_rows(folder))
    write("work_fields", ("field", "de", "en"), field_rows(folder))


def write(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> list[list[str]]:
    """Write one table; a cell that is None is empty: not known. Cells behind the last column are not written."""
    made = [["" if cell is None else str(cell) for cell in row] for row in rows]
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(columns)
    table.writerows(row[: len(columns)] for row in made)
    # Without a name and a time inside, the same rows are the same bytes.
    data = gzip.compress(text.getvalue().encode(), 9, mtime=0)
    (HERE / f"{name}.csv.gz").write_bytes(data)
    print(f"{name}: {len(made)} rows, {len(data)} bytes")  # noqa: T201
    return made


def read(file: Path) -> list[Row]:
    """The rows of a table with a head, compressed or not."""
    data = file.read_bytes()
    text = (gzip.decompress(data) if file.suffix == ".gz" else data).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def last(address: str) -> str:
    """What stands behind the last slash of an address."""
    return address.rpartition("/")[2]


def labels(text: str) -> list[str]:
    """The lines of a list of labels."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def skill_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """Skills that an occupation needs, by the order of their addresses, which stand behind the columns."""
    english = {
        last(row["conceptUri"]): row["preferredLabel"] for row in read(folder / "esco/v1.1.1-en/skills_en.csv.gz")
    }
    german = {
        last(row["conceptUri"]): row["preferredLabel"]
        for row in read(folder / "esco/v1.2.0-de/skill_labels_de.partial.csv.gz")
    }
    used = {last(row["skillUri"]) for row in relations(folder)}
    for number, uri in enumerate(sorted(used)):
        yield number, german.get(uri, ""), english[uri], uri


def relations(folder: Path) -> list[Row]:
    """Which occupation needs which skill."""
    return read(folder / "esco/v1.1.1-en/occupationSkillRelations.csv.gz")


def esco_rows(folder: Path, skills: Mapping[str, int]) -> Iterator[tuple[object, ...]]:
    """Occupations of ESCO with their labels and the numbers of their skills.

    English labels of three words and more are left out: they find nothing that shorter ones do not.
    """
    german = {last(row["conceptUri"]): row for row in read(folder / "esco/v1.2.0-de/occupations_de.csv.gz")}
    english = {last(row["conceptUri"]): row for row in read(folder / "esco/v1.2.0-en/occupations_en.csv.gz")}
    broader = {
        last(row["conceptUri"]): last(row["broaderUri"])
        for row in read(folder / "esco/v1.2.0-de/broaderRelationsOccPillar_de.csv.gz")
        if row["broaderUri"].startswith("http://data.europa.eu/esco/occupation/")
    }
    needs: dict[str, dict[str, list[int]]] = {}
    for row in relations(folder):
        needs.setdefault(last(row["occupationUri"]), {}).setdefault(row["relationType"], []).append(
            skills[last(row["skillUri"])]
        )
    numbers = {uri: number for number, uri in enumerate(sorted(german))}
    for uri, number in numbers.items():
        de, en = german[uri], english[uri]
        own_de, own_en = de["preferredLabel"].strip(), en["preferredLabel"].strip()
        found = needs.get(uri, {})
        yield (
            *(number, uri, de["iscoGroup"], numbers.get(broader.get(uri, ""))),
            *(own_de, own_en),
            "|".join(sorted({label for label in labels(de["altLabels"]) if label != own_de})),
            "|".join(sorted({x for x in labels(en["altLabels"]) if x != own_en and len(x.split()) < 3})),
            " ".join(map(str, sorted(set(found.get("essential", []))))),
            " ".join(map(str, sorted(set(found.get("optional", [])) - set(found.get("essential", []))))),
        )


_RELATIONS = ("exact", "close", "narrow", "broad")


def relation_rows(folder: Path, numbers: Mapping[str, int]) -> Iterator[tuple[object, ...]]:
    """The codes of an occupation of ESCO, each with the closest relation to any title of the code.

    What is only mapped over its group of the ISCO has no code of its own.
    """
    best: dict[tuple[int, str], int] = {}
    for row in read(folder / "esco/ba-mapping/esco103_to_kldb2010.csv.gz"):
        number = numbers.get(last(row["escoUri"]))
        if number is None or row["note"] or "/occupation/" not in row["escoUri"]:
            continue
        key = number, row["kldbCode"].removeprefix("B ")[:5]
        rank = _RELATIONS.index(row["relation"].removeprefix("skos:").removesuffix("Match"))
        best[key] = min(rank, best.get(key, rank))
    for (number, code), rank in sorted(best.items()):
        yield number, code, _RELATIONS[rank]


OCCUPATION = (
    *("title", "short_title", "destatis_median", "destatis_men", "destatis_women"),
    *("ba_median", "ba_low", "ba_high", "ba_employees", "employees_2023", "employees_2025"),
    *(
        "analysed",
        "shortage",
        "points",
        "vacancy_days",
        "seekers",
        "unemployment",
        "substitution",
        "part_time",
        "group",
    ),
)
_ANALYSIS = {
    "shortage": "shortage",
    "points": "avg_points",
    "vacancy_days": "vacancy_days_median",
    "seekers": "seekers_per_vacancy",
    "unemployment": "unemployment_rate",
    "substitution": "substitution_potential_pct",
    "part_time": "part_time_pct",
    "employees_2025": "employees_jun2025",
    "group": "from_aggregate",
}


TECHNOLOGY = tuple(f"{kind}_{year}" for year in (2012, 2023) for kind in ("manual", "digital", "frontier"))
REGIONS = ("DE", "SH+HH", "MV", "NI+HB", "NW", "HE", "RP+SL", "BW", "BY", "BB+BE", "ST", "TH", "SN")


def outlook_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """How the share of older people has grown, and the shares of skills by the technology that they need."""
    skills = {row["kldb5"]: row for row in read(folder / "occupations/technology/otss_kldb5.csv")}
    analysis = {row["kldb5"]: row for row in read(folder / "occupations/shortage/engpass_de_kldb5.csv")}
    for row in classification(folder):
        code = row["code"]
        if row["level"] == "5":
            shares = skills.get(code, {})
            cells = (
                analysis.get(code, {}).get("older_share_change_pp"),
                *(shares.get(name.replace("_", "_otss_")) for name in TECHNOLOGY),
            )
            if any(cells):
                yield code, *cells


def region_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """The points of each group of three digits and level, in Germany and by region; care is one group for all of its codes.

    Of child care and social work skilled workers and specialists are rated together, as specialists.
    """
    for row in read(folder / "occupations/shortage/engpass_laender_kldb3.csv"):
        yield row["kldb3"], row["level"], *(row[name] for name in REGIONS)


def classification(folder: Path) -> list[Row]:
    """All levels of the KldB 2010, version 2020."""
    return read(folder / "kldb/kldb2010_v2020_full_de.csv.gz")


def official_pay(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """Medians and quartiles by code of two to five digits."""
    text = (folder / "labour-market/occupations_kldb.yaml").read_text(encoding="utf-8")
    values: Mapping[str, Mapping[str, Any]] = yaml.load(text, yaml.CSafeLoader)["values"]
    return values


def occupation_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """The occupations with all figures; an empty cell is not known, and never zero."""
    pay = official_pay(folder)
    sexes = {row["kldb"]: row for row in read(folder / "occupations/sex/62361-0030_april2025.csv")}
    heads = {row["kldb5"]: row["headcount_2023"] for row in read(folder / "occupations/technology/otss_kldb5.csv")}
    analysis = {row["kldb5"]: row for row in read(folder / "occupations/shortage/engpass_de_kldb5.csv")}
    for row in classification(folder):
        code = row["code"]
        if row["level"] != "5":
            continue
        figures, sex, rated = pay.get(code, {}), sexes.get(code, {}), analysis.get(code, {})
        cells = {
            "title": row["title"],
            "short_title": row["short_title"],
            "destatis_median": figures.get("d25_median"),
            "destatis_men": sex.get("men_median"),
            "destatis_women": sex.get("women_median"),
            "ba_median": figures.get("b23_median"),
            "ba_low": figures.get("b23_q25"),
            "ba_high": figures.get("b23_q75"),
            "ba_employees": figures.get("b23_n"),
            "employees_2023": heads.get(code),
            "analysed": 1 if rated else None,
            **{name: rated.get(column) for name, column in _ANALYSIS.items()},
        }
        yield code, *(cells[name] for name in OCCUPATION)


def group_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """The four upper levels, with the median of the group where there is one."""
    pay = official_pay(folder)
    for row in classification(folder):
        if row["level"] != "5":
            yield row["code"], row["title"], pay.get(row["code"], {}).get("d25_median")


def title_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """The titles of the alphabetical list, as they stand there."""
    for row in read(folder / "kldb/berufsbenennungen_kldb5.csv.gz"):
        yield row["kldb5"], row["title_de"]


def training(folder: Path) -> Mapping[str, Any]:
    """Length and pay of trainings, collected from ordinances and agreements."""
    text = (folder / "occupations/apprenticeships/training_pay_and_length.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return found


def apprentice_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """Apprenticeships of the statistic, the largest first, with the length that the ordinance says and a typical agreement."""
    facts = training(folder)
    lengths = {item["name"]: item for item in facts["occupations"]}
    in_force = {item["id"] for item in facts["pay"] if _in_force(item)}
    counted = read(folder / "occupations/apprenticeships/germany_2010_2023.csv.gz")
    rows = [row for row in counted if row["year"] == YEAR and int(row["apprentices"]) > 0]
    for row in sorted(rows, key=lambda row: (-int(row["apprentices"]), row["occupation"])):
        known = lengths.get(row["occupation"], {})
        agreement = next((name for name in known.get("pay", []) if name in in_force), None)
        yield (
            *(row["occupation"], row["kldb5"], row["apprentices"], row["new_contracts"]),
            *(known.get("months"), agreement),
        )


def _in_force(item: Mapping[str, Any]) -> bool:
    return (
        bool(item.get("eur_month"))
        and str(item["since"]) <= DAY
        and (not item.get("until") or str(item["until"]) >= DAY)
    )


TRAINING_PAY = ("agreement", "region", "since", "euros", "publisher", "source", "url", "read", "doubt")


def training_pay_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """Agreements that are in force, with the euros a month of each year of the training."""
    for item in training(folder)["pay"]:
        if _in_force(item):
            source = item["source"]
            yield (
                *(item["id"], item["agreement"], item["region"], item["since"]),
                " ".join(map(str, item["eur_month"])),
                *(source["publisher"], source["title"], source["url"], source["read"], item.get("doubt")),
            )


def school_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """Trainings at schools, which the statistic of apprentices does not count."""
    for item in training(folder)["school"]:
        months = item["months"] if isinstance(item["months"], list) else [item["months"]]
        codes = item["kldb5"] if isinstance(item["kldb5"], list) else [item["kldb5"]]
        for code in codes:
            yield (
                *(item["name"], code, " ".join(str(month) for month in months)),
                " ".join(str(euros) for euros in item.get("eur_month") or []),
                *(item.get("since"), item.get("agreement")),
            )


def regulated_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """Professions that a law of the federation or of the Länder keeps for those who have a licence."""
    text = (folder / "occupations/newcomers/newcomers.yaml").read_text(encoding="utf-8")
    known = yaml.load(text, yaml.CSafeLoader)["regulated_professions"]
    for item in known["federal"]:
        # The list names one code for physicians, and says in words that all codes of the group are meant.
        for code in ["814"] if item["kldb5"] == ["81404"] else item["kldb5"]:
            # What the list says in brackets is a remark.
            yield code, item["kind"], item["law"].partition(" (")[0]
    for item in known["land_law"]["rows"]:
        for code in item.get("kldb5") or [item["kldb3"]] if "kldb3" in item or item["kldb5"] else []:
            yield code, "land", None


def interest_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """Of each occupation how much of each type there is in it, in hundredths, how it came by that, and its field."""
    fields = {row["kldb5"]: row["field"] for row in read(folder / "occupations/interests/field_of_kldb5.csv")}
    for row in read(folder / "occupations/interests/interests_kldb5.csv"):
        grade = GRADES[row["grade"]] if int(row["links"]) else "borrowed"
        yield (row["kldb5"], *(round(float(row[kind]) * 100) for kind in INTERESTS), grade, fields[row["kldb5"]])


def field_rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """The fields of work: occupations whose profiles are alike."""
    for row in read(folder / "occupations/interests/fields_25.csv"):
        yield (row["field"], row["name_de"], row["name_en"])


if __name__ == "__main__":
    main()
