"""Lines and findings in JSON: their keys, by which they are written and read."""

from typing import Any

from vendorcheck.model.finding import (
    Answer,
    Excerpt,
    FlaggedPart,
    Ground,
    LineResult,
    MatchNote,
    Need,
    Place,
)
from vendorcheck.model.rule import Question
from vendorcheck.model.waiver import Cleared, WaivedBy
from vendorcheck.reporters.report_json.shapes import PLAIN, PLAINS, Form, Shape, many, maybe, plain, plains

PLACE = Shape(Place, plain("sheet", "column", "cell", "pointer"))
MATCH = Shape(MatchNote, plain("role", "found", "listed") | plains("agreed", "set_aside", "against"))
EXCERPT = many(Shape(Excerpt, plain("cell", "role", "heading", "text")))
QUESTION = Shape(Question, plain("id", "to", "ask"))
ANSWER = Shape(Answer, plain("party", "statement", "asserted_by", "standing", "date", "citation", "id", "document"))
GROUND = Shape(Ground, plain("kind", "id", "list", "list_date"))
NEED = Shape(Need, plain("fact", "ask"))
CLEARED = Shape(Cleared, plain("waiver", "role", "found", "party"))
PART = Shape(FlaggedPart, plain("line", "determination"))
WAIVED = Shape(WaivedBy, plain("id", "reason"))

LINE = Shape(
    LineResult,
    {
        **plain("bill", "line"),
        "place": PLACE,
        **plain("determination", "reason"),
        **plains("screened_on", "parties", "behind"),
        "aside": PLAIN,
        "notes": PLAINS,
        "parts": many(PART),
        "cleared": many(CLEARED),
        "findings": PLAINS,
        "excerpt": EXCERPT,
    },
)

#: The keys of a finding before and after its evidence, which the report tells once for all findings.
FINDING_HEAD: dict[str, Form | Shape[Any]] = {
    **plain("id", "fingerprint", "bill", "line"),
    "place": PLACE,
    **plain("subject", "rule", "title", "outcome", "severity"),
    **plains("bars", "barred"),
    **plain("binds_buyer", "party", "party_name", "relation", "uncertain", "through", "relation_note"),
    **plain("basis", "confidence"),
    "match": MATCH,
    "matches": many(MATCH),
    "grounds": many(GROUND),
    "provisional": PLAIN,
    "needs": many(NEED),
    "message": PLAIN,
    "next_steps": PLAINS,
    "excerpt": EXCERPT,
    "waived": maybe(WAIVED),
    "baseline": PLAIN,
    "fails_gate": PLAIN,
    "answers": many(ANSWER),
}
