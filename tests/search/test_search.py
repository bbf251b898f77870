"""What people type, and the role that must come first: misspelt, abbreviated, English, feminine, with umlauts or without."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jobcli.domain.card import Card
from jobcli.files.catalog import Catalog
from jobcli.search.hits import Hit, search
from jobcli.search.question import ask
from tests.conftest import Prompt

# What people type, by the role that must come first; the queries are parted by |.
TABLE = {
    "backoffice-manager": (
        "backoffice manager|Back-Office-Managerin|Backofice Manager|bakoffice|back office|"
        "Back-Office-Manager*in|BACKOFFICE MANAGER/IN|Back Office Manager|Backoffice Managerin (m/w/d)|"
        "Mitarbeiter Backoffice|Backoffice-Mitarbeiterin|backofice|Back-Office-Leitung|Leiter Backoffice|"
        "Bakcoffice|Back Office|backoffice-managerin"
    ),
    "business-development-manager": (
        "BDM|business development|Buisness Development Manager|Business Developer|"
        "Business-Development-Manager_in|business developement|Business Developerin|"
        "biz development manager|Business Development Managerin|Buisness Developement|"
        "Geschäftsfeldentwicklung|Head of Business Development|bizdev|business developper|"
        "Business-Development|Bussines Development Manager|Geschäftsentwicklung"
    ),
    "cdo": (
        "CDO|chief digital officer|Leiterin Digitalisierung|Leiter Digitalisirung|Chief Digtal Officer|"
        "digital officer|Chief Data Officer|Chief Digital Officer|Digitalchef|"
        "Digitalisierungsbeauftragte|Digitalisierungsmanager|Head of Digital|digitale Transformation|"
        "chief digtal officer"
    ),
    "cto": (
        "CTO|Chief Technology Officer|technischer direktor|Technische Geschaeftsfuehrerin|"
        "Technikvorstand|chief tecnology officer|Technischer Geschaftsfuhrer|Technischer Gechäftsführer|"
        "Technischer Leiter|Technische Leiterin|Chief Technical Officer|Technologiechef|"
        "Head of Engineering|Leiter Technik|Technischer Geschaeftsfuehrer|Cheif Technology Officer|"
        "Chief Tecnology Offcer|technischer geschäftsführerin"
    ),
    "operations-manager": (
        "operations manager|Operations-Managerin|oprations manager|Betriebsleiterin|Betriebsleitung|"
        "Operation Manager|operationsmanager|Operations Manager|Head of Operations|Betriebsmanager|"
        "operation manger|Operationsmanagerin|Opperations Manager|Betriebs leiter"
    ),
    "projektmanager": (
        "PM|Projektmanagerin|Projektmanager:in|Project manager|Projektleitung|Projektmanger|"
        "Projekt-Manager|IT-Projektleiter|projektleiterinnen|proyect manager|Projektleiter|"
        "IT Projektleiterin|Projekt Manager|Projectmanager|project lead|Projektmanagment|"
        "Projektmanagement|Projektkoordinator|Project Managerin|Projektleitung (m/w/d)|Teilprojektleiter|"
        "Bauprojektleiterin|Senior Project Manager"
    ),
    "supply-chain-manager": (
        "SCM|supply chain|Supply-Chain-Managerin|suply chain manager|supply chian manager|Lieferkette|"
        "supplychain|Leiter Supply Chain|Supply Chain|supply-chain-menager|Lieferkettenmanager|"
        "Lieferketten Managerin|Head of Supply Chain|Leiter Materialwirtschaft|Supply Chain Managment|"
        "Supplychainmanager|Suply Chain|Lieferkettenmanagement|Leiterin Supply Chain Management"
    ),
    "kaufmann-bueromanagement": (
        "Kauffrau für Büromanagement|Kaufmann Bueromanagement|Bürokauffrau|Büromanagment|"
        "office management clerk|Kaufleute für Büromanagement|Kaufmann/-frau für Büromanagement|"
        "Buerokaufmann|Büro Kaufmann|Bürokraft|Bürofachkraft|Bürohilfe|Kauffrau für Bürokommunikation|"
        "office clerk|Kaufman für Büromanagment|office management assistant|Bürokauffrau (m/w/d)|"
        "Bürokaufleute|Kaufm. für Büromanagement|Büromanagement|Buerokauffrau|Burokauffrau|Bürokaufrau|"
        "office assistant"
    ),
    "office-manager": (
        "Office-Manager|Office Managerin|ofice manager|office manager/in|Büro Manager|Büromanagerin|"
        "Büroleiterin|Büroleitung|Leiterin Büro|Feelgood Manager|Office Managment|Offcie Manager|"
        "Büroleiter/in|Bueroleitung"
    ),
    "assistenz-der-geschaeftsfuehrung": (
        "Assistentin der Geschäftsführung|executive assistant|Assistenz Geschaeftsfuehrung|"
        "Executiv Assistant|Assistent der Geschaftsfuhrung|Sekretärin|Sekretaerin|Sekretariat|Sekretär|"
        "secretary|Chefsekretärin|Direktionssekretärin|Vorstandssekretärin|GF-Assistenz|GF Assistentin|"
        "Assistenz Geschäftsführung|Assistenz der Geschäftsleitung|Vorstandsassistentin|"
        "Managementassistentin|Teamassistenz|Teamassistentin|executive assistent|personal assistant|PA|"
        "Assistentin|Assistenz der GF|Assistentin der Geschaeftsleitung|Persönliche Assistentin|"
        "Executive Asisstant|EA|management assistant"
    ),
    "sachbearbeiter": (
        "Sachbearbeiterin|Sachbearbeiter/in|Sachbearbeitung|Sachbearbieter|clerk|Sachbearbeiter|"
        "Sachbearbeiterin (m/w/d)|Sachbearbeiter*in Buchhaltung|kaufmännische Sachbearbeiterin|"
        "Sachbearbeter|administrative clerk|Auftragssachbearbeiter|Personalsachbearbeiterin|"
        "Bürosachbearbeiterin|Sachbearbeiterinn|Sachberarbeiter|Sachbearbeiter/-in Einkauf"
    ),
    "hr-manager": (
        "HR|HR-Managerin|Personalmanager|Personalmanagerin|Human Resources Manager|Personalmanger|"
        "hr manger|HR Manager|HRM|Personaler|Personalerin|Personalleiterin|Personalleitung|"
        "Personalreferentin|Personalchef|Leiterin Personal|Head of HR|Recruiting|Recruiter|Recruiterin|"
        "HR Business Partner|human resources|human resource manager|people manager|People & Culture|"
        "Personalentwicklung|Personalwesen|Personalmanagment|Personalmanagement|Human Ressources|"
        "Humanressources Managerin|Personal|Personalabteilung|Leitung Personal (m/w/d)"
    ),
    "controller": (
        "Controllerin|Controler|Kontroller|controller/in|Controlling|Controller|Controling|"
        "Finanzcontroller|Finanzcontrolling|financial controller|Kostenrechnung|Budgetierung|"
        "Vertriebscontroller|Kontrolling|Controlerin|Controller/-in|Financial Controling"
    ),
    "einkaeufer": (
        "Einkäuferin|Einkaeufer|Einkaufer|Einkauf|purchaser|Einkäufer:in|Einkäufer|Einkaeuferin|"
        "Einkaüfer|Strategischer Einkäufer|Strategische Einkaeuferin|operativer Einkäufer|Einkaufsleiter|"
        "Leiterin Einkauf|buyer|procurement|purchasing manager|purchasing|Beschaffung|Facheinkäufer|"
        "Einkeufer|Einkäufer (m/w/d)|strat. Einkäufer|Technische Einkäuferin|procurment manager"
    ),
    "logistikmanager": (
        "Logistikmanagerin|Logistik-Manager|logistics manager|Logistikmanger|Manager Logistik|"
        "Lagerleiter|Lagerleiterin|Disponent|Disponentin|Logistik|Logistikerin|Logistikleiter|"
        "Leiter Logistik|Logisitkmanager|Spedition|warehouse manager|Lager|Transport|Head of Logistics|"
        "Logistik Manager|Logistic Manager|Logistikleiterin|Lagerlogistik|Fuhrpark"
    ),
    "product-manager": (
        "Produktmanager|Produktmanagerin|product manger|Product-Manager:in|Product Owner|"
        "Produkt Manager|PO|Productowner|Produktmanagement|Head of Product|Produktverantwortliche|"
        "product owner (w/m/d)|Produkt-Manager:in|produktmanger|digital product manager"
    ),
    "scrum-master": (
        "Scrum Masterin|scrummaster|Scrum Mastr|Agile Coach|Scrum-Master|Scrummaster|Scrum|"
        "scrum mater|Agiler Coach|agil|Scrum-Masterin|SCRUM MASTER|skrum master|agiler coach"
    ),
    "it-leiter": (
        "IT-Leiterin|Head of IT|IT-Leitung|it leiter/in|IT director|IT Leiterin|IT Manager|EDV Leiter|"
        "Leitung IT|IT-Chef|Leiter der IT-Abteilung|IT Leiter/in|Leiter IT (m/w/d)|Leiter EDV|"
        "Chief Information Officer|IT-Managerin|it manger"
    ),
    "softwareentwickler": (
        "Softwareentwicklerin|software developer|Software-Entwickler|Entwicklerin|Softwareentwikler|"
        "Programmierer|Programmiererin|programmer|developer|software engineer|Softwareentwickler|"
        "Software Entwicklerin|Softwarentwickler|Softwareentwiklerin|Webentwickler|web developer|"
        "Webdeveloper|Anwendungsentwickler|Fachinformatikerin|Fachinformatiker|Informatiker|"
        "Java Entwickler|Softwareingenieur|Full Stack Developer|SW-Entwickler|Softwareentwicklung|"
        "Software-Engineer|Sofware Entwickler|SoftwareentwicklerIn|Software Developper|"
        "Frontend Developer|Backend Entwicklerin|Web-Entwicklerin|App Entwickler|Python Developer|"
        "IT-Entwickler|Fachinformatiker für Anwendungsentwicklung"
    ),
    "coo": (
        "COO|chief operating officer|Chief Operatings Officer|chief operating oficer|"
        "Chief Operating Officer|Chief Operations Officer|operativer Leiter|Chief operating oficer"
    ),
    "key-account-manager": (
        "KAM|Key Account Managerin|key acount manager|Key-Account-Manager:in|keyaccount|Key Account|"
        "Key-Account Managerin|Vertrieb Großkunden|Grosskundenbetreuer|Großkundenbetreuerin|Vertrieb|"
        "Vertriebler|Vertriebsmitarbeiterin|Verkauf|Verkäufer|Kundenbetreuer|sales|sales manager|"
        "account manager|Aussendienst|Vertriebsleiter|Keyaccountmanager|Key Acount Manager|"
        "Großkundenmanager|Vertriebsmanagerin"
    ),
    "data-analyst": (
        "Data Analystin|Datenanalyst|data analist|data-analyst|Data Analyst*in|Datenanalystin|"
        "Daten Analyst|data analyst|Dataanalyst|data scientist|Datenanalyse|BI Analyst|"
        "Business Intelligence|Statistiker|business analyst|data anlyst|Daten-Analystin|data-analystin|"
        "Datenanalist|Business Intelligence Analystin"
    ),
    "marketing-manager": (
        "Marketingmanagerin|Marketing Manager|marketing manger|Marketing-Manager:in|Marketing|"
        "Marketing Managerin|Marketingleiter|Leiterin Marketing|Werbung|Onlinemarketing|"
        "Online Marketing Manager|Marketingreferentin|Marktforschung|Social Media Manager|"
        "marketing mananger|Head of Marketing|advertising|Marketing-Leitung|Marketing Spezialistin|"
        "online-marketing|Markting Manager"
    ),
}
NOTHING = """
Krankenschwester, Elektriker, Koch, Lehrer, Ärztin, Friseurin, LKW-Fahrer, Polizist, Rechtsanwaltsfachangestellte, Kassiererin,
Gärtner, Brot und Brötchen backen, Kranke Menschen pflegen, Baggerfahrer, Tierpfleger, Pflegedienstleitung, Küchenchef, xyzzy, asdf manager, qwertz uiop
"""


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog()


@pytest.fixture(scope="module")
def cards(catalog: Catalog) -> dict[str, Card]:
    return {entry.id: entry.card for entry in catalog.entries()}


def found(words: str, catalog: Catalog, cards: dict[str, Card]) -> list[Hit]:
    return search(ask(words), cards, catalog.vocabulary)


@pytest.mark.parametrize("role", TABLE)
def test_the_role_that_was_meant_comes_first(role: str, catalog: Catalog, cards: dict[str, Card]) -> None:
    first = {words: [hit.id for hit in found(words, catalog, cards)[:1]] for words in TABLE[role].split("|")}
    assert {words: hits for words, hits in first.items() if hits != [role]} == {}


def test_the_table_has_more_than_three_hundred_queries_and_every_role_that_ships(catalog: Catalog) -> None:
    assert sum(len(queries.split("|")) for queries in TABLE.values()) > 300
    assert set(catalog.ids()) == set(TABLE)


def test_every_plain_word_stands_for_a_subject_that_there_is(catalog: Catalog) -> None:
    words = catalog.vocabulary.subject_words
    assert words
    assert set(words.values()) <= set(catalog.vocabulary.subjects)


def test_jobs_of_other_trades_and_nonsense_find_nothing(catalog: Catalog, cards: dict[str, Card]) -> None:
    answers = {words: found(words.strip(), catalog, cards) for words in NOTHING.split(",")}
    assert len(answers) > 15
    assert not any(answers.values())


@pytest.mark.parametrize(
    "written",
    ["KldB 61113", "B 61113", "61 113", "611.13", "61113-101", "KldB 2010: 61113", "ISCO 3323", "ISCO-08 3323", "3323"],
)
def test_a_code_is_read_however_offices_write_it(written: str, catalog: Catalog, cards: dict[str, Card]) -> None:
    # 61113 Berufe im Einkauf, 3323 Buyers
    assert [hit.id for hit in found(written, catalog, cards)] == ["einkaeufer"]


@pytest.mark.parametrize("code", ["kldb", "isco"])
def test_a_code_of_a_role_finds_it_as_an_exact_match(catalog: Catalog, cards: dict[str, Card], code: str) -> None:
    for profile in catalog.profiles():
        number = getattr(profile.role.codes, code)
        for words in (number, f"{code} {number}"):
            hits = search(ask(words), cards, catalog.vocabulary)
            assert (profile.id, "exact") in [(hit.id, hit.how) for hit in hits]


def test_the_kinds_of_matches_are_ranked_as_promised(catalog: Catalog, cards: dict[str, Card]) -> None:
    order = ["exact", "alias", "abbreviation", "prefix", "word", "spelling", "text"]
    for words in ("manager", "IT", "Projekt", "Leiter", "office", "logistik", "Chief Officer"):
        ranks = [order.index(hit.how) for hit in search(ask(words), cards, catalog.vocabulary)]
        assert ranks
        assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("words", "how", "field"),
    [
        ("Technikvorstand", "alias", "alias"),
        ("BDM", "abbreviation", "title"),
        ("operat", "prefix", "title"),
        ("digital officer", "word", "title"),
        ("oprations manager", "spelling", "title"),
        ("Beschaffung", "text", "subject"),
    ],
)
def test_a_match_says_how_and_where(catalog: Catalog, cards: dict[str, Card], words: str, how: str, field: str) -> None:
    hit = search(ask(words), cards, catalog.vocabulary)[0]
    assert (hit.how, hit.field) == (how, field)


# One letter is looked for as a capital in sentences as they are written, here in "IPMA Level C, B und A".
@given(st.text(max_size=40) | st.text("abcd &", min_size=1, max_size=4))
@example("&a")
def test_whatever_is_typed_is_answered(text: str) -> None:
    hits = search(ask(text), _CARDS, _WORDS, _PATHS)
    assert [hit.rank for hit in hits] == sorted(hit.rank for hit in hits)
    assert all(0 <= hit.closeness <= 1 for hit in hits)


_CARDS = {entry.id: entry.card for entry in Catalog().entries()}
_WORDS = Catalog().vocabulary
_PATHS = Catalog().path_titles()


# At the prompt


def test_what_matched_is_shown_in_brackets_and_in_json(prompt: Prompt) -> None:
    outcome = prompt("search", "Technikvorstand", lang="de")
    assert outcome.code == 0
    assert "auch: [Technikvorstand]" in outcome.out
    row = prompt("search", "Technikvorstand", "--json").json["result"]["roles"][0]
    assert row["id"] == "cto"
    assert row["match"] == {"how": "alias", "field": "alias", "text": "Technikvorstand", "closeness": 1.0}


def test_a_training_path_finds_the_roles_that_it_leads_to(prompt: Prompt, catalog: Catalog) -> None:
    rows = prompt("search", "Industriekauffrau", "--json").json["result"]["roles"]
    assert {row["id"] for row in rows} == {
        profile.id for profile in catalog.profiles() if "ausb-industriekauf" in profile.role.paths
    }
    assert {row["match"]["field"] for row in rows} == {"path"}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        # A letter is missing, doubled or another one, in a subject or in a word that stands for one.
        ("Statistk", "data-analyst"),
        ("Buchhaltug", "controller"),
        ("Informationssicherhet", "it-leiter"),
        ("information securty", "it-leiter"),
        ("negociate contracts", "einkaeufer"),
        # A slip that leaves the trunk of another word: Markt.
        ("Markteing Manager", "marketing-manager"),
        # A subject, though Key-Account-Manager sounds like it.
        ("accounting", "controller"),
        # The profile says: check invoices and forms. Nobody says of booking them.
        ("Rechnungen prüfen und buchen", "sachbearbeiter"),
    ],
)
def test_slips_and_other_words_are_forgiven_in_subjects_and_duties_too(prompt: Prompt, typed: str, first: str) -> None:
    assert prompt("search", typed, "--json").json["result"]["roles"][0]["id"] == first


def test_a_plain_word_for_a_subject_is_shown_with_the_subject(prompt: Prompt) -> None:
    outcome = prompt("search", "Buchhaltung", lang="de", width=120)
    assert "Fachgebiet: [Buchhaltung] (Rechnungswesen und Controlling)" in outcome.out


def test_words_need_no_quotes(prompt: Prompt) -> None:
    assert prompt("search", "supply", "chain", "--json").json == prompt("search", "supply chain", "--json").json


@pytest.mark.parametrize("words", ["xyzzy", "???", "qwertz uiop"])
def test_nothing_found_is_an_answer_and_ends_with_1(prompt: Prompt, words: str) -> None:
    outcome = prompt("search", words)
    assert outcome.code == 1
    assert outcome.out == ""
    assert f"No role and no occupation matches '{words}'." in outcome.err
    failed = prompt("search", words, "--json")
    assert (failed.code, failed.json["status"]) == (1, "failed")
    assert [problem["code"] for problem in failed.json["problems"]] == ["nothing-found"]


def test_nothing_found_names_the_nearest(prompt: Prompt) -> None:
    # Four letters are missing: too many for a match, few enough for a hint.
    err = prompt("search", "oprtns", width=200).err
    assert "No role and no occupation matches 'oprtns'." in err
    assert "Operations" in err.split("The nearest names: ")[1]


def test_search_without_words_is_wrong_usage(prompt: Prompt) -> None:
    assert prompt("search").code == 2


def test_the_library_for_slips_is_loaded_only_where_no_name_has_the_words() -> None:
    def loaded(words: str) -> bool:
        code = (
            "import sys\n"
            f"sys.argv = ['jobcli', 'search', {words!r}, '--json']\n"
            "from jobcli.cli.app import main\n"
            "try: main()\n"
            "except SystemExit: print('rapidfuzz' in sys.modules, file=sys.stderr)"
        )
        process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
        return process.stderr.strip() == "True"

    assert not loaded("Büroleiterin")
    assert loaded("Bakcoffcie")


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Vertriebsleiterin", "key-account-manager"),
        ("head of marketing", "marketing-manager"),
        ("Disponent", "logistikmanager"),
        ("Projektkoordinatorin", "projektmanager"),
    ],
)
def test_a_job_beside_a_role_leads_to_it_and_is_not_called_another_name_of_it(
    words: str, role: str, catalog: Catalog, cards: dict[str, Card]
) -> None:
    # The KldB has each of them in another group: heads of sales under 61194, of marketing under 92194, dispatchers under 51622.
    first = found(words, catalog, cards)[0]
    assert (first.id, first.field, first.how) == (role, "neighbour", "word")
