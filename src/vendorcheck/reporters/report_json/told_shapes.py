"""What findings rest on and speak of, in JSON: evidence, letters, contradictions, rules, parties, documents."""

from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Message, OpenPoint, Thread
from vendorcheck.model.finding import Proof
from vendorcheck.model.period import Period
from vendorcheck.model.records import DocumentRecord, Holder, PartyDecision, PartyRecord, RuleRecord
from vendorcheck.reporters.report_json.finding_shapes import QUESTION
from vendorcheck.reporters.report_json.shapes import PLAIN, PLAINS, Form, Shape, many, maybe, plain, plains

PERIOD = Form(lambda period: period.text, Period.parse)

EVIDENCE = Shape(
    Proof,
    plain("id", "standing", "date", "citation", "line_of_evidence", "statement", "asserted_by", "url", "document"),
)

MESSAGE = Shape(
    Message,
    {
        "date": PERIOD,
        **plain("from", "to", "kind", "says", "source"),
        "claims": PLAINS,
        "url": PLAIN,
    },
    **{"from": "sender", "to": "addressee"},
)
OPEN_POINT = Shape(OpenPoint, {"point": PLAIN, "since": PERIOD, "until": maybe(PERIOD), "note": PLAIN})
THREAD = Shape(
    Thread,
    {**plain("id", "title"), "about": PLAINS, "messages": many(MESSAGE), "open": many(OPEN_POINT)},
)

CONTRADICTION = Shape(
    Contradiction,
    {
        **plain("id", "question"),
        "about": PLAINS,
        "since": PERIOD,
        **plain("state", "says", "reading"),
        **plains("claims", "rules"),
    },
)

RULE = Shape(
    RuleRecord,
    {
        **plain("id", "title", "says", "severity"),
        **plains("bars", "binds"),
        **plain("instrument", "law", "url", "provisional"),
        "next_steps": PLAINS,
        "questions": many(QUESTION),
        "tags": PLAINS,
        "digest": PLAIN,
    },
)

DECISION = Shape(
    PartyDecision,
    plain(
        "instrument", "short", "state", "date", "until", "says", "citation", "url", "standing", "provisional", "through"
    ),
)
HOLDER = Shape(Holder, plain("name", "party", "share", "state", "since", "until", "note", "source"))
PARTY = Shape(PartyRecord, {**plain("id", "name", "country"), "decisions": many(DECISION), "holders": many(HOLDER)})
DOCUMENT = Shape(
    DocumentRecord,
    {
        **plain("id", "publisher", "short", "title", "published", "url", "seen", "copy_quality", "reliability"),
        "sha256": PLAIN,
    },
    sha256="digest",
)
