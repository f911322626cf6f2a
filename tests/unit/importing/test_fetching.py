"""A file from a server that is well, slow, broken, sends elsewhere, or says what is not so."""

import gzip
import os
from collections.abc import Callable, Iterator

import pytest
import trustme
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from list_server import (
    Answering,
    Proxy,
    Server,
    breaks,
    chunks,
    drips,
    is_silent,
    packed,
    redirects,
    says,
    sends,
    status,
)

from vendorcheck.importing.fetching import MAX_REDIRECTS, Fetched, fetch
from vendorcheck.importing.fetching_request import Validators
from vendorcheck.importing.fetching_way import way_of
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.rulebook.config import Update

LIST = b"name,country\nAcme Ltd,GB\n"
KNOWN = Validators('"v1"', "Fri, 20 Nov 2026 08:00:00 GMT")

Fetching = Callable[..., Fetched]


def _refused(fetching: Fetching, address: str, **changed: object) -> str:
    with pytest.raises(VendorcheckError) as caught:
        fetching(address, **changed)
    assert caught.value.code == "list_unreachable"
    return caught.value.message


def test_a_file_comes_with_what_the_server_says_of_it(server: Server, fetching: Fetching) -> None:
    address = server.put("/list.csv", sends(LIST, ETag=str(KNOWN.etag), Last_Modified=str(KNOWN.modified)))
    assert fetching(address) == Fetched(LIST, KNOWN, ("localhost",))
    (asked,) = server.asked
    assert asked.headers["User-Agent"].startswith("vendorcheck/")
    assert "If-None-Match" not in asked.headers
    assert "If-Modified-Since" not in asked.headers


@pytest.mark.parametrize(
    "answer",
    [
        packed(LIST),
        sends(gzip.compress(LIST[:9]) + gzip.compress(LIST[9:]), Content_Encoding="gzip"),
        chunks(LIST[:5], LIST[5:]),
        status(200, gzip.compress(LIST), Content_Encoding="gzip"),
    ],
    ids=["packed", "packed-in-two", "in-pieces", "packed-without-length"],
)
def test_however_a_file_is_sent_it_is_the_same(server: Server, fetching: Fetching, answer: Answering) -> None:
    assert fetching(server.put("/list.csv", answer)).content == LIST


def test_what_follows_the_question_mark_is_asked_for_and_never_shown(server: Server, fetching: Fetching) -> None:
    address = server.put("/list.csv", status(404))
    assert "secret" not in _refused(fetching, address + "?token=secret")
    assert server.asked[0].path == "/list.csv?token=secret"


def test_a_file_that_has_not_changed_is_not_sent_again(server: Server, fetching: Fetching) -> None:
    address = server.put("/list.csv", status(304))
    assert fetching(address, KNOWN) == Fetched(None, KNOWN, ("localhost",))
    headers = server.asked[0].headers
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == KNOWN


def test_a_server_cannot_say_unasked_that_nothing_has_changed(server: Server, fetching: Fetching) -> None:
    assert "answered 304" in _refused(fetching, server.put("/list.csv", status(304)))


@pytest.mark.parametrize(
    "passing", [status(500), status(503, Retry_After="0"), status(429), breaks, sends(LIST, len(LIST) + 9)]
)
def test_what_passes_is_tried_again(server: Server, fetching: Fetching, passing: Answering) -> None:
    address = server.put("/list.csv", passing, passing, sends(LIST))
    assert fetching(address, attempts=3).content == LIST
    assert len(server.asked) == 3


def test_what_does_not_pass_is_said_with_the_number_of_attempts(server: Server, fetching: Fetching) -> None:
    address = server.put("/list.csv", status(502))
    assert _refused(fetching, address, attempts=2) == f"{address} answered 502 Bad Gateway, in 2 attempts"
    assert len(server.asked) == 2


def test_a_server_that_asks_to_wait_is_heard(server: Server, fetching: Fetching) -> None:
    address = server.put("/list.csv", status(503, Retry_After="0"), sends(LIST))
    assert fetching(address, attempts=2, pause_seconds=60, total_seconds=30).content == LIST


@pytest.mark.parametrize("wait", ["86400", "Fri, 20 Nov 2099 08:00:00 GMT"])
def test_nobody_waits_for_ever(server: Server, fetching: Fetching, wait: str) -> None:
    address = server.put("/list.csv", status(503, Retry_After=wait))
    assert "asks to wait for" in _refused(fetching, address, attempts=4)
    assert len(server.asked) == 1


@pytest.mark.parametrize("wait", ["soon", "-1", "Fri, 99 Nov 2099 08:00:00 GMT", "Fri, 20 Nov 2020 08:00:00 GMT"])
def test_a_wait_that_means_nothing_is_none(server: Server, fetching: Fetching, wait: str) -> None:
    address = server.put("/list.csv", status(503, Retry_After=wait), sends(LIST))
    assert fetching(address, attempts=2).content == LIST


