"""The server of lists, and how it is asked: at once, and never for long."""

from collections.abc import Callable
from typing import Any

import pytest
from list_server import Server, authority, server

from vendorcheck.importing.fetching import Fetched, fetch
from vendorcheck.importing.fetching_request import NONE_KNOWN, Validators
from vendorcheck.importing.fetching_way import way_of
from vendorcheck.rulebook.config import Update

__all__ = ["authority", "server"]

Fetching = Callable[..., Fetched]


@pytest.fixture(autouse=True)
def _no_proxy_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def asking(server: Server) -> Update:
    """How the server is asked: its authority is believed, one attempt is made, and nothing is waited for."""
    return Update(ca=server.ca, attempts=1, pause_seconds=0)


@pytest.fixture
def fetching(asking: Update) -> Fetching:
    """Fetches from an address; keywords change how the server is asked."""

    def fetching(address: str, known: Validators = NONE_KNOWN, **changed: Any) -> Fetched:
        return fetch(address, way_of(asking._replace(**changed)), known=known, name="list.csv")

    return fetching
