"""What a run is asked to do, checked against the rulebook; the clock comes in here, once."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from difflib import get_close_matches
from os import environ
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.policy import Policy
from vendorcheck.model.report import COMMAND_LINE, FileRecord, ListRecord, Settings
from vendorcheck.model.rule import Profile
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.readers import Choices
from vendorcheck.rulebook.config import PolicyText


class AskedList(NamedTuple):
    """A list that a run asks for, by its name in the store or by its file.

    `store` is where it is kept, where that is not the store of the run; `meant` is the one snapshot that a
    report was made with.
    """

    text: str
    store: Path | None = None
    meant: ListRecord | None = None


class Request(NamedTuple):
    """What a run is asked to do, beside the bills.

    `policy` is what is asked of the gate; its `id` names a policy of the rulebook, one of `policies`, which are those
    of the config, or a file. `origins` says where an option was said, by its name on the command line. For a run that
    is repeated as it was made, `today` is its day, `kept` says where its `waivers` and its `baseline` are kept, for a
    policy that names its own, and `meant_lists` which snapshots of lists are meant.
    """

    profiles: tuple[str, ...] = ()
    purpose: str | None = None
    as_of: date | None = None
    choices: Choices = Choices()
    rules: tuple[Path, ...] = ()
    shipped_rules: bool = True
    lists: tuple[str, ...] = ()
    store: Path | None = None
    waivers: Path | None = None
    policy: Policy = Policy()
    all_lines: bool = False
    summary_only: bool = False
    sarif_include_waived: bool = False
    reference: str | None = None
    prepared_by: str | None = None
    baseline: Path | None = None
    new_only: bool = False
    policies: tuple[PolicyText, ...] = ()
    config: FileRecord | None = None
    origins: Mapping[str, str] = MappingProxyType({})
    today: date | None = None
    kept: Mapping[str, Path] = MappingProxyType({})
    meant_lists: Mapping[str, AskedList] = MappingProxyType({})

    @property
    def asked_lists(self) -> tuple[AskedList, ...]:
        """The lists that are asked for, each as it is meant."""
        return tuple(self.meant_lists.get(text, AskedList(text)) for text in self.lists)


def settings_of(request: Request, rulebook: Rulebook) -> Settings:
    """Return the settings of a run; an error for a profile or purpose that the rulebook does not know."""
    day = request.today or today()
    purposes = [purpose.id for purpose in rulebook.vocabulary.purposes]
    if request.purpose is not None and request.purpose not in purposes:
        raise unknown("purpose", request.purpose, purposes, origin_of(request, "--purpose"))
    return Settings(
        profiles=tuple(_profile(request, rulebook, name) for name in dict.fromkeys(request.profiles)),
        as_of=request.as_of or day,
        today=day,
        purpose=request.purpose,
        all_lines=request.all_lines,
        summary_only=request.summary_only,
        reference=request.reference,
        prepared_by=request.prepared_by,
    )


def _profile(request: Request, rulebook: Rulebook, name: str) -> Profile:
    if name not in rulebook.profiles:
        raise unknown("profile", name, rulebook.profiles, origin_of(request, "--profile"))
    return rulebook.profiles[name]


def origin_of(request: Request, option: str) -> str | None:
    """Return where an option was said; None where that is plain: on the command line, or by the caller."""
    origin = request.origins.get(option)
    return None if origin == COMMAND_LINE else origin


def unknown(
    kind: str, name: str, known: Iterable[str], origin: str | None = None, help: str | None = None
) -> VendorcheckError:
    """Return what to say of a name that stands for nothing, and where it was said."""
    close = get_close_matches(name, list(known), 1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    said = f" ({origin})" if origin else ""
    return VendorcheckError(
        "unknown_name", f"there is no {kind} {name!r}{said}{hint}", help=help or f"Known: {', '.join(known)}."
    )


def today() -> date:
    """Return the day of the run: SOURCE_DATE_EPOCH where it is set, else the day in UTC."""
    epoch = environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise VendorcheckError(
            "usage",
            f"SOURCE_DATE_EPOCH is {epoch!r}, not seconds since 1970-01-01",
            help="Unset it, or set a number.",
        ) from error
