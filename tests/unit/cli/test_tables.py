"""What the command line offers by name, against the tables that hold what there is."""

import re
from contextlib import closing
from inspect import signature
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest

from vendorcheck import gate
from vendorcheck.cli import (
    app,
    config,
    explain,
    inspection,
    lists_import,
    options,
    rules_list,
    rules_test,
    scan,
    schemas,
)
from vendorcheck.cli.options import parsing
from vendorcheck.cli.rules import rules_app
from vendorcheck.cli.run import INTERRUPTED, OUR_BUG
from vendorcheck.cli.setting_table import SETTINGS
from vendorcheck.cli.terminal import PAINT
from vendorcheck.lists import formats
from vendorcheck.model.bom import LineNumbers
from vendorcheck.model.errors import EXIT_COULD_NOT_SCREEN, EXIT_NOTHING_SCREENED, VendorcheckError
from vendorcheck.model.hit import CONFIDENCES
from vendorcheck.model.policy import Policy
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.readers import READERS, open_bom
from vendorcheck.reporters import REPORTERS
from vendorcheck.reporters.case_results import CASE_REPORTERS
from vendorcheck.reporters.schemas import OUTPUTS
from vendorcheck.reporters.text.rows import Style
from vendorcheck.rulebook import SCHEMAS, load_rulebook
from vendorcheck.rulebook.selecting import Selection


def _help(annotated: Any) -> str:
    """The help of an option or argument that is declared as a type."""
    return str(get_args(annotated)[1].help)


def _listed(text: str) -> list[str]:
    """The words of a text that are listed after its last colon, up to the end of the sentence."""
    return re.findall(r"[\w-]+", text.rpartition(":")[2].partition(".")[0])


def test_the_help_names_every_format() -> None:
    assert f"Write {', '.join(REPORTERS)} to standard output" in _help(options.Outputs)


def test_an_unknown_format_is_answered_with_every_format() -> None:
    with pytest.raises(VendorcheckError) as caught:
        inspection.inspect("bom.csv", output="yaml")
    assert caught.value.help == f"Known: {', '.join(parsing.SHOWN)}."


