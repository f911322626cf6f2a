"""Bills in documents, from the file to the report: parts flag what they are in, and nobody is echoed by accident."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

BILL = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "metadata": {"component": {"type": "device", "name": "Gate kit", "manufacturer": {"name": "Acme"}}},
    "components": [
        {
            "type": "device",
            "name": "Gate camera",
            "publisher": "Other Co",
            "components": [
                {
                    "type": "device",
                    "name": "Camera core",
                    "author": "Jane Doe <jane@core.example>",
                    "cpe": "cpe:2.3:h:hikvision:ds-2cd2143g2-i:-:*:*:*:*:*:*:*",
                    "properties": [{"name": "admin:password", "value": "hunter2"}],
                }
            ],
        },
        {"type": "library", "name": "libc", "author": "John Roe"},
    ],
}


def test_a_part_flags_the_product_that_the_bill_is_about(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bill.json").write_text(json.dumps(BILL, indent=1), encoding="utf-8")
    data = json.loads(run("scan", "bill.json", "-p", "us-federal", "--purpose", "public-safety", "-o", "json").stdout)
    by_pointer = {line["place"]["pointer"]: line["determination"] for line in data["lines"]}
    assert by_pointer["/components/0/components/0/cpe"] == "PROHIBITED"
    assert by_pointer["/components/0/publisher"] == "UNDETERMINED"
    assert by_pointer["/metadata/component/manufacturer/name"] == "UNDETERMINED"
    assert [line["determination"] for line in data["lines"]][-1] == "NOT_SCREENED"


@pytest.mark.parametrize("output", ["text", "json"])
def test_persons_addresses_and_secrets_are_not_echoed(run: Run, tmp_path: Path, output: str) -> None:
    (tmp_path / "bill.json").write_text(json.dumps(BILL), encoding="utf-8")
    packages = [
        {"name": "fw", "supplier": "Person: Jane Doe (jane@core.example)", "originator": "Organization: Hikvision"}
    ]
    (tmp_path / "bill.spdx.json").write_text(
        json.dumps({"spdxVersion": "SPDX-2.3", "packages": packages}), encoding="utf-8"
    )
    shown = run("scan", "bill.json", "bill.spdx.json", "-o", output, "--all-lines").stdout
    assert "Hikvision" in shown
    for secret in ("Jane", "jane@", "Roe", "hunter2"):
        assert secret not in shown


def test_inspect_shows_every_table_of_a_document(run: Run, tmp_path: Path) -> None:
    (tmp_path / "two.json").write_text('{"a": [{"mpn": "x"}], "b": [{"rack": 1}], "note": "n"}', encoding="utf-8")
    shown = run("inspect", "two.json").stdout
    assert "/a" in shown
    assert "/b" in shown
    assert "no column says who made anything" in shown
    data = json.loads(run("inspect", "two.json", "-o", "json").stdout)
    assert [table["sheet"] for table in data["tables"]] == ["/a", "/b"]
    assert [table["screenable"] for table in data["tables"]] == [True, False]


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        ('[{"maker": "A"},\n {"maker": }]', 2, "bill.any:2:12"),
        ("[" * 100_000, 2, "100 deep"),
        ('{"bomFormat": "CycloneDX", "specVersion": "1.4", "vulnerabilities": [{"id": "x"}]}', 3, "lists no component"),
        ('[{"rack": 1}]', 3, "inspect shows them"),
        ("[]", 3, "no table found"),
        ("<parts/>\n", 2, "XML that is not CycloneDX"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 2, "DTD"),
        ("SPDXVersion: SPDX-2.3\n", 2, "SPDX as tags and values"),
    ],
)
def test_what_cannot_be_screened_is_said_in_a_sentence(
    run: Run, tmp_path: Path, content: str, code: int, said: str
) -> None:
    (tmp_path / "bill.any").write_text(content, encoding="utf-8")
    done = run("scan", "bill.any")
    assert (done.returncode, done.stdout) == (code, "")
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("vendor", ["hikvision", "dahuasecurity", "huawei", "zte", "hytera", "uniview"])
def test_vendors_are_known_by_their_names_in_cpes(run: Run, tmp_path: Path, vendor: str) -> None:
    component = {"type": "device", "name": "x-1", "cpe": f"cpe:2.3:h:{vendor}:x-1:-:*:*:*:*:*:*:*"}
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [component]}
    (tmp_path / "bill.json").write_text(json.dumps(bill), encoding="utf-8")
    data = json.loads(run("scan", "bill.json", "-o", "json").stdout)
    assert [line["determination"] for line in data["lines"]] in (["REVIEW"], ["UNDETERMINED"])