@pytest.mark.parametrize("code", [204, 206, 401, 403, 404, 410])
def test_other_answers_are_final(server: Server, fetching: Fetching, code: int) -> None:
    address = server.put("/list.csv", status(code, Content_Length="0"))
    assert f"answered {code}" in _refused(fetching, address, attempts=4)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (breaks, "broke off"),
        (sends(LIST, declared=len(LIST) + 100), "broke off after 25 of 125 bytes"),
        (chunks(LIST, whole=False), "broke off"),
        (sends(gzip.compress(LIST)[:-4], Content_Encoding="gzip"), "broke off within the packed file"),
        (sends(gzip.compress(LIST)[:12], Content_Encoding="gzip"), "broke off within the packed file"),
        (sends(LIST, Content_Encoding="gzip"), "cannot be unpacked"),
        (sends(LIST, Content_Encoding="br"), "packed as 'br'"),
        (status(200, LIST), "does not say how long the file is"),
        (status(200, LIST, Content_Length="many"), "does not say how long the file is"),
    ],
    ids=["nothing", "short", "pieces", "end-of-packed", "packed", "not-packed", "other-packing", "no-end", "no-number"],
)
def test_a_part_is_never_taken_for_the_whole(server: Server, fetching: Fetching, answer: Answering, said: str) -> None:
    assert said in _refused(fetching, server.put("/list.csv", answer))


def test_nothing_is_read_beyond_the_declared_length(server: Server, fetching: Fetching) -> None:
    address = server.put("/list.csv", sends(LIST + b"x" * 100, declared=len(LIST)))
    assert fetching(address).content == LIST


@pytest.mark.parametrize(
    "answer",
    [sends(b"x" * 2**20), sends(b"", declared=2**40), chunks(*[b"x" * 2**16] * 9), packed(b"x" * 2**24)],
    ids=["declared", "only-declared", "pieces", "packed"],
)
def test_a_file_that_is_too_large_is_not_taken(server: Server, fetching: Fetching, answer: Answering) -> None:
    assert "sends more than 0.5 MiB" in _refused(fetching, server.put("/list.csv", answer), max_mib=0.5)


def test_a_file_may_be_as_large_as_the_limit(server: Server, fetching: Fetching) -> None:
    address = server.put("/list.csv", packed(b"x" * 2**16))
    assert len(fetching(address, max_mib=2**-4).content or b"") == 2**16


def test_a_server_that_is_silent_is_left(server: Server, fetching: Fetching) -> None:
    assert "is silent" in _refused(fetching, server.put("/list.csv", is_silent), read_seconds=0.1)


@pytest.mark.parametrize("answer", [drips, is_silent])
def test_all_together_has_an_end(server: Server, fetching: Fetching, answer: Answering) -> None:
    address = server.put("/list.csv", answer)
    assert "took longer than 0.3 seconds" in _refused(fetching, address, total_seconds=0.3, attempts=9)


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_its_host_said(server: Server, fetching: Fetching, code: int) -> None:
    there = server.put("/there.csv", sends(LIST), host="127.0.0.1")
    assert fetching(server.put("/list.csv", redirects(there, code))) == Fetched(
        LIST, Validators(), ("localhost", "127.0.0.1")
    )


def test_a_redirect_may_be_relative(server: Server, fetching: Fetching) -> None:
    server.put("/there.csv", sends(LIST))
    assert fetching(server.put("/list.csv", redirects("/there.csv"))).hosts == ("localhost",)


def test_a_circle_of_redirects_has_an_end(server: Server, fetching: Fetching) -> None:
    address = server.put("/list.csv", redirects("/list.csv"))
    assert f"more than {MAX_REDIRECTS} times" in _refused(fetching, address)
    assert len(server.asked) == MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    "to", ["http://localhost/list.csv", "file:///etc/hostname", "ftp://localhost/", "https://:99/list.csv"]
)
def test_only_https_is_followed(server: Server, fetching: Fetching, to: str) -> None:
    assert "only https:// is followed" in _refused(fetching, server.put("/list.csv", redirects(to)))
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "to", ["https://localhost:x/", "https://[::1", "https://localhost/\xe9 list", "https://\xe9..b/"]
)
def test_a_redirect_to_what_is_no_address_is_said(server: Server, fetching: Fetching, to: str) -> None:
    assert _refused(fetching, server.put("/list.csv", redirects(to)))
    assert len(server.asked) == 1


def test_a_redirect_to_nowhere_is_said(server: Server, fetching: Fetching) -> None:
    assert "does not say where" in _refused(fetching, server.put("/list.csv", status(302, Content_Length="0")))


@pytest.mark.parametrize("address", ["http://localhost/list.csv", "file:///etc/hostname", "ftp://localhost/x", "x.csv"])
def test_only_https_is_asked(fetching: Fetching, address: str) -> None:
    assert "over https:// alone" in _refused(fetching, address)