@pytest.mark.parametrize("name", parsing.SHOWN)
def test_inspect_shows_in_every_format(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bom.csv").write_text("Manufacturer\nAxis\n", encoding="utf-8")
    assert inspection.inspect(str(tmp_path / "bom.csv"), output=name) == 0
    assert capsys.readouterr().out.startswith("{") is (name == "json")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("csv", "Manufacturer\nAxis\n"),
        ("json", '[{"manufacturer": "Axis"}]'),
        ("jsonl", '{"manufacturer": "Axis"}\n{"manufacturer": "Bosch"}\n'),
        ("cyclonedx-json", '{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"name": "P1"}]}'),
        (
            "cyclonedx-xml",
            (
                "<bom xmlns='http://cyclonedx.org/schema/bom/1.6'><components>\n"
                "<component><name>P1</name></component></components></bom>"
            ),
        ),
        ("spdx-json", '{"spdxVersion": "SPDX-2.3", "packages": [{"name": "P1", "SPDXID": "SPDXRef-1"}]}'),
        ("xlsx", None),
    ],
)
def test_every_reader_opens_bills_of_its_name(name: str, content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "bom"
    if content is None:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.append(["Manufacturer"])
        sheet.append(["Axis"])
        book.save(path)
    else:
        path.write_text(content, encoding="utf-8")
    with closing(open_bom(str(path))) as bill:
        (table,) = bill.tables
        assert sum(len(batch.lines) for batch in table.batches()) > 0
    assert table.layout.format == name


def test_every_reader_has_its_bill_above() -> None:
    marks = test_every_reader_opens_bills_of_its_name.pytestmark  # type: ignore[attr-defined]
    assert {name for name, _ in marks[0].args[1]} == set(READERS)


def test_the_help_of_scan_names_every_reader() -> None:
    (bills, *_) = signature(scan.scan, eval_str=True).parameters.values()
    said = _help(bills.annotation).lower()
    families = {name.partition("-")[0] for name in READERS}
    assert [family for family in families if family not in said] == []


def test_the_help_of_schema_names_every_schema() -> None:
    (name,) = signature(schemas.schema, eval_str=True).parameters.values()
    assert _help(name.annotation) == f"One of {', '.join((*OUTPUTS, *SCHEMAS))}."


@pytest.mark.parametrize("name", [*OUTPUTS, *SCHEMAS])
def test_every_schema_is_printed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert schemas.schema(name) == 0
    version = "v1" if name == "report" else "v0"
    assert f'"urn:vendorcheck:{name}:{version}"' in capsys.readouterr().out


def test_no_kind_of_record_is_called_as_an_output() -> None:
    assert set(OUTPUTS).isdisjoint(SCHEMAS)


@pytest.mark.parametrize(("text", "hint"), [("reprot", "; did you mean 'report'?"), ("zzz", "")])
def test_an_unknown_schema_is_answered_with_every_schema(text: str, hint: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        schemas.schema(text)
    assert caught.value.message == f"there is no schema {text!r}{hint}"
    assert caught.value.help == f"Known: {', '.join((*OUTPUTS, *SCHEMAS))}."


def test_the_help_names_every_severity() -> None:
    assert _listed(_help(options.FailOn)) == list(SEVERITIES)


def test_the_help_names_every_shipped_profile_and_purpose() -> None:
    rulebook = load_rulebook()
    assert set(_listed(_help(options.Profiles))) == set(rulebook.profiles)
    purposes = {purpose.id for purpose in rulebook.vocabulary.purposes}
    assert purposes <= set(re.findall(r"[\w-]+", _help(options.Purpose)))


def test_the_help_names_every_confidence() -> None:
    assert _listed(_help(options.MinConfidence)) == list(CONFIDENCES)


def test_where_nothing_is_said_the_gate_is_that_of_the_policy() -> None:
    defaults = {each.key: each.default for each in SETTINGS}
    assert defaults["fail_on"] == (Policy().fail_on,)
    assert f"({Policy().fail_on}, if not given)" in _help(options.FailOn)
    assert defaults["min_confidence"] == (Policy().min_confidence,)
    assert f"({Policy().min_confidence}, if not given)" in _help(options.MinConfidence)


#: What an option is called in Python where its own word is taken.
PYTHON_NAMES = {"map": "mapping", "list": "lists"}


def test_every_option_of_scan_has_a_key_and_a_variable() -> None:
    keys = {PYTHON_NAMES.get(each.key, each.key) for each in SETTINGS}
    assert set(signature(scan.scan).parameters) - {"bills", "config", "isolated"} == keys


def test_config_show_takes_the_options_of_scan() -> None:
    shown = list(signature(config.show).parameters)
    of_scan = [name for name in signature(scan.scan).parameters if name not in ("bills", "output")]
    assert shown == [*of_scan, "output"]


@pytest.mark.parametrize("more", [scan.SCAN_MORE, scan.CHECK_MORE])
def test_the_help_explains_every_exit_code_and_which_one_wins(more: str) -> None:
    said = [int(code) for code in re.findall(r"^  (\d+) {2,}|; (\d+) ", more, re.MULTILINE) for code in code if code]
    assert said == [*sorted(gate.PRECEDENCE), OUR_BUG, INTERRUPTED]
    assert f"(where several hold: {', '.join(map(str, gate.PRECEDENCE))})" in more


def test_an_error_ends_with_the_code_the_gate_has_for_it() -> None:
    assert (EXIT_COULD_NOT_SCREEN, EXIT_NOTHING_SCREENED) == (gate.COULD_NOT_SCREEN, gate.NOTHING_SCREENED)


def test_every_command_is_offered() -> None:
    names = {command.callback.__name__ for command in app.app.registered_commands if command.callback}
    groups = {group.typer_instance.info.name for group in app.app.registered_groups if group.typer_instance}
    assert (names, groups) == (
        {"scan", "check", "inspect", "explain", "report", "diff", "verify", "schema"},
        {"rules", "evidence", "lists", "waivers", "config"},
    )


def test_the_help_names_every_format_of_lists() -> None:
    assert tuple(each.name for each in formats.FORMATS) == lists_import.FORMATS


def test_every_command_of_rules_is_offered() -> None:
    commands = rules_app.registered_commands
    names = [command.name for command in commands]
    assert names == ["validate", "list", "show", "vocabulary", "test", "docs", "changes"]


def test_rules_test_writes_every_form_it_has() -> None:
    assert tuple(CASE_REPORTERS) == rules_test.FORMATS
    assert f"Write {', '.join(rules_test.FORMATS[:-1])} or {rules_test.FORMATS[-1]}, to standard output" in _help(
        signature(rules_test.try_cases, eval_str=True).parameters["output"].annotation
    )


def test_rules_are_filtered_by_every_kind_there_is() -> None:
    parameters = list(signature(rules_list.list_rules).parameters)
    assert tuple(parameters[: len(Selection._fields)]) == Selection._fields


def test_explain_takes_the_options_of_scan_that_decide_anything() -> None:
    only_scan = {"bills", "allow_unscreened", "strict", "baseline", "new_only"}
    only_scan |= {"all_lines", "summary_only", "sarif_include_waived", "reference", "prepared_by"}
    of_scan = set(signature(scan.scan).parameters) - only_scan
    assert set(signature(explain.explain).parameters) - {"name", "line"} == of_scan


def test_every_style_of_the_text_report_is_painted() -> None:
    assert set(PAINT) == set(get_args(Style))


def test_what_is_counted_of_a_bill_is_shown_by_inspect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bom.csv").write_text("Manufacturer\nAxis\n", encoding="utf-8")
    bill = open_bom(str(tmp_path / "bom.csv"))
    counted = [numbers for numbers in vars(bill.tables[0].reading).values() if isinstance(numbers, LineNumbers)]
    for line, numbers in enumerate(counted, 101):
        numbers.add(line)
    bill.tables[0].reading.not_read("too long", 7, 9)
    monkeypatch.setattr(inspection, "open_bom", lambda *_: bill)
    inspection.inspect("bom.csv")
    shown = capsys.readouterr().out
    assert len(counted) > 5
    assert "  not readable: too long: 3 (line 7-9)\n" in shown
    assert [line for line in range(101, 101 + len(counted)) if f" (line {line})\n" not in shown] == []
