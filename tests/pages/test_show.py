"""The page of a role says what its profile says, neither more nor less: choices, places, benefits, and the founding guide."""

from __future__ import annotations

import pytest

from jobcli.domain.role import Role
from jobcli.files.catalog import Catalog
from tests.conftest import ROOT, SMALL, Prompt, Write

EXAMPLE = ("--profiles", str(ROOT / "docs/example"))

EVERYWHERE = SMALL.replace("industries: [N82]\n", "", 1)


def words(text: str) -> str:
    """A page as one line: where it breaks lines says nothing."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Should have • A degree or three years in the job."),
        ("de", "Sollte • Ein Studium oder drei Jahre im Beruf."),
    ],
)
def test_requirements_of_which_one_is_enough_are_one_sentence(prompt: Prompt, lang: str, said: str) -> None:
    assert said in words(prompt("show", "team-lead", "--full", *EXAMPLE, lang=lang).out)


def test_requirements_of_which_one_is_enough_are_one_thing_to_have(prompt: Prompt) -> None:
    """The example asks for one trait as a must, and for a degree or practice, and English: two shoulds."""
    told = prompt("match", "--full", "--profiles", str(ROOT / "docs/example"), "--top", "99", "--json").json["result"][
        "roles"
    ]
    lead = next(role for role in told if role["id"] == "team-lead")
    assert (lead["must"]["total"], lead["should"]["total"]) == (1, 2)
    page = words(prompt("match", "--full", "--profiles", str(ROOT / "docs/example"), "--top", "99").out)
    assert "University degree or three years in the job" in page


def test_a_role_without_industries_is_tied_to_none(prompt: Prompt, write: Write) -> None:
    write("small.yaml", EVERYWHERE)
    folder = write("most.yaml", EVERYWHERE.replace("level:", "above_all: [J62]\nlevel:", 1)).parent
    assert "Industries not tied to one" in words(prompt("show", "small", "--full", "--profiles", str(folder)).out)
    assert "Industries all; above all: IT services" in words(
        prompt("show", "most", "--full", "--profiles", str(folder)).out
    )


def test_where_most_of_the_jobs_are_moves_no_pay(prompt: Prompt, write: Write) -> None:
    """Only `industries` says from which pay an industry is reckoned."""
    write("small.yaml", EVERYWHERE)
    folder = write("most.yaml", EVERYWHERE.replace("level:", "above_all: [J62]\nlevel:", 1)).parent
    pays = [
        prompt("estimate", role, "--industry", "G47", "--profiles", str(folder), "--json").json["result"]
        for role in ("small", "most")
    ]
    middles = [pay["estimates"][0]["gross_year"]["p50"] for pay in pays]
    assert middles[0] == middles[1]


def test_the_founding_guide_is_told_as_it_was_written(prompt: Prompt) -> None:
    """Each statement of the guide that was once told in another sense, doubted or left out, in both languages."""
    english, german = (words(prompt("show", "backoffice-manager", "--full", lang=lang).out) for lang in ("en", "de"))
    for said in (
        "skilled office workers who are responsible for all administrative and organisational tasks",
        "Industries all; above all: IT services",
        "Cities Hamburg, Berlin, Munich",
        "Training teaches Telecommunication, Accounting and controlling, Foreign languages, Law, Taxes and finance,",
        "Like to work in a team, have a quick grasp and be friendly to customers and business partners.",
        "• Usually several years of professional experience; further training requires them. •",
        "• Good English; it is usually asked for. Pay",
        'gives the average as "about" 37,400 euros',
        "Many get • Thirteenth salary • Christmas bonus • Holiday bonus • Capital-forming payments",
        "Also possible • Direct insurance (pension) • Travel allowance • Paid further training",
        "so that their projects are profitable and sure to succeed",
        "popular above all in larger companies, because it supports the management",
        "comprehensive knowledge, from accounting",
        "can earn clearly more",
        "can do everything and nothing properly",
        "a luxury post in firms with nepotism",
        "in IT the respect is very limited, because there are CTO, CIO, product owner and Scrum Master for that",
    ):
        assert said in english, said
    for said in (
        "versierte Bürokräfte und verantworten alle Aufgaben der Verwaltung und Organisation",
        "Branchen alle; vor allem: IT-Dienstleistungen",
        "Städte Hamburg, Berlin, München",
        "Fortbildung lehrt Telekommunikation, Rechnungswesen und Controlling, Fremdsprachen, Recht, Steuern und Finanzen,",
        "Gern im Team arbeiten, eine gute Auffassungsgabe haben und gegenüber Kund:innen und Geschäftspartner:innen",
        "• Meist mehrere Jahre Berufserfahrung; sie sind die Voraussetzung für die Fortbildung. •",
        "• Gutes Englisch; es wird in der Regel verlangt. Gehalt",
        "einen Durchschnitt von „circa“ 37.400 Euro",
        "Viele bekommen • 13. Monatsgehalt • Weihnachtsgeld • Urlaubsgeld • Vermögenswirksame Leistungen",
        "Ebenso möglich • Direktversicherung • Fahrgeld • Bezahlte Weiterbildung",
        "damit ihre Projekte sich rechnen und sicher gelingen",
        "Beliebt ist sie vor allem in größeren Firmen, weil sie die Geschäftsführung",
        "Danach weißt du umfassend Bescheid",
        "kannst deutlich mehr verdienen",
        "könne alles und nichts richtig",
        "ein Luxusposten sei sie in Firmen mit Vetternwirtschaft",
        "In der IT sei der Respekt sehr begrenzt, denn dort gebe es dafür CTO, CIO, Product Owner und Scrum Master",
    ):
        assert said in german, said
    # The price of one training path is in doubt, and says so; nothing that the guide says is.
    assert "in doubt" not in english.partition("Training paths")[0]
    assert not [mark for mark in ("; in doubt)", "; zweifelhaft)") if mark in english + german]
    assert not [word for word in ("Banks", "Trainer aptitude", "Basic knowledge") if word in english]


@pytest.fixture(scope="module")
def roles() -> dict[str, Role]:
    catalog = Catalog()
    return {profile.id: profile.role for profile in catalog.profiles()}


def test_what_counts_in_place_of_another_goes_on_after_or(roles: dict[str, Role]) -> None:
    """ "Must: a degree or an apprenticeship with ...": one need, and the second text begins with a small letter."""
    pairs = [
        (name, item, next(other for other in role.requirements if other.id == item.instead_of))
        for name, role in roles.items()
        for item in role.requirements
        if item.instead_of
    ]
    assert len(pairs) >= 11
    assert [name for name, item, other in pairs if item.need != other.need] == []
    texts = [(name, text) for name, item, _ in pairs for text in (item.text.de, item.text.en) if text]
    assert [(name, text) for name, text in texts if text[0].isupper()] == []


def test_the_chief_digital_officer_is_not_the_chief_technology_officer_of_esco(roles: dict[str, Role]) -> None:
    """ESCO 1.1.1: 7b1b5da8 is the chief technology officer (1330.3), e297ec12 the chief data officer (1330.1), the nearest."""
    addresses = [(roles[name].codes.esco or "").rpartition("/")[2][:8] for name in ("cto", "cdo")]
    assert addresses == ["7b1b5da8", "e297ec12"]
