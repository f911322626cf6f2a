"""`lists update` against a server that does what it is told, and `scan`, which speaks to nobody."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from list_server import Proxy, Server, authority, breaks, drips, redirects, sends, server, status

__all__ = ["authority", "server"]

Run = Callable[..., subprocess.CompletedProcess[str]]
Config = Callable[[str], None]

CSL = """\
_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,\
license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,\
vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,\
source_information_url,ids
"""
ROWS = "".join(
    f"{at},Entity List (EL) - Bureau of Industry and Security,{at},,,{name} Optics Manufacturing,,"
    f'"1 Mill Road, {name}ville, CN",84 FR 1,2019-10-09,,,,,,,,,,,,,,,,,,,\n'
    for at, name in enumerate(("Quorvane", "Blestrick", "Ombrelow"), 1)
)
UN = """\
<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-11-19T00:00:00.000-05:00"><INDIVIDUALS></INDIVIDUALS><ENTITIES><ENTITY>
<DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>QUORVANE TRADING COMPANY</FIRST_NAME>
<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.999</REFERENCE_NUMBER><LISTED_ON>2017-08-05</LISTED_ON>
</ENTITY></ENTITIES></CONSOLIDATED_LIST>
"""

#: Where a proxy of this machine would stand in the way.
DIRECT = {"https_proxy": "", "HTTPS_PROXY": ""}


@pytest.fixture
def config(server: Server, tmp_path: Path) -> Config:
    """Writes a config that believes the server's authority and is not patient; what is given stands below `update`."""

    def config(text: str) -> None:
        lines = f"store: store\nupdate:\n  ca: {server.ca.as_posix()}\n  attempts: 2\n  pause_seconds: 0\n{text}"
        (tmp_path / "vendorcheck.yaml").write_text(lines, encoding="utf-8")

    return config


def _state(run: Run, *names: str) -> dict[str, object]:
    """The first list of an update, as data."""
    done = run("lists", "update", *names, "-o", "json", **DIRECT)
    data = json.loads(done.stdout)
    assert data["schema"] == "vendorcheck.lists-update/v0"
    assert data["exit_code"] == done.returncode
    return dict(data["lists"][0])


def test_a_list_is_fetched_screened_and_not_fetched_again(
    run: Run, server: Server, config: Config, tmp_path: Path
) -> None:
    answer = sends((CSL + ROWS).encode(), ETag='"v1"', Last_Modified="Fri, 20 Nov 2026 08:00:00 GMT")
    config(f"  addresses: {{csl: '{server.put('/c.csv', answer, status(304))}'}}\n")
    done = run("lists", "update", "csl", **DIRECT)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "csl  updated      3 entries, list of 2026-11-20 by its server, from localhost\n"
    done = run("lists", "update", "csl", **DIRECT)
    assert done.stdout == "csl  not changed  3 entries, list of 2026-11-20 by its server, from localhost\n"
    (tmp_path / "bom.csv").write_text("Supplier,Part\nBlestrick Optics Manufacturing,X-1\n", encoding="utf-8")
    report = json.loads(run("scan", "bom.csv", "--list", "csl", "-o", "json").stdout)
    assert report["provenance"]["lists"][0]["name"] == "csl"


def test_a_mirror_has_all_of_them_and_one_that_fails_is_no_matter_of_the_others(
    run: Run, server: Server, config: Config
) -> None:
    server.put("/lists/consolidated.csv", sends((CSL + ROWS).encode()))
    server.put("/lists/un-consolidated.xml", sends(UN.encode()))
    server.put("/lists/UK-Sanctions-List.csv", sends(b"<!DOCTYPE html><title>Sorry</title>"))
    config(f"  mirror: {server.put('/lists/', status(404))}\n")
    done = run("lists", "update", **DIRECT)
    assert done.returncode == 2
    states = [line.split("  ", 1) for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert [(name, rest.split()[0]) for name, rest in states] == [
        ("csl", "updated"),
        ("ofac-sdn", "FAILED"),
        ("ofac-cons", "FAILED"),
        ("un", "updated"),
        ("uk", "FAILED"),
        ("eu", "FAILED"),
    ]
    assert "is a page of a website" in done.stdout
    assert "vendorcheck: 4 of 6 lists could not be updated: ofac-sdn, ofac-cons, uk, eu" in done.stderr
    assert _state(run, "un")["snapshot"]["dated_by"] == "file"  # type: ignore[index]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([breaks], "broke off"),
        ([sends(CSL.encode(), declared=10_000)], "broke off after"),
        ([sends(b"x" * 2**20)], "sends more than 0.5 MiB"),
        ([redirects("http://localhost/list.csv")], "only https:// is followed"),
        ([redirects("/c.csv")], "sends elsewhere more than"),
        ([status(503)], "answered 503 Service Unavailable, in 2 attempts"),
        ([status(404)], "answered 404"),
        ([drips], "took longer than"),
        ([sends(b"")], "is empty"),
        ([sends((CSL + ROWS.splitlines()[0]).encode())], "shrink"),
    ],
    ids=["broken", "truncated", "large", "to-http", "loop", "busy", "missing", "slow", "empty", "shrunk"],
)
def test_what_goes_wrong_leaves_what_is_there(
    run: Run, server: Server, config: Config, answers: list[Callable[..., None]], said: str
) -> None:
    address = server.put("/c.csv", sends((CSL + ROWS).encode()))
    config(f"  max_mib: 0.5\n  addresses: {{csl: '{address}'}}\n")
    before = _state(run, "csl")
    server.put("/c.csv", *answers)
    patience = 1 if answers == [drips] else 60
    config(f"  max_mib: 0.5\n  total_seconds: {patience}\n  addresses: {{csl: '{address}'}}\n")
    after = _state(run, "csl")
    assert (before["state"], after["state"]) == ("updated", "failed")
    assert said in after["error"]["message"]  # type: ignore[index]
    assert after["snapshot"] == before["snapshot"]


