"""`config`: what each option comes to, and where that was said."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    pass

CONFIG_SCHEMA = "vendorcheck.config-shown/v1"

SHOW_MORE = """
\b
Examples:
  vendorcheck config show
  vendorcheck config show --fail-on medium
  vendorcheck config show --policy gate/policy.yaml --isolated -o json

\b
Exit codes:
  0    shown
  2    a config, a policy, a variable or an option that is not valid
"""

config_app = typer.Typer(
    name="config",
    help="What a run would be asked to do, and where that was said.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
