"""What the keys of a training path hold, and of the figures, steps and conditions in it."""

from __future__ import annotations

from jobcli.files.format_words import A_SOURCE, BASIS, CONFIDENCE, DOUBT, FIGURE, NOTE, PRICE, STEP, Key

PATH_KEYS: dict[str, dict[str, Key]] = {
    "Span": {
        "min": Key("Smallest", "The smallest value.", 1800),
        "max": Key("Largest", "The largest value.", 2400),
        "as_of": Key("As of", "The date that the figure speaks of.", "2025"),
        "source": Key(
            "Source", "An id from `sources`; without it the figure rests on the source of the path.", "guild"
        ),
        "basis": Key("Basis", "How the figure rests on its source.", "generic"),
        "confidence": CONFIDENCE,
        "note": NOTE,
        "doubt": DOUBT,
    },
    "TrainingYear": {
        "year": Key("Year", "Which year of the training, counted from 1.", 1),
        "min": Key("Smallest", "The smallest pay, in gross euros a month.", 953),
        "max": Key("Largest", "The largest pay.", 1120),
        "as_of": Key("As of", "The date that the figure speaks of.", "2025"),
        "source": Key("Source", "An id from `sources`; without it that of the path.", "guild"),
        "basis": Key("Basis", "How the figure rests on its source.", "generic"),
        "confidence": CONFIDENCE,
        "note": NOTE,
        "doubt": DOUBT,
    },
    "Cost": {
        "course": Key("Course", "The price of the course, in euros; 0 where it costs nothing.", PRICE),
        "exam": Key(
            "Examination",
            "The price of the examination, in euros; 0 where it is part of the course.",
            {"min": 254, "max": 254},
        ),
        "course_usd": Key("Course in dollars", "The same in US dollars, where it is asked for in these.", PRICE),
        "exam_usd": Key("Examination in dollars", "The same in US dollars.", {"min": 200, "max": 200}),
    },
    "ExamPart": {
        "title": Key("Title", "What is examined.", {"de": "Schriftliche Prüfung", "en": "Written examination"}),
        "fee": Key(
            "Fee", "What this part costs, in euros; all parts together are `cost.exam`.", {"min": 127, "max": 127}
        ),
    },
    "StepLink": {
        "url": Key("Address", "Its address.", "https://example.org/enrol"),
        "title": Key("Title", "What one finds there.", {"de": "Anmeldung", "en": "Enrolment"}),
    },
    "Step": {
        "id": Key("Id", "Its id; other steps can name it in `needs`.", "attend"),
        "was": Key("Was", "Ids that the step had before; ticks of these count for it.", ["visit-course"]),
        "text": Key("Text", "What to do.", {"de": "Den Lehrgang besuchen.", "en": "Attend the course."}),
        "needs": Key("Needs", "The ids of the steps of this path that come first.", ["enrol"]),
        "months": Key("Months", "How long it takes, in months.", FIGURE),
        "at_month": Key(
            "At month", "When it falls due, in months after what it needs: a date, where `months` is a length.", FIGURE
        ),
        "cost": Key("Cost", "What it costs, in euros.", {"min": 50, "max": 50}),
        "links": Key("Links", "Pages that one needs for it.", [{"url": "https://example.org/enrol"}]),
        "basis": BASIS,
    },
    "Admission": {
        "text": Key("Text", "What is asked for.", {"de": "Zwei Jahre im Beruf.", "en": "Two years in the job."}),
        "training": Key("Training", "The shared paths any one of which counts as prior training.", ["fw-wirtschaft"]),
        "education": Key("Education", "The least vocational qualification that is asked for.", "apprenticeship"),
        "school": Key("School certificate", "The least school certificate that is asked for.", "mittlere-reife"),
        "practice_years": Key("Years of practice", "How many years in the job are asked for, beside the training.", 2),
        "enough": Key("Enough", "Whether these keys say all that the words ask for.", "practice"),
    },
    "TrainingPath": {
        "id": Key("Id", "Its id; in `training/` the name of the file counts instead.", "team-lead-course"),
        "was": Key("Was", "Ids that the path had before; ticks of these count for it.", ["team-course"]),
        "kind": Key("Kind", "What kind of path it is.", "part-time-course"),
        "purpose": Key("Purpose", "What it is for.", "helps"),
        "title": Key("Title", "Its name.", {"de": "Lehrgang Teamleitung", "en": "Team lead course"}),
        "awards": Key("Awards", "What you have in hand at the end.", {"de": "Zeugnis", "en": "Certificate"}),
        "awarding_body": Key("Awarding body", "Who awards it.", {"de": "IHK", "en": "Chamber (IHK)"}),
        "law": Key("Law", "The law or regulation behind it.", "AusbEignV 2009"),
        "dqr": Key("DQR level", "The level in the German qualifications framework; 0 says that it has none.", 6),
        "zfu": Key("ZFU number", "The number under which the ZFU approved the distance course.", "570210"),
        "admission": Key(
            "Admission",
            "The ways to be admitted; any one is enough.",
            [{"text": {"de": "Zwei Jahre im Beruf.", "en": "Two years in the job."}, "practice_years": 2}],
        ),
        "external_exam_years": Key(
            "Years for the external examination",
            "After so many years in the job one may sit its examination without the training.",
            4.5,
        ),
        "months": Key("Months", "How long it takes, in months.", FIGURE),
        "lessons": Key(
            "Lessons", "How many lessons of 45 minutes it has, without own study.", {"min": 560, "max": 560}
        ),
        "hours_per_week": Key("Hours a week", "How many hours a week.", {"min": 4, "max": 4}),
        "hours_total": Key("Hours in all", "How many hours in all, with own study.", {"min": 100, "max": 120}),
        "ects": Key("ECTS", "The credit points of a degree.", {"min": 180, "max": 180}),
        "cost": Key("Cost", "What it costs.", {"course": {"min": 1800, "max": 2400}}),
        "exam_parts": Key(
            "Parts of the examination",
            "What is examined one by one.",
            [{"title": {"de": "Schriftliche Prüfung", "en": "Written examination"}, "fee": {"min": 127, "max": 127}}],
        ),
        "pass_rate": Key("Pass rate", "How many of 100 pass the examination.", {"min": 70, "max": 71}),
        "training_pay": Key(
            "Pay while training",
            "What one is paid, by training year, in gross euros a month; no year twice.",
            [{"year": 1, "min": 953, "max": 953}],
        ),
        "funding": Key("Funding", "The schemes that can pay for it, ids of the vocabulary.", ["bildungsurlaub"]),
        "teaches": Key("Teaches", "What one learns, ids of `subjects` in the vocabulary.", ["leadership"]),
        "steps": Key("Steps", "What to do; no id twice.", [STEP]),
        "languages": Key("Languages", "The languages of its texts, where one is missing on purpose.", ["en"]),
        "source": Key("Source", "An id from its own `sources`, inside a role also from those of the role.", "guild"),
        "sources": Key("Sources", "Its own sources, each under an id; a file in `training/` needs them.", A_SOURCE),
        "note": NOTE,
        "doubt": Key(
            "Doubt", "What speaks against the path.", {"de": "Der Anbieter ist neu.", "en": "The school is new."}
        ),
    },
}
