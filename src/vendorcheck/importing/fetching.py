"""A file from its address: over HTTPS alone, with further attempts and redirects, all of it bounded."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import NamedTuple
from urllib.parse import urlsplit

from vendorcheck.importing.fetching_faults import PassingFault, unreachable
from vendorcheck.importing.fetching_request import NONE_KNOWN, Content, Elsewhere, Unchanged, Validators, ask
from vendorcheck.importing.fetching_time import within
from vendorcheck.importing.fetching_way import Way
from vendorcheck.rulebook.config import shown_address

#: How often an answer may send elsewhere.
MAX_REDIRECTS = 5

#: What to do where a server does not answer: there may be no way to it from here.
WHAT_ELSE = (
    "Try again later. Where the internet cannot be reached: a proxy or a mirror in the config, `update.proxy` or"
    " `update.mirror`, or `vendorcheck lists import FILE` with a file that was downloaded elsewhere."
)

#: For no longer than this, in seconds, is waited before a further attempt, whatever the server asks for.
LONGEST_PAUSE = 120

#: Takes the name of a file, how many bytes of it have come, and how many will where the server says so.
Watch = Callable[[str, int, int | None], None]


class Fetched(NamedTuple):
    """A file with what the server says of it, and the hosts that were asked, in their order.

    `content` is None where it is still the one that the validators are of.
    """

    content: bytes | None
    validators: Validators
    hosts: tuple[str, ...]


def fetch(address: str, way: Way, *, known: Validators = NONE_KNOWN, name: str, watch: Watch | None = None) -> Fetched:
    """Return a file, or that it is still the one that the `known` validators are of; an error where neither can be had.

    `name` is what the progress is told of.
    """
    if urlsplit(address).scheme != "https":
        raise unreachable(address, "is not asked: lists are fetched over https:// alone")
    seconds = way.update.total_seconds
    too_long = unreachable(
        address,
        f"took longer than {seconds:g} seconds in all",
        "`update.total_seconds` in the config allows more time.",
    )
    counting = partial(watch, name) if watch else _nobody
    return within(seconds, partial(_attempts, address, way, known, counting), too_long)


def _attempts(
    address: str, way: Way, known: Validators, counting: Callable[[int, int | None], None], stopped: Event
) -> Fetched:
    attempts, pause = way.update.attempts, way.update.pause_seconds
    for attempt in range(1, attempts + 1):
        try:
            return _followed(address, way, known, counting, stopped)
        except PassingFault as fault:
            wait = pause if fault.wait is None else fault.wait
            if attempt == attempts:
                tries = f", in {attempts} attempts" if attempts > 1 else ""
                raise unreachable(address, fault.message + tries, WHAT_ELSE) from fault
            if wait > LONGEST_PAUSE:
                message = f"{fault.message} and asks to wait for {wait:,.0f} seconds"
                raise unreachable(address, message, "Try again after that.") from fault
            pause *= 2
            if stopped.wait(wait):
                break
    raise unreachable(address, "is not waited for any more")


def _followed(
    address: str, way: Way, known: Validators, counting: Callable[[int, int | None], None], stopped: Event
) -> Fetched:
    """One attempt, with all that it is sent on to."""
    at, hosts = address, [_host(address)]
    for _ in range(MAX_REDIRECTS + 1):
        match ask(at, way, known, counting, stopped):
            case Content(content, validators):
                return Fetched(content, validators, tuple(dict.fromkeys(hosts)))
            case Unchanged():
                return Fetched(None, known, tuple(dict.fromkeys(hosts)))
            case Elsewhere(to):
                at = to
                hosts.append(_host(to))
    raise unreachable(address, f"sends elsewhere more than {MAX_REDIRECTS} times, last to {shown_address(at)}")


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


def _nobody(_count: int, _total: int | None) -> None:
    """Nobody watches."""
