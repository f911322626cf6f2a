"""What was read and what a run rests on, as the plain data of the report's schema."""

from typing import Any

from vendorcheck.model.bom import Layout, LineNumbers, Reading
from vendorcheck.model.report import BillRecord, Coverage, FileRecord, NotScreened, Provenance
from vendorcheck.model.waiver import WaiverResult

Data = dict[str, Any]


def layout_data(layout: Layout) -> Data:
    """Return what was found about a bill before its lines were read; `also` holds further roles of a column."""
    return {
        "format": layout.format,
        "encoding": layout.encoding,
        "delimiter": layout.delimiter,
        "sheet": layout.sheet,
        "header_line": layout.header_line,
        "columns": _columns(layout),
        "remarks": list(layout.remarks),
    }


def reading_data(reading: Reading) -> Data:
    """Return what reading came to: everything that was not a plain line, with its line numbers."""
    return {
        "rows": reading.lines,
        "before_header": _numbers(reading.before_header),
        "blank": _numbers(reading.blank),
        "comments": _numbers(reading.comments),
        "repeated_headers": _numbers(reading.repeated_headers),
        "group_headers": _numbers(reading.group_headers),
        "footers": _numbers(reading.footers),
        "beside": _numbers(reading.beside),
        "hidden": _numbers(reading.hidden),
        "continued": _numbers(reading.continued),
        "no_level": _numbers(reading.no_level),
        "ragged": _numbers(reading.ragged),
        "unclosed_quotes": _numbers(reading.unclosed_quotes),
        "broken_characters": _numbers(reading.broken_characters),
        "unreadable": [
            {"line": first, "last_line": last, "reason": reason}
            for reason, numbers in reading.unreadable.items()
            for first, last in numbers.stretches
        ],
    }


def _columns(layout: Layout) -> list[Data]:
    columns: dict[int, Data] = {}
    for column in layout.columns:
        known = columns.setdefault(
            column.cell, {"cell": column.cell, "heading": column.heading, "role": column.role, "also": []}
        )
        if known["role"] != column.role:
            known["also"].append(column.role)
    return list(columns.values())


def coverage_data(coverage: Coverage) -> Data:
    """Return what was read, screened and not screened."""
    return {
        "screened": coverage.screened,
        "not_screened": [_not_screened(item) for item in coverage.not_screened],
        "unreadable": coverage.unreadable,
        "suppliers_left_out": coverage.suppliers_left_out,
        "bills": [_bill(bill) for bill in coverage.bills],
        "waivers": [_waiver(result) for result in coverage.waivers],
    }


def _not_screened(item: NotScreened) -> Data:
    return {
        "bill": item.bill,
        "sheet": item.sheet,
        "reason": item.reason,
        "lines": item.lines,
        "stretches": [list(stretch) for stretch in item.stretches],
        "complete": item.complete,
    }


def _bill(bill: BillRecord) -> Data:
    return {
        "bill": bill.name,
        "error": bill.error,
        "tables": [
            {"layout": layout_data(table.layout), "reading": reading_data(table.reading)} for table in bill.tables
        ],
    }


def _waiver(result: WaiverResult) -> Data:
    waiver = result.waiver
    return {
        "id": waiver.id,
        "state": result.state,
        "lines": result.lines,
        "reason": waiver.reason,
        "name_pair": {"name": waiver.pair.name, "party": waiver.pair.party},
        "statement": waiver.statement,
        "owner": waiver.owner,
        "approved_by": waiver.approved_by,
        "created": waiver.created.isoformat(),
        "expires": waiver.expires.isoformat(),
    }


def _numbers(numbers: LineNumbers) -> Data:
    return {
        "count": numbers.count,
        "stretches": [list(stretch) for stretch in numbers.stretches],
        "complete": numbers.complete,
    }


def provenance_data(provenance: Provenance, coverage: Coverage) -> Data:
    """Return what the run rests on."""
    return {
        "version": provenance.version,
        "bills": [{"bill": bill.name, "sha256": bill.digest} for bill in coverage.bills],
        "rulebook": [
            {
                "name": source.name,
                "version": source.version,
                "sha256": source.digest,
                "verified_through": source.verified_through.isoformat() if source.verified_through else None,
            }
            for source in provenance.rulebook
        ],
        "lists": [
            {"name": each.name, "sha256": each.digest, "list_date": each.date, "entries": each.entries}
            for each in provenance.lists
        ],
        "waivers": _file(provenance.waivers),
        "policy": None,
        "reference": provenance.reference,
        "prepared_by": provenance.prepared_by,
    }


def _file(file: FileRecord | None) -> Data | None:
    return {"file": file.name, "sha256": file.digest} if file else None