def test_a_certificate_of_an_unknown_authority_is_not_believed(run: Run, server: Server, tmp_path: Path) -> None:
    address = server.put("/c.csv", sends((CSL + ROWS).encode()))
    (tmp_path / "own.yaml").write_text(f"update: {{addresses: {{csl: '{address}'}}}}\n", encoding="utf-8")
    done = run("lists", "update", "csl", "--config", "own.yaml", "--store", "store", **DIRECT)
    assert done.returncode == 2
    assert "has a certificate that is not believed" in done.stdout
    assert "update.ca" in done.stdout
    assert server.asked == []


@pytest.fixture
def proxy(server: Server) -> Iterator[Proxy]:
    proxy = Proxy(server.port)
    yield proxy
    proxy.close()


def test_a_proxy_is_gone_through(run: Run, server: Server, config: Config, proxy: Proxy) -> None:
    server.put("/lists/consolidated.csv", sends((CSL + ROWS).encode()))
    config(f"  mirror: https://localhost:{server.port}/lists/\n  proxy: http://127.0.0.1:{proxy.port}\n")
    assert _state(run, "csl")["state"] == "updated"
    assert [asked.split()[1] for asked in proxy.asked] == [f"localhost:{server.port}"]


def test_a_list_that_is_not_fetched_is_told_before_anything_is_done(run: Run) -> None:
    done = run("lists", "update", "csll", "--store", "store")
    assert done.returncode == 2
    assert "there is no list 'csll' to update; did you mean 'csl'?" in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("update: {mirors: 'https://mirror.example/'}", "Did you mean 'mirror'?"),
        ("update: {addresses: {cls: 'https://mirror.example/x'}}", "Did you mean 'csl'?"),
        ("update: {mirror: 'http://mirror.example/'}", "It begins with https://"),
        ("update: {proxy: 'https://proxy.example:1'}", "http://proxy.example:3128"),
        ("update: {attempts: 0}", "less than the minimum"),
        ("update: {addresses: {ofac-sdn: 'https://mirror.example/sdn.csv'}}", "sdn.csv, alt.csv, add.csv"),
    ],
)
def test_a_config_that_is_not_valid_is_said(run: Run, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "vendorcheck.yaml").write_text(text + "\n", encoding="utf-8")
    done = run("lists", "update", "ofac-sdn", "--store", "store")
    assert done.returncode == 2
    assert said in done.stderr + done.stdout


def test_what_the_config_says_is_shown_and_nothing_secret(run: Run, config: Config, server: Server) -> None:
    config("  proxy: http://ann:secret@proxy.example:3128\n  addresses: {eu: 'https://e.example/x?token=secret'}\n")
    done = run("config", "show")
    assert done.returncode == 0
    assert "secret" not in done.stdout
    rows = [row.split() for row in done.stdout.splitlines()]
    assert ["update.proxy", "http://proxy.example:3128", "vendorcheck.yaml:6"] in rows
    assert ["update.addresses", "eu=https://e.example/x", "vendorcheck.yaml:7"] in rows
    assert ["update.ca", server.ca.as_posix(), "vendorcheck.yaml:3"] in rows
    assert ["update.connect_seconds", "15", "default"] in rows
    assert '"update.attempts"' in run("config", "show", "-o", "json").stdout


#: Loaded by the interpreter before anything else: whatever would open a socket or look up a host ends in an error.
NO_NETWORK = """\
import sys
def watch(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(f"the network was spoken to: {event} {arguments}")
sys.addaudithook(watch)
"""


@pytest.fixture
def offline(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which no socket can be made."""
    folder = tmp_path_factory.mktemp("offline")
    (folder / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return {"PYTHONPATH": str(folder)}


def test_nothing_but_an_update_speaks_to_a_network(
    run: Run, server: Server, config: Config, mixed: str, offline: dict[str, str]
) -> None:
    config(f"  addresses: {{csl: '{server.put('/c.csv', sends((CSL + ROWS).encode()))}'}}\n")
    assert "the network was spoken to" in run("lists", "update", "csl", **offline, **DIRECT).stderr
    assert run("lists", "update", "csl", **DIRECT).returncode == 0
    before = len(server.asked)
    for words in (
        ("scan", mixed, "-p", "us-federal", "--list", "csl"),
        ("check", "Hikvision", "--list", "csl"),
        ("lists", "list"),
        ("config", "show"),
    ):
        done = run(*words, **offline)
        assert done.returncode in (0, 1, 4)
        assert "the network was spoken to" not in done.stderr
    assert len(server.asked) == before
