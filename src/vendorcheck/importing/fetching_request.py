"""One question to one server, and what came of it: a file, that it has not changed, or where else to ask."""

import socket
import ssl
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse, InvalidURL
from threading import Event
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from vendorcheck.importing.fetching_body import Counting, read_body
from vendorcheck.importing.fetching_faults import PassingFault, unreachable
from vendorcheck.importing.fetching_way import Way, connected
from vendorcheck.importing.files import IMPORTER
from vendorcheck.rulebook.config import shown_address

OK, NOT_MODIFIED, TOO_MANY = 200, 304, 429
REDIRECTS = (301, 302, 303, 307, 308)
SERVER_FAULTS = range(500, 600)

_CERTIFICATE_HELP = (
    "Nothing was believed of it. Where your network or your mirror has a certificate authority of its own, name the "
    "file of its certificates as `update.ca` in the config; look at the clock of this machine too."
)


class Validators(NamedTuple):
    """By what a server can tell that a file is still the one it sent, in its own words."""

    etag: str | None = None
    modified: str | None = None


#: Nothing is known of a file, so that it is sent whatever it is.
NONE_KNOWN = Validators()


class Content(NamedTuple):
    """A file as a server sent it."""

    content: bytes
    validators: Validators


class Elsewhere(NamedTuple):
    """Where a server says the file is."""

    address: str


class Unchanged(NamedTuple):
    """The file is the one that the validators are of."""


Answer = Content | Elsewhere | Unchanged


def ask(address: str, way: Way, validators: Validators, counting: Counting, stopped: Event) -> Answer:
    """Return what the server of an address answers; a passing fault where it may answer otherwise another time."""
    try:
        parts = urlsplit(address)
        with closing(connected(way, parts)) as connection:
            connection.request("GET", _target(parts), headers=_headers(validators))
            with connection.getresponse() as response:
                return _answer(response, address, way, validators, counting, stopped)
    except ssl.SSLCertVerificationError as error:
        reason = error.verify_message or error.reason
        raise unreachable(address, f"has a certificate that is not believed: {reason}", _CERTIFICATE_HELP) from error
    except (ValueError, InvalidURL) as error:  # a port that is no number, a sign that no address has
        raise unreachable(address, f"cannot be asked: {error}") from error
    except TimeoutError as error:
        raise PassingFault("is silent") from error
    except socket.gaierror as error:
        raise PassingFault(f"cannot be found: {error.strerror}") from error
    except (OSError, HTTPException) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise PassingFault(f"cannot be reached, or broke off: {reason}") from error


def _answer(  # noqa: PLR0913, PLR0917 (all that a question was asked with)
    response: HTTPResponse, address: str, way: Way, asked: Validators, counting: Counting, stopped: Event
) -> Answer:
    status = response.status
    if status == OK:
        content = read_body(response, address, int(way.update.max_mib * 2**20), counting, stopped)
        told = response.headers
        return Content(content, Validators(told.get("ETag"), told.get("Last-Modified")))
    if status == NOT_MODIFIED and any(asked):
        return Unchanged()
    if status in REDIRECTS:
        return Elsewhere(_redirected(response, address))
    said = f"answered {status} {response.reason}".rstrip()
    if status in SERVER_FAULTS or status == TOO_MANY:
        raise PassingFault(said, _wait(response))
    raise unreachable(
        address, said, "Look at it in a browser. Another address can be named in the config: `update.addresses`."
    )


def _redirected(response: HTTPResponse, address: str) -> str:
    where = response.headers.get("Location")
    if not where:
        raise unreachable(address, "sends elsewhere and does not say where")
    to = urljoin(address, where)
    parts = urlsplit(to)
    if parts.scheme != "https" or not parts.hostname:
        raise unreachable(
            address, f"sends to {shown_address(to)}: only https:// is followed, and nothing was fetched there"
        )
    return to


def _headers(validators: Validators) -> Mapping[str, str]:
    asked = {
        "User-Agent": f"vendorcheck/{IMPORTER}",
        "Accept": "*/*",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        "If-None-Match": validators.etag,
        "If-Modified-Since": validators.modified,
    }
    return {key: value for key, value in asked.items() if value}


def _target(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _wait(response: HTTPResponse) -> float | None:
    """How many seconds the server asks to wait; None where it does not say so, or not so that it can be read."""
    text = (response.headers.get("Retry-After") or "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max((parsedate_to_datetime(text).astimezone(UTC) - datetime.now(UTC)).total_seconds(), 0)
    except (ValueError, OverflowError):
        return None
