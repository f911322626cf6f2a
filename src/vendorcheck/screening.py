"""The flow of a run, read top to bottom: read, resolve, evaluate, explain, gate, report."""

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Cells
from datetime import UTC, date, datetime
from difflib import get_close_matches
from os import PathLike, environ, fspath
from pathlib import Path
from typing import NamedTuple

import vendorcheck
from vendorcheck import gate
from vendorcheck.evaluate import QUALIFIERS, TRIGGERS, Explainer, Judge, Spotted, Tally, World
from vendorcheck.lists import import_list
from vendorcheck.model.bom import Bill, Reading, Role
from vendorcheck.model.errors import NothingToScreenError, VendorcheckError
from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.report import (
    BillRecord,
    Coverage,
    ListRecord,
    Policy,
    Provenance,
    Report,
    Settings,
)
from vendorcheck.model.rule import SEVERITIES, Profile, Rule, Severity
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.readers import Mapping, line_bill, open_bom, prompt_bill
from vendorcheck.resolve import Looking, Resolver
from vendorcheck.rulebook import load_rulebook

LIMITS = (
    "This is screening against a rulebook: not legal advice, and not an approval.",
    "CLEAR means that no rule reached the line as of the date given; it says nothing of what the rulebook lacks.",
    "A listing is what its instrument says and no more. An allegation stays one, whoever makes it.",
    "The documentation lists what is not covered. A named company can have an entry looked at: see CORRECTIONS.md.",
)


class Request(NamedTuple):
    """What a run is asked to do, beside the bills."""

    profiles: tuple[str, ...] = ()
    purpose: str | None = None
    as_of: date | None = None
    mappings: tuple[Mapping, ...] = ()
    rules: tuple[Path, ...] = ()
    shipped_rules: bool = True
    lists: tuple[Path, ...] = ()
    policy: Policy = Policy()
    all_lines: bool = False
    summary_only: bool = False
    reference: str | None = None
    prepared_by: str | None = None


def screen(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    profiles: Sequence[str] = (),
    purpose: str | None = None,
    as_of: date | None = None,
    mappings: Sequence[str] = (),
    rules: Sequence[str | PathLike[str]] = (),
    shipped_rules: bool = True,
    lists: Sequence[str | PathLike[str]] = (),
    fail_on: Severity = "high",
    allow_unscreened: bool = False,
    all_lines: bool = False,
    summary_only: bool = False,
    reference: str | None = None,
    prepared_by: str | None = None,
) -> Report:
    """Return the report on one bill or several; a VendorcheckError says why nothing could be screened.

    The options are those of `vendorcheck scan`; `mappings` are its `ROLE=HEADING`.
    """
    if fail_on not in SEVERITIES:
        raise _unknown("severity", fail_on, SEVERITIES)
    request = Request(
        profiles=tuple(profiles),
        purpose=purpose,
        as_of=as_of,
        mappings=tuple(Mapping.parse(text) for text in mappings),
        rules=tuple(Path(path) for path in rules),
        shipped_rules=shipped_rules,
        lists=tuple(Path(path) for path in lists),
        policy=Policy(fail_on=fail_on, allow_unscreened=allow_unscreened),
        all_lines=all_lines,
        summary_only=summary_only,
        reference=reference,
        prepared_by=prepared_by,
    )
    return screen_bills([paths] if isinstance(paths, str | PathLike) else paths, request)


def screen_bills(paths: Iterable[str | PathLike[str]], request: Request) -> Report:
    """Return the report on the bills at these paths; one that cannot be read does not stop the others."""
    run = _Run(request, _load(request))
    for path in paths:
        try:
            bill = open_bom(fspath(path), request.mappings)
        except VendorcheckError as error:
            run.not_read(fspath(path), error)
        else:
            run.screen(bill)
    return run.report()


def screen_text(text: str, request: Request) -> Report:
    """Return the report on one name, model, MAC address or FCC ID, as a bill of one line."""
    run = _Run(request, _load(request))
    run.screen(prompt_bill(text))
    return run.report()


def screen_line(cells: Cells[Role, str], request: Request, rulebook: Rulebook | None = None) -> Report:
    """Return the report on one line, its cells given by role; a loaded rulebook saves loading it again."""
    run = _Run(request, rulebook or _load(request))
    run.screen(line_bill(cells))
    return run.report()


def _load(request: Request) -> Rulebook:
    return load_rulebook(request.rules, shipped=request.shipped_rules)


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


