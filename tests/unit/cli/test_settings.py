"""Flag before variable before config before default, for every option, and where each value was said."""

import os
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.cli.requests import request_of
from vendorcheck.cli.setting_table import SETTINGS, Setting
from vendorcheck.cli.settings import settings_of
from vendorcheck.cli.variables import OTHERS, variable_of
from vendorcheck.model.errors import VendorcheckError

#: Of each kind: a flag, what it comes to; a variable, what it comes to; a value of a config, what it comes to.
SAMPLES: dict[str, tuple[Any, tuple[str, ...], str, tuple[str, ...], str, tuple[str, ...]]] = {
    "text": ("f", ("f",), "v", ("v",), "c", ("c",)),
    "words": (["f,g", "h"], ("f", "g", "h"), "v, w", ("v", "w"), "[c, d]", ("c", "d")),
    "lines": (["r=F, G"], ("r=F, G",), "r=V, W\nr=X", ("r=V, W", "r=X"), "['r=C, D']", ("r=C, D",)),
    "number": (0, ("0",), "7", ("7",), "9", ("9",)),
    "flag": (True, ("true",), "false", ("false",), "true", ("true",)),
    "path": (Path("f/x"), ("f/x",), "v/x", ("v/x",), "c/x", ("conf/c/x",)),
    "paths": ([Path("f"), Path("g")], ("f", "g"), f"v{os.pathsep}w", ("v", "w"), "[c, d]", ("conf/c", "conf/d")),
    "lists": (
        ["f.csv", "csl"],
        ("f.csv", "csl"),
        f"v.csv{os.pathsep}csl",
        ("v.csv", "csl"),
        "[c.csv, csl]",
        ("conf/c.csv", "csl"),
    ),
    "policy": ("f", ("f",), "v", ("v",), "gate/p.yaml@sha256:00", ("conf/gate/p.yaml@sha256:00",)),
    "outputs": (["text"], ("text",), "json=v\ntext", ("json=v", "text"), "[text, json=c]", ("text", "json=conf/c")),
}

