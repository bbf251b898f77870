"""A new profile: a file with comments, in which every place that only its author can fill is marked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from shlex import quote

from msgspec import Struct

from jobcli.answers.own import NewProfile
from jobcli.domain.evidence import Source, Words, phrase
from jobcli.domain.folding import as_id
from jobcli.domain.salary import SalaryObservation
from jobcli.pages.kit.language import Language
from jobcli.pages.kit.parts import Blank, Desk, Page, bullets, facts, headline, page, paragraph

OPEN = "TODO"
"""The mark of a place that is still to be filled; `validate` reports each."""

_PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß](?:[\w .()/&+-]*[\w.)])?")
_WORDS_OF_YAML = ("null", "true", "false", "yes", "no", "on", "off", "y", "n")
_COLUMN = 40
_MAX_SLUG = 40


class Official(Struct, frozen=True, kw_only=True):
    """What is official about a new role: the pay of its code, and the skills that ESCO names."""

    observations: tuple[SalaryObservation, ...]
    """The one first that estimates start from."""
    because: Words
    sources: Mapping[str, Source]
    skills: tuple[tuple[str | None, str], ...]
    """Labels in German, where there is one, and in English."""


class Sketch(Struct, frozen=True, kw_only=True):
    """What the author of a new role has told; None is still open. `pay` is whole euros, `today` the day of the call."""

    title_de: str | None = None
    title_en: str | None = None
    kldb: str | None = None
    level: str | None = None
    duty_de: str | None = None
    duty_en: str | None = None
    area: str | None = None
    pay: str | None = None
    per: str | None = None
    as_of: str | None = None
    publisher: str | None = None
    source_title: str | None = None
    source_url: str | None = None
    official: Official | None = None
    today: str


def profile_text(say: Language, role_id: str, sketch: Sketch, areas: Sequence[str], schema: str) -> str:
    """The text of the file, with comments in the language of the author."""
    source = _slug(sketch.publisher) or "first-source"
    parts = (
        _head(say, role_id, sketch, schema),
        _work(say, sketch, areas, source),
        _pay(say, sketch, source),
        _rest(say, sketch, source),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _head(say: Language, role_id: str, sketch: Sketch, schema: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema=./{schema}"
    yield from _comment(
        say(phrase("The role '{role}'. Fill each TODO and leave out what you do not know."), role=role_id)
    )
    yield from _comment(say(phrase("What is still to do: jobcli validate {role}.yaml"), role=role_id))
    yield from _comment(say(phrase("What each key means: jobcli schema, or an editor that reads the first line.")))
    yield "title:"
    yield from _two(sketch.title_de, sketch.title_en)
    yield _with("# aliases: [Teamleiter, Team leader]", say(phrase("other names, for the search")))
    yield _with("summary:", say(phrase("two or three sentences: what does one do, and where?")))
    yield from _two(None, None)
    code = f'kldb: "{sketch.kldb}"' if sketch.kldb else 'kldb: "71393"'
    mark = "" if sketch.kldb else "# "
    yield f"{mark}codes:"
    yield _with(f"{mark}  {code}", say(phrase("five digits of the KldB 2010; the last one is the level")))
    yield _with(f"level: {sketch.level or OPEN}", "helper, skilled, specialist, expert")
    yield _with("# industries: [J62]", say(phrase("divisions of the WZ 2008; none means everywhere")))
    yield _with("# subjects: [leadership]", say(phrase("fields of knowledge, ids of the vocabulary")))


def _work(say: Language, sketch: Sketch, areas: Sequence[str], source: str) -> Iterator[str]:
    yield from _comment(say(phrase("What one does. Each duty has the source that says so.")))
    yield from _comment(say(phrase("Areas: {areas}."), areas=", ".join(areas)))
    yield "duties:"
    yield f"  - area: {sketch.area or OPEN}"
    yield "    text:"
    yield from _two(sketch.duty_de, sketch.duty_en, "      ")
    yield f"    source: {source}"
    yield ""
    yield from _comment(
        say(phrase("What employers ask for: education, experience, language, skill or trait; must or should."))
    )
    if sketch.official is not None and sketch.official.skills:
        yield from _skills(sketch.official)
        return
    yield "# requirements:"
    yield "#   - id: english"
    yield "#     kind: language"
    yield "#     need: should"
    yield "#     text: {de: Gutes Englisch., en: Good English.}"
    yield f"#     source: {source}"


def _skills(official: Official) -> Iterator[str]:
    """Skills that ESCO calls essential, as requirements."""
    yield "requirements:"
    known = set[str]()
    for german, english in official.skills:
        name = _slug(english)
        if not name or name in known:
            continue
        known.add(name)
        yield from (f"  - id: {name}", "    kind: skill", "    need: must", "    text:")
        yield from _two(german, english, "      ")
        yield "    source: esco"


def _official_pay(official: Official) -> Iterator[str]:
    """The official observations of the code, as they were published."""
    yield "salary:"
    yield f"  anchor: {official.observations[0].id}"
    yield "  because:"
    yield from _two(official.because.de, official.because.en, "    ")
    yield "  observations:"
    told = (
        "low",
        "middle",
        "high",
        "statistic",
        "spread",
        "per",
        "special_payments",
        "as_of",
        "kldb",
        "scope",
        "sample",
    )
    for item in official.observations:
        yield f"    - id: {item.id}"
        for key in told:
            value = getattr(item, key)
            if value is not None:
                yield f'      {key}: "{value}"' if key == "kldb" else f"      {key}: {value}"
        yield f"      source: {item.source}"


def _pay(say: Language, sketch: Sketch, source: str) -> Iterator[str]:
    if sketch.official is not None and sketch.official.observations:
        yield from _comment(
            say(phrase("The official pay of the whole group. Add what was published of just this title."))
        )
        yield from _official_pay(sketch.official)
        return
    observation = f"{source}-{sketch.as_of[:4]}" if sketch.as_of else f"{source}-pay"
    yield from _comment(
        say(phrase("Gross pay as it was published. Add a second observation: it shows whether the first is right."))
    )
    yield "salary:"
    yield _with(f"  anchor: {observation}", say(phrase("estimates start from this observation")))
    yield _with("  because:", say(phrase("why from this one")))
    yield from _two(None, None, "    ")
    yield "  observations:"
    yield f"    - id: {observation}"
    yield _with(f"      middle: {sketch.pay or OPEN}", say(phrase("whole euros without separators: 38000")))
    yield _with("      statistic: unknown", "mean, median, midpoint, unknown")
    yield _with(f"      per: {sketch.per or 'year'}", "year, month")
    yield _with("      special_payments: unknown", "included, excluded, unknown")
    yield _with(f"      as_of: {sketch.as_of or OPEN}", say(phrase("the month that the figure speaks of")))
    yield f"      source: {source}"


def _rest(say: Language, sketch: Sketch, source: str) -> Iterator[str]:
    yield from _comment(say(phrase("How one gets there: ids of shared training paths, or paths written here.")))
    yield "# paths: [aevo]"
    yield from _comment(say(phrase("Where people come from and where they go: a role of the catalogue, or a title.")))
    yield "# transitions:"
    yield "#   from:"
    yield "#     - title: {de: Sachbearbeitung, en: Clerk}"
    yield f"#       source: {source}"
    yield ""
    yield from _comment(say(phrase("What you have read. Every statement above names one of these.")))
    yield "sources:"
    for name, known in (sketch.official.sources if sketch.official else {}).items():
        yield f"  {name}:"
        yield f"    publisher: {_value(known.publisher)}"
        yield f"    title: {_value(known.title)}"
        yield f"    url: {known.url}"
        yield f"    kind: {known.kind}"
        yield f"    published: {known.published}"
        yield f"    read: {known.read}"
        yield f"    read_in: {known.read_in}"
    yield f"  {source}:"
    yield f"    publisher: {_value(sketch.publisher)}"
    yield f"    title: {_value(sketch.source_title)}"
    yield f"    url: {sketch.source_url or OPEN}"
    yield _with("    # published: 2025-09", say(phrase("only if it carries a date")))
    yield _with(f"    read: {sketch.today if sketch.publisher else OPEN}", say(phrase("the day on which you read it")))


def _two(german: str | None, english: str | None, indent: str = "  ") -> tuple[str, str]:
    return f"{indent}de: {_value(german)}", f"{indent}en: {_value(english)}"


def _comment(text: str) -> Iterator[str]:
    """A comment of lines that no window wraps."""
    line = "#"
    for word in text.split():
        if len(line) + 1 + len(word) > 100:
            yield line
            line = "#"
        line += f" {word}"
    yield line


def _with(text: str, comment: str) -> str:
    """A line with a comment behind it."""
    return f"{text:<{_COLUMN}}# {comment}"


def _value(text: str | None) -> str:
    """A text as YAML: plain where it can only be a text, else in quotes."""
    if text is None:
        return OPEN
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML and not text.startswith(OPEN):
        return text
    # A text of JSON is one of YAML, too.
    return json.dumps(text, ensure_ascii=False)


def _slug(name: str | None) -> str:
    """A name as an id."""
    words = as_id(name or "")
    # As the name of a source, YAML would read it as nothing.
    return "source-null" if words == "null" else words[:_MAX_SLUG].rstrip("-")


def way_to(text: str, line: int) -> str:
    """The keys that lead to a line of a new profile, from the top: `salary.because.de`."""
    lines, keys, depth = text.splitlines()[:line], [], 1000
    for written in reversed(lines):
        found = re.match(r"(?:- |\s)*([a-z0-9_-]+):", written)
        if found and found.start(1) < depth:
            keys.append(found[1])
            depth = found.start(1)
    return ".".join(reversed(keys))


def created_page(desk: Desk, answer: NewProfile, folder: str | None, *, foreign: bool) -> Page:
    """What was written, what is still to be filled, and what to type next.

    `folder` is the one that was named. `foreign`: its schema was there already, and is not what this jobcli would write.
    """
    say, role_id, file, places = desk.say, answer.role, answer.file, answer.to_fill
    named = "" if folder is None else f" --profiles {quote(folder)}"
    renewal = say(
        "The schema is of another version. To renew it: jobcli schema{named} > {file}",
        named=named,
        file=quote(answer.schema),
    )
    count = say.plural("{count} place is still to be filled:", "{count} places are still to be filled:", len(places))
    done = say("Nothing is left to fill.")
    return page(
        headline(say("A new role: {role}", role=role_id)),
        facts(
            [
                (say("File"), file),
                (say("Schema for editors"), answer.schema),
                *([(say("Hides"), answer.hides)] if answer.hides else []),
            ]
        ),
        Blank(),
        paragraph(count if places else done, 0),
        bullets([say("line {line}: {key}", line=place.line, key=place.key) for place in places]) if places else None,
        Blank(),
        paragraph(say("What is missing, with lines: jobcli validate {file}", file=quote(file)), style="muted"),
        paragraph(say("When all is filled: jobcli show {role}{named}", role=role_id, named=named), style="muted"),
        paragraph(renewal, style="muted") if foreign else None,
    )
