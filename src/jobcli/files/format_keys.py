"""What the keys of files hold: a title, a sentence and an example, for editors and for docs/profile-format.md.

They stand beside the types, not in them: every command loads the types, and only two things ask for these words. What a
type says itself (its form, its bounds, its default) is not said here a second time.
"""

from __future__ import annotations

from jobcli.files.format_words import A_SOURCE, BASIS, NOTE, SHORT, SOURCE, WORDS, Key
from jobcli.files.path_keys import PATH_KEYS

_STATEMENT = [{"text": {"de": "Es gibt mehr kleine Teams.", "en": "There are more small teams."}, "source": "guild"}]
_NEIGHBOUR = [{"title": {"de": "Sachbearbeitung", "en": "Clerk"}, "source": "guild"}]

KEYS: dict[str, dict[str, Key]] = {
    "Words": {
        "de": Key("German", "The German text.", "Teamleitung"),
        "en": Key("English", "The English text.", "Team lead"),
    },
    "Source": {
        "publisher": Key("Publisher", "Who published it.", "Guild of Invented Teams"),
        "title": Key("Title", "Its title, as it stands there.", "What team leads do"),
        "url": Key("Address", "Its address.", "https://example.org/guild"),
        "kind": Key(
            "Kind", "What kind of source it is; pay of a `portal` is converted to the official scale.", "survey"
        ),
        "quotes": Key("Quotes", "For an article: the kind of source whose figures it prints.", "portal"),
        "published": Key("Published", "When it was published; missing if it carries no date.", "2025-09"),
        "dating": Key("Dating", "How the date of publication is known.", "inferred"),
        "read": Key("Read", "The day on which you read it.", "2026-11-20"),
        "read_in": Key(
            "Read in", "The copy that you read, if you did not read the original.", "https://example.org/archive"
        ),
        "note": NOTE,
    },
    "Codes": {
        "kldb": Key("KldB", "Code of the KldB 2010; the fifth digit is the level.", "71393"),
        "isco": Key("ISCO", "Code of the ISCO-08.", "3341"),
        "esco": Key(
            "ESCO",
            "Address of the occupation in ESCO.",
            "http://data.europa.eu/esco/occupation/…",
        ),
        "note": Key("Note", "What the codes do not say.", {"de": "Ohne Führung.", "en": "Without leadership."}),
    },
    "Duty": {
        "area": Key("Area", "The area it belongs to, an id of the vocabulary.", "people"),
        "text": Key("Text", "What the person does.", WORDS),
        "short": SHORT,
        "source": SOURCE,
        "basis": BASIS,
    },
    "Requirement": {
        "id": Key("Id", "Its id; the same one means the same requirement in every profile.", "english"),
        "kind": Key("Kind", "What kind of thing is asked for.", "language"),
        "need": Key("Need", "How much it matters.", "should"),
        "text": Key("Text", "What is asked for.", {"de": "Gutes Englisch.", "en": "Good English."}),
        "short": SHORT,
        "language": Key("Language", "Which language.", "en"),
        "level": Key("Level", "How well, as the European reference frame (CEFR) counts.", "B1"),
        "depth": Key("Depth", "How well it has to be known, on the scale of your ladder; a higher one is more.", 3),
        "instead_of": Key(
            "Instead of",
            'The id of another requirement of this role; one of the two is enough. Its text goes on after "or".',
            "higher-education",
        ),
        "source": SOURCE,
        "basis": BASIS,
    },
    "SalaryObservation": {
        "id": Key("Id", "Its id; `anchor` can name it.", "institute-2025"),
        "low": Key("Low", "The lower end.", 42000),
        "middle": Key("Middle", "The middle value.", 50000),
        "high": Key("High", "The upper end.", 60000),
        "high_is": Key(
            "High is",
            "Whether the point lies at `high`, or there or above: where the publication stops counting.",
            "at-least",
        ),
        "average": Key("Average", "The mean, where the publication prints it beside a median in `middle`.", 53000),
        "statistic": Key("Statistic", "What `middle` is.", "median"),
        "spread": Key("Spread", "What `low` and `high` are; needed as soon as one of the two is there.", "quartiles"),
        "per": Key("Per", "The time for which this is paid.", "month"),
        "special_payments": Key(
            "Special payments", "Whether payments such as a Christmas bonus are in the figures.", "included"
        ),
        "as_of": Key("As of", "The date that the figures speak of, not the date of publication.", "2025-06"),
        "source": Key("Source", "The id of the source that says so, from `sources`.", "institute"),
        "covers": Key("Covers", "Whose pay this is.", {"de": "Nur Vollzeit.", "en": "Full time only."}),
        "scope": Key(
            "Scope",
            "Whose pay it is: of all with this title, of a part of them, of a wider field, of a whole official group.",
            "title",
        ),
        "kldb": Key("KldB", "The KldB group, if the figures are those of a whole group.", "71393"),
        "within": Key(
            "Within", "The KldB group to which these people belong, if it is not the one of the role.", "71394"
        ),
        "sample": Key("Sample", "How many people or data sets are behind it.", 1200),
        "derived": Key(
            "Derived",
            "How you computed a figure that the publication does not give in this form.",
            {"de": "Monatswert mal 12.", "en": "Monthly figure times 12."},
        ),
        "doubt": Key("Doubt", "What speaks against it.", {"de": "Nur 40 Befragte.", "en": "Only 40 people asked."}),
    },
    "Salary": {
        "anchor": Key(
            "Anchor", "The id of the observation that estimates start from; it must have a `middle`.", "institute-2025"
        ),
        "because": Key("Because", "Why this one.", {"de": "Die neuere Umfrage.", "en": "The newer survey."}),
        "moved_by": Key("Moved by", "What moves pay in this role.", ["experience", "company-size"]),
        "observations": Key(
            "Observations",
            "Pay as it was published; no id twice.",
            [{"id": "institute-2025", "middle": 50000, "as_of": "2025-06", "source": "institute"}],
        ),
    },
    "Benefit": {
        "id": Key("Id", "What it is, an id of the vocabulary.", "remote-work"),
        "given": Key("Given", "How common it is.", "often"),
        "source": Key("Source", "The id of the source that says so, from `sources`.", "institute"),
        "basis": BASIS,
        "note": NOTE,
    },
    **PATH_KEYS,
    "Transition": {
        "role": Key("Role", "The id of a role, where the catalogue has a profile of it.", "operations-manager"),
        "title": Key("Title", "The name of the role, where it has none.", {"de": "Sachbearbeitung", "en": "Clerk"}),
        "source": SOURCE,
        "basis": BASIS,
    },
    "Transitions": {
        "from": Key("From", "The roles that people come from.", _NEIGHBOUR),
        "to": Key("To", "The roles that people go to.", [{"role": "operations-manager", "source": "guild"}]),
    },
    "Claim": {
        "text": Key(
            "Text", "One or two sentences.", {"de": "Es gibt mehr kleine Teams.", "en": "There are more small teams."}
        ),
        "short": SHORT,
        "source": SOURCE,
        "basis": BASIS,
    },
    "Outlook": {
        "chances": Key("Chances", "What speaks for the role.", _STATEMENT),
        "risks": Key("Risks", "What speaks against it.", _STATEMENT),
    },
    "RoleLevel": {
        "id": Key("Id", "Its id inside the role.", "senior"),
        "title": Key("Title", "What it is called.", {"de": "Senior", "en": "Senior"}),
        "summary": Key("Summary", "What sets it apart.", {"de": "Leitet andere an.", "en": "Guides others."}),
        "level": Key("Level", "The level of the job, if it is not that of the role.", "expert"),
        "duties": Key(
            "Duties",
            "What one does beside the duties of the role.",
            [{"area": "people", "text": WORDS, "source": "guild"}],
        ),
        "requirements": Key(
            "Requirements",
            "What is asked for beside; one with the id of a requirement of the role stands in its place.",
            [{"id": "leadership", "kind": "trait", "need": "must", "text": WORDS, "source": "guild"}],
        ),
        "salary": Key(
            "Salary",
            "The pay at this level.",
            {
                "anchor": "institute-2025",
                "because": {"de": "Die neuere Umfrage.", "en": "The newer survey."},
                "observations": [{"id": "institute-2025", "middle": 60000, "as_of": "2025-06", "source": "institute"}],
            },
        ),
    },
    "Role": {
        "title": Key("Title", "The name of the role.", {"de": "Teamleitung", "en": "Team lead"}),
        "aliases": Key(
            "Aliases",
            "Other names of the same job, for the search; what stands in brackets is a remark. The search also knows a job "
            "under `transitions` that has a `title`.",
            ["Gruppenleitung", "Teamführung"],
        ),
        "summary": Key(
            "Summary",
            "Two or three sentences: what does one do, and where?",
            {"de": "Teamleitungen verteilen die Arbeit.", "en": "Team leads share out the work."},
        ),
        "codes": Key("Codes", "Its codes in official classifications.", {"kldb": "71393"}),
        "level": Key("Level", "The level of the job, the Anforderungsniveau of the KldB 2010.", "specialist"),
        "industries": Key(
            "Industries", "Where the job is usual, and what its pay is that of; none means everywhere.", ["J62", "N82"]
        ),
        "above_all": Key("Above all", "Industries with most of these jobs; pay is not moved by it.", ["J62"]),
        "cities": Key("Cities", "Places with many of these jobs.", ["Leipzig"]),
        "subjects": Key("Subjects", "Fields of knowledge, ids of the vocabulary.", ["leadership"]),
        "subjects_from": Key("Subjects from", "Where these fields of knowledge are met.", "training"),
        "duties": Key("Duties", "What one does.", [{"area": "people", "text": WORDS, "source": "guild"}]),
        "requirements": Key(
            "Requirements",
            "What employers ask for; no id twice.",
            [{"id": "leadership", "kind": "trait", "need": "must", "text": WORDS, "source": "guild"}],
        ),
        "salary": Key(
            "Salary",
            "The pay.",
            {
                "anchor": "institute-2025",
                "because": {"de": "Die neuere Umfrage.", "en": "The newer survey."},
                "observations": [{"id": "institute-2025", "middle": 50000, "as_of": "2025-06", "source": "institute"}],
            },
        ),
        "benefits": Key(
            "Benefits", "What comes beside the pay; no id twice.", [{"id": "remote-work", "source": "institute"}]
        ),
        "paths": Key(
            "Paths", "How one gets there: the id of a shared path, or a path written here; no id twice.", ["aevo"]
        ),
        "helps": Key(
            "Helps",
            "Which of `paths` only help in this role, and make nobody one; a path can say so itself (`purpose`).",
            ["aevo"],
        ),
        "transitions": Key("Transitions", "The roles before and after.", {"from": _NEIGHBOUR}),
        "outlook": Key("Outlook", "What speaks for and against the role's future.", {"chances": _STATEMENT}),
        "levels": Key(
            "Levels",
            "Levels inside the role, lowest first; each is shown with `jobcli show ROLE --level ID`.",
            [{"id": "senior", "title": {"de": "Senior", "en": "Senior"}}],
        ),
        "was": Key("Was", "Ids that the role had before; ticks of these count for it.", ["team-leader"]),
        "languages": Key("Languages", "The languages of its texts, where one is missing on purpose.", ["en"]),
        "sources": Key("Sources", "What you have read, each under an id that other parts name.", A_SOURCE),
    },
    "Vocabulary": {
        "areas": Key(
            "Areas", "What a duty can belong to.", {"people": {"de": "Menschen und Team", "en": "People and team"}}
        ),
        "subjects": Key(
            "Subjects",
            "Fields of knowledge, of roles and of paths.",
            {"leadership": {"de": "Führung", "en": "Leadership"}},
        ),
        "subject_words": Key(
            "Subject words",
            "Plain words for a subject, for `search` and `--subject`.",
            {"Buchhaltung": "accounting-controlling"},
        ),
        "requirements": Key(
            "Requirements", "What several roles ask for.", {"english": {"de": "Englisch", "en": "English"}}
        ),
        "benefits": Key(
            "Benefits", "What can come beside the salary.", {"job-ticket": {"de": "Jobticket", "en": "Job ticket"}}
        ),
        "funding": Key(
            "Funding", "Schemes that pay for training.", {"afbg": {"de": "Aufstiegs-BAföG", "en": "Aufstiegs-BAföG"}}
        ),
        "industries": Key(
            "Industries",
            "Divisions of the WZ 2008, a letter and two digits.",
            {"J62": {"de": "IT-Dienstleistungen", "en": "IT services"}},
        ),
        "industry_words": Key(
            "Words for industries", "Plain words for a division, for `--industry`.", {"banken": "K64"}
        ),
    },
}
"""The keys of what authors of profiles write."""

