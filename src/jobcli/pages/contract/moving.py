"""The result of route."""

from typing import Annotated, Literal, TypedDict

from jobcli.answers.requirements import AskedRequirement
from jobcli.domain.evidence import Basis
from jobcli.domain.meaning import means
from jobcli.moving.routes import RouteOrder
from jobcli.pages.contract.shared import AsOf, FromMe, Sum


class Stretch(TypedDict):
    """A length in months of which a part may not be known."""

    min: Annotated[float, means("The shortest.")]
    max: Annotated[float, means("The longest.")]
    complete: Annotated[bool, means("Whether all parts are known; if not, it is at least `min`.")]


class Move(TypedDict):
    """A move that profiles name."""

    said_by: Annotated[list[str], means("The profiles that name it.")]
    stated: Annotated[bool, means("Whether one of them states it.")]


_Ends = TypedDict(
    "_Ends",
    {
        "from": Annotated[str, means("The id of the role before.")],
        "to": Annotated[str, means("The id of the role after.")],
    },
)


class Leg(_Ends):
    """One move on a way."""

    transition: Annotated[Move | None, means("Who names the move; null where only training leads there.")]
    path: Annotated[str | None, means("The training path; null for a change of role without training.")]
    completed: Annotated[bool, means("Whether the person has completed this path already.")]
    admitted: Annotated[bool | None, means("Whether the path admits the person; null where it is not known.")]
    months: Annotated[Stretch | None, means("How long it takes.")]
    own_cost: Annotated[Sum | None, means("What it costs the person in euros.")]
    months_basis: Annotated[Basis | None, means("How the length is known.")]
    cost_basis: Annotated[Basis | None, means("How the prices are known.")]
    pay_before: Annotated[int | None, means("The middle of the role before, in gross euros a year.")]
    pay_after: Annotated[int | None, means("The middle of the role after, in gross euros a year.")]
    gain_year: Annotated[int | None, means("Their difference.")]
    gain_year_net: Annotated[int | None, means("Their difference in net euros; null where gross pay is counted.")]
    learn: Annotated[
        list[AskedRequirement], means("Requirements of the next role that the former has not and the person lacks.")
    ]
    brings: Annotated[list[AskedRequirement], means("Those of them that the person meets already.")]
    taught: Annotated[list[str], means("The ids of those in `learn` that the training path meets.")]


class Way(TypedDict):
    """A way from one role to another."""

    id: Annotated[str, means("`way-1`, `way-2` and so on.")]
    steps: Annotated[int, means("How many legs it has.")]
    roles: Annotated[list[str], means("The roles it passes, the first and the last included.")]
    months: Annotated[Stretch | None, means("The sum of its legs.")]
    own_cost: Annotated[Sum | None, means("What it costs the person in euros.")]
    gain_year: Annotated[int | None, means("The middle of the last role less that of the first, in gross euros.")]
    gain_year_net: Annotated[int | None, means("The same in net euros; null where gross pay is counted.")]
    paid_after: Annotated[
        int | None,
        means(
            "Full months of that gain that pay back `own_cost`; null where it is not wholly known or nothing is gained."
        ),
    ]
    legs: Annotated[list[Leg], means("Its legs.")]


class Route(_Ends):
    """Ways from one role to another, without the settings."""

    by: Annotated[RouteOrder, means("What orders the ways.")]
    reachable: Annotated[bool, means("Whether there is a way.")]
    nearest: Annotated[str | None, means("If there is none, the role from which the least is left to learn.")]
    as_of: AsOf
    counted: Annotated[Literal["gross", "net"], means("What `paid_after` is counted with.")]
    pay_date: Annotated[str | None, means("The day whose payroll figures were used; null where gross pay is counted.")]
    not_admitted: Annotated[list[str | None], means("The paths of the role that do not admit the person now.")]
    ways: Annotated[list[Way], means("The ways, the best first.")]


class RouteResult(Route):
    """The result of `route`."""

    from_me: FromMe
