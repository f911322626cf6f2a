"""From what options come to, to what a run is asked to do."""

from typing import TYPE_CHECKING

from vendorcheck.cli.options import parse_confidence, parse_day, parse_severity
from vendorcheck.cli.settings import Settings
from vendorcheck.model.policy import Policy

if TYPE_CHECKING:
    from vendorcheck.screening import Request


def request_of(settings: Settings) -> "Request":
    """Return what the options ask for; an error for a value that means nothing."""
    from vendorcheck.screening import Request, choices_of

    config = settings.config
    return Request(
        profiles=settings.texts("profile"),
        purpose=settings.text("purpose"),
        as_of=settings.parsed("as_of", parse_day),
        choices=choices_of(
            settings.texts("map"),
            settings.text("sheet"),
            settings.text("delimiter"),
            settings.text("encoding"),
            settings.parsed("header_line", int),
        ),
        rules=settings.paths("rules"),
        shipped_rules=not settings.flag("no_shipped_rules"),
        lists=settings.texts("list"),
        store=settings.path("store"),
        waivers=settings.path("waivers"),
        policy=_policy(settings),
        all_lines=settings.flag("all_lines"),
        summary_only=settings.flag("summary_only"),
        sarif_include_waived=settings.flag("sarif_include_waived"),
        reference=settings.text("reference"),
        prepared_by=settings.text("prepared_by"),
        baseline=settings.path("baseline"),
        new_only=settings.flag("new_only"),
        policies=config.policies if config else (),
        config=config.file if config else None,
        origins=settings.origins,
    )


def of_one_line(request: "Request") -> "Request":
    """Return a request as it is for one name or some lines: without what is about the report of a whole bill."""
    return request._replace(
        all_lines=False, summary_only=False, sarif_include_waived=False, baseline=None, new_only=False
    )


def _policy(settings: Settings) -> Policy:
    """What is asked of the gate; its id names the policy that it is asked beside."""
    return Policy(
        fail_on=settings.parsed("fail_on", parse_severity) or Policy().fail_on,
        min_confidence=settings.parsed("min_confidence", parse_confidence) or Policy().min_confidence,
        select=settings.texts("select"),
        ignore=settings.texts("ignore"),
        strict=settings.flag("strict"),
        allow_unscreened=settings.flag("allow_unscreened"),
        id=settings.text("policy"),
    )
