"""Whether the tests notice when a rule of pay, net pay, training or moving is changed. Run by hand, in a checkout:

    nice python benchmarks/mutants.py [number, default 40] [seed, default 1] [room or file, default all]

One small change is made at a time, in memory: a comparison, an operator, a number, a condition, a rounding, an order, a
result. The changes are drawn by the seed, spread evenly over the files; the tests of the subject decide, and where they
notice nothing, the golden pages. Printed is a line for each: KILLED (by a test of the subject), PAGES (by a golden page
only) or SURVIVED; then the counts. To look again at one of them, give its file and line: `pay/estimate.py:120`.

The tests are collected once; each change is then put into the loaded modules of a fork. So the defaults of records are
left out, and tests with a process of their own see nothing of a change. A system without `fork` cannot run this.
"""

from __future__ import annotations

import ast
import copy
import os
import random
import resource
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import chain, zip_longest
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

import pytest
from _pytest.runner import runtestprotocol

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.conftest import compiled

ROOT = Path(__file__).resolve().parent.parent
SOURCE, TESTS = ROOT / "src/jobcli", ROOT / "tests"

ROOMS = ("pay", "net_pay", "training", "moving")
"""Their tests lie in a folder of the same name; those in a file of the same name run first."""
ELSEWHERE = {
    "schooling": "moving/test_fit.py",
    "afbg": "training/test_funding.py",
    "weighing": "training/test_paths.py",
}
"""Where the first tests of a file lie that has none of its name."""
PAGES = "whole/test_transcripts.py"
SECONDS = 120
"""Of computing time, after which a change is taken to run forever: it is noticed."""
OUT = os.dup(1)

COMPARISONS: dict[type, type] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OPERATORS: dict[type, type] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
NAMES = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "floor": "ceil",
    "ceil": "floor",
    "round": "int",
    "sorted": "list",
    "euro_up": "euro_down",
    "euro_down": "euro_up",
    "cent_down": "to_cent",
    "to_cent": "cent_down",
    "ROUND_HALF_UP": "ROUND_FLOOR",
    "ROUND_FLOOR": "ROUND_HALF_UP",
    "ROUND_CEILING": "ROUND_FLOOR",
    "ROUND_DOWN": "ROUND_CEILING",
}
"""Functions and ways of rounding that are taken for each other."""
KEYWORDS = {"key", "reverse", "default"}
"""Arguments that a call can lose."""
NOT_RUN = {"annotation", "returns", "decorator_list"}


class Mutant(NamedTuple):
    """One change: where, what, and the tree of the whole file with it."""

    room: str
    file: Path
    line: int
    before: str
    after: str
    tree: ast.Module

    def __str__(self) -> str:
        return f"{self.file.relative_to(SOURCE)}:{self.line}: {self.before} -> {self.after}"


def changed(node: ast.AST) -> Iterator[ast.AST]:  # noqa: C901, PLR0912  a table of what can be changed
    """The changes of one node, without those of what stands inside it."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARISONS:
            yield _with(node, ops=[COMPARISONS[type(op)]()])
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in OPERATORS:
            yield _with(node, op=OPERATORS[type(op)]())
        case ast.keyword(arg="strict"):
            return
        case ast.Constant(value=bool() as value):
            yield _with(node, value=not value)
        case ast.Constant(value=int() | float() as value):
            yield _with(node, value=value + 1)
            yield _with(node, value=value - 1)
        case ast.BoolOp(op=op):
            yield _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield _with(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.Return(value=ast.expr()) if not (isinstance(node.value, ast.Constant) and node.value.value is None):
            yield _with(node, value=ast.Constant(None))
        case ast.comprehension(ifs=[_, *_]):
            yield _with(node, ifs=[])
        case ast.Continue():
            yield ast.copy_location(ast.Pass(), node)
        case ast.Call(keywords=keywords):
            for lost in keywords:
                if lost.arg in KEYWORDS:
                    yield _with(node, keywords=[one for one in keywords if one is not lost])
        case ast.Name(id=name, ctx=ast.Load()) if name in NAMES:
            yield _with(node, id=NAMES[name])
        case ast.Attribute(attr=name, ctx=ast.Load()) if name in NAMES:
            yield _with(node, attr=NAMES[name])


def _with(node: ast.AST, **fields: object) -> ast.AST:
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


Place = Callable[[ast.AST], None]


def places(node: ast.AST) -> Iterator[tuple[ast.AST, Place]]:
    """All nodes that run, each with what puts another one in its place."""
    for name, value in ast.iter_fields(node):
        # How a record is made (frozen, kw_only) is no rule; mypy holds it.
        if name in NOT_RUN or (isinstance(node, ast.ClassDef) and name == "keywords"):
            continue
        for number, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or (isinstance(node, ast.ClassDef) and isinstance(child, ast.AnnAssign)):
                continue

            def put(new: ast.AST, name: str = name, value: object = value, number: int = number) -> None:
                if isinstance(value, list):
                    value[number] = new
                else:
                    setattr(node, name, new)

            yield child, put
            yield from places(child)


def mutants_of(file: Path) -> list[tuple[int, Callable[[], Mutant]]]:
    """Every change of a file with its line; the tree is made when it is asked for."""
    text = file.read_text(encoding="utf-8")
    found: list[tuple[int, Callable[[], Mutant]]] = []
    line = 0
    for place, (node, _) in enumerate(places(ast.parse(text))):
        line = getattr(node, "lineno", line)
        found += [(line, partial(_made, file, text, place, which, line)) for which, _ in enumerate(changed(node))]
    return found


def _made(file: Path, text: str, place: int, which: int, line: int) -> Mutant:
    tree = ast.parse(text)
    node, put = list(places(tree))[place]
    new = list(changed(node))[which]
    before, after = (_shown(one) for one in (node, new))
    put(new)
    return Mutant(file.parent.name, file, line, before, after, ast.fix_missing_locations(tree))


def _shown(node: ast.AST) -> str:
    """A node in one line; of a block its head, without what the head opens."""
    shown = ast.unparse(node).splitlines()[0]
    return shown.strip() if len(shown) <= 90 else f"{shown[:87]}…"


def drawn(number: int, seed: int, wanted: str) -> Iterator[Mutant]:
    """`number` changes, one of each file in turn."""
    where, _, line = wanted.partition(":")
    chance = random.Random(seed)  # noqa: S311  nothing secret
    files = []
    for room in ROOMS:
        for file in sorted((SOURCE / room).glob("*.py")):
            if not str(file.relative_to(SOURCE)).startswith(where):
                continue
            every = [make for at, make in mutants_of(file) if not line or at == int(line)]
            chance.shuffle(every)
            files.append(every)
    chance.shuffle(files)
    spread = [make for make in chain.from_iterable(zip_longest(*files)) if make]
    return (make() for make in spread[:number])


def order_of(mutant: Mutant, items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """The tests of a change's subject, those most likely to notice first: of the same file, of rules, of single cases."""
    stem = mutant.file.stem
    first = TESTS / ELSEWHERE.get(stem, f"{mutant.room}/test_{stem}.py")

    def key(item: pytest.Item) -> tuple[bool, bool, bool]:
        function: Any = getattr(item, "function", None)
        return "prompt" in getattr(item, "fixturenames", ()), item.path != first, hasattr(function, "hypothesis")

    return sorted((item for item in items if item.path.parent.name == mutant.room or item.path == first), key=key)


