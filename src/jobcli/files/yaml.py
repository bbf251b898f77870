"""YAML with places: a tree in which every scalar is still text and every node knows its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct

from jobcli.domain.evidence import MAX_TEXT, Phrase, Place, Problem, Words, phrase
from jobcli.files.text import MAX_BYTES, Refused, clean_text, first_control

# libyaml is ten times faster; a Python without it still reads every profile.
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

# Where the parser counts a new line.
_BREAK = re.compile("\r\n|[\n\r\u2028\u2029]")

NO_HINT = Phrase("")
MAX_DEPTH = 40
MAX_NODES = 50_000
MAX_PROBLEMS = 100


class Scalar(Struct, gc=False):
    """A text between the delimiters of YAML; `plain` means it stood there without quotes."""

    text: str
    plain: bool
    line: int
    column: int
    length: int


class Sequence(Struct):
    """A list."""

    items: list[Node]
    line: int
    column: int
    length: int = 1


class Mapping(Struct):
    """Pairs of a key and a value, in the order of the file; a key that came twice is kept once and reported."""

    members: dict[str, tuple[Scalar, Node]]
    line: int
    column: int
    length: int = 1

    @property
    def pairs(self) -> list[tuple[Scalar, Node]]:
        """Keys and values."""
        return list(self.members.values())

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        return self.members[key][1] if key in self.members else None


Node = Scalar | Sequence | Mapping

_TOO_DEEP = (
    phrase("This is nested deeper than {depth} levels or has more than {nodes} parts."),
    phrase("No profile needs that. Is this the right file?"),
)


_ENDS = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
_PARTS = (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)
_Part = yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent


class Document:
    """One file of YAML: its tree, the problems met on the way, and the lines to quote in a report."""

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._nodes: dict[int, tuple[object, Node]] = {}
        self.has_lines = False
        self.compared = 0
        # The ids of other files that its record points to, as `areas/law`: it is sound only while they are known.
        self.points_to: set[str] = set()
        self._lines: list[str] = []
        try:
            text = clean_text(file, data)
            self._lines = _BREAK.split(text)
            self.has_lines = bool(text.strip())
            self.root = self._read(text)
        except Refused as refusal:
            self.problems.append(refusal.problem)

    def remember(self, record: object, node: Node) -> None:
        """Keep the node that a record was read from, for checks that come later."""
        # The record is kept too: only while it lives is its identity its own.
        self._nodes[id(record)] = (record, node)

    def node_of(self, record: object) -> Node | None:
        """The node that a record was read from."""
        return self._nodes[id(record)][1] if id(record) in self._nodes else None

    @property
    def full(self) -> bool:
        """Whether nothing more will be reported: what costs time to say need not be worked out."""
        return len(self.problems) > MAX_PROBLEMS

    def place(self, line: int, column: int = 1, length: int = 1) -> Place:
        """A place in this file with the line it quotes."""
        text = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        return Place(self.file, line, column, max(1, length), text)

    def report(
        self, node: Node | None, code: str, message: Phrase, hint: Phrase = NO_HINT, /, **values: object
    ) -> None:
        """Add a problem at `node`, or about the whole file. After a hundred, one more says that there are others."""
        if self.full:
            return
        if len(self.problems) == MAX_PROBLEMS:
            code, values = "too-many", {"count": MAX_PROBLEMS}
            message = phrase("There are more than {count} problems in this file; the others are not shown.")
            hint = phrase("Mend these first, or see whether it is the right file.")
        place = Place(self.file) if node is None else self.place(node.line, node.column, node.length)
        self.problems.append(Problem(code, message, hint, values, place))

    def _read(self, text: str) -> Node | None:
        try:
            # The same as yaml.parse without a generator between the parser and us: a big file has 100,000 events.
            return self._build(iter(_Loader(text).get_event, None))
        except yaml.MarkedYAMLError as error:
            raise Refused(self._explain(error)) from None
        except yaml.YAMLError as error:
            message, hint = (
                phrase("This is not valid YAML: {reason}."),
                phrase("Open the file in an editor that shows YAML errors."),
            )
            raise Refused(
                Problem("not-yaml", message, hint, {"reason": str(error).splitlines()[0]}, Place(self.file))
            ) from None

    def _explain(self, error: yaml.MarkedYAMLError) -> Problem:
        """What the parser could not read, in words where it is one of the usual slips."""
        from jobcli.files.yaml_errors import explain

        reason, mark = error.problem or "?", error.problem_mark
        if "maximum nesting depth" in reason:
            # Newer parsers look that far ahead before they hand over the first event.
            values: dict[str, object] = {"depth": MAX_DEPTH, "nodes": MAX_NODES}
            place = Place(self.file) if mark is None else self.place(mark.line + 1, mark.column + 1)
            return Problem("too-deep", *_TOO_DEEP, values, place)
        said, hint, at = explain(error.context or "", reason, error.context_mark, mark, self._lines)
        place = Place(self.file) if at is None else self.place(at.line + 1, at.column + 1)
        return Problem("not-yaml", phrase("This is not valid YAML: {reason}."), hint, {"reason": said}, place)

    def _build(self, events: Iterator[yaml.Event]) -> Node | None:
        """Build the tree without recursion, so that depth is a limit of ours and not of the interpreter."""
        root: Node | None = None
        open_nodes: list[tuple[Sequence | Mapping, list[Scalar | None]]] = []
        count = documents = 0
        for event in events:
            # A tuple of classes is checked several times as fast as their union, and this is asked of every event.
            if not isinstance(event, _PARTS):
                if isinstance(event, _ENDS):
                    open_nodes.pop()
                else:
                    documents += isinstance(event, yaml.DocumentStartEvent)
                    self._refuse_foreign(event, documents)
                continue
            if event.anchor is not None or event.tag is not None:
                self._refuse_marked(event)
            count += 1
            if count > MAX_NODES or len(open_nodes) >= MAX_DEPTH:
                self._refuse(event, "too-deep", *_TOO_DEEP, depth=MAX_DEPTH, nodes=MAX_NODES)
            node = _node(event)
            if not open_nodes:
                root = node
            else:
                self._attach(event, node, *open_nodes[-1])
            if not isinstance(node, Scalar):
                open_nodes.append((node, [None]))
        return root

    # The parts of YAML that profiles do without are refused: they are where guessing and attacks live.

    def _refuse_foreign(self, event: yaml.Event, documents: int) -> None:
        """Refuse what stands beside the parts of the tree: a second document, an alias."""
        if documents > 1:
            message = phrase("A second document begins here; a file holds one.")
            self._refuse(event, "several-documents", message, phrase("Move what follows '---' into a file of its own."))
        if isinstance(event, yaml.AliasEvent):
            self._refuse_alias(event)

    def _refuse_marked(self, event: _Part) -> None:
        """Refuse a part with an anchor or a tag."""
        if event.anchor is not None:
            self._refuse_alias(event)
        hint = phrase("Delete the tag: nothing needs one. A text that begins with ! needs quotes around it.")
        short = (event.tag or "").replace("tag:yaml.org,2002:", "!!")
        self._refuse(event, "tag", phrase("Tags such as '{tag}' are not read here."), hint, tag=short[:60])

    def _refuse_alias(self, event: yaml.Event) -> None:
        message = phrase("Anchors and aliases (& and *) are not read here.")
        hint = phrase("Write it out a second time. A text that begins with & or * needs quotes around it.")
        self._refuse(event, "alias", message, hint)

    def _attach(self, event: yaml.Event, node: Node, parent: Sequence | Mapping, pending: list[Scalar | None]) -> None:
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key, pending[0] = pending[0], None
        if key is None:
            if not isinstance(node, Scalar):
                hint = phrase("Is a text in braces or brackets missing its quotes?")
                self._refuse(event, "not-yaml", phrase("A key must be a plain word."), hint)
            elif node.plain and node.text == "<<":
                message = phrase("Merge keys (<<) are not read here.")
                self._refuse(event, "alias", message, phrase("Write the keys out a second time."))
            else:
                pending[0] = node
            return
        if key.text not in parent.members:
            parent.members[key.text] = (key, node)
            return
        message = phrase("'{key}' stands here a second time; the first is in line {line}.")
        line = parent.members[key.text][0].line
        self.report(key, "duplicate-key", message, phrase("Keep one of the two."), key=key.text[:60], line=line)

    def _refuse(self, event: yaml.Event, code: str, message: Phrase, hint: Phrase, /, **values: object) -> None:
        line, column = _position(event)
        raise Refused(Problem(code, message, hint, values, self.place(line, column)))


def read_title(data: bytes) -> Words | None:
    """The top-level `title` of a profile, reading no further than that; None where there is none to be had.

    A list of neighbours needs only names: parsing stops as soon as the title is complete.
    """
    title: dict[str, str] = {}
    words: list[str] = []
    depth, inside = 0, False
    try:
        for event in yaml.parse(data[:MAX_BYTES], Loader=_Loader):
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                depth += 1
                inside = inside or (depth == 2 and words[-1:] == ["title"])
                words = []
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                if inside:
                    title = dict(zip(words[::2], words[1::2], strict=False))
                    break
                depth -= 1
                words = []
            elif isinstance(event, yaml.ScalarEvent):
                words.append(event.value)
    except (yaml.YAMLError, UnicodeError):
        return None
    if not title or any(len(text) > MAX_TEXT or first_control(text) is not None for text in title.values()):
        return None
    return Words(de=title.get("de"), en=title.get("en"))


def dump(data: object) -> bytes:
    """Groups, lists, texts and numbers as YAML in UTF-8, in their order."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return text.encode()


def _position(event: yaml.Event) -> tuple[int, int]:
    """Line and column of an event, both counted from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)


def _node(event: _Part) -> Node:
    line, column = _position(event)
    if isinstance(event, yaml.ScalarEvent):
        end = event.end_mark
        length = end.column + 1 - column if end is not None and end.line + 1 == line else 1
        return Scalar(event.value, event.style in (None, ""), line, column, max(1, length))
    if isinstance(event, yaml.SequenceStartEvent):
        return Sequence([], line, column)
    return Mapping({}, line, column)