#: Options whose values a config checks.
VALID = {"as_of": "2026-01-02", "fail_on": "low", "min_confidence": "strong"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and no variable that says anything."""
    for name in os.environ:
        if name.startswith("VENDORCHECK_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "conf").mkdir()
    return tmp_path


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
@pytest.mark.parametrize("said", ["flag", "variable", "config", "nothing"])
def test_precedence(setting: Setting, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    flag, of_flag, variable, of_variable, stated, of_stated = SAMPLES[setting.kind]
    if setting.key in VALID:
        stated, of_stated = VALID[setting.key], (VALID[setting.key],)
    given: dict[str, object] = {}
    if said != "nothing":
        Path("conf/own.yaml").write_text(f"# first\n{setting.key}: {stated}\n", encoding="utf-8")
    else:
        Path("conf/own.yaml").write_text("{}\n", encoding="utf-8")
    if said in ("flag", "variable"):
        monkeypatch.setenv(variable_of(setting.key), variable)
    if said == "flag":
        given = {setting.key: flag}
    option = settings_of(given, Path("conf/own.yaml")).options[setting.key]
    assert (option.values, option.origin) == {
        "flag": (of_flag, "command line"),
        "variable": (of_variable, variable_of(setting.key)),
        "config": (of_stated, "conf/own.yaml:2"),
        "nothing": (setting.default, "default"),
    }[said]


def test_the_config_of_the_working_folder_is_read_and_its_paths_are_as_written() -> None:
    Path("vendorcheck.yaml").write_text("waivers: w.yaml\n", encoding="utf-8")
    option = settings_of({}).options["waivers"]
    assert (option.values, option.origin) == (("w.yaml",), "vendorcheck.yaml:1")


def test_a_named_config_is_read_in_place_of_it() -> None:
    Path("vendorcheck.yaml").write_text("purpose: a\n", encoding="utf-8")
    Path("conf/own.yaml").write_text("sheet: b\n", encoding="utf-8")
    settings = settings_of({}, Path("conf/own.yaml"))
    assert (settings.text("purpose"), settings.text("sheet")) == (None, "b")


def test_a_variable_may_name_the_config(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("conf/own.yaml").write_text("sheet: b\n", encoding="utf-8")
    monkeypatch.setenv("VENDORCHECK_CONFIG", "conf/own.yaml")
    assert settings_of({}).options["sheet"].origin == "conf/own.yaml:1"


def test_isolated_only_flags_count_and_the_config_that_one_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VENDORCHECK_SHEET", "v")
    monkeypatch.setenv("VENDORCHECK_SHET", "v")
    monkeypatch.setenv("VENDORCHECK_CONFIG", "none.yaml")
    Path("vendorcheck.yaml").write_text("not: [yaml\n", encoding="utf-8")
    settings = settings_of({"purpose": "p"}, isolated=True)
    assert settings.origins == {"--purpose": "command line"}
    Path("conf/own.yaml").write_text("sheet: b\n", encoding="utf-8")
    assert settings_of({}, Path("conf/own.yaml"), isolated=True).text("sheet") == "b"


@pytest.mark.parametrize("name", OTHERS)
def test_variables_that_are_no_options_say_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "1")
    assert settings_of({}).origins == {}


def test_an_empty_variable_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VENDORCHECK_SHEET", "")
    assert settings_of({}).origins == {}


@pytest.mark.parametrize("variable", ["VENDORCHECK_FOO", "VENDORCHECK_", "VENDORCHECK_TEST", "VENDORCHECK_HOME"])
def test_a_variable_like_none_is_not_guessed_at(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, "x")
    with pytest.raises(VendorcheckError) as caught:
        settings_of({})
    assert caught.value.message == f"the variable {variable} stands for no option"


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("VENDORCHECK_FAIL_ONN", "x", "stands for no option; did you mean VENDORCHECK_FAIL_ON?"),
        ("VENDORCHECK_FAILON", "x", "stands for no option; did you mean VENDORCHECK_FAIL_ON?"),
        ("VENDORCHECK_STRICT", "yes", "VENDORCHECK_STRICT is 'yes'"),
        ("VENDORCHECK_HEADER_LINE", "two", "VENDORCHECK_HEADER_LINE is 'two', and no number"),
        ("VENDORCHECK_HEADER_LINE", "-1", "VENDORCHECK_HEADER_LINE is '-1', and no number"),
        ("VENDORCHECK_SELECT", "a,,b", "--select 'a,,b' has nothing between its signs ','"),
    ],
)
def test_a_variable_that_means_nothing_is_refused(
    variable: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(VendorcheckError) as caught:
        settings_of({})
    assert said in caught.value.message
    assert (caught.value.code, caught.value.exit_code) == ("usage", 2)


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        (
            "VENDORCHECK_FAIL_ON",
            "hihg",
            "--fail-on names no severity 'hihg'; did you mean 'high'? (VENDORCHECK_FAIL_ON)",
        ),
        ("VENDORCHECK_AS_OF", "2026-02-30", "--as-of '2026-02-30' is not a day (VENDORCHECK_AS_OF)"),
        (
            "VENDORCHECK_MIN_CONFIDENCE",
            "sure",
            "--min-confidence names no confidence 'sure' (VENDORCHECK_MIN_CONFIDENCE)",
        ),
    ],
)
def test_a_value_that_means_nothing_is_refused_with_where_it_was_said(
    variable: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(VendorcheckError) as caught:
        request_of(settings_of({}))
    assert caught.value.message == said


def test_a_config_under_another_ending_is_refused_and_not_passed_over() -> None:
    Path("vendorcheck.yml").write_text("strict: true\n", encoding="utf-8")
    with pytest.raises(VendorcheckError, match=r"vendorcheck\.yml is not read") as caught:
        settings_of({})
    assert caught.value.code == "config_invalid"


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: path.symlink_to("nowhere")])
def test_a_config_that_cannot_be_read_is_an_error(make: Any) -> None:
    make(Path("vendorcheck.yaml"))
    with pytest.raises(VendorcheckError, match="cannot be read"):
        settings_of({})


def test_a_pinned_policy_is_not_mixed_with_a_config_that_nobody_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pinned = f"policy.yaml@sha256:{'0' * 64}"
    Path("vendorcheck.yaml").write_text("sheet: a\n", encoding="utf-8")
    with pytest.raises(VendorcheckError, match="the policy is pinned, and"):
        settings_of({"policy": pinned})
    assert settings_of({"policy": pinned}, isolated=True).text("policy") == pinned
    assert settings_of({"policy": pinned}, Path("vendorcheck.yaml")).text("policy") == pinned
    monkeypatch.setenv("VENDORCHECK_POLICY", pinned)
    with pytest.raises(VendorcheckError, match="the policy is pinned, and"):
        settings_of({})


def test_what_is_read_is_known_so_that_no_report_replaces_it() -> None:
    Path("vendorcheck.yaml").write_text("policy: gate/p.yaml\nbaseline: b.json\nlist: l.csv\n", encoding="utf-8")
    assert set(settings_of({}).inputs) == {
        Path("gate/p.yaml"),
        Path("b.json"),
        Path("l.csv"),
        Path("vendorcheck.yaml"),
    }
