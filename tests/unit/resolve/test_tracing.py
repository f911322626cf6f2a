"""Cells told: their keys, what they show, what was left out, and what was considered and is not meant."""

from collections.abc import Callable, Sequence
from datetime import date

from vendorcheck.model.bom import Batch, Column
from vendorcheck.model.party import Confusable, Party, PartyName
from vendorcheck.model.trace import CellTrace
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.model.waiver import NamePair, Waiver, WaiverScope
from vendorcheck.model.watchlist import ListEntry, OpenList
from vendorcheck.resolve import Looking, Resolver
from vendorcheck.resolve.tracing import LEFT_OUT

DAY = date(2026, 11, 21)
MAKER, TEXT, SECRET = (
    Column(1, "Maker", "maker"),
    Column(2, "Text", "description"),
    Column(3, "Approver", "unclassified"),
)


def _traced(
    party: Party, vocabulary: Vocabulary, batch: Batch, *lists: OpenList, waivers: Sequence[Waiver] = ()
) -> tuple[CellTrace, ...]:
    looking = Looking(lists=lists, numbers=frozenset(batch.lines), waivers=waivers)
    resolver = Resolver({party.id: party}, vocabulary, DAY, looking)
    [line] = resolver.look((MAKER, TEXT, SECRET), batch).lines
    return resolver.cell_tracer.trace((MAKER, TEXT, SECRET), line)


def test_a_line_of_a_number_asked_for_is_seen_though_it_shows_nobody(
    norda: Party, vocabulary: Vocabulary, batch_of: Callable[..., Batch]
) -> None:
    maker, text = _traced(norda, vocabulary, batch_of(("Umbrella", "Bolt, M4", "a secret")))
    assert (maker.text, maker.key, maker.named, maker.seen) == ("Umbrella", "umbrella", True, ())
    assert (text.text, text.key, text.named) == ("Bolt, M4", "bolt m4", False)


def test_what_a_cell_shows_is_told_as_it_counted(
    norda: Party, vocabulary: Vocabulary, batch_of: Callable[..., Batch]
) -> None:
    maker, text = _traced(norda, vocabulary, batch_of(("Umbrella", "Norda", "x")))
    assert [seen.sighting.party for seen in text.seen] == ["norda"]
    assert text.seen[0].sighting.confidence == "possible"
    assert "the maker cell names 'Umbrella'" in text.seen[0].sighting.against
    assert maker.seen == ()


def test_under_a_heading_that_nobody_knows_only_what_shows_a_party_is_told(
    norda: Party, vocabulary: Vocabulary, batch_of: Callable[..., Batch]
) -> None:
    *_, secret = _traced(norda, vocabulary, batch_of(("", "x", "my secret: NC-412")))
    assert (secret.column, secret.text, secret.key) == (SECRET, "NC-412", "nc 412")


def test_a_weak_name_by_itself_is_left_out(
    norda: Party, vocabulary: Vocabulary, batch_of: Callable[..., Batch]
) -> None:
    weak = norda._replace(names=(*norda.names, PartyName("Quell", "weak")))
    _, text = _traced(weak, vocabulary, batch_of(("Umbrella", "Quell cable", "")))
    assert [(seen.sighting.listed, seen.left_out) for seen in text.seen] == [("Quell", LEFT_OUT)]


def test_words_that_only_look_like_a_name_are_told(
    norda: Party, vocabulary: Vocabulary, batch_of: Callable[..., Batch]
) -> None:
    confusable = norda._replace(confusables=(Confusable("Norda Street", "a street"),))
    maker, *_ = _traced(confusable, vocabulary, batch_of(("Norda Street Traders", "", "")))
    assert (maker.seen, maker.confused) == ((), ("'Norda Street' is a street",))


def test_names_that_were_compared_and_are_not_meant_are_told_with_the_reason(
    norda: Party, vocabulary: Vocabulary, batch_of: Callable[..., Batch]
) -> None:
    other = norda._replace(names=(PartyName("Zhejiang Brightfell", "legal"),))
    maker, *_ = _traced(other, vocabulary, batch_of(("Brightfell Hospital", "", "")))
    assert maker.seen == ()
    [considered] = maker.considered
    assert (considered.name, considered.party) == ("Zhejiang Brightfell", "norda")
    assert "only one has 'hospital', a business" in considered.reasons


def test_entries_that_a_cell_is_only_like_are_told_where_it_is_another_name(
    norda: Party, vocabulary: Vocabulary, batch_of: Callable[..., Batch], given_list: Callable[..., OpenList]
) -> None:
    entries = (ListEntry("own:1", "own", "Norda Optical Marine Ltd"), ListEntry("own:2", "own", "Norda Optical Ltd"))
    lists, batch = given_list(*entries), batch_of(("Norda Optical", "", ""))
    named = norda._replace(names=(PartyName("Norda Optical Technology Co., Ltd.", "legal"),))
    maker, *_ = _traced(named, vocabulary, batch, lists)
    assert [(seen.sighting.party, seen.sighting.confidence) for seen in maker.seen] == [
        ("norda", "possible"),
        ("own:2", "confirmed"),
    ]
    assert [(each.party, each.reasons[-1]) for each in maker.considered if each.name == "Norda Optical Marine Ltd"] == [
        ("own:1", "the whole cell is 'Norda Optical Ltd'")
    ]
    scope = WaiverScope(pair=NamePair("Norda Optical", "own:2"))
    waiver = Waiver("w", "all", scope, "false_positive", "why", "a", "b", DAY, DAY)
    maker, *_ = _traced(named, vocabulary, batch, lists, waivers=(waiver,))
    assert "own:1" in [seen.sighting.party for seen in maker.seen]
