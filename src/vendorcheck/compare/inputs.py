"""What two reports were made from: every input that is not the same in both, and what it can bring about."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from vendorcheck.model.comparison import Cause, InputChange
from vendorcheck.model.report import BillRecord, FileRecord, Option, Report

#: Options that change no finding: how a report is shown, what fails the gate; and files, which are told by digest.
SETTLED_ELSEWHERE = frozenset(
    {
        "as-of",
        "profile",
        "purpose",
        "rules",
        "list",
        "waivers",
        "baseline",
        "config",
        "store",
        "isolated",
        "all-lines",
        "summary-only",
        "reference",
        "prepared-by",
        "fail-on",
        "allow-unscreened",
        "min-confidence",
        "select",
        "ignore",
        "strict",
        "new-only",
        "sarif-include-waived",
    }
)

_SHOWN = 12

Named = tuple[str, str]


def inputs_of(old: Report, new: Report) -> Iterator[InputChange]:
    """Yield each input that differs, in the order in which a reader asks for them."""
    yield from _unlike("bill", map(_bill, old.coverage.bills), map(_bill, new.coverage.bills))
    before, after = old.provenance, new.provenance
    yield from _unlike(
        "rulebook",
        ((each.name, f"{each.version} ({each.digest[:_SHOWN]})") for each in before.rulebook),
        ((each.name, f"{each.version} ({each.digest[:_SHOWN]})") for each in after.rulebook),
    )
    yield from _unlike_named(
        "list",
        {each.name: f"{each.day} ({each.digest[:_SHOWN]})" for each in before.lists},
        {each.name: f"{each.day} ({each.digest[:_SHOWN]})" for each in after.lists},
    )
    if old.settings.as_of != new.settings.as_of:
        yield InputChange("date", "as of", old.settings.as_of.isoformat(), new.settings.as_of.isoformat())
    yield from _unlike_named("options", _asked(old), _asked(new))
    yield from _file("options", "configuration", before.config, after.config)
    yield from _waivers(old, new)
    yield from _file("policy", "policy", before.policy, after.policy)
    if before.version != after.version:
        yield InputChange("program", "vendorcheck", before.version, after.version)


def _bill(bill: BillRecord) -> Named:
    return bill.name, bill.digest[:_SHOWN] if bill.digest else f"not read: {bill.error}"


def _asked(report: Report) -> dict[str, str]:
    """What was asked that bears on findings, by the name of its option."""
    settings = report.settings
    asked = {"profile": " ".join(profile.id for profile in settings.profiles), "purpose": settings.purpose or ""}
    others = (option for option in report.provenance.options if option.name not in SETTLED_ELSEWHERE)
    return {name: value for name, value in asked.items() if value} | {each.name: _values(each) for each in others}


def _values(option: Option) -> str:
    return ", ".join(option.values) or "yes"


def _waivers(old: Report, new: Report) -> Iterator[InputChange]:
    """Waivers hold for a time, so the same ones on another day are not the same."""
    before, after = old.provenance.waivers, new.provenance.waivers
    yield from _file("waivers", "waivers", before, after)
    days = [max(report.settings.today, report.settings.as_of) for report in (old, new)]
    if before and after and before.digest == after.digest and days[0] != days[1]:
        yield InputChange("waivers", "waivers as of", *(day.isoformat() for day in days))


def _file(cause: Cause, name: str, old: FileRecord | None, new: FileRecord | None) -> Iterator[InputChange]:
    before, after = (None if file is None else file.digest for file in (old, new))
    if before != after:
        yield InputChange(cause, name, *(digest and digest[:_SHOWN] for digest in (before, after)))


def _unlike(cause: Cause, old: Iterable[Named], new: Iterable[Named]) -> Iterator[InputChange]:
    """What differs among things whose names say nothing: those with equal contents are the same."""
    before, after = list(old), list(new)
    in_both = Counter(value for _, value in before) & Counter(value for _, value in after)
    yield from _unlike_named(cause, _without(before, in_both), _without(after, in_both))


def _without(named: Iterable[Named], in_both: Counter[str]) -> dict[str, str]:
    left, kept = in_both.copy(), dict[str, str]()
    for name, value in named:
        if left[value]:
            left[value] -= 1
        else:
            kept[name] = f"{kept[name]}, {value}" if name in kept else value
    return kept


def _unlike_named(cause: Cause, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[InputChange]:
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield InputChange(cause, name, old.get(name), new.get(name))