class _Run:
    """One run: the rulebook as of a day for a buyer, and what the bills came to so far."""

    def __init__(self, request: Request, rulebook: Rulebook) -> None:
        self._request = request
        self._rulebook = rulebook
        self._settings = _settings(request, self._rulebook)
        self._lists = tuple(import_list(path) for path in request.lists)
        entries = tuple(entry for watchlist in self._lists for entry in watchlist.entries)
        resolver = Resolver(
            self._rulebook.parties,
            self._rulebook.vocabulary,
            self._settings.as_of,
            Looking(
                entries=entries,
                purpose=request.purpose,
                watched=_watched(self._rulebook),
                every_line=request.all_lines and not request.summary_only,
            ),
        )
        world = World(
            rulebook=self._rulebook,
            as_of=self._settings.as_of,
            profiles=self._settings.profiles,
            holdings=resolver.holdings,
            broader=resolver.broader,
            entries={entry.id: entry for entry in entries},
        )
        if not world.rules:
            raise NothingToScreenError(
                "nothing_screened",
                "there is no rule to screen with",
                help="Name a folder of rules with --rules.",
            )
        self._world = world
        self._resolver = resolver
        self._judge = Judge(world, TRIGGERS, QUALIFIERS)
        self._explainer = Explainer(world)
        self._tally = Tally()
        self._bills: list[BillRecord] = []
        self._errors: list[VendorcheckError] = []
        self._lines: list[LineResult] = []
        self._findings: list[Finding] = []

    def screen(self, bill: Bill) -> None:
        """Screen a bill from its first line to its last."""
        columns = bill.layout.screened
        for batch in bill.batches():
            look = self._resolver.look(columns, batch)
            self._tally.add_plain(look.plain)
            self._tally.add_suppliers(look.suppliers)
            for line in look.lines:
                decision = self._judge.decide(line.facts)
                self._tally.add(bill.name, columns, line, decision)
                if not self._settings.summary_only and (decision.flags or self._listed(decision.determination)):
                    explained = self._explainer.explain(Spotted(bill.name, bill.layout, batch, line), decision)
                    self._findings += explained.findings
                    if self._listed(decision.determination):
                        self._lines.append(explained.line)
        self._bills.append(BillRecord(bill.name, bill.digest, bill.layout, bill.reading))

    def not_read(self, path: str, error: VendorcheckError) -> None:
        """Record a bill that could not be read."""
        name = Path(path).as_posix()
        self._errors.append(error)
        self._bills.append(BillRecord(name, None, None, Reading(), error.message, error.exit_code, error.spot))

    def report(self) -> Report:
        """Return the report; the first error where not one bill could be read."""
        if self._errors and len(self._errors) == len(self._bills):
            raise min(self._errors, key=lambda error: error.exit_code)
        summary = self._tally.summary()
        coverage = self._coverage()
        screened = gate.Screened(
            summary,
            self._tally.failing,
            coverage,
            self._rulebook.verified_through,
            self._settings.as_of,
            self._settings.today,
        )
        return Report(
            settings=self._settings,
            summary=summary,
            verdict=gate.judge(screened, self._request.policy),
            lines=tuple(self._lines),
            findings=tuple(self._findings),
            suppliers=self._tally.suppliers(_binding(self._world)),
            coverage=coverage,
            provenance=Provenance(
                version=vendorcheck.__version__,
                rulebook=self._rulebook.sources,
                lists=tuple(ListRecord(each.name, each.digest, each.date, len(each.entries)) for each in self._lists),
                reference=self._request.reference,
                prepared_by=self._request.prepared_by,
            ),
            limits=LIMITS,
        )

    def _listed(self, determination: str) -> bool:
        return self._settings.all_lines or determination != "CLEAR"

    def _coverage(self) -> Coverage:
        counts = self._tally.determinations
        return Coverage(
            bills=tuple(self._bills),
            screened=counts.total() - counts["NOT_SCREENED"],
            not_screened=self._tally.not_screened(),
            suppliers_left_out=self._tally.suppliers_left_out,
        )


def _settings(request: Request, rulebook: Rulebook) -> Settings:
    day = today()
    purposes = [purpose.id for purpose in rulebook.vocabulary.purposes]
    if request.purpose is not None and request.purpose not in purposes:
        raise _unknown("purpose", request.purpose, purposes)
    return Settings(
        profiles=tuple(_profile(rulebook, name) for name in dict.fromkeys(request.profiles)),
        as_of=request.as_of or day,
        today=day,
        purpose=request.purpose,
        all_lines=request.all_lines,
        summary_only=request.summary_only,
        reference=request.reference,
        prepared_by=request.prepared_by,
    )


def _profile(rulebook: Rulebook, name: str) -> Profile:
    if name not in rulebook.profiles:
        raise _unknown("profile", name, rulebook.profiles)
    return rulebook.profiles[name]


def _unknown(kind: str, name: str, known: Iterable[str]) -> VendorcheckError:
    close = get_close_matches(name, list(known), 1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    return VendorcheckError("unknown_name", f"there is no {kind} {name!r}{hint}", help=f"Known: {', '.join(known)}.")


def _watched(rulebook: Rulebook) -> frozenset[str]:
    """The kinds of equipment that bring up a rule by themselves."""
    kinds = (rule.when.argument for rule in rulebook.rules.values() if rule.when.name == "category")
    return frozenset(str(kind) for argument in kinds if isinstance(argument, tuple) for kind in argument)


def _binding(world: World) -> list[Rule]:
    """The rules that bind the chosen buyer, whose questions go to every supplier."""
    buyers = {buyer for profile in world.profiles for buyer in profile.buyers}
    return [rule for rule in world.rules if not buyers.isdisjoint(rule.binds)]