_LABOUR = {
    "publisher": "Statistisches Bundesamt",
    "title": "Nominallohnindex",
    "url": "https://www.destatis.de/",
    "read": "2026-11-20",
}
_TABLE = {
    "wage-index": {
        "what": {"de": "Nominallohnindex", "en": "Index of nominal wages"},
        "unit": "index",
        "since": "2026-04-20",
        "confidence": "official_data",
        "source": _LABOUR,
        "values": {"2025-06": 111.2},
    },
}
_CONDITION = {"residence": {"ask": {"de": "Wohnst du in Deutschland?", "en": "Do you live in Germany?"}}}
_PENDING = {
    "rates-2027": {
        "what": {"de": "Beitragssätze 2027", "en": "Rates of contributions 2027"},
        "status": "open",
        "since": "2027-01-01",
        "until_then": "as-before",
        "tables": ["contribution-rates"],
        "source": _LABOUR,
    }
}
_SCHEME = {
    "afbg": {
        "name": {"de": "Aufstiegs-BAföG", "en": "Aufstiegs-BAföG"},
        "gives": {"de": "Die Hälfte der Gebühr.", "en": "Half of the fee."},
        "decides": {"de": "Das Amt für Ausbildungsförderung.", "en": "The office for training grants."},
        "since": "2026-04-20",
        "conditions": _CONDITION,
        "source": _LABOUR,
    },
}
_ACTIVITY: dict[str, object] = {
    "type": "R",
    "theme": "plants-and-animals",
    "place": "outdoors",
    "level": "skilled",
    "text": {"de": "Rosen schneiden", "en": "Prune roses"},
}
_TICKS = {"enrol": {"state": "done", "date": "2026-10-01"}}
_BEGUN = {"started": "2026-10-01", "seen": ["enrol", "attend"], "steps": _TICKS}
_PLANNED = {"role": "team-lead", "path": "team-lead-course", "begins": "2027-03"}
_VERSION = Key("Version", "The version of the form of this file; from 2 on its last line is `...`.", 2)

