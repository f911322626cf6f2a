"""Flags in words: place, match, message, identity, excerpt, and the parties behind a line."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.evaluate.explain import Explained, Explainer
from vendorcheck.evaluate.spotted import Spotted
from vendorcheck.evaluate.world import World
from vendorcheck.model.bom import Column, Role
from vendorcheck.model.condition import Predicate
from vendorcheck.model.evidence import Claim
from vendorcheck.model.finding import Decision, Excerpt, Finding, Flag, Ground, MatchNote, Need, Place
from vendorcheck.model.hit import Basis, Confidence, Conflict, Facts, Hit, Holding, Match, SightedLine, Sighting, Voice
from vendorcheck.model.instrument import Instrument, Naming
from vendorcheck.model.period import Period
from vendorcheck.model.rule import Question, Rule, Subject
from vendorcheck.model.truth import UNKNOWN, YES
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.model.watchlist import ListEntry

MakeClaim = Callable[..., Claim]
MakeFlag = Callable[..., Flag]
MakeHit = Callable[..., Hit]
MakeInstrument = Callable[..., Instrument]
MakeListEntry = Callable[..., ListEntry]
MakeNaming = Callable[..., Naming]
MakeRule = Callable[..., Rule]
MakeWorld = Callable[..., World]

#: What a cell shows, and of whom it says so where that is not the maker of the product.
Seen = tuple[Role, Sighting] | tuple[Role, Sighting, Subject]

CAMERA: dict[Role, str] = {"maker": "Acme", "part": "AC-1", "description": "dome camera", "vendor": "Shop Ltd"}


class _Grid:
    """Every cell begins ten characters after the one before it."""

    def column_of(self, index: int, cell: int) -> int | None:
        return index * 100 + cell * 10

    def pointer_of(self, index: int, cell: int) -> str | None:
        return f"/{index}/{cell}"


def _columns(cells: Mapping[Role, str]) -> tuple[Column, ...]:
    return tuple(Column(cell, role.upper(), role) for cell, role in enumerate(cells, 1))


def _sighting(party: str = "acme", basis: Basis = "listed_name", confidence: Confidence = "strong") -> Sighting:
    return Sighting(party, basis, "self", confidence, "Acme", "Acme Optics Co.", agreed=("'Acme' stands whole",))


def _spotted(
    cells: Mapping[Role, str],
    *hits: Hit,
    seen: Sequence[Seen] = (),
    number: int = 7,
    bill: str = "bill.csv",
    **facts: Any,
) -> Spotted:
    """A line of a bill with a heading for each of its cells; `seen` says what which cell shows."""
    columns = tuple(column for column in _columns(cells) if column.screened)
    by_role = {column.role: column for column in columns}
    line = SightedLine(
        at=3,
        number=number,
        cells=tuple(cells[column.role] for column in columns),
        facts=Facts(hits=hits, **facts),
        matches=tuple(Match(by_role[role], *rest) for role, *rest in seen),
        screened_on=("maker", "part"),
    )
    return Spotted(bill, "Parts", columns, _Grid(), line)


def _decision(*flags: Flag) -> Decision:
    return Decision("REVIEW", "reached by it", flags)


@pytest.fixture
def world(
    make_world: MakeWorld,
    make_rule: MakeRule,
    make_instrument: MakeInstrument,
    make_naming: MakeNaming,
) -> World:
    """Two rules on an act that names Acme and Bolt; Crown may own Acme."""
    rules = (make_rule("no-cameras"), make_rule("no-recorders"))
    act = make_instrument(make_naming("acme"), make_naming("bolt"))
    return make_world(*rules, act, holdings={"acme": (Holding("crown", None, UNKNOWN, "disputed"),)})


@pytest.fixture
def explain(world: World) -> Callable[..., Explained]:
    """Explain a line under a decision with these flags, each time anew."""
    return lambda spotted, *flags: Explainer(world).explain(spotted, _decision(*flags))


def _finding(explained: Explained) -> Finding:
    (finding,) = explained.findings
    return finding


def test_a_finding_says_what_its_rule_and_its_flag_say(
    make_world: MakeWorld,
    make_rule: MakeRule,
    make_flag: MakeFlag,
    make_instrument: MakeInstrument,
    *,
    make_naming: MakeNaming,
) -> None:
    question = Question("which-model", "maker", "Which model is it?")
    rule = make_rule(binds=("agency", "trade"), questions=(question,))
    flag = make_flag(
        outcome="unknown",
        severity="high",
        barred=("buy",),
        needs=("purpose", "ownership"),
        relation="affiliate",
        uncertain=True,
        note="the share is disputed",
        provisional="as reported",
    )
    spotted = _spotted(CAMERA, *([flag.hit] if flag.hit else []), seen=[("maker", _sighting())])
    finding = _finding(
        Explainer(make_world(rule, make_instrument(make_naming("acme")))).explain(spotted, _decision(flag))
    )
    assert (finding.bill, finding.line, finding.rule, finding.title) == ("bill.csv", 7, rule.id, rule.title)
    assert (finding.outcome, finding.severity, finding.bars, finding.barred) == ("unknown", "high", ("buy",), ("buy",))
    assert finding.binds == ("federal agencies", "the trade")
    assert (finding.party, finding.party_name, finding.subject) == ("acme", "Acme Optics", "product")
    assert (finding.relation, finding.uncertain, finding.through) == ("affiliate", True, None)
    assert (finding.relation_note, finding.provisional) == ("the share is disputed", "as reported")
    assert (finding.basis, finding.confidence) == ("listed_name", "strong")
    assert finding.needs == (Need("purpose", "What is it for?"), Need("ownership", "Who owned it?"))
    assert finding.grounds == (Ground("rulebook", "acme"),)
    assert (finding.next_steps, finding.questions) == (("Ask the maker.",), (question,))
    assert [proof.id for proof in finding.evidence] == ["act", "act"]
    assert [answer.party for answer in finding.answers] == ["Acme Optics"]


def test_a_line_is_reported_with_what_it_came_to(
    explain: Callable[..., Explained], make_flag: MakeFlag, make_hit: MakeHit
) -> None:
    spotted = _spotted(CAMERA, make_hit(), seen=[("part", _sighting())])
    explained = explain(spotted, make_flag("no-cameras"), make_flag("no-recorders"))
    line = explained.line
    assert (line.bill, line.line, line.determination, line.reason) == ("bill.csv", 7, "REVIEW", "reached by it")
    assert line.screened_on == ("maker", "part")
    assert line.place == Place("Parts", 320, 2, "/3/2")
    assert line.findings == tuple(finding.id for finding in explained.findings)
    assert [finding.rule for finding in explained.findings] == ["no-cameras", "no-recorders"]
    assert line.excerpt == explained.findings[0].excerpt


@pytest.mark.parametrize(
    ("party", "text"),
    [
        ("acme", "Acme Optics is named as Acme Optics Co.; Acme since 2021-05."),
        ("bolt", "Bolt Cameras is named as  since a date that is not recorded."),
        ("own/7", "Dodgy Trading is named as Dodgy Trading since 2022-03."),
        ("own/8", "Dodgy Trading is named as Dodgy Trading since a day that the list does not give."),
    ],
)
def test_a_message_names_the_party_and_since_when_it_is_listed_as_what(
    make_world: MakeWorld,
    make_rule: MakeRule,
    make_flag: MakeFlag,
    make_instrument: MakeInstrument,
    make_naming: MakeNaming,
    *,
    make_entry: MakeListEntry,
    party: str,
    text: str,
) -> None:
    act = make_instrument(make_naming("acme", "2021-05", listed_as=("Acme Optics Co.", "Acme")))
    entries = (make_entry(since=Period.parse("2022-03")), make_entry("own/8"))
    world = make_world(make_rule(), act, *entries)
    assert _finding(Explainer(world).explain(_spotted(CAMERA), _decision(make_flag(party=party)))).message == text


def test_who_is_on_record_and_on_a_list_has_both_grounds(
    make_world: MakeWorld,
    make_rule: MakeRule,
    make_flag: MakeFlag,
    make_instrument: MakeInstrument,
    make_naming: MakeNaming,
    *,
    make_entry: MakeListEntry,
) -> None:
    world = make_world(make_rule(), make_instrument(make_naming("acme")), make_entry(instrument="act"))
    flags = (make_flag(entries=("own/7",)), make_flag(party="bolt", entries=("own/7",)))
    found = Explainer(world).explain(_spotted(CAMERA), _decision(*flags)).findings
    listed = Ground("list", "own/7", "own", None)
    assert [finding.grounds for finding in found] == [(Ground("rulebook", "acme"), listed), (listed,)]
    assert [proof.id for proof in found[0].evidence] == ["act", "act", "own/7"]


def test_what_is_said_of_one_party_alone_is_said_of_it_alone(
    make_world: MakeWorld, make_report_rule: MakeRule, make_flag: MakeFlag
) -> None:
    rule = make_report_rule(message="{party} is reported on.", about={"acme": "{party} says it stopped."})
    flags = (make_flag(rule.id, "acme"), make_flag(rule.id, "bolt"))
    findings = Explainer(make_world(rule)).explain(_spotted(CAMERA), _decision(*flags)).findings
    assert [each.message for each in findings] == ["Acme Optics says it stopped.", "Bolt Cameras is reported on."]


def test_a_party_reached_through_another_is_told_from_the_one_behind_the_line(
    explain: Callable[..., Explained], make_flag: MakeFlag, make_hit: MakeHit
) -> None:
    finding = _finding(explain(_spotted(CAMERA), make_flag(party="acme", hit=make_hit("bolt"))))
    assert (finding.party, finding.through) == ("acme", "bolt")


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        pytest.param({}, None, id="no list has a date"),
        pytest.param({"own": None, "other": "2024-01-31"}, None, id="another list has a date"),
        pytest.param({"own": "2024-05-31"}, "2024-05-31", id="the list has a date"),
    ],
)
def test_an_entry_of_a_list_is_its_own_ground_with_the_date_of_the_list(
    make_world: MakeWorld,
    make_report_rule: MakeRule,
    make_flag: MakeFlag,
    make_entry: MakeListEntry,
    dates: dict[str, str | None],
    *,
    day: str | None,
) -> None:
    entry = make_entry(since=Period.parse("2022-03"))
    world = make_world(make_report_rule(), entry)._replace(list_dates=dates)
    finding = _finding(Explainer(world).explain(_spotted(CAMERA), _decision(make_flag("reported", "own/7"))))
    assert finding.grounds == (Ground("list", "own/7", "own", day),)
    assert (finding.party, finding.party_name) == ("own/7", "Dodgy Trading")


def test_a_kind_of_equipment_is_found_for_nobody(
    make_world: MakeWorld, make_report_rule: MakeRule, make_flag: MakeFlag
) -> None:
    rule = make_report_rule(when=Predicate("category", ("camera",)), message="A camera {of any maker}.")
    spotted = _spotted(CAMERA, equipment=frozenset({"router", "camera", "radio", "accessory"}))
    finding = _finding(Explainer(make_world(rule)).explain(spotted, _decision(make_flag(rule.id, None))))
    assert (finding.party, finding.party_name, finding.through, finding.subject) == (None, None, None, "product")
    assert (finding.basis, finding.confidence) == ("category", "strong")
    assert finding.match == MatchNote("category", "accessory, camera, radio, router", "kind of equipment", (), (), ())
    assert (finding.matches, finding.grounds, finding.evidence, finding.answers) == ((), (), (), ())
    assert finding.message == "A camera {of any maker}."
    assert finding.place == Place("Parts", 310, 1, "/3/1")


def test_the_parties_of_a_line_are_those_hit_then_their_owners_disputed_ones_included(
    make_world: MakeWorld, make_hit: MakeHit
) -> None:
    holdings = {
        "acme": (Holding("crown", None, UNKNOWN, "disputed"), Holding("bolt", 5, YES)),
        "bolt": (Holding("crown", 60, YES),),
    }
    spotted = _spotted(CAMERA, make_hit("acme"), make_hit("bolt"), make_hit("acme", subject="counterparty"))
    line = Explainer(make_world(holdings=holdings)).explain(spotted, _decision()).line
    assert line.parties == ("acme", "bolt", "crown")
    assert line.behind == ("Acme Optics", "Bolt Cameras")


def test_the_place_is_that_of_the_best_match_by_confidence_then_by_basis(
    explain: Callable[..., Explained], make_flag: MakeFlag, make_hit: MakeHit
) -> None:
    seen: list[tuple[Role, Sighting]] = [
        ("description", _sighting("bolt", confidence="confirmed")),
        ("maker", _sighting(basis="brand")),
        ("part", _sighting(basis="identifier")),
    ]
    explained = explain(_spotted(CAMERA, make_hit(), make_hit("bolt"), seen=seen), make_flag())
    finding = _finding(explained)
    assert (explained.line.place.cell, finding.place.cell) == (3, 2)
    assert [note.role for note in finding.matches] == ["part", "maker"]
    assert finding.match == finding.matches[0]
    assert finding.match == MatchNote("part", "Acme", "Acme Optics Co.", ("'Acme' stands whole",), (), ())


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({"maker": "Acme", "part": "AC-1"}, Place("Parts", 310, 1, "/3/1")),
        ({"quantity": "4", "maker": " ", "part": "AC-1"}, Place("Parts", 330, 3, "/3/3")),
        ({"quantity": "4", "maker": " ", "part": ""}, Place("Parts", 320, 2, "/3/2")),
        ({"quantity": "4"}, Place("Parts", None, None)),
    ],
)
def test_without_a_match_the_place_is_the_first_filled_cell(
    explain: Callable[..., Explained], make_flag: MakeFlag, cells: dict[Role, str], place: Place
) -> None:
    explained = explain(_spotted(cells), make_flag())
    assert explained.line.place == _finding(explained).place == place


def test_a_finding_about_a_supplier_shows_what_the_supplier_cell_shows(
    explain: Callable[..., Explained], make_flag: MakeFlag, make_hit: MakeHit
) -> None:
    hit = make_hit(subject="counterparty")
    seen: list[Seen] = [("maker", _sighting(basis="identifier")), ("vendor", _sighting(), "counterparty")]
    finding = _finding(explain(_spotted(CAMERA, make_hit(), hit, seen=seen), make_flag(hit=hit)))
    assert (finding.subject, finding.place.cell) == ("counterparty", 4)
    assert [note.role for note in finding.matches] == ["vendor"]


def test_a_finding_about_a_product_does_not_show_what_the_supplier_cell_shows(
    explain: Callable[..., Explained], make_flag: MakeFlag, make_hit: MakeHit
) -> None:
    made = make_hit(basis="product_mark", confidence="possible")
    sold = make_hit(subject="counterparty")
    doubtful = _sighting(basis="product_mark").doubted("the maker cell names 'Other'")
    seen: list[Seen] = [("part", doubtful), ("vendor", _sighting(), "counterparty")]
    finding = _finding(explain(_spotted(CAMERA | {"maker": "Other"}, made, sold, seen=seen), make_flag(hit=made)))
    assert (finding.match.role, finding.place.cell) == ("part", 2)


def test_a_supplier_taken_for_the_maker_is_one_match(
    explain: Callable[..., Explained], make_flag: MakeFlag, make_hit: MakeHit
) -> None:
    cells: dict[Role, str] = {"vendor": "Acme", "description": "dome camera"}
    made, sold = make_hit(), make_hit(subject="counterparty")
    seen: list[Seen] = [("vendor", _sighting(), "product"), ("vendor", _sighting(), "counterparty")]
    finding = _finding(explain(_spotted(cells, made, sold, seen=seen), make_flag(hit=made)))
    assert len(finding.matches) == 1


def test_an_excerpt_holds_filled_screened_cells_only_in_their_order(explain: Callable[..., Explained]) -> None:
    cells: dict[Role, str] = {
        "quantity": "4",
        "part": "AC-1",
        "unit_price": "99.00",
        "maker": " Acme ",
        "serial": "S-1",
        "ignored": "secret",
        "description": "  ",
        "purpose": "public safety",
    }
    assert explain(_spotted(cells)).line.excerpt == (
        Excerpt(2, "part", "PART", "AC-1"),
        Excerpt(4, "maker", "MAKER", " Acme "),
        Excerpt(8, "purpose", "PURPOSE", "public safety"),
    )


def test_one_cell_read_in_several_roles_is_shown_once(world: World) -> None:
    columns = tuple(Column(1, "", role) for role in ("maker", "part", "description"))
    line = SightedLine(0, 1, ("Acme AC-1",) * 3, Facts())
    spotted = Spotted("<prompt>", None, columns, _Grid(), line)
    excerpt = Explainer(world).explain(spotted, _decision()).line.excerpt
    assert [(cell.cell, cell.text) for cell in excerpt] == [(1, "Acme AC-1")]


def _prints(world: World, rows: Sequence[tuple[int, Mapping[Role, str]]], flag: Flag) -> list[str]:
    explainer = Explainer(world)
    return [
        explainer.explain(_spotted(cells, number=number), _decision(flag)).findings[0].fingerprint
        for number, cells in rows
    ]


def test_a_finding_says_which_waiver_covers_it(world: World, make_flag: MakeFlag) -> None:
    decision, by = _decision(make_flag(), make_flag(party="bolt")), WaivedBy("w-1", "mitigated")
    explainer = Explainer(world)
    assert [finding.waived for finding in explainer.explain(_spotted(CAMERA), decision).findings] == [None, None]
    prints = explainer.fingerprints(_spotted(CAMERA), decision)
    findings = explainer.explain(_spotted(CAMERA), decision, prints, (None, by)).findings
    assert [(finding.fingerprint, finding.waived) for finding in findings] == [(prints[0], None), (prints[1], by)]


def test_fingerprints_of_some_rules_are_those_they_have_among_all(world: World, make_flag: MakeFlag) -> None:
    decision = _decision(make_flag(), make_flag("another"), make_flag("another", "bolt"))
    whole, some = Explainer(world), Explainer(world)
    for _ in range(2):
        one, two, three = whole.fingerprints(_spotted(CAMERA), decision)
        assert some.fingerprints(_spotted(CAMERA), decision, {"another"}) == ("", two, three)
        assert len({one, two, three}) == 3


def test_a_fingerprint_is_long_and_its_beginning_is_the_id(
    explain: Callable[..., Explained], make_flag: MakeFlag
) -> None:
    finding = _finding(explain(_spotted(CAMERA), make_flag()))
    assert len(finding.fingerprint) == 64
    assert finding.id == finding.fingerprint[:12]


@pytest.mark.parametrize(
    "same",
    [
        {"maker": "ACME", "part": "ac-1"},
        {"maker": " Acme ", "part": "AC-1\u00a0"},
        {"vendor": "Another shop", "description": "camera, dome"},
    ],
)
def test_a_fingerprint_does_not_change_with_the_line_the_case_or_the_spaces(
    world: World, make_flag: MakeFlag, same: dict[Role, str]
) -> None:
    assert _prints(world, [(7, CAMERA)], make_flag()) == _prints(world, [(99, CAMERA | same)], make_flag())


@pytest.mark.parametrize("other", [{"maker": "Bolt"}, {"part": "AC-2"}, {"part": "AC 1"}])
def test_another_product_has_another_fingerprint(world: World, make_flag: MakeFlag, other: dict[Role, str]) -> None:
    assert _prints(world, [(7, CAMERA)], make_flag()) != _prints(world, [(7, CAMERA | other)], make_flag())


@pytest.mark.parametrize(
    ("cells", "other", "same"),
    [
        ({"maker": " ", "brand": "Acme", "vendor": "A"}, {"vendor": "B"}, True),
        ({"maker": " ", "brand": "Acme", "vendor": "A"}, {"brand": "Bolt"}, False),
        ({"maker": "", "brand": "", "vendor": "A"}, {"vendor": "B"}, False),
        ({"vendor": "A", "purpose": "P", "maker": "Acme"}, {"vendor": "B", "purpose": "Q"}, True),
        ({"vendor": "A", "description": "dome", "part": "AC-1", "maker": "Acme"}, {"part": "AC-2"}, False),
        ({"maker": "Acme", "part": "", "description": "dome"}, {"description": "bullet"}, False),
        ({"maker": "Acme", "part": "AC-1", "description": "dome"}, {"description": "bullet"}, True),
    ],
)
def test_the_first_filled_cell_says_who_made_it_and_what_it_is(
    world: World, make_flag: MakeFlag, cells: dict[Role, str], other: dict[Role, str], *, same: bool
) -> None:
    assert (_prints(world, [(7, cells)], make_flag()) == _prints(world, [(7, cells | other)], make_flag())) is same


def test_another_rule_party_or_subject_has_another_fingerprint(
    world: World, make_flag: MakeFlag, make_hit: MakeHit
) -> None:
    flags = (
        make_flag("no-cameras", "acme"),
        make_flag("no-recorders", "acme"),
        make_flag("no-cameras", "bolt"),
        make_flag("no-cameras", "acme", hit=make_hit(subject="counterparty")),
    )
    findings = Explainer(world).explain(_spotted(CAMERA), _decision(*flags)).findings
    assert len({finding.fingerprint for finding in findings}) == 4


def test_equal_lines_are_told_apart_and_always_in_the_same_way(world: World, make_flag: MakeFlag) -> None:
    first = _prints(world, [(7, CAMERA), (8, CAMERA), (9, CAMERA)], make_flag())
    assert len(set(first)) == 3
    assert _prints(world, [(70, CAMERA), (80, CAMERA), (90, CAMERA)], make_flag()) == first


def test_a_finding_about_one_supplier_is_not_taken_for_one_about_another(
    world: World, make_flag: MakeFlag, make_hit: MakeHit
) -> None:
    flag = make_flag(hit=make_hit(subject="counterparty"))
    north, south = (7, CAMERA | {"vendor": "Acme North"}), (8, CAMERA | {"vendor": "Acme South"})
    assert _prints(world, [north, south], flag) == _prints(world, [south, north], flag)[::-1]


def test_half_a_character_in_a_cell_does_no_harm(world: World, make_flag: MakeFlag) -> None:
    broken: dict[Role, str] = {"maker": "Acme", "part": "AC-\ud83d"}
    assert _prints(world, [(7, broken)], make_flag()) != _prints(world, [(7, CAMERA)], make_flag())


ROWS = st.lists(
    st.fixed_dictionaries({"maker": st.sampled_from(["Acme", "ACME", "Bolt"]), "part": st.sampled_from("AB ")}),
    max_size=8,
)


def test_fingerprints_do_not_depend_on_the_order_of_the_rows(world: World, make_flag: MakeFlag) -> None:
    flag = make_flag()

    @settings(max_examples=100, deadline=None)
    @given(ROWS, st.randoms(use_true_random=False))
    def holds(rows: list[dict[Role, str]], random: Any) -> None:
        numbered = list(enumerate(rows, 2))
        before = _prints(world, numbered, flag)
        random.shuffle(numbered)
        assert len(set(before)) == len(rows)
        assert sorted(_prints(world, numbered, flag)) == sorted(before)

    holds()


def test_evidence_and_answers_are_those_of_the_rule(
    make_world: MakeWorld, make_report_rule: MakeRule, make_flag: MakeFlag, make_claim: MakeClaim
) -> None:
    rule = make_report_rule(claims=("deals",))
    world = make_world(rule, make_claim("deals", answers=("denial",)), make_claim("denial", standing="company_denial"))
    finding = _finding(Explainer(world).explain(_spotted(CAMERA), _decision(make_flag(rule.id))))
    assert [proof.id for proof in finding.evidence] == ["deals"]
    assert [answer.id for answer in finding.answers] == ["denial"]


def test_a_message_puts_in_what_each_cell_says_of_the_maker(
    make_world: MakeWorld, make_rule: MakeRule, make_flag: MakeFlag, make_hit: MakeHit
) -> None:
    rule = make_rule(when=Predicate("conflict", "any"), instrument=None, message="Not agreed: {conflict}.")
    flag = make_flag(hit=make_hit("acme"), party="acme")
    spotted = _spotted(CAMERA, make_hit("acme"), seen=[("part", _sighting())])
    voices = (
        Voice("maker", "Umbrella", None, ""),
        Voice("fcc_id", "ACM-1", "acme", "FCC grantee code ACM"),
        Voice("mac", "0A:1B", "bolt", "IEEE prefix 0A1B2C"),
        Voice("part", "AC-1", "acme", "model form of cameras"),
    )
    conflicts = (Conflict("acme", voices), Conflict("bolt", (Voice("part", "not said", "bolt", ""),)))
    disputed = spotted._replace(line=spotted.line._replace(conflicts=conflicts))
    finding = _finding(Explainer(make_world(rule)).explain(disputed, _decision(flag)))
    assert finding.message == (
        "Not agreed: the maker cell names 'Umbrella'; the FCC ID cell holds 'ACM-1', which points to Acme Optics "
        "(FCC grantee code ACM); the MAC address cell holds '0A:1B', which points to Bolt Cameras "
        "(IEEE prefix 0A1B2C); the part cell holds 'AC-1', which points to Acme Optics (model form of cameras)."
    )
