"""`config`: what each option comes to, and where that was said."""

from typing import TYPE_CHECKING

import typer

from vendorcheck.cli import options
from vendorcheck.cli.config_shown import settings_data, settings_rows
from vendorcheck.cli.requests import request_of
from vendorcheck.cli.settings import Settings, settings_of
from vendorcheck.cli.shown import told, write_json
from vendorcheck.cli.terminal import write_rows

if TYPE_CHECKING:
    from vendorcheck.screening.policies import Settled

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


@config_app.command("show", epilog=SHOW_MORE)
def show(
    profile: options.Profiles = [],
    purpose: options.Purpose = None,
    as_of: options.AsOf = None,
    mapping: options.Maps = [],
    sheet: options.Sheet = None,
    delimiter: options.Delimiter = None,
    encoding: options.Encoding = None,
    header_line: options.HeaderLine = None,
    fail_on: options.FailOn = None,
    min_confidence: options.MinConfidence = None,
    select: options.Select = [],
    ignore: options.Ignore = [],
    strict: options.Strict = False,
    allow_unscreened: options.AllowUnscreened = False,
    policy: options.PolicyName = None,
    baseline: options.Baseline = None,
    new_only: options.NewOnly = False,
    all_lines: options.AllLines = False,
    summary_only: options.SummaryOnly = False,
    sarif_include_waived: options.SarifIncludeWaived = False,
    reference: options.Reference = None,
    prepared_by: options.PreparedBy = None,
    rules: options.Rules = [],
    no_shipped_rules: options.NoShippedRules = False,
    lists: options.Lists = [],
    store: options.Store = None,
    waivers: options.Waivers = None,
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
    output: options.Shown = "text",
) -> int:
    """Show what every option of `scan` comes to and where that was said, and the policy as it would hold."""
    given = {
        "profile": profile,
        "purpose": purpose,
        "as_of": as_of,
        "map": mapping,
        "sheet": sheet,
        "delimiter": delimiter,
        "encoding": encoding,
        "header_line": header_line,
        "fail_on": fail_on,
        "min_confidence": min_confidence,
        "select": select,
        "ignore": ignore,
        "strict": strict,
        "allow_unscreened": allow_unscreened,
        "policy": policy,
        "baseline": baseline,
        "new_only": new_only,
        "all_lines": all_lines,
        "summary_only": summary_only,
        "sarif_include_waived": sarif_include_waived,
        "reference": reference,
        "prepared_by": prepared_by,
        "rules": rules,
        "no_shipped_rules": no_shipped_rules,
        "list": lists,
        "store": store,
        "waivers": waivers,
    }
    with told(output):
        settings = settings_of(given, config, isolated=isolated)
        holding = _holding(settings)
        if output == "json":
            write_json(settings_data(settings, holding))
        else:
            write_rows(settings_rows(settings, holding))
    return 0


def _holding(settings: Settings) -> "Settled":
    """What holds of it all under the policy, where one was chosen."""
    from vendorcheck.rulebook import load_rulebook
    from vendorcheck.screening.policies import settled

    request = request_of(settings)
    return settled(request, load_rulebook(request.rules, shipped=request.shipped_rules))