def noticed(mutant: Mutant, items: Sequence[pytest.Item]) -> str | None:
    """The first of these tests that fails with the change and passes without, None where there is none."""
    failed = first_failure(mutant, items)
    by_itself = [item for item in items if item.nodeid == failed]
    if not (by_itself and first_failure(None, by_itself)):
        return failed
    return noticed(mutant, items[items.index(by_itself[0]) + 1 :])


def first_failure(mutant: Mutant | None, items: Sequence[pytest.Item]) -> str | None:
    """The first of these tests that fails with the change, None where all pass. They run in a process of their own."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        try:
            if mutant:
                put_in(mutant)
        except Exception as error:  # noqa: BLE001  a module that cannot be loaded is noticed by every test
            os.write(writing, f"loading: {error!r}".encode())
            os._exit(1)
        for item in items:
            if any(report.failed for report in runtestprotocol(item, log=False)):
                os.write(writing, item.nodeid.encode())
                os._exit(1)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        name = pipe.read().decode()
    return None if os.waitpid(child, 0)[1] == 0 else name or "a run without an end"


def put_in(mutant: Mutant) -> None:
    """Give the functions of the loaded module the code of the changed one, and whoever imported a value of it the new one."""
    name = f"jobcli.{mutant.room}.{mutant.file.stem}"
    module = sys.modules[name]
    new = ModuleType(name)
    exec(compile(mutant.tree, str(mutant.file), "exec"), new.__dict__)  # noqa: S102  our own code
    for key, old in list(vars(module).items()):
        other = vars(new).get(key)
        if key.startswith("__") or getattr(old, "__module__", name) != name or other is None:
            continue
        if isinstance(old, type):
            for part, member in vars(old).items():
                _take(member, vars(other).get(part))
        elif not _take(old, other):
            for user in list(sys.modules.values()):
                if user.__name__.startswith(("jobcli", "tests")) and vars(user).get(key) is old:
                    setattr(user, key, other)


def _take(old: object, new: object) -> bool:
    """Whether these are functions, or what is made of one: then the old one has the new code."""
    if hasattr(old, "cache_clear"):
        old.cache_clear()
    for inner in ("__wrapped__", "fget", "func"):
        old, new = getattr(old, inner, old), getattr(new, inner, new)
    if not (isinstance(old, FunctionType) and isinstance(new, FunctionType)):
        return False
    old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__
    return True


class Drawing:
    """Runs the tests for each change in place of the usual run."""

    def __init__(self, mutants: Iterable[Mutant]) -> None:
        self.mutants = mutants

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Print a line for each change, then the counts."""
        compiled()
        for room in ROOMS:
            for file in (SOURCE / room).glob("*.py"):
                import_module(f"jobcli.{room}.{file.stem}")
        counts = dict.fromkeys(("KILLED", "PAGES", "SURVIVED"), 0)
        pages = [item for item in session.items if item.path == TESTS / PAGES]
        for mutant in self.mutants:
            test, verdict = noticed(mutant, order_of(mutant, session.items)), "KILLED"
            if test is None:
                test = noticed(mutant, pages)
                verdict = "SURVIVED" if test is None else "PAGES"
            counts[verdict] += 1
            say(f"{verdict:9}{mutant}" + (f"\n         by {test}" if test else ""))
        say(", ".join(f"{count} {verdict.lower()}" for verdict, count in counts.items()))
        return True


def say(text: str) -> None:
    """Print, whatever pytest catches."""
    os.write(OUT, f"{text}\n".encode())


def main(words: list[str]) -> None:
    """Draw, and let pytest collect."""
    number, seed = (int(words[place]) if len(words) > place else usual for place, usual in ((0, 40), (1, 1)))
    mutants = drawn(number, seed, words[2] if len(words) > 2 else "")
    os.chdir(ROOT)
    tests = [str(TESTS / name) for name in (*ROOMS, PAGES)]
    pytest.main(["-p", "no:cacheprovider", "-p", "no:terminal", *tests], plugins=[Drawing(mutants)])


if __name__ == "__main__":
    main(sys.argv[1:])
