"""Checked records of evidence to the words of the model: documents, their claims, correspondence, contradictions."""

from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Message, OpenPoint, Thread
from vendorcheck.model.evidence import Claim, Document, Locator
from vendorcheck.model.period import Period
from vendorcheck.rulebook.records import Record, period

#: The title of every request for comment.
COMMENT = "Request for comment"


def document(data: Record) -> Document:
    """Return the source document of a checked record, with its claims and requests for comment."""
    return Document(
        id=data["id"],
        publisher=data["publisher"],
        short=data["short"],
        title=data["title"],
        published=Period.parse(data["published"]),
        kind=data["kind"],
        url=data.get("url"),
        seen=data["seen"],
        copy_quality=data["copy_quality"],
        reliability=data["reliability"]["grade"],
        line_of_evidence=data["line_of_evidence"],
        claims=tuple(_claim(claim, data) for claim in data["claims"]),
        digest=data.get("digest"),
        requests=tuple(_request(request, data) for request in data.get("requests_for_comment", ())),
        reasons=tuple(data["reliability"]["reasons"]),
        lines=data.get("lines"),
    )


def correspondence(data: Record) -> Thread:
    """Return the correspondence of a checked record, its messages in the order of their dates."""
    return Thread(
        id=data["id"],
        title=data["title"],
        about=tuple(data["about"]),
        messages=tuple(sorted(map(_message, data["messages"]), key=lambda message: message.date.first)),
        open=tuple(
            OpenPoint(item["point"], Period.parse(item["since"]), period(item.get("until")), item.get("note"))
            for item in data["open"]
        ),
    )


def contradiction(data: Record) -> Contradiction:
    """Return the contradiction of a checked record."""
    return Contradiction(
        id=data["id"],
        question=data["question"],
        about=tuple(data["about"]),
        since=Period.parse(data["since"]),
        state=data["state"],
        says=data["says"],
        reading=data["reading"],
        claims=tuple(data["claims"]),
        rules=tuple(data["rules"]),
    )


def _message(data: Record) -> Message:
    return Message(
        date=Period.parse(data["date"]),
        sender=data["from"],
        addressee=data["to"],
        kind=data["kind"],
        says=data["says"],
        source=data["source"],
        claims=tuple(data.get("claims", ())),
        url=data.get("url"),
    )


def _claim(data: Record, of: Record) -> Claim:
    return Claim(
        id=data["id"],
        document=of["id"],
        about=tuple(data["about"]),
        type=data["type"],
        event=data.get("event"),
        statement=data["statement"],
        asserted_by=data["asserted_by"],
        standing=data["standing"],
        locator=Locator(data["locator"]["line"], data["locator"]["sha256"]) if "locator" in data else None,
        line_of_evidence=data.get("line_of_evidence", of["line_of_evidence"]),
        answers=tuple(data.get("answers", ())),
        context=tuple(data.get("context", ())),
        contradicts=tuple(data.get("contradicts", ())),
        note=data.get("note"),
    )


def _request(data: Record, of: Record) -> Thread:
    """A request for comment as a correspondence; where no day is known, it counts from the document's publication."""
    asked = Period.parse(data.get("asked", of["published"]))
    answered = period(data.get("answered")) or asked
    asker, whom, source = data["asked_by"], data["of"], of["short"]
    messages = [Message(asked, asker, whom, "question", data.get("question", "A request for comment."), source)]
    if "no_answer" in data:
        unanswered = OpenPoint(f"An answer by {whom}.", asked, note=data["no_answer"])
        return Thread(data["id"], COMMENT, tuple(data["about"]), tuple(messages), (unanswered,))
    claims = tuple(data.get("answer_claims", ()))
    messages.append(Message(answered, whom, asker, "answer", data["answer"], source, claims))
    return Thread(data["id"], COMMENT, tuple(data["about"]), tuple(messages))
