"""One run: bills in, one after another, and a report out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from pathlib import Path

import vendorcheck
from vendorcheck import gate
from vendorcheck.evaluate import (
    QUALIFIERS,
    TRIGGERS,
    Explained,
    Explainer,
    Judge,
    Spotted,
    Tally,
    World,
    document_records,
    party_records,
    rule_records,
)
from vendorcheck.model.bom import Bill, Table
from vendorcheck.model.errors import NothingToScreenError, VendorcheckError
from vendorcheck.model.finding import Decision, Finding, LineResult
from vendorcheck.model.report import BillRecord, Coverage, FileRecord, Provenance, Report, TableRecord
from vendorcheck.model.rule import Rule
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.readers import STDIN, STDIN_NAME
from vendorcheck.resolve import Looking, Resolver
from vendorcheck.rulebook import prepared_index
from vendorcheck.rulebook.config import raised_rules
from vendorcheck.screening.assemblies import Assemblies, Closed
from vendorcheck.screening.baseline import Baseline, load_baseline, marked
from vendorcheck.screening.headings import headings_of
from vendorcheck.screening.options import options_of
from vendorcheck.screening.policies import settled
from vendorcheck.screening.refusing import check_digest, check_waivers
from vendorcheck.screening.request import Request, settings_of
from vendorcheck.screening.waived import Waived
from vendorcheck.screening.watched_lists import Entries, WatchedList, check_lists, watched_lists

#: Takes the name of a bill and how many lines of it are done.
Watch = Callable[[str, int], None]

LIMITS = (
    "This is screening against a rulebook: not legal advice, and not an approval.",
    "CLEAR means that no rule at medium or above reached the line as of the date given, by this rulebook.",
    "A listing is what its instrument says and no more. An allegation stays one, whoever makes it.",
    "The documentation lists what is not covered. A named company can have an entry looked at: see CORRECTIONS.md.",
)


class Run:
    """One run: the rulebook as of a day for a buyer, and what the bills came to so far."""

    def __init__(
        self,
        request: Request,
        rulebook: Rulebook,
        *,
        lists: Sequence[WatchedList] = (),
        prepared: bytes | None = None,
        numbers: frozenset[int] = frozenset(),
    ) -> None:
        """Prepare to screen with a rulebook; an error for a request it cannot fulfil.

        `lists` are screened against beside those that the request names; `prepared` is the index of the names of the
        rulebook's parties, where one was made. Lines of these `numbers` are decided one by one, whatever they show.
        """
        self._asked = request
        request, self._policy_file = settled(request, rulebook)
        self._request = request
        self._rulebook = rulebook
        self._settings = settings_of(request, self._rulebook)
        given = watched_lists(request.asked_lists, request.store, self._settings.as_of, self._settings.today)
        self._lists = (*given, *lists)
        opened = tuple(each.open for each in self._lists)
        self._waived = Waived(request.waivers, rulebook, opened, self._settings, request.policy.max_waiver_days)
        check_waivers(self._waived.file, request.policy)
        self._baseline = _baseline(request)
        resolver = Resolver(
            self._rulebook.parties,
            self._rulebook.vocabulary,
            self._settings.as_of,
            Looking(
                lists=opened,
                purpose=request.purpose,
                watched=_watched(self._rulebook),
                every_line=request.all_lines and not request.summary_only,
                numbers=numbers,
                waivers=self._waived.holding,
                prepared=prepared or prepared_index(),
            ),
        )
        world = World(
            rulebook=self._rulebook,
            as_of=self._settings.as_of,
            profiles=self._settings.profiles,
            holdings=resolver.holdings,
            broader=resolver.broader,
            entries=Entries(opened),
            list_dates={each.name: each.record.list_date for each in self._lists},
            raised=raised_rules(request.policy.severities, rulebook.rules),
        )
        if not world.rules:
            raise NothingToScreenError(
                "nothing_screened",
                "there is no rule to screen with",
                help="Name a folder of rules with --rules.",
            )
        check_lists(world, self._lists)
        self._world = world
        self._resolver = resolver
        self._judge = Judge(world, TRIGGERS, QUALIFIERS)
        self._explainer = Explainer(world)
        self._tally = Tally()
        self._bills: list[BillRecord] = []
        self._errors: list[VendorcheckError] = []
        self._lines: list[LineResult] = []
        self._findings: list[Finding] = []

    def screen(self, bill: Bill, watch: Watch | None = None) -> None:
        """Screen a bill from the first line of its first table to the last of its last.

        `watch` takes the name of the bill and how many lines of a table are done, now and then.
        """
        for table in bill.tables:
            self._screen_table(bill.name, table, watch)
        tables = tuple(TableRecord(table.layout, table.reading) for table in bill.tables)
        self._bills.append(BillRecord(bill.name, bill.digest, tables))

    def _screen_table(self, bill: str, table: Table, watch: Watch | None) -> None:
        columns, sheet = table.layout.looked_at, table.layout.sheet
        done = -1  # the headings come first, and are no line
        assemblies = Assemblies(self._judge.decide)
        held: list[tuple[int, Explained]] = []
        for batch in chain((headings_of(table.layout),), table.batches()):
            look = self._resolver.look(columns, batch)
            self._tally.add_plain(look.plain)
            self._tally.add_suppliers(look.suppliers)
            spotted = (Spotted(bill, sheet, columns, batch.origin, line) for line in look.lines)
            if batch.depths is None:
                for each in spotted:
                    self._list(self._decided(each, self._judge.decide(each.line.facts)))
            else:
                for each in spotted:
                    held += self._closed(assemblies.add(batch.depths[each.line.at], each))
                assemblies.keep()
            done += len(batch.lines)
            if watch:
                watch(bill, done)
        held += self._closed(assemblies.close())
        for _, explained in sorted(held, key=itemgetter(0)):
            self._list(explained)

    def _closed(self, lines: Iterable[Closed]) -> Iterator[tuple[int, Explained]]:
        """Lines of assemblies that are listed, with their place among all: parts are decided before the whole."""
        for ordinal, spotted, decision in lines:
            explained = self._decided(spotted, decision)
            if explained:
                yield ordinal, explained

    def _decided(self, spotted: Spotted, decision: Decision) -> Explained | None:
        """Count a decided line, or what is no line and shows something; return it explained where it is listed."""
        line = spotted.line
        if line.aside is not None and not (line.facts.hits or decision.flags):
            return None
        listed = self._listed(decision) and not self._settings.summary_only
        rules = None if listed else self._waived.waiving.by_fingerprint
        fingerprints = self._explainer.fingerprints(spotted, decision, rules) if listed or rules else ()
        waived = self._waived.waiving.of(spotted, decision, fingerprints)
        self._tally.add(spotted, decision, waived)
        return self._explainer.explain(spotted, decision, fingerprints, waived) if listed else None

    def _list(self, explained: Explained | None) -> None:
        if explained:
            self._findings += explained.findings
            self._lines.append(explained.line)

    def not_read(self, path: str, error: VendorcheckError) -> None:
        """Record a bill that could not be read."""
        name = STDIN_NAME if path == STDIN else Path(path).as_posix()
        self._errors.append(error)
        self._bills.append(BillRecord(name, None, (), error.message, error.exit_code, error.spot))

    def report(self) -> Report:
        """Return the report; the first error where not one bill could be read."""
        if self._errors and len(self._errors) == len(self._bills):
            raise min(self._errors, key=lambda error: error.exit_code)
        summary, waivers = self._tally.summary(), self._waived.file
        coverage = self._coverage()
        held = marked(self._baseline, self._lines, self._findings) if self._baseline else None
        findings = held.findings if held else tuple(self._findings)
        screened = gate.Screened(
            summary,
            self._tally.failing,
            self._rulebook.rules,
            coverage,
            self._rulebook.verified_through,
            self._settings.as_of,
            self._settings.today,
            held.known if held and self._request.new_only else None,
            tuple(each.record for each in self._lists),
        )
        return Report(
            settings=self._settings,
            summary=summary,
            verdict=gate.judge(screened, self._request.policy),
            lines=tuple(self._lines),
            findings=gate.marked(findings, screened, self._request.policy),
            suppliers=self._tally.suppliers(_binding(self._world)),
            coverage=coverage,
            provenance=Provenance(
                version=vendorcheck.__version__,
                rulebook=self._rulebook.sources,
                lists=tuple(each.record for each in self._lists),
                reference=self._request.reference,
                prepared_by=self._request.prepared_by,
                waivers=FileRecord(waivers.name, waivers.digest) if waivers else None,
                policy=self._policy_file,
                config=self._request.config,
                baseline=self._baseline.file if self._baseline else None,
                options=options_of(self._asked),
            ),
            limits=LIMITS,
            rules=rule_records(self._findings, self._world),
            parties=party_records(self._lines, self._world),
            documents=document_records(self._findings, self._world),
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
            waivers=self._waived.results(self._tally.cleared),
        )


def _baseline(request: Request) -> Baseline | None:
    """The baseline of a run; a usage error where new findings are to be told apart and cannot be."""
    if request.new_only and request.baseline is None:
        raise VendorcheckError("usage", "--new-only needs a baseline", help="Name one: --baseline report.json.")
    if request.new_only and request.summary_only:
        why = "--new-only does not go with --summary-only, which identifies no findings"
        raise VendorcheckError("usage", why, help="Leave one of them out.")
    if request.baseline is None:
        return None
    baseline = load_baseline(request.baseline)
    check_digest("baseline", baseline.file.name, baseline.file.digest, request.policy.baseline)
    return baseline


def _watched(rulebook: Rulebook) -> frozenset[str]:
    """The kinds of equipment that bring up a rule by themselves."""
    kinds = (rule.when.argument for rule in rulebook.rules.values() if rule.when.name == "category")
    return frozenset(str(kind) for argument in kinds if isinstance(argument, tuple) for kind in argument)


def _binding(world: World) -> list[Rule]:
    """The rules that bind the chosen buyer, whose questions go to every supplier."""
    buyers = {buyer for profile in world.profiles for buyer in profile.buyers}
    return [rule for rule in world.rules if not buyers.isdisjoint(rule.binds)]
