"""Lists that are updated: fetched, not sent again, refused, and what stays."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from list_server import Server, breaks, packed, sends, status

from vendorcheck.importing import Asked, import_files
from vendorcheck.importing.addresses import OfficialFile, OfficialList
from vendorcheck.importing.updating import Outcome, Wish, update_lists
from vendorcheck.importing.updating_validators import FILE
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.store import Store
from vendorcheck.rulebook.config import Update

TODAY = date(2026, 11, 21)
HEADING = b"name,country,reference\n"
LIST = HEADING + b"Acme Ltd,GB,A-1\nBolt GmbH,DE,B-1\nCog Oy,FI,C-1\n"
MORE = LIST + b"Drum AB,SE,D-1\n"
TAG: dict[str, Any] = {"ETag": '"v1"', "Last_Modified": "Fri, 20 Nov 2026 08:00:00 GMT"}

Updating = Callable[..., Sequence[Outcome]]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def updating(store: Store, asking: Update) -> Updating:
    """Updates lists of one's own, by name and address."""

    def updating(*lists: OfficialList, accept_shrink: bool = False, **changed: Any) -> Sequence[Outcome]:
        return list(update_lists(lists, store, Wish(asking._replace(**changed), TODAY, accept_shrink)))

    return updating


def official(name: str, *addresses: str) -> OfficialList:
    files = (OfficialFile(f"{name}{at or ''}.csv", address, None, "a test") for at, address in enumerate(addresses))
    return OfficialList(name, name, "a test", "own", tuple(files))


def _names(store: Store, name: str) -> list[str]:
    return sorted(entry.name for entry in store.newest(name).entries())


def test_a_list_is_fetched_and_kept_with_the_date_of_its_server(
    server: Server, updating: Updating, store: Store
) -> None:
    acme = official("acme", server.put("/a.csv", sends(LIST, **TAG)))
    (outcome,) = updating(acme)
    assert (outcome.state, outcome.hosts, outcome.error) == ("updated", ("localhost",), None)
    record = store.newest("acme").record
    assert outcome.snapshot == record
    assert (record.dated, record.dated_by, record.imported) == (date(2026, 11, 20), "server", TODAY)
    assert record.files[0].name == "acme.csv"
    assert _names(store, "acme") == ["Acme Ltd", "Bolt GmbH", "Cog Oy"]


@pytest.mark.parametrize("modified", ["soon", "Fri, 99 Nov 2026 08:00:00 GMT", "Fri, 20 Nov 2099 08:00:00 GMT", ""])
def test_a_server_whose_date_cannot_be_gives_none(
    server: Server, updating: Updating, store: Store, modified: str
) -> None:
    updating(official("acme", server.put("/a.csv", sends(LIST, Last_Modified=modified))))
    assert store.newest("acme").record.dated_by != "server"


def test_what_has_not_changed_is_asked_for_and_not_sent_again(server: Server, updating: Updating, store: Store) -> None:
    acme = official("acme", server.put("/a.csv", sends(LIST, **TAG), status(304)))
    updating(acme)
    (outcome,) = updating(acme)
    assert outcome.state == "unchanged"
    assert outcome.snapshot == store.newest("acme").record
    assert [asked.headers.get("If-None-Match") for asked in server.asked] == [None, '"v1"']
    assert len(store.ids("acme")) == 1


def test_what_is_sent_again_and_is_the_same_has_not_changed(server: Server, updating: Updating, store: Store) -> None:
    acme = official("acme", server.put("/a.csv", sends(LIST, **TAG)))
    updating(acme)
    (outcome,) = updating(acme)
    assert outcome.state == "unchanged"
    assert len(store.ids("acme")) == 1


def test_of_several_files_the_ones_that_have_not_changed_are_those_of_the_store(
    server: Server, updating: Updating, store: Store
) -> None:
    second = HEADING + b"Egg BV,NL,E-1\n"
    acme = official(
        "acme", server.put("/a.csv", sends(LIST, ETag='"a1"'), status(304)), server.put("/b.csv", sends(second))
    )
    updating(acme)
    server.put("/b.csv", sends(second + b"Fig SA,FR,F-1\n"))
    (outcome,) = updating(acme)
    assert (outcome.state, outcome.error) == ("updated", None)
    assert _names(store, "acme") == ["Acme Ltd", "Bolt GmbH", "Cog Oy", "Egg BV", "Fig SA"]


def test_a_file_that_only_adds_to_others_may_hold_nothing(server: Server, updating: Updating, store: Store) -> None:
    acme = official(
        "acme", server.put("/a.csv", sends(LIST), sends(MORE)), server.put("/b.csv", sends(b"\x1a", **TAG), status(304))
    )
    acme = acme._replace(files=(acme.files[0], acme.files[1]._replace(may_be_empty=True)))
    assert [outcome.state for _ in range(2) for outcome in updating(acme)] == ["updated", "updated"]
    assert [file.name for file in store.newest("acme").record.files] == ["acme.csv"]


