"""How official lists are fetched, as a config says it."""

from pathlib import Path

import pytest

from vendorcheck.model.errors import ConfigError
from vendorcheck.rulebook.config import Update, load_config, shown_address, update_texts


def _update(folder: Path, text: str) -> Update:
    path = folder / "vendorcheck.yaml"
    path.write_text(text, encoding="utf-8")
    return load_config(path).update


def test_nothing_said_is_what_holds_otherwise(tmp_path: Path) -> None:
    assert _update(tmp_path, "strict: true\n") == Update()


def test_everything_can_be_said_and_paths_start_from_the_config(tmp_path: Path) -> None:
    text = """\
update:
  addresses: {csl: 'https://a.example/c.csv', ofac-sdn: ['https://a.example/1', 'https://a.example/2']}
  mirror: https://mirror.example/lists/
  proxy: http://proxy.example:3128
  ca: own/authority.pem
  connect_seconds: 0.5
  read_seconds: 1
  total_seconds: 2
  max_mib: 0.25
  attempts: 1
  pause_seconds: 0
"""
    assert _update(tmp_path, text) == Update(
        {"csl": ("https://a.example/c.csv",), "ofac-sdn": ("https://a.example/1", "https://a.example/2")},
        "https://mirror.example/lists/",
        "http://proxy.example:3128",
        tmp_path / "own" / "authority.pem",
        connect_seconds=0.5,
        read_seconds=1,
        total_seconds=2,
        max_mib=0.25,
        attempts=1,
        pause_seconds=0,
    )
    assert load_config(tmp_path / "vendorcheck.yaml").update_lines["ca"] == 5


@pytest.mark.parametrize(
    "text",
    [
        "update: {}",
        "update: {mirror: 'http://mirror.example/'}",
        "update: {mirror: 'https://'}",
        "update: {mirror: 'https://ann:secret@mirror.example/'}",
        "update: {mirror: 'https://mirror.example/a b/'}",
        "update: {addresses: {csl: 'file:///etc/hosts'}}",
        "update: {addresses: {csl: []}}",
        "update: {addresses: {own: 'https://own.example/'}}",
        "update: {proxy: 'proxy.example:3128'}",
        "update: {total_seconds: 0}",
        "update: {attempts: 11}",
        "update: {max_mib: 4096}",
        "update: {insecure: true}",
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError):
        _update(tmp_path, text + "\n")


def test_every_key_has_a_text_and_none_holds_a_secret() -> None:
    update = Update(
        {"eu": ("https://e.example/x?token=secret",)}, "https://m.example/?secret", "http://ann:secret@p.example:1"
    )
    texts = update_texts(update)
    assert tuple(texts) == Update._fields
    assert "secret" not in str(texts)
    assert texts["proxy"] == ("http://p.example:1",)
    assert update_texts(Update())["ca"] == ()


def test_an_address_is_shown_without_what_may_be_secret() -> None:
    assert shown_address("https://ann:secret@a.example:8443/x/y.csv?token=secret#z") == "https://a.example:8443/x/y.csv"
