"""One run: bills in, one after another, and a report out."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import vendorcheck
from vendorcheck import gate
from vendorcheck.evaluate import QUALIFIERS, TRIGGERS, Explainer, Judge, Spotted, Tally, World
from vendorcheck.lists import import_list
from vendorcheck.model.bom import Bill, Reading
from vendorcheck.model.errors import NothingToScreenError, VendorcheckError
from vendorcheck.model.finding import Decision, Finding, LineResult
from vendorcheck.model.report import BillRecord, Coverage, ListRecord, Provenance, Report
from vendorcheck.model.rule import Rule
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.watchlist import Watchlist
from vendorcheck.resolve import Looking, Resolver
from vendorcheck.screening.request import Request, policy_of, settings_of

LIMITS = (
    "This is screening against a rulebook: not legal advice, and not an approval.",
    "CLEAR means that no rule at medium or above reached the line as of the date given, by this rulebook.",
    "A listing is what its instrument says and no more. An allegation stays one, whoever makes it.",
    "The documentation lists what is not covered. A named company can have an entry looked at: see CORRECTIONS.md.",
)


class Run:
    """One run: the rulebook as of a day for a buyer, and what the bills came to so far."""

    def __init__(self, request: Request, rulebook: Rulebook) -> None:
        """Prepare to screen with a rulebook; an error for a request it cannot fulfil."""
        self._request = request
        self._rulebook = rulebook
        self._settings = settings_of(request, self._rulebook)
        self._lists = _imported(request.lists)
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
            list_dates={watchlist.name: watchlist.date for watchlist in self._lists},
        )
        if not world.rules:
            raise NothingToScreenError(
                "nothing_screened",
                "there is no rule to screen with",
                help="Name a folder of rules with --rules.",
            )
        _check_lists(world, self._lists)
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
                if not self._settings.summary_only and self._listed(decision):
                    explained = self._explainer.explain(Spotted(bill.name, bill.layout, batch, line), decision)
                    self._findings += explained.findings
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
            self._rulebook.rules,
            coverage,
            self._rulebook.verified_through,
            self._settings.as_of,
            self._settings.today,
        )
        return Report(
            settings=self._settings,
            summary=summary,
            verdict=gate.judge(screened, policy_of(self._request, self._rulebook)),
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

    def _listed(self, decision: Decision) -> bool:
        """Whether a line is shown: all are but those that are clear and that no rule reached at all."""
        return self._settings.all_lines or bool(decision.flags) or decision.determination != "CLEAR"

    def _coverage(self) -> Coverage:
        counts = self._tally.determinations
        return Coverage(
            bills=tuple(self._bills),
            screened=counts.total() - counts["NOT_SCREENED"],
            not_screened=self._tally.not_screened(),
            suppliers_left_out=self._tally.suppliers_left_out,
        )


def _imported(paths: Sequence[Path]) -> tuple[Watchlist, ...]:
    """The lists to screen against; each needs a name of its own, which its findings bear."""
    repeated = next((path for path, times in Counter(paths).items() if times > 1), None)
    if repeated is not None:
        raise VendorcheckError("usage", f"the list {repeated.as_posix()} is given twice", help="Give it once.")
    lists = tuple(map(import_list, paths))
    twice = next((name for name, times in Counter(each.name for each in lists).items() if times > 1), None)
    if twice is not None:
        raise VendorcheckError("usage", f"two lists are called {twice!r}", help="Rename one of the files.")
    return lists


def _check_lists(world: World, lists: Sequence[Watchlist]) -> None:
    """Refuse a run in which a rule asks for a list that was not given: it could never be reached."""
    given = {each.name for each in lists}
    for rule in world.rules:
        if rule.when.name == "listed" and isinstance(rule.when.argument, tuple):
            missing = next((name for name in rule.when.argument if name not in given), None)
            if missing is not None:
                raise VendorcheckError(
                    "usage",
                    f"the rule {rule.id!r} asks for the list {missing!r}, which is not given",
                    help=f"Give it with --list {missing}.csv; a list is called by its file name.",
                )


def _watched(rulebook: Rulebook) -> frozenset[str]:
    """The kinds of equipment that bring up a rule by themselves."""
    kinds = (rule.when.argument for rule in rulebook.rules.values() if rule.when.name == "category")
    return frozenset(str(kind) for argument in kinds if isinstance(argument, tuple) for kind in argument)


def _binding(world: World) -> list[Rule]:
    """The rules that bind the chosen buyer, whose questions go to every supplier."""
    buyers = {buyer for profile in world.profiles for buyer in profile.buyers}
    return [rule for rule in world.rules if not buyers.isdisjoint(rule.binds)]
