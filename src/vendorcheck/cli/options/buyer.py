"""Options that say for whom and for when bills are screened."""

from typing import Annotated

import typer

from vendorcheck.cli.options import completing

SCREENING = "What to screen for"

Profiles = Annotated[
    list[str],
    typer.Option(
        "--profile",
        "-p",
        metavar="NAME",
        autocompletion=completing.profiles,
        help="Who is buying: us-federal, us-dod, us-federal-contractor, us-federal-grant, us-fcc-support, us-market, "
        "us-exporter, us-investor, us-florida, us-georgia, us-idaho, us-indiana, us-louisiana, us-maine, us-maryland, "
        "us-nebraska, us-new-york, us-texas, us-vermont, uk-central-government, uk-relevant-authority, "
        "uk-telecoms-provider, "
        "ca-federal, ca-quebec, au-federal. May be given again.",
        rich_help_panel=SCREENING,
    ),
]
Purpose = Annotated[
    str | None,
    typer.Option(
        metavar="PURPOSE",
        autocompletion=completing.purposes,
        help="What the whole bill is for, where a line does not say: public-safety, government-facility, "
        "critical-infrastructure, national-security, none-of-these; for the US Department of Defense "
        "nuclear-deterrence, homeland-defence, no-covered-mission; for UK departments sensitive-site, ordinary-site.",
        rich_help_panel=SCREENING,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Screen as of this day (YYYY-MM-DD): what was in force, known and owned then. Default: today.",
        rich_help_panel=SCREENING,
    ),
]
