"""Every call of the program that the tests make of whole commands, once: what is typed, and what is expected of it.

The tests take their calls from this table by what is said here of each. Every call answers in JSON as the schema says and
in CSV where it is a table; calls with a `page` are tried in every format and at every width, those with `widths` have a
transcript, and those that are `aloud` one in plain lines. A new command needs a line here, and a test says so.
`benchmarks/compare_revisions.py` makes the same calls on two revisions of the program.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent

SCREENS = (60, 80, 120)
"""The widths at which the main pages have a transcript; all others have one at 80."""


@dataclass(frozen=True)
class Call:
    """One call: what is typed behind `jobcli`, what lies there before, and who shall look at its page."""

    line: str
    """The words, parted by blanks; `{tests}` is the folder of this file. It runs where `broken/` and `small/` lie."""

    code: int = 0
    """The exit code: 0, 1 where the answer is no, 2 where the call was wrong."""

    page: str = ""
    """What its page is called where pages of every shape are tried; for the first call of a command, that command."""

    aloud: bool = False
    """Whether its page is in the transcripts of what is read aloud."""

    widths: tuple[int, ...] = ()
    """The widths of the terminal at which its page is in the transcripts."""

    table: str = ""
    """Under which call docs/json.md tells the columns, where the result is a table."""

    after: tuple[str, ...] = ()
    """What is called before, in the same home."""

    files: Mapping[str, str] = field(default_factory=dict)
    """What the person has before: texts by the names of the files in their folder."""

    @property
    def words(self) -> tuple[str, ...]:
        """What is typed, word by word."""
        return words_of(self.line)

    @property
    def command(self) -> str:
        """The command; `jobcli` where there is none, or none that is known."""
        first = re.match(r"[a-z]+", self.line)
        return first[0] if first and first[0] != "nonsense" else "jobcli"

    @property
    def answers(self) -> bool:
        """Whether it has an answer for programs: a page of help has none, nor has a call that asks for a calendar."""
        return bool(self.line) and not {"--help", "--version", "ics"} & {*self.words}

    @property
    def changes(self) -> bool:
        """Whether it leaves something behind, so that the same call finds it there."""
        keeps = ("done", "doing", "skip", "undo", "new")
        begun = "--begin" in self.words
        return begun or self.command in keeps or self.line.startswith(("me set", "me unset", "me offer", "--install"))

    @property
    def transcript(self) -> str:
        """The beginning of the names of its transcripts."""
        return "-".join(word.strip("-").lower().replace("/", "-") for word in self.line.split()) or "bare"

    @property
    def title(self) -> str:
        """What it is called in the names of tests; no two calls have the same."""
        before = [f"after {line}" for line in self.after[-1:]] + [f"with {name}" for name in self.files]
        return ", ".join((self.line or "bare", *before))


def words_of(line: str) -> tuple[str, ...]:
    """A line as words, with the folder of the tests in its place."""
    return tuple(word.replace("{tests}", str(HERE)) for word in line.split())


PLANNED = (
    "me set state BY age 34 experience 8 role kaufmann-bueromanagement qualifications ausb-bueromanagement",
    "plan operations-manager --start 2027-03 --begin",
)
"""What the woman from Augsburg has said and begun."""

TICKED = ("me set state BY", "done cto 1 --path quer-cto")
"""What someone has said and done who has begun a path."""

OUTDATED = {
    "progress.yaml": """\
version: 1
roles:
  backoffice-manager:
    ausb-bueromanagement:
      started: 2026-10-01
      seen: [search]
      steps: {lost-step: {state: done, date: 2026-10-01}, search: {state: done, date: 2026-10-01}}