OTHER_KEYS: dict[str, dict[str, Key]] = {
    "Drawer": {
        "tables": Key("Tables", "Tables of figures, each under an id that no other file uses.", _TABLE),
        "schemes": Key("Schemes", "Schemes that pay for training, each under an id of its own.", _SCHEME),
        "pending": Key("Pending", "What is no law yet, each under an id of its own.", _PENDING),
        "statements": Key("Statements", "What asks what someone likes doing, in this order.", [_ACTIVITY]),
    },
    "Statement": {
        "type": Key("Type", "The type of activity (Holland).", "R"),
        "theme": Key("Theme", "The kind of German work.", "plants-and-animals"),
        "place": Key("Place", "Where one does it.", "outdoors"),
        "level": Key("Level", "The level of a job from which on one does it.", "skilled"),
        "text": Key("Text", "One activity, in plain words.", {"de": "Rosen schneiden", "en": "Prune roses"}),
    },
    "Pending": {
        "what": Key("What", "What is not decided.", {"de": "Beitragssätze 2027", "en": "Rates of contributions 2027"}),
        "status": Key("Status", "How far it has come.", "draft"),
        "since": Key("Since", "The day from which the editions would be in force.", "2027-01-01"),
        "until_then": Key("Until then", "What holds until it has passed.", "as-before"),
        "tables": Key("Tables", "The tables whose editions of that day are no law yet.", ["wage-tax"]),
        "others": Key(
            "Others", "Other values that are named for a figure, by table and name.", {"rates general": [14.6]}
        ),
        "source": Key("Source", "The publication, with the same keys as in a profile.", _LABOUR),
        "note": NOTE,
        "doubt": Key("Doubt", "What speaks against it.", {"de": "Nur aus der Presse.", "en": "From the press only."}),
    },
    "Figures": {
        "what": Key("What", "What the figures are, in both languages.", {"de": "Mindestlohn", "en": "Minimum wage"}),
        "unit": Key("Unit", "The unit of every value.", "euros-per-hour"),
        "since": Key("Since", "The date from which the table as a whole is known.", "2026-04-20"),
        "until": Key(
            "Until", "The last day for which the newest values are known; later days are refused.", "2026-12-31"
        ),
        "keyed_by": Key("Keyed by", "What the keys of the values are.", "date"),
        "confidence": Key("Confidence", "What you read, not who published it first.", "official_data"),
        "source": Key("Source", "The publication, with the same keys as in a profile.", _LABOUR),
        "note": Key(
            "Note",
            "How the figures were computed, and what they leave out; with `derived` it is expected.",
            {"de": "Ohne Beamte.", "en": "Without civil servants."},
        ),
        "doubt": Key("Doubt", "Why a figure may be wrong.", {"de": "Nur in der Presse.", "en": "In the press only."}),
        "values": Key("Values", "The figures.", {"2026-01-01": 13.9, "2027-01-01": 14.6}),
    },
    "Scheme": {
        "name": Key("Name", "What the scheme is called.", {"de": "Bildungsurlaub", "en": "Educational leave"}),
        "gives": Key("Gives", "What it gives.", {"de": "Fünf freie Tage.", "en": "Five days off."}),
        "decides": Key("Decides", "Who decides about it.", {"de": "Dein Betrieb.", "en": "Your employer."}),
        "law": Key("Law", "The law behind it.", "AFBG"),
        "since": Key("Since", "The day from which this text is known.", "2026-04-20"),
        "ended": Key("Ended", "The last day of a scheme that is over.", "2025-12-31"),
        "kinds": Key("Kinds", "The kinds of path it pays for.", ["part-time-course"]),
        "conditions": Key("Conditions", "What it asks for, each under an id.", _CONDITION),
        "duties": Key(
            "Duties",
            "What the person has to keep later, each under an id; it decides nothing.",
            {"attendance": {"ask": {"de": "Nimm regelmäßig teil.", "en": "Attend regularly."}}},
        ),
        "source": Key("Source", "The publication.", _LABOUR),
        "doubt": Key(
            "Doubt", "Why this may be wrong.", {"de": "Gilt seit gestern.", "en": "In force since yesterday."}
        ),
    },
    "Condition": {
        "ask": Key("Ask", "What to find out while it is open.", {"de": "Wohnst du hier?", "en": "Do you live here?"}),
        "unmet": Key(
            "Unmet", "What is said where it fails.", {"de": "Du wohnst nicht hier.", "en": "You live elsewhere."}
        ),
        "law": Key("Law", "The paragraph behind it.", "§ 8 AFBG"),
    },
    "Settings": {
        "version": _VERSION,
        "settings": Key("Settings", "Your answers, by key: see jobcli me --help.", {"state": "BY", "tenure": "5"}),
        "offers": Key(
            "Offers", "Courses that you were offered, by the id of the path.", {"fw-wirtschaft": {"price": 4250}}
        ),
    },
    "CourseOffer": {
        "price": Key("Price", "The price of the course, in euros.", 4250),
        "exam": Key("Examination", "The fee of the examination, in euros.", 560),
        "months": Key("Months", "How long it takes, in months.", 20),
        "lessons": Key("Lessons", "How many lessons of 45 minutes it has.", 560),
        "start": Key("Start", "The month in which it begins.", "2027-03"),
        "provider": Key("Provider", "Who gives it.", "Akademie am Ort"),
        "zfu": Key("ZFU", "Whether the ZFU approved a distance course.", "yes"),
    },
    "Progress": {
        "version": _VERSION,
        "roles": Key(
            "Roles", "For each role, the paths that you have begun.", {"team-lead": {"team-lead-course": _BEGUN}}
        ),
        "plans": Key(
            "Plans",
            "The plans that you have begun, by the role to which they lead.",
            {"team-lead": {"begun": "2026-12-01", "paths": [_PLANNED]}},
        ),
        "changes": Key("Changes", "How often this file was changed; calendar files carry it.", 3),
    },
    "BegunPlan": {
        "begun": Key("Begun", "The day on which you began it.", "2026-12-01"),
        "paths": Key("Paths", "Its training paths in turn.", [_PLANNED]),
    },
    "PlannedPath": {
        "role": Key("Role", "The role to which the path leads.", "team-lead"),
        "path": Key("Path", "The id of the path.", "team-lead-course"),
        "begins": Key("Begins", "The month in which it begins.", "2027-03"),
    },
    "KeptAnswers": {
        "version": _VERSION,
        "answers": Key("Answers", "From 1, not at all, to 5, very much; 0 is don't know.", [5, 2, 0, 4]),
    },
    "Started": {
        "started": Key("Started", "The day of the first tick.", "2026-10-01"),
        "seen": Key("Seen", "The steps that the path had on that day.", ["enrol", "attend"]),
        "steps": Key("Steps", "The ticks, by step; a step without one is open.", _TICKS),
    },
    "Tick": {
        "state": Key("State", "What became of the step.", "done"),
        "date": Key("Date", "The day of it.", "2026-10-01"),
        "note": Key("Note", "What you noted.", "Ask again in May."),
    },
}
"""The keys of the drawer of figures, and of what a person keeps with jobcli."""

ALL_KEYS = KEYS | OTHER_KEYS
