"""Where the atlas has its figures from, and what their owners ask to be said beside them."""

from __future__ import annotations

from collections.abc import Iterable

from jobcli.domain.evidence import Source, Words

_READ = "2026-11-30"

SOURCES: dict[str, Source] = {
    "kldb": Source(
        publisher="Statistik der Bundesagentur für Arbeit",
        title="Klassifikation der Berufe 2010, überarbeitete Fassung 2020",
        url="https://statistik.arbeitsagentur.de/",
        published="2020",
        read=_READ,
        read_in="https://github.com/janschachtschabel/skohub-kldb-vocab",
        kind="official",
    ),
    "ba": Source(
        publisher="Statistik der Bundesagentur für Arbeit",
        title="Entgeltatlas",
        url="https://web.arbeitsagentur.de/entgeltatlas/",
        published="2023-12",
        dating="inferred",
        read=_READ,
        read_in="https://github.com/seneldoruk/entgeltatlas-scrape",
        kind="official",
    ),
    "destatis": Source(
        publisher="Statistisches Bundesamt (Destatis)",
        title="62361-0030, Bruttomonatsverdienste nach Berufen (KldB 2010) und Geschlecht",
        url="https://www-genesis.destatis.de/datenbank/online/statistic/62361/table/62361-0030",
        published="2025-04",
        read=_READ,
        read_in="https://github.com/pyretx/SCB_statistics",
        kind="official",
    ),
    "demand": Source(
        publisher="Statistik der Bundesagentur für Arbeit",
        title="Fachkräfteengpassanalyse 2025",
        url="https://statistik.arbeitsagentur.de/",
        published="2026-05-29",
        read=_READ,
        read_in="https://github.com/alexkroeker177/claude-impact-hackathon",
        kind="official",
    ),
    "otss": Source(
        publisher="Genz, Gregory, Lehmer",
        title="AI-Powered Skill Classification: Mapping Technology Intensity in the German Labor Market",
        url="https://onlinelibrary.wiley.com/doi/10.1111/1475-5890.70020",
        published="2026",
        read=_READ,
        read_in="https://github.com/otss-data/otss",
        kind="other",
    ),
    "bibb": Source(
        publisher="Bundesinstitut für Berufsbildung (BIBB)",
        title="Datensystem Auszubildende, 31.12.2023",
        url="https://www.bibb.de/",
        published="2023-12-31",
        read=_READ,
        read_in="https://github.com/FinApprenticeship/FinApprenticeship",
        kind="official",
    ),
    "esco": Source(
        publisher="Europäische Kommission",
        title="ESCO 1.2.0 (Berufe), 1.1.1 (Kompetenzen)",
        url="https://esco.ec.europa.eu/",
        published="2024-05",
        read=_READ,
        read_in="https://github.com/tabiya-tech/tabiya-esco-datasets-and-tools",
        kind="official",
    ),
    "onet": Source(
        publisher="U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)",
        title="O*NET 29.2 Database: Interests",
        url="https://www.onetcenter.org/database.html",
        published="2025-02",
        read=_READ,
        kind="official",
        note=Words(
            de="Alle Interessenwerte sind von einem Rechenmodell geschätzt (11/2023); über ESCO auf deutsche Berufe übertragen.",
            en="All interest scores are estimated by a model (11/2023); carried over to German occupations by way of ESCO.",
        ),
    ),
}
"""By what they are called here."""

NOTICES: dict[str, Words] = {
    "onet": Words(
        de="Dieses Produkt enthält Angaben aus der O*NET 29.2 Database des U.S. Department of Labor, Employment and Training"
        " Administration (USDOL/ETA), genutzt unter der Lizenz CC BY 4.0. O*NET® ist eine Marke des USDOL/ETA. jobcli hat"
        " die Angaben verändert; das USDOL/ETA hat diese Änderungen weder gebilligt noch empfohlen noch geprüft.",
        en="This product includes information from the O*NET 29.2 Database by the U.S. Department of Labor, Employment and"
        " Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. jobcli"
        " has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.",
    ),
    "ba": Words(
        de="© Statistik der Bundesagentur für Arbeit, https://statistik.arbeitsagentur.de/",
        en="© Statistik der Bundesagentur für Arbeit, https://statistik.arbeitsagentur.de/",
    ),
    "destatis": Words(de="Destatis 62361-0030 (dl-de/by-2-0)", en="Destatis 62361-0030 (dl-de/by-2-0)"),
    "otss": Words(
        de="Beschäftigte: OTSS, Genz, Gregory, Lehmer 2026 (CC BY 4.0)",
        en="Employees: OTSS, Genz, Gregory, Lehmer 2026 (CC BY 4.0)",
    ),
    "otss-skills": Words(
        de="Technik in Kompetenzen: OTSS, Genz, Gregory, Lehmer 2026 (CC BY 4.0; Anteile gerundet)",
        en="Technology of skills: OTSS, Genz, Gregory, Lehmer 2026 (CC BY 4.0; shares rounded)",
    ),
    "bibb": Words(
        de="Auszubildende: BIBB, Datensystem Auszubildende 2023",
        en="Apprentices: BIBB, Datensystem Auszubildende 2023",
    ),
    "esco": Words(
        de="Dieser Dienst nutzt die ESCO-Klassifikation der Europäischen Kommission (CC BY 4.0; ausgewählt und verbunden).",
        en="This service uses the ESCO classification of the European Commission (CC BY 4.0; selected and joined).",
    ),
}
"""What has to stand wherever the content of each owner does; a page says them one after the other."""


def notices(sources: Iterable[str]) -> tuple[Words, ...]:
    """What has to be said beside content of these sources, each once, in the order of `NOTICES`."""
    owners = {"kldb": "ba", "demand": "ba"}
    named = {owners.get(name, name) for name in sources}
    return tuple(words for name, words in NOTICES.items() if name in named)