class TestWhatIsKnownOfAServer:
    """By what it can tell that nothing has changed is believed only for the snapshot that it was kept with."""

    @pytest.fixture
    def acme(self, server: Server, updating: Updating) -> OfficialList:
        acme = official("acme", server.put("/a.csv", sends(LIST, **TAG)))
        updating(acme)
        return acme

    def _asked_anew(self, server: Server, updating: Updating, acme: OfficialList) -> bool:
        (outcome,) = updating(acme)
        assert outcome.error is None
        return "If-None-Match" not in server.asked[-1].headers

    def test_holds_while_nothing_is_done(self, server: Server, updating: Updating, acme: OfficialList) -> None:
        assert not self._asked_anew(server, updating, acme)

    def test_not_when_the_snapshot_is_gone(
        self, server: Server, updating: Updating, acme: OfficialList, store: Store
    ) -> None:
        store.remove("acme", store.ids("acme"))
        assert self._asked_anew(server, updating, acme)
        assert _names(store, "acme") == ["Acme Ltd", "Bolt GmbH", "Cog Oy"]

    def test_not_when_another_snapshot_is_the_newest(
        self, server: Server, updating: Updating, acme: OfficialList, store: Store
    ) -> None:
        import_files(store, [SourceFile("by-hand.csv", MORE)], Asked("own", "acme", said=TODAY), TODAY)
        assert self._asked_anew(server, updating, acme)

    def test_not_when_another_version_imported_it(
        self, server: Server, updating: Updating, acme: OfficialList, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("vendorcheck.importing.updating_validators.IMPORTER", "999")
        assert self._asked_anew(server, updating, acme)

    def test_not_at_another_address(self, server: Server, updating: Updating, acme: OfficialList) -> None:
        server.put("/moved.csv", sends(LIST, **TAG))
        moved = official(acme.name, acme.files[0].address.replace("/a.csv", "/moved.csv"))
        assert self._asked_anew(server, updating, moved)

    @pytest.mark.parametrize(
        "text", ["", "{", "[]", '{"form": 0, "lists": {}}', '{"form": 1, "lists": {"acme": {}}}', '{"form": 1}', "\xff"]
    )
    def test_not_when_the_file_is_not_what_was_written(
        self, server: Server, updating: Updating, acme: OfficialList, store: Store, text: str
    ) -> None:
        (store.folder / FILE).write_bytes(text.encode("latin-1"))
        assert self._asked_anew(server, updating, acme)
        assert not self._asked_anew(server, updating, acme)

    def test_is_no_reason_to_fail_where_it_cannot_be_written(
        self, server: Server, updating: Updating, acme: OfficialList, store: Store
    ) -> None:
        (store.folder / FILE).unlink()
        (store.folder / FILE).mkdir()
        for _ in range(2):
            assert self._asked_anew(server, updating, acme)

    def test_of_other_lists_is_kept(self, server: Server, updating: Updating, acme: OfficialList, store: Store) -> None:
        updating(official("bolt", server.put("/b.csv", sends(LIST, **TAG))))
        assert not self._asked_anew(server, updating, acme)
        assert [path.name for path in store.folder.iterdir() if path.is_file() and not path.name.startswith(".")] == [
            FILE
        ]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (sends(b"<!DOCTYPE html><title>Sorry</title>"), "is a page of a website, and not in the format 'own'"),
        (packed(b"\xef\xbb\xbf\n<html>"), "is a page of a website"),
        (sends(b""), "is empty"),
        (sends(b"a,b\n1,2\n"), "is something else"),
        (sends(HEADING), "nam"),
        (sends(HEADING + b"Acme Ltd,GB,A-1\n"), "shrink"),
        (status(404), "answered 404"),
        (breaks, "broke off"),
    ],
    ids=["page", "packed-page", "empty", "other", "no-rows", "shrunk", "missing", "broken"],
)
def test_what_is_refused_changes_nothing(
    server: Server, updating: Updating, store: Store, answer: Callable[..., None], said: str
) -> None:
    acme = official("acme", server.put("/a.csv", sends(LIST)))
    (first,) = updating(acme)
    server.put("/a.csv", answer)
    (outcome,) = updating(acme)
    assert outcome.state == "failed"
    assert outcome.error is not None
    assert said in outcome.error.message
    assert outcome.snapshot == first.snapshot
    assert len(store.ids("acme")) == 1


def test_a_list_that_shrank_can_be_accepted(server: Server, updating: Updating, store: Store) -> None:
    acme = official("acme", server.put("/a.csv", sends(LIST), sends(HEADING + b"Acme Ltd,GB,A-1\n")))
    updating(acme)
    (outcome,) = updating(acme, accept_shrink=True)
    assert outcome.state == "updated"
    assert _names(store, "acme") == ["Acme Ltd"]


def test_a_list_that_fails_is_no_matter_of_the_others(server: Server, updating: Updating, store: Store) -> None:
    lists = [
        official("acme", server.put("/a.csv", status(404))),
        official("bolt", server.put("/b.csv", sends(LIST))),
        official("cog", server.put("/c.csv", breaks)),
    ]
    assert [(each.official.name, each.state) for each in updating(*lists)] == [
        ("acme", "failed"),
        ("bolt", "updated"),
        ("cog", "failed"),
    ]
    assert store.names() == ("bolt",)


def test_a_list_that_was_never_there_stays_so(server: Server, updating: Updating) -> None:
    (outcome,) = updating(official("acme", server.put("/a.csv", status(404))))
    assert outcome.snapshot is None


def test_a_mirror_has_the_files_under_their_names(server: Server, updating: Updating, store: Store) -> None:
    server.put("/lists/acme.csv", sends(LIST))
    mirror = server.put("/lists/", status(404))
    (outcome,) = updating(official("acme", "https://nowhere.invalid/a.csv"), mirror=mirror)
    assert outcome.error is None
    assert store.names() == ("acme",)


def test_an_address_of_ones_own_goes_before_the_mirror(server: Server, updating: Updating) -> None:
    own = server.put("/own.csv", sends(LIST))
    acme = official("acme", "https://nowhere.invalid/a.csv")
    (outcome,) = updating(acme, mirror="https://nowhere.invalid/", addresses={"acme": (own,)})
    assert outcome.error is None
