"""Estimates on their way to the page: for one role, for many, or with one thing varied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from jobcli.cli.session import Session
from jobcli.domain.evidence import Problem, phrase
from jobcli.domain.pay import Period
from jobcli.domain.refusal import Refusal, refuse

if TYPE_CHECKING:
    from jobcli.answers.asker import Asker
    from jobcli.answers.netting import Netting
    from jobcli.domain.evidence import Words
    from jobcli.domain.profile import Profile
    from jobcli.net_pay.payslip import NetEstimate
    from jobcli.pages.kit.parts import Desk, Page, Part
    from jobcli.pay.benefits import Benefits
    from jobcli.pay.by_factor import PayVaried
    from jobcli.pay.estimate import Estimate


class Estimates:
    """The estimates of several roles for one person, and the problems of the roles that have none."""

    def __init__(self, session: Session, profiles: list[Profile], who: Asker, netting: Netting | None = None) -> None:
        from jobcli.files.figures import open_drawer
        from jobcli.pay.estimate import estimate

        self.session, self.profiles, self.asker, self.person = session, profiles, who, who.person
        self.drawer, self.netting = open_drawer(), netting
        self.items: list[Estimate] = []
        self.problems: list[Problem] = []
        for profile in profiles:
            try:
                self.items.append(estimate(profile, who.person, self.drawer, session.day))
            except LookupError as error:
                self.problems.append(_unknown_then(session, profile.id, error))

    @property
    def ranked(self) -> list[Estimate]:
        """From the highest middle pay to the lowest."""
        return sorted(self.items, key=lambda item: (-item.gross_year.p50, item.role))

    @property
    def titles(self) -> dict[str, Words]:
        """The title of each role by its id."""
        return {profile.id: profile.role.title for profile in self.profiles}

    @cached_property
    def extras(self) -> dict[str, Benefits]:
        """What comes beside pay, by role. Computed only when it is asked for: a ranking does not show it."""
        from jobcli.pay.benefits import benefits

        roles = {profile.id: profile.role for profile in self.profiles}
        return {
            item.role: benefits(roles[item.role], self.person, item, self.drawer, self.session.day)
            for item in self.items
        }

    @cached_property
    def nets(self) -> dict[str, NetEstimate]:
        """Net pay by role, where it was asked for."""
        return {} if self.netting is None else {item.role: self.netting.of(item.gross_year) for item in self.items}

    def answer_pages(self, per: Period, *, explain: bool = True) -> None:
        """Print the whole page of each role. Refusal where none has an estimate."""
        if not self.items:
            raise Refusal(*self.problems)

        def view(desk: Desk) -> Page:
            from jobcli.pages.estimate import estimate_page
            from jobcli.pages.kit.parts import Blank, page

            pages: list[Part | Page] = []
            for item in self.ranked:
                benefits = self.extras[item.role] if explain else None
                vocabulary, title = self.session.catalog.vocabulary, self.titles[item.role]
                net = self._net(desk, item)
                pages += [
                    *([Blank()] if pages else []),
                    estimate_page(desk, item, title, self.person, vocabulary, per, benefits, net, explain=explain),
                ]
            return page(*pages, *self._further(desk))

        self._answer("estimate", view)

    def _further(self, desk: Desk) -> Sequence[Part]:
        """What to ask next of one role."""
        if len(self.ranked) != 1:
            return ()
        from jobcli.pages.kit.parts import Blank, further, paragraph

        words = (
            phrase("Add --net for what arrives on your account, or --by state for all Länder.")
            if self.netting is None
            else phrase("Add --by state for all Länder. The payslip of an amount: jobcli net 4200")
        )
        ways = further(desk, (phrase("How do you get there?"), f"jobcli paths {self.ranked[0].role}"))
        return [Blank(), paragraph(desk.say(words), style="muted"), *ways[1:]]

    def _net(self, desk: Desk, item: Estimate) -> Sequence[Part]:
        if self.netting is None:
            return ()
        from jobcli.pages.net_estimate import net_parts

        return net_parts(desk, self.nets[item.role], self.netting.who, explain=item is self.ranked[-1])

    def answer_ranking(self, command: str, per: Period = "year") -> None:
        """Print roles from the highest middle pay to the lowest. Refusal where none has an estimate."""
        if not self.items:
            raise Refusal(*self.problems)

        def view(desk: Desk) -> Page:
            from jobcli.pages.lists import ranking_page

            vocabulary = self.session.catalog.vocabulary
            page = ranking_page(desk, self.ranked, self.titles, self.person, vocabulary, per, self.nets)
            if self.netting is None:
                return page
            from jobcli.pages.net_estimate import with_assumptions

            return with_assumptions(desk, page, self.nets[self.ranked[0].role], self.netting.who)

        self._answer(command, view)

    def _answer(self, command: str, view: Callable[[Desk], Page]) -> None:
        def whole(desk: Desk) -> Page:
            from jobcli.pages.own import with_settings

            return with_settings(desk, view(desk), self.asker.kept, self.session.catalog.vocabulary)

        from jobcli.pages.estimate_data import estimates_data, estimates_table

        self.session.output.answer(
            command,
            lambda: self.asker.data(estimates_data(self.ranked, self.extras, self.nets)),
            whole,
            [*self.session.catalog.problems, *self.problems],
            table=lambda: estimates_table(self.ranked, self.nets),
        )


def answer_varied(
    session: Session, profiles: list[Profile], who: Asker, by: PayVaried, per: Period, netting: Netting | None = None
) -> None:
    """Print one factor varied, for one role."""
    from jobcli.files.figures import open_drawer
    from jobcli.pages.estimate_data import variation_data, variation_table
    from jobcli.pay.by_factor import vary

    if len(profiles) != 1:
        message, hint = phrase("--by varies the pay of one role."), phrase("Example: jobcli estimate cto --by {factor}")
        refuse("one-role", message, hint, exit_code=2, factor=by)
    profile = profiles[0]
    try:
        item = vary(profile, who.person, by, open_drawer(), session.day)
    except LookupError as error:
        raise Refusal(_unknown_then(session, profile.id, error)) from None

    nets = {} if netting is None else netting.along(item)

    paid = {"pay_date": next(iter(nets.values())).slip.pay_date} if nets else {}

    def view(desk: Desk) -> Page:
        from jobcli.pages.by_factor import variation_page
        from jobcli.pages.own import with_settings

        page = variation_page(desk, item, profile.role.title, who.person, session.catalog.vocabulary, per, nets)
        if netting is not None:
            from jobcli.pages.net_estimate import with_assumptions

            page = with_assumptions(desk, page, next(iter(nets.values())), netting.who)
        return with_settings(desk, page, who.kept, session.catalog.vocabulary)

    session.output.answer(
        "estimate",
        lambda: who.data({**variation_data(item, nets), **paid}),
        view,
        session.catalog.problems,
        table=lambda: variation_table(item, nets),
    )


def _unknown_then(session: Session, role_id: str, error: LookupError) -> Problem:
    """Why there is no estimate: nothing was known on that day, or the start is older than the index."""
    from jobcli.pay.anchor import NotKnownYet

    if isinstance(error, NotKnownYet):
        return Problem(
            "not-known-then",
            phrase("On {day} nothing was known of the pay of '{role}': its first figure is of {first}."),
            phrase("Choose --as-of {first} or later."),
            {"day": session.day, "role": role_id, "first": error.first},
        )
    if session.as_of is not None:
        from jobcli.files.figures import open_drawer

        first = f"{min(open_drawer()['wage-growth-yearly'].values)}-12"
        if session.day < first:
            message = phrase("On {day} no wage index was known: its first figure is of {first}.")
            hint = phrase("Choose --as-of {first} or later.")
            return Problem("not-known-then", message, hint, {"day": session.day, "first": first})
    return Problem(
        "anchor-too-old",
        phrase("The pay of '{role}' is older than the wage index and cannot be carried to today."),
        phrase("Give its profile a newer anchor; the index begins in 2008."),
        {"role": role_id},
    )
