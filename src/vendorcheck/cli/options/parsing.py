"""What the texts of options mean."""

import re
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.hit import CONFIDENCES, Confidence
from vendorcheck.model.rule import SEVERITIES, Severity

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

#: How commands other than `scan` and `check` show what they say.
SHOWN = ("text", "json")


def check_shown(text: str) -> None:
    """Refuse a format that commands other than `scan` and `check` do not have, with a usage error."""
    if text not in SHOWN:
        close = get_close_matches(text, SHOWN, 1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise VendorcheckError("usage", f"there is no format {text!r} here{hint}", help=f"Known: {', '.join(SHOWN)}.")


def parse_day(text: str | None, option: str = "--as-of") -> date | None:
    """Return the day that an option names; a usage error for anything else."""
    if text is None:
        return None
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)  # noqa: TRY301 (a form that Python reads and we do not)
        return date.fromisoformat(text)
    except ValueError as error:
        raise VendorcheckError(
            "usage", f"{option} {text!r} is not a day", help="Write it as YYYY-MM-DD, such as 2026-11-21."
        ) from error


def parse_severity(text: str) -> Severity:
    """Return the severity that --fail-on names; a usage error for anything else."""
    for severity in SEVERITIES:
        if severity == text:
            return severity
    raise _unknown("--fail-on", "severity", text, SEVERITIES)


def parse_confidence(text: str) -> Confidence:
    """Return the confidence that --min-confidence names; a usage error for anything else."""
    for confidence in CONFIDENCES:
        if confidence == text:
            return confidence
    raise _unknown("--min-confidence", "confidence", text, CONFIDENCES)


def _unknown(option: str, kind: str, text: str, known: Sequence[str]) -> VendorcheckError:
    close = get_close_matches(text, known, 1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    return VendorcheckError("usage", f"{option} names no {kind} {text!r}{hint}", help=f"Known: {', '.join(known)}.")