def test_an_authority_that_nobody_named_is_not_believed(server: Server) -> None:
    address = server.put("/list.csv", sends(LIST))
    with pytest.raises(VendorcheckError) as caught:
        fetch(address, way_of(Update(attempts=3, pause_seconds=0)), name="list.csv")
    assert "has a certificate that is not believed" in caught.value.message
    assert "update.ca" in (caught.value.help or "")
    assert server.asked == []


def test_another_authority_is_no_better(
    server: Server, asking: Update, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(other))
    with pytest.raises(VendorcheckError, match="not believed"):
        fetch(server.put("/list.csv", sends(LIST)), way_of(asking._replace(ca=other)), name="list.csv")


def test_certificates_that_cannot_be_read_are_said_before_anything_is_asked(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("authority")
    empty = folder / "empty.pem"
    empty.write_text("no certificate", encoding="utf-8")
    for ca in (empty, folder / "missing.pem"):
        with pytest.raises(VendorcheckError) as caught:
            way_of(Update(ca=ca))
        assert caught.value.code == "config_invalid"
        assert ca.name in caught.value.message


def test_a_host_that_is_not_there_is_said(fetching: Fetching) -> None:
    assert "cannot be found" in _refused(fetching, "https://nowhere.invalid/list.csv")


_HEADS = st.sampled_from(
    [
        b"Content-Length: 5",
        b"Content-Length: -1",
        b"Content-Encoding: gzip",
        b"Transfer-Encoding: chunked",
        b"Location: :",
    ]
)


@given(
    status=st.sampled_from([b"200", b"302", b"304", b"999", b"-1", b"", b"503"]),
    heads=st.lists(_HEADS | st.binary(max_size=20), max_size=4),
    body=st.binary(max_size=40),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_answer_brings_it_down(
    server: Server, fetching: Fetching, status: bytes, heads: list[bytes], body: bytes
) -> None:
    address = server.put("/list.csv", says(b"\r\n".join([b"HTTP/1.1 " + status + b" X", *heads, b"", body])))
    try:
        assert isinstance(fetching(address).content, bytes)
    except VendorcheckError as error:
        assert error.code == "list_unreachable"  # noqa: PT017 (either is right, and nothing else)


def test_the_progress_is_told_in_bytes(server: Server, asking: Update) -> None:
    told = []
    address = server.put("/list.csv", sends(LIST))
    fetch(address, way_of(asking), name="list.csv", watch=lambda *said: told.append(said))
    assert told[-1] == ("list.csv", len(LIST), len(LIST))


class TestProxies:
    """The way through a proxy that only knows CONNECT."""

    @pytest.fixture
    def proxy(self, server: Server) -> Iterator[Proxy]:
        proxy = Proxy(server.port)
        yield proxy
        proxy.close()

    def test_of_the_config(self, server: Server, fetching: Fetching, proxy: Proxy) -> None:
        address = server.put("/list.csv", sends(LIST))
        assert fetching(address, proxy=f"http://127.0.0.1:{proxy.port}").content == LIST
        assert proxy.asked[0].startswith(f"CONNECT localhost:{server.port} ")
        assert "Authorization" not in proxy.asked[0]

    def test_is_told_who_asks(self, server: Server, fetching: Fetching, proxy: Proxy) -> None:
        address = server.put("/list.csv", sends(LIST))
        fetching(address, proxy=f"http://ann:p%40ss@127.0.0.1:{proxy.port}")
        assert "Proxy-Authorization: Basic YW5uOnBAc3M=" in proxy.asked[0]
        assert not any("Authorization" in name for name in server.asked[0].headers)

    def test_of_the_environment(
        self, server: Server, fetching: Fetching, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        address = server.put("/list.csv", sends(LIST))
        monkeypatch.setenv("HTTPS_PROXY" if os.name == "nt" else "https_proxy", f"127.0.0.1:{proxy.port}")
        assert fetching(address).content == LIST
        assert len(proxy.asked) == 1
        monkeypatch.setenv("no_proxy", "localhost")
        assert fetching(address).content == LIST
        assert len(proxy.asked) == 1

    def test_that_refuses(self, server: Server, fetching: Fetching) -> None:
        proxy = Proxy(server.port, refusal=b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
        said = _refused(fetching, server.put("/list.csv", sends(LIST)), proxy=f"http://127.0.0.1:{proxy.port}")
        assert "407" in said
        assert server.asked == []
        proxy.close()

    @pytest.mark.parametrize("text", ["https://proxy.example:3128", "socks5://proxy.example:1080", "http://"])
    def test_of_another_kind(self, fetching: Fetching, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
        monkeypatch.setenv("HTTPS_PROXY", text)
        with pytest.raises(VendorcheckError) as caught:
            fetching("https://localhost/list.csv")
        assert caught.value.code == "config_invalid"
        assert "only proxies at http://" in caught.value.message
