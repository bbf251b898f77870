"""What one role pays more than another, in words: the amount with its sign, how sure it is, or why nothing is known."""

from __future__ import annotations

from jobcli.domain.pay import PayGap
from jobcli.pages.kit.language import Language


def signed(say: Language, amount: float) -> str:
    """An amount with its sign: what comes on top, or goes off."""
    return f"+{say.euros(amount)}" if amount >= 0 else say.euros(amount)


def between(say: Language, gap: PayGap) -> str:
    """The ends of a difference, where it has a width: `-€1,200 to +€9,800`."""
    return say("{low} to {high}", low=signed(say, gap.p10), high=signed(say, gap.p90)) if gap.p10 < gap.p90 else ""


def gap_words(say: Language, gap: PayGap | None, group: str | None, *, told_apart: bool | None) -> str:
    """The difference of a year with its ends; that nothing is known where the sources do not tell two roles apart."""
    if told_apart is False:
        return same_group(say, group)
    if gap is None:
        return ""
    ends = between(say, gap)
    amount = say("{gain} a year", gain=signed(say, gap.p50))
    words = f"{amount} ({ends})" if ends else amount
    return say("{difference}: our sources hardly tell them apart", difference=words) if hardly(gap) else words


def hardly(gap: PayGap) -> bool:
    """Whether it is open which of the two pays more: zero lies between the ends of the difference."""
    return gap.p10 < 0 < gap.p90


def same_group(say: Language, group: str | None) -> str:
    """That two roles stand for the same official group, so that no difference is known."""
    return say("the same official group KldB {group}: our sources do not tell them apart", group=group or "")


def more_words(say: Language, gap: PayGap, one: str, other: str) -> str:
    """Which of two roles pays more in the middle, by how much, and how sure that is."""
    low, middle, high = gap.p10, gap.p50, gap.p90
    more, less = other, one
    if middle < 0:
        low, middle, high, more, less = -high, -middle, -low, one, other
    words = say(
        "In the middle, {more} pays {gap} a year more than {less}; eight in ten times it is {low} to {high}.",
        more=more,
        less=less,
        gap=say.euros(middle),
        low=signed(say, low),
        high=signed(say, high),
    )
    return words + " " + say("Our sources hardly tell them apart.") if hardly(gap) else words
