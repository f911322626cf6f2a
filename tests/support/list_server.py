"""A server of lists for tests, over HTTPS with an authority of its own, that does what a test tells it; and a proxy."""

import gzip
import select
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
import trustme

#: What a server does with one request.
Answering = Callable[[BaseHTTPRequestHandler], None]


class Asked(NamedTuple):
    """A request as it came."""

    path: str
    headers: Mapping[str, str]


class Server(ThreadingHTTPServer):
    """Serves what was put under each path: one answer after another, the last of them again and again."""

    daemon_threads = True

    def __init__(self, authority: trustme.CA, ca: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.ca, self.asked = ca, list[Asked]()
        self._answers: dict[str, list[Answering]] = {}
        self.ended = threading.Event()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
        # The handshake is left to the thread of each connection: one that fails holds nothing up.
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def put(self, path: str, *answers: Answering, host: str = "localhost") -> str:
        """Put answers under a path, and return its address."""
        self._answers[path] = list(answers)
        return f"https://{host}:{self.port}{path}"

    def next_answer(self, path: str) -> Answering:
        answers = self._answers.get(path.partition("?")[0], [status(404)])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that break off are what is tested."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(Asked(self.path, dict(self.headers.items())))
        self.close_connection = True
        self.server.next_answer(self.path)(self)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def sends(body: bytes, declared: int | None = None, **headers: str) -> Answering:
    """A file, with the length that is declared where that is not its own."""
    length = {"Content-Length": str(len(body) if declared is None else declared)}
    return status(200, body, **{**length, **headers})


def status(code: int, body: bytes = b"", **headers: str) -> Answering:
    """An answer with this status; underscores in names of headers are dashes."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def says(text: bytes) -> Answering:
    """These bytes and no others."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(text)

    return answer


def redirects(to: str, code: int = 302) -> Answering:
    """An answer that sends elsewhere."""
    return status(code, Location=to, Content_Length="0")


def packed(body: bytes) -> Answering:
    """A file packed as gzip."""
    return sends(gzip.compress(body), Content_Encoding="gzip")


def chunks(*pieces: bytes, whole: bool = True) -> Answering:
    """A file in pieces, of which the last is missing where it is not whole."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        status(200, Transfer_Encoding="chunked")(handler)
        for piece in pieces:
            handler.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        if whole:
            handler.wfile.write(b"0\r\n\r\n")

    return answer


def breaks(handler: BaseHTTPRequestHandler) -> None:
    """Close the connection without a word."""
    with suppress(OSError):
        handler.connection.shutdown(socket.SHUT_RDWR)


def is_silent(handler: BaseHTTPRequestHandler) -> None:
    """Say nothing until the test is over."""
    assert isinstance(handler.server, Server)
    handler.server.ended.wait()


def drips(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, from the first of the head, until the test is over."""
    assert isinstance(handler.server, Server)
    text = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Long: " + b"x" * 10_000
    for at in range(len(text)):
        handler.wfile.write(text[at : at + 1])
        handler.wfile.flush()
        if handler.server.ended.wait(0.02):
            return


class Proxy:
    """A proxy that connects whoever asks with CONNECT to one server, whatever host is named."""

    def __init__(self, to: int, refusal: bytes | None = None) -> None:
        self._to, self._refusal = to, refusal
        self.asked = list[str]()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._socket.accept()
                threading.Thread(target=self._pass_on, args=(client,), daemon=True).start()

    def _pass_on(self, client: socket.socket) -> None:
        with suppress(OSError), client:
            head = b""
            while b"\r\n\r\n" not in head:
                head += client.recv(1 << 12)
            self.asked.append(head.decode("ascii"))
            if self._refusal is not None:
                client.sendall(self._refusal)
                return
            with socket.create_connection(("127.0.0.1", self._to)) as server:
                client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                _relay(client, server)


def _relay(one: socket.socket, other: socket.socket) -> None:
    while True:
        ready, _, _ = select.select([one, other], [], [])
        for each in ready:
            data = each.recv(1 << 16)
            if not data:
                return
            (other if each is one else one).sendall(data)


@contextmanager
def serving(authority: trustme.CA, folder: Path) -> Iterator[Server]:
    """A server that runs, its authority's certificate in a folder."""
    ca = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(ca))
    with Server(authority, ca) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.ended.set()
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """The authority that issued the server's certificate."""
    return trustme.CA()


@pytest.fixture
def server(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of lists."""
    with serving(authority, tmp_path_factory.mktemp("authority")) as running:
        yield running
