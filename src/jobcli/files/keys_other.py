"""The same for files that no author of a profile writes: the drawer of figures, and what a person keeps with jobcli."""

from __future__ import annotations

from jobcli.files.keys import KEYS, Key

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
_TICKS = {"enrol": {"state": "done", "date": "2026-10-01"}}
_BEGUN = {"started": "2026-10-01", "seen": ["enrol", "attend"], "steps": _TICKS}
_VERSION = Key("Version", "The version of the form of this file.", 1)

OTHER_KEYS: dict[str, dict[str, Key]] = {
    "Drawer": {
        "tables": Key("Tables", "Tables of figures, each under an id that no other file uses.", _TABLE),
        "schemes": Key("Schemes", "Schemes that pay for training, each under an id of its own.", _SCHEME),
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
    },
    "Progress": {
        "version": _VERSION,
        "roles": Key(
            "Roles", "For each role, the paths that you have begun.", {"team-lead": {"team-lead-course": _BEGUN}}
        ),
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
ALL_KEYS = KEYS | OTHER_KEYS