"""
}
"""Progress with a tick at a step that is gone, on a path that has new ones."""

SEARCH_STEP = "backoffice-manager search --path ausb-bueromanagement"
FIRST_STEP = "operations-manager 1 --path betriebswirt-bbig"
ALL_FACTORS = (
    "estimate cto --state SN --age 35 --company-size 30 --industry Banken --hours 32 --no-collective-agreement"
)

ONE = (80,)

LIKED = "522213412221531323423211522212"
"""What someone answers to thirty statements who likes to build and to look after animals."""

AUGSBURG = "me set state BY age 34 experience 8 qualifications ausb-bueromanagement education apprenticeship hours 40"
OFFERED = "me offer fw-buero-projekt price 4250 exam 560 months 20 lessons 560 start 2027-03"
"""A person whose whole way is asked for, and the course that she was offered."""

CLERK = f"{AUGSBURG} role kaufmann-bueromanagement pay 3100 tax-class 1 children 0 church no"
"""The same with the job she has, what she earns, and what net pay asks."""

CALLS = (
    # Without a command
    Call("", page="bare", widths=ONE),
    Call("--help", page="help", widths=ONE),
    Call("--version"),
    Call("--show-completion --shell bash"),
    Call("--install-completion --shell fish"),
    Call("nonsense", code=2),
    # Look
    Call("list", page="list", aloud=True, widths=ONE, table="list"),
    Call("list --level specialist --min-pay 30000", table="list"),
    Call("list --level expert --min-pay 75000", widths=SCREENS, table="list"),
    Call("list --min-pay 60000", page="list-with-pay", table="list"),
    Call("list 43", page="list-group", widths=SCREENS, table="list GROUP"),
    Call("list 4", page="list-groups", widths=ONE, table="list DIGIT"),
    Call(
        "list --shortage --min-pay 45000 --level skilled --state BY",
        page="list-shortage",
        widths=ONE,
        table="list GROUP",
    ),
    Call("list 99", code=1, widths=ONE),
    Call("list 43 --subject logistics", code=2),
    Call("list --level specialist --min-pay 95000", code=1, widths=ONE),
    Call("list --min-pay 9999999", code=1),
    Call("list --level exprt", code=2, widths=ONE),
    Call("list --lvel expert", code=2, page="unknown-option"),
    Call("list --lang fr", code=2),
    Call("show --help"),
    Call("show backoffice-manager", page="show", aloud=True, widths=SCREENS),
    Call("show backoffice-manager --full", page="show-full", aloud=True, widths=SCREENS),
    Call("show cto", page="show-official"),
    Call("show cto --needs --outlook", page="show-sections", widths=ONE),
    Call("show backoffice-manager --ladder", table="show ROLE --ladder"),
    Call("show operations-manager --ladder", page="ladder", aloud=True, widths=ONE, table="show ROLE --ladder"),
    Call("show cto --ladder", table="show ROLE --ladder"),
    Call("show backofice", code=1, page="unknown-role", widths=ONE),
    Call("show nobody", code=1),
    Call("show Krankenschwester", page="occupation", aloud=True, widths=SCREENS),
    Call("show fw-buero-projekt", page="training", aloud=True, widths=SCREENS),
    Call("show Software-Developer"),
    Call("show team-lead --profiles {tests}/../docs/example"),
    Call("show Krankenschwester --full", page="occupation-full", aloud=True, widths=ONE),
    Call("show 81302 --pay --needs --paths --outlook", page="occupation-sections"),
    Call("show 26212 --full", page="occupation-in-full", widths=ONE),
    Call("show 71403", widths=ONE),
    Call("show 81302 --ladder", widths=ONE),
    Call("show Florist", page="occupations", widths=SCREENS),
    Call("show Florist --full", page="occupations-full", widths=ONE),
    Call("show Krankenschwestr", widths=ONE),
    Call("show 99999", code=1),
    Call("show", code=2),
    Call("show cto --nonsense", code=2),
    Call("show cto --output nonsense", code=2),
    Call("outlook Krankenschwester --state BY", page="outlook", aloud=True, widths=SCREENS),
    Call("outlook office-manager --full", page="outlook-in-full", widths=ONE),
    Call("outlook 11101", widths=ONE),
    Call("outlook 01104", widths=ONE),
    Call("outlook 12203"),
    Call("outlook Krankenschwestrix", code=1),
    Call("newcomer", widths=ONE),
    Call("newcomer Krankenschwester --from India --german B1 --state BY", page="newcomer", aloud=True, widths=SCREENS),
    Call("newcomer 26212 --from Kosovo --full", page="newcomer-in-full", widths=ONE),
    Call("newcomer 43414 --from TR --age 33 --languages english-C1", widths=ONE),
    Call("newcomer 81404 --from Frankreich"),
    Call("newcomer 81301 --from UK"),
    Call("newcomer office-manager --from Inidien", code=2, widths=ONE),
    Call("newcomer --german X9", code=2),
    Call("sources", widths=ONE, table="sources"),
    Call("sources cto", page="sources", aloud=True, table="sources ROLE"),
    Call("sources backoffice-manager", widths=ONE, table="sources ROLE"),
    Call(
        "compare 81302 81301 83112", page="compare-occupations", widths=SCREENS, aloud=True, table="compare ROLE ROLE"
    ),
    Call("compare 26212 cto", page="compare-role-and-occupation", widths=ONE, table="compare ROLE ROLE"),
    Call("route 71402 backoffice-manager", page="route-of-codes", widths=ONE, table="route CODE CODE"),
    Call("route 81301 81313", page="route-of-levels", widths=SCREENS, aloud=True, table="route CODE CODE"),
    Call("route 81302 81302", code=2),
    Call("sources --check", table="sources --check"),
    Call("sources --check cto", page="sources-checked", widths=SCREENS, table="sources --check"),
    Call("sources backoffice-manager --check", table="sources --check"),
    Call("search --help", widths=ONE),
    Call("search Leiterin", page="search", aloud=True, widths=SCREENS, table="search WORDS"),
    Call("search cto", table="search WORDS"),
    Call("search buero", table="search WORDS"),
    Call("search Büroleiterin", table="search WORDS"),
    Call("search buisness develoment", widths=ONE, table="search WORDS"),
    Call("search Programmierer", widths=ONE, table="search WORDS"),
    Call("search xyzzy", code=1, widths=ONE),
    Call("search nothing-at-all-matches-this", code=1),
    Call(f"discover --answers {LIKED}", page="discover", aloud=True, widths=SCREENS, table="discover"),
    Call(f"discover --answers {LIKED} --full", page="discover-in-full", table="discover"),
    Call(
        f"discover --answers {LIKED} --level skilled --min-pay 40000 --shortage --state BY",
        page="discover-sifted",
        widths=ONE,
        table="discover",
    ),
    Call(f"discover --answers {LIKED} --role 71402 --at-most-missing 15 --rough", table="discover"),
    Call(f"discover --answers {LIKED} --keep", table="discover"),
    Call("discover --level expert", after=(f"discover --answers {LIKED} --keep",), table="discover"),
    Call("discover --forget"),
    Call("discover --answers 344334433343343433333334443433", code=1, widths=ONE),
    Call("discover --answers 000000433343343433333334443433", code=1),
    Call("discover --answers 5,2,2", code=2),
    Call("discover", code=2, widths=ONE),
    Call("report cto --full", page="report", aloud=True),
    Call("report cto cdo --for me"),
    Call("report cto", page="hand-out-of-one"),
    Call(
        "report backoffice-manager operations-manager --for me",
        page="hand-out",
        widths=SCREENS,
        aloud=True,
        after=(CLERK, OFFERED),
    ),
    # Decide
    Call("compare", page="ranking", aloud=True, widths=SCREENS, table="compare"),
    Call("compare --full", page="ranking-full", aloud=True, widths=SCREENS, table="compare"),
    Call("compare cto cdo", page="compare", aloud=True, table="compare ROLE ROLE"),
    Call("compare cto cdo --full", page="compare-full", aloud=True, table="compare ROLE ROLE"),
    Call("compare backoffice-manager operations-manager", widths=SCREENS, table="compare ROLE ROLE"),
    Call("compare backoffice-manager operations-manager --full", widths=SCREENS, table="compare ROLE ROLE"),
    Call(
        "compare backoffice-manager operations-manager cto", page="compare-three", widths=ONE, table="compare ROLE ROLE"
    ),
    Call(
        "compare backoffice-manager operations-manager cto --full", page="compare-three-full", table="compare ROLE ROLE"
    ),
    Call(
        "compare backoffice-manager projektmanager operations-manager cto --full",
        page="compare-four",
        widths=ONE,
        table="compare ROLE ROLE",
    ),
    Call(
        "compare backoffice-manager operations-manager --diff",
        page="difference",
        aloud=True,
        widths=SCREENS,
        table="compare ROLE ROLE --diff",
    ),
    Call(
        "compare backoffice-manager operations-manager --diff --full",
        page="difference-full",
        aloud=True,
        widths=ONE,
        table="compare ROLE ROLE --diff",
    ),
    Call("compare cto cdo --diff", table="compare ROLE ROLE --diff"),
    Call("compare cto", code=2, widths=ONE),
    Call("estimate --help", page="help-of-a-command", widths=ONE),
    Call("estimate", table="estimate"),
    Call("estimate --state BY --tenure 5", page="estimate-all", aloud=True, widths=SCREENS, table="estimate"),
    Call("estimate --state BY --tenure 5 --full", widths=SCREENS, table="estimate"),
    Call("estimate --net --tax-class 3 --state SN", page="estimate-all-net", table="estimate ROLE --net"),
    Call("estimate --net --tax-class 3 --state SN --full", page="estimate-all-net-full", table="estimate ROLE --net"),
    Call("estimate --net --tax-class 3 --church --state SN", widths=SCREENS, table="estimate ROLE --net"),
    Call("estimate --net --tax-class 3 --church --state SN --full", widths=ONE, table="estimate ROLE --net"),
    Call("estimate cto --state BY --tenure 5", table="estimate"),
    Call(
        "estimate backoffice-manager --state BY --tenure 5",
        page="estimate",
        aloud=True,
        widths=SCREENS,
        table="estimate",
    ),
    Call(
        "estimate backoffice-manager --state BY --tenure 5 --full",
        page="estimate-full",
        aloud=True,
        widths=SCREENS,
        table="estimate",
    ),
    Call("estimate cto --extras --others --certainty --receipt", page="estimate-sections", table="estimate"),
    Call(
        "estimate backoffice-manager --state Thüringen --tenure 0 --company-size 8 --full",
        widths=ONE,
        table="estimate",
    ),
    Call(ALL_FACTORS, widths=SCREENS, table="estimate"),
    Call(f"{ALL_FACTORS} --full", widths=ONE, table="estimate"),
    Call(f"{ALL_FACTORS} --education apprenticeship", page="estimate-all-factors", table="estimate"),
    Call(f"{ALL_FACTORS} --education apprenticeship --full", page="estimate-all-factors-full", table="estimate"),
    Call("estimate 26212 --state SN", page="estimate-of-an-occupation", widths=ONE, table="estimate"),
    Call("estimate 26212 --state SN --full", widths=ONE, table="estimate"),
    Call("estimate 62532", code=1, widths=ONE),
    Call("estimate cto --net", table="estimate ROLE --net"),
    Call("estimate backoffice-manager --one-off 3000 --tax-class 1", widths=ONE, table="estimate ROLE --net"),
    Call("estimate backoffice-manager --one-off 3000 --tax-class 1 --full", widths=ONE, table="estimate ROLE --net"),
    Call("estimate backoffice-manager --net --tax-class 1", table="estimate ROLE --net"),
    Call(
        "estimate backoffice-manager --net --state BE", page="estimate-net", widths=SCREENS, table="estimate ROLE --net"
    ),
    Call("estimate backoffice-manager --net --state BE --full", widths=ONE, table="estimate ROLE --net"),
    Call("estimate cto --by state", table="estimate ROLE --by state"),
    Call("estimate cto --by state --net --tax-class 1", table="estimate ROLE --by state --net"),
    Call(
        "estimate backoffice-manager --by state --state BY",
        page="map",
        aloud=True,
        widths=SCREENS,
        table="estimate ROLE --by state",
    ),
    Call("estimate cto --by tenure --tenure 7", page="estimate-curve", widths=ONE, table="estimate ROLE --by state"),
    Call("estimate cto --by industry", page="estimate-industries", table="estimate ROLE --by state"),
    Call("estimate cto --industry metall", code=2, widths=ONE),
    Call("estimate --state Bayrn", code=2, page="unknown-state", widths=ONE),
    Call("match --top 2", table="match"),
    Call("match --skills logistics", table="match"),
    Call(
        "match --role backoffice-manager --languages english-B2",
        page="match",
        aloud=True,
        widths=SCREENS,
        table="match",
    ),
    Call(
        "match --role backoffice-manager --languages english-B2 --top 3 --full",
        page="match-full",
        aloud=True,
        table="match",
    ),
    Call(
        "match --role backoffice-manager --qualifications ausb-bueromanagement --languages english-B2 --top 3 --full",
        widths=ONE,
        table="match",
    ),
    Call("match --role backoffice-manager --top 2 --explain", page="match-explained", table="match"),
    Call("match --role backoffice-manager --education apprenticeship --top 1 --explain", widths=ONE, table="match"),
    Call(
        "plan operations-manager --role kaufmann-bueromanagement --qualifications ausb-bueromanagement --state BY"
        " --experience 8 --start 2027-03",
        page="plan",
        aloud=True,
        widths=ONE,
        table="plan ROLE",
    ),
    Call("plan sachbearbeiter --role kaufmann-bueromanagement", table="plan ROLE"),
    Call("plan cdo --role kaufmann-bueromanagement --state BE --begin", table="plan ROLE"),
    Call("plan operations-manager --start 2027-03 --output ics", after=PLANNED),
    Call("route --help", widths=ONE),
    Call(
        "route backoffice-manager operations-manager", page="route", aloud=True, widths=SCREENS, table="route ROLE ROLE"
    ),
    Call("route backoffice-manager operations-manager --full", widths=ONE, table="route ROLE ROLE"),
    Call(
        "route backoffice-manager operations-manager --by months --full",
        page="route-full",
        aloud=True,
        table="route ROLE ROLE",
    ),
    Call("route backoffice-manager projektmanager --by months", table="route ROLE ROLE"),
    Call("route backoffice-manager cdo", table="route ROLE ROLE"),
    Call("route cto backoffice-manager --by months --ways 1 --full", widths=ONE, table="route ROLE ROLE"),
    Call("net --help", widths=ONE),
    Call("net 4200 --tax-class 1 --church --state BY", page="net", aloud=True, table="net EUROS"),
    Call("net 4200 --tax-class 1 --children 0 --church --state BY", widths=SCREENS, table="net EUROS"),
    Call(
        "net 4200 --tax-class 1 --children 0 --church --state BY --full",
        page="net-full",
        widths=SCREENS,
        table="net EUROS",
    ),
    Call("net 123456 --tax-class 1 --church --state BY", page="net-six-digits", table="net EUROS"),
    Call("net 5000", table="net EUROS"),
    Call("net 1000 --tax-class 2", table="net EUROS"),
    Call("net 1000 --state SN --tax-class 5", widths=ONE, table="net EUROS"),
    Call("net 5000 --age 70", table="net EUROS"),
    Call("net 3000 --age 23", table="net EUROS"),
    Call("net 300 --trainee", table="net EUROS"),
    Call("net 4200 --one-off 4200 --church --state BE", page="net-once", widths=ONE, table="net EUROS"),
    Call("net 5000 --tax-class 4 --factor 0.957 --tax-allowance 50 --full", widths=ONE, table="net EUROS"),
    Call("net 4000 --car-price 40000 --car-distance 20", table="net EUROS"),
    Call("net --from-net 2500 --employer --full", page="net-from-net", widths=ONE, table="net EUROS"),
    Call("net 15 --per hour --hours 20", table="net EUROS"),
    Call("net 9000 --pay-date 2027-02", page="net-forecast", widths=ONE, table="net EUROS --pay-date DATE"),
    Call("net 9000 --pay-date 2027-02 --full", widths=ONE, table="net EUROS --pay-date DATE"),
    Call("net 9000 --pay-date 2027-02 --law-only", code=1, widths=ONE),
    Call("net 5000 --by tax-class --pay-date 2027-02", table="net EUROS --by tax-class --pay-date DATE"),
    Call("net 5000 --partner-gross 2500 --pay-date 2027-02", table="net EUROS --partner-gross EUROS --pay-date DATE"),
    Call("net 4200 --compare-years", page="net-years", widths=ONE, table="net EUROS --compare-years"),
    Call("net 5000 --partner-gross 2500", page="net-couple", widths=ONE, table="net EUROS --partner-gross EUROS"),
    Call("net 5000 --by gross", table="net EUROS --by gross"),
    Call("net 3500 --by gross", page="net-curve", widths=ONE, table="net EUROS --by gross"),
    Call("net 5000 --by tax-class", table="net EUROS --by tax-class"),
    Call("net 60000 --per year --by tax-class", page="net-classes", widths=ONE, table="net EUROS --by tax-class"),
    Call("net 5000 --church", code=2, widths=ONE),
    Call("net much", code=2),
    # Walk
    Call("paths --help", widths=ONE),
    Call("paths backoffice-manager", page="paths", aloud=True, table="paths ROLE"),
    Call("paths backoffice-manager --full", page="paths-full", aloud=True, table="paths ROLE"),
    Call("paths backoffice-manager 2 --state BY", page="paths-one", widths=ONE, table="paths ROLE"),
    Call("paths backoffice-manager --funding --state BY", page="paths-funding", table="paths ROLE"),
    Call("paths office-manager --worth", page="paths-worth", after=(CLERK,), table="paths ROLE"),
    Call("paths backoffice-manager", widths=SCREENS, after=(CLERK, OFFERED), table="paths ROLE"),
    Call("paths backoffice-manager --state BY --full", widths=SCREENS, table="paths ROLE"),
    Call("paths operations-manager --from backoffice-manager --explain", page="paths-explained", table="paths ROLE"),
    Call("paths operations-manager --from backoffice-manager --experience 8 --full", widths=ONE, table="paths ROLE"),
    Call(
        "paths operations-manager --from backoffice-manager --qualifications ausb-bueromanagement --experience 2",
        table="paths ROLE",
    ),
    Call("paths operations-manager --from backoffice-manager --education none --no-me", table="paths ROLE"),
    Call(
        "paths cto --qualifications ausb-fachinformatiker --education apprenticeship --explain",
        widths=ONE,
        table="paths ROLE",
    ),
    Call("me offer fw-buero-projekt price 4250 exam 560 months 20 lessons 560 start 2027-03"),
    Call("me offer fw-buero-projekt provider Akademie zfu no", after=(OFFERED,)),
    Call(
        "paths office-manager --from kaufmann-bueromanagement --full",
        widths=ONE,
        after=(AUGSBURG, OFFERED),
        table="paths ROLE",
    ),
    Call("paths office-manager --from kaufmann-bueromanagement --pay 2900 --explain --no-me", table="paths ROLE"),
    Call("checklist office-manager fw-buero-projekt", after=(OFFERED,), table="checklist ROLE PATH"),
    Call("paths backoffice-manager --sort price", code=2, widths=ONE),
    Call("checklist backoffice-manager", page="checklist-choice", widths=SCREENS, table="checklist ROLE"),
    Call("checklist backoffice-manager --full", page="checklist-choice-full", widths=ONE, table="checklist ROLE"),
    Call("checklist projektmanager", table="checklist ROLE"),
    Call("checklist office-manager aevo", table="checklist ROLE PATH"),
    Call(
        "checklist backoffice-manager ausb-bueromanagement",
        page="checklist",
        aloud=True,
        table="checklist ROLE PATH",
    ),
    Call("checklist backoffice-manager fw-buero-projekt", widths=SCREENS, table="checklist ROLE PATH"),
    Call("checklist backoffice-manager fw-buero-projekt --full", widths=ONE, table="checklist ROLE PATH"),
    Call(
        "checklist backoffice-manager ausb-bueromanagement --start 2027-08",
        page="checklist-dated",
        widths=ONE,
        table="checklist ROLE PATH",
    ),
    Call(
        "checklist backoffice-manager ausb-bueromanagement --start 2027-08 --full",
        page="calendar",
        aloud=True,
        widths=SCREENS,
        table="checklist ROLE PATH",
    ),
    Call(
        "checklist backoffice-manager ausb-bueromanagement --start 2027-01",
        files=OUTDATED,
        table="checklist ROLE PATH",
    ),
    Call("checklist cto quer-cto --start 2027-01", table="checklist ROLE PATH"),
    Call("checklist backoffice-manager --output ics", code=2, widths=ONE),
    Call("done --help", widths=ONE),
    Call(f"done {SEARCH_STEP}", page="done", aloud=True, widths=ONE),
    Call(f"doing {SEARCH_STEP}", page="doing", aloud=True),
    Call(f"skip {SEARCH_STEP}", page="skip", aloud=True),
    Call(f"undo {SEARCH_STEP}", page="undo", aloud=True, after=(f"done {SEARCH_STEP}",)),
    Call(f"done {FIRST_STEP}"),
    Call(f"doing {FIRST_STEP}"),
    Call(f"skip {FIRST_STEP}"),
    Call(f"undo {FIRST_STEP}", after=(f"skip {FIRST_STEP}",)),
    Call("done backoffice-manager contract --path ausb-bueromanagement", code=1, widths=ONE),
    Call("next", page="next", aloud=True, widths=ONE, table="next"),
    Call("next", after=TICKED, table="next"),
    Call("next", after=PLANNED, table="next"),
    Call("next", files=OUTDATED, table="next"),
    Call("me --help", widths=ONE),
    Call("me", page="me", aloud=True, widths=ONE, table="me"),
    Call("me", after=TICKED, table="me"),
    Call("me set state BY"),
    Call("me set state BY tenure 5"),
    Call("me unset state", after=("me set state BY",)),
    Call("me set tenure 80", code=2, widths=ONE),
    Call("me set state nowhere", code=2),
    Call("contacts", widths=ONE, table="contacts"),
    Call("contacts --place 09761", page="contacts", aloud=True, widths=SCREENS, table="contacts"),
    Call("contacts --state SN --full", page="contacts-in-full", widths=ONE, table="contacts"),
    Call("contacts", after=("me set place Konstanz",), table="contacts"),
    Call("contacts --place Augsburg", code=2, widths=ONE),
    Call("contacts --place Nirgendwo", code=2),
    Call("me set place 09761"),
    Call("me set place 09761 state SN", code=2, widths=ONE),
    Call("estimate backoffice-manager --place 09761 --full", widths=ONE, table="estimate"),
    Call("where", page="where", aloud=True, table="where"),
    # Write
    Call("new nurse --folder my-roles --from 81302 --no-input"),
    Call("new --help", widths=ONE),
    Call("new team-lead"),
    Call("new team-lead --no-input", page="new", aloud=True),
    Call("new team-lead --folder my-roles --kldb 71393 --no-input", widths=ONE),
    Call("new Team-Lead", code=2, widths=ONE),
    Call("new con", code=2, widths=ONE),
    Call("validate --help", widths=ONE),
    Call("validate", table="validate"),
    Call("validate {tests}/small/role.yaml", page="validate", aloud=True, table="validate"),
    Call("validate {tests}/broken/duplicate-key.yaml", code=1, table="validate"),
    Call("validate nowhere.yaml", code=1, table="validate"),
    Call(
        "validate broken/unknown-subject.yaml broken/to-fill.yaml broken/warnings/old-source.yaml",
        code=1,
        widths=SCREENS,
        table="validate",
    ),
    Call("validate broken/catalogue/one-sided-transition", widths=ONE, table="validate"),
    Call("validate broken/warnings/observations-apart.yaml --strict", code=1, widths=ONE, table="validate"),
    Call("schema --help", widths=ONE),
    Call("schema"),
    Call("schema state"),
    Call("schema output"),
    Call("schema juggling", code=2, widths=ONE),
    Call("schema nonsense", code=2),
)
