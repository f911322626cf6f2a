"""A config: what it states, line by line, and every fault at its place; its schema in step with the others."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.cli.setting_table import SETTINGS
from vendorcheck.model.errors import ConfigError, VendorcheckError
from vendorcheck.rulebook import schema_text
from vendorcheck.rulebook.config import Stated, load_config

TEXT = """\
profile: us-federal
fail_on: medium
strict: true
header_line: 3
ignore: [us-889-a, human-rights]
policies:
  harbour:
    fail_on: low
"""


def _config(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "vendorcheck.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_a_config_states_has_its_line(tmp_path: Path) -> None:
    config = load_config(_config(tmp_path, TEXT))
    assert config.stated == {
        "profile": Stated(("us-federal",), 1),
        "fail_on": Stated(("medium",), 2),
        "strict": Stated(("true",), 3),
        "header_line": Stated(("3",), 4),
        "ignore": Stated(("us-889-a", "human-rights"), 5),
    }
    assert [policy.id for policy in config.policies] == ["harbour"]
    assert config.folder == tmp_path


@pytest.mark.parametrize(
    ("text", "where", "said", "help"),
    [
        ("fail-on: high\n", (1, 1), "'fail-on' is not known here", "Did you mean 'fail_on'?"),
        ("strict: yes\n", (1, 1), "'yes' is not of type boolean", ""),
        ("a: b: c\n", (1, 5), "mapping values are not allowed in this context", ""),
        ("profile: {a: b}\n", (1, 1), "fits none of the forms allowed here", ""),
        ("policies: {Harbour: {}}\n", (1, 12), "is not written as an id is here", ""),
        ("policies: {harbour: {id: harbour}}\n", (1, 22), "'id' is not known here", ""),
        ("fail_on: high\nfail_on: low\n", (2, 1), "'fail_on' stands twice, first at line 1", ""),
        ("as_of: yesterday\n", (1, 1), "is not written as a day is here", ""),
        ("", (1, 1), "the file is empty", ""),
    ],
)
def test_what_is_wrong_is_said_at_its_place(
    tmp_path: Path, text: str, where: tuple[int, int], said: str, help: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(_config(tmp_path, text))
    fault = caught.value.faults[0]
    assert (caught.value.code, caught.value.exit_code) == ("config_invalid", 2)
    assert (fault.spot.line, fault.spot.column) == where
    assert said in fault.message
    assert (fault.help or "").startswith(help)


def test_every_fault_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(_config(tmp_path, "fail_on: hihg\nstrct: true\npolicies: {harbour: {stict: true}}\n"))
    assert [fault.spot.line for fault in caught.value.faults] == [1, 2, 3]


def test_a_config_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(VendorcheckError, match="cannot be read") as caught:
        load_config(tmp_path)
    assert caught.value.code == "config_invalid"
    assert (caught.value.help or "").startswith("Name a file that can be read with --config")


def test_the_schema_has_every_option_and_the_keys_of_a_policy() -> None:
    schema, policy = json.loads(schema_text("config")), json.loads(schema_text("policy"))
    assert list(schema["properties"]) == [*(each.key for each in SETTINGS), "update", "policies"]
    of_policy = {key: value for key, value in policy["properties"].items() if key != "id"}
    assert schema["$defs"]["policy"]["properties"] == of_policy
    assert set(policy["$defs"]) <= set(schema["$defs"])


@given(st.text(max_size=200))
def test_no_text_brings_it_down(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "vendorcheck.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            load_config(path)
        except ConfigError as error:
            assert error.faults  # noqa: PT017 (either is right, and nothing else)
