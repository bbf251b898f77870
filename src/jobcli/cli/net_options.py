"""The options of net pay, which `net` and `estimate` share. Their readers are imported when one of them is typed."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from jobcli.cli.day_readers import read_pay_date
from jobcli.cli.readers import read_age
from jobcli.domain.evidence import phrase


def reader(name: str) -> Any:
    """What reads this answer."""

    def read(text: str) -> Any:
        from jobcli.cli import readers

        return getattr(readers, f"read_{name}")(text)

    return read


NetOption = Annotated[
    bool,
    typer.Option("--net", help=phrase("Add what arrives after taxes and contributions; the options below imply it.")),
]
TaxClassOption = Annotated[
    Any,
    typer.Option(
        "--tax-class",
        metavar="1-6",
        parser=reader("tax_class"),
        help=phrase("Tax class (Steuerklasse), 1 to 6 or I to VI."),
        show_default=False,
    ),
]
ChildrenOption = Annotated[
    Any,
    typer.Option(
        "--children",
        metavar="NUMBER",
        parser=reader("children"),
        help=phrase("Children under 25, for care insurance."),
        show_default=False,
    ),
]
ParentOption = Annotated[
    bool | None,
    typer.Option(
        "--parent/--no-parent",
        help=phrase("A child of any age, or none: whether the childless pay more."),
        show_default=False,
    ),
]
ChildAllowancesOption = Annotated[
    Any,
    typer.Option(
        "--child-allowances",
        metavar="NUMBER",
        parser=reader("child_allowances"),
        help=phrase("Allowances for children (Kinderfreibetrag) on the tax card, such as 0.5."),
        show_default=False,
    ),
]
ChurchOption = Annotated[
    bool | None,
    typer.Option("--church/--no-church", help=phrase("Church tax, or none."), show_default=False),
]
SurchargeOption = Annotated[
    Any,
    typer.Option(
        "--health-surcharge",
        metavar="PERCENT",
        parser=reader("health_surcharge"),
        help=phrase("The whole surcharge (Zusatzbeitrag) of your health fund, such as 2.45."),
        show_default=False,
    ),
]
PrivateOption = Annotated[
    Any,
    typer.Option(
        "--private-health",
        metavar="EUROS",
        parser=reader("private_health"),
        help=phrase("Private health and care insurance: what you pay a month."),
        show_default=False,
    ),
]
SubsidyOption = Annotated[
    Any,
    typer.Option(
        "--private-subsidy",
        metavar="EUROS",
        parser=reader("private_subsidy"),
        help=phrase("What the employer pays of that a month, if --private-health is the whole premium."),
        show_default=False,
    ),
]
ExemptOption = Annotated[
    bool | None,
    typer.Option(
        "--pension-exempt/--no-pension-exempt",
        help=phrase("A Minijob exempt from pension insurance, or not."),
        show_default=False,
    ),
]
NetAgeOption = Annotated[
    int | None,
    typer.Option(
        "--age",
        metavar="YEARS",
        parser=read_age,
        help=phrase("Your age: from 23 on the childless pay more for care, from 65 on less of pay is taxed."),
        show_default=False,
    ),
]
PayDateOption = Annotated[
    str | None,
    typer.Option(
        "--pay-date",
        metavar="DATE",
        parser=read_pay_date,
        help=phrase("The day pay arrives, which chooses the figures: 2025-07 or a day; else today."),
        show_default=False,
    ),
]
