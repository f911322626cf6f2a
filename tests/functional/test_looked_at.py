"""Whatever stands in a bill is looked at, wherever it stands: a name under any heading, above it, or in it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

#: Bills in which one listed party stands where nobody expects it, and is to be found.
HIDDEN = {
    "under a heading that nobody knows": "Manufacturer,MPN,Or equal\nAxis,P1,Hikvision or similar\n",
    "under no heading": "Manufacturer,MPN,\nAxis,P1,Hikvision\n",
    "under a long heading": f"Supplier,Part,{'Manufacturer as shown on the product ' * 3}\nAcme Sales,C-1,Hikvision\n",
    "under a joint heading": 'Manufacturer / Country,Part,Supplier\n"Hikvision, China",C-1,Acme Sales\n',
    "under Type": "Merk;Type;Aantal\nSecureView;DS-2CD2143G2-I;2\n",
    "under Category": "Brand,Part,Category\nSecureView,C-1,Hikvision cameras\n",
    "under Item": "Item,Brand,Qty\nHikvision bullet camera,SecureView,2\nDome,SecureView,1\n",
    "among the numbers of lines": "Item,Manufacturer,Qty\n1,Axis,2\nDS-2CD2143G2-I,Axis,1\n3,Bosch,2\n",
    "in a line too short": "Qty,Maker,Part,Description\nHikvision,C-100,cam\n2,Axis,P1,d\n",
    "in a line too long": "Maker,Part,Qty\nAxis,P1,2,,Hikvision\n",
    "in a heading": "Hikvision Part Number,Description,Supplier\nC-100,dome,Acme Sales\n",
    "in a heading with a number": "Hikvision Part No,Description,Supplier\nC-100,dome,Acme Sales\n",
    "in a title": "Offer of Hikvision Europe,,\nManufacturer,Part,Qty\nAxis,P1,2\n",
    "in a second table": "Brand,Model,Supplier\nAxis,P1,Acme\n\nQty,Price,Maker\n"
    + "1,2.00,Bosch\n" * 200
    + "1,2.00,Hikvision\n",
    "above a second table": "Brand,Model,Supplier\nHikvision,C-1,Acme\n\nQty,Price,Maker\n" + "1,2.00,Bosch\n" * 9,
    "as the company": "Company,Supplier,Part Number\nHikvision,ADI Integrators,C-1\n",
    "in JSON under a key that nobody knows": '[{"manufacturer": "Axis", "model": "P1", "alternates": ["Hikvision"]}]',
    "in a key within a key": '{"cameras": {"DS-2CD2143G2-I": {"qty": 2, "maker": "Axis"}}}',
    "in a key of JSON": '[{"manufacturer": "Axis", "hikvision.model": "P1"}]',
}


@pytest.mark.parametrize("place", HIDDEN)
def test_a_listed_party_is_found_wherever_it_stands(run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "bill").write_text(HIDDEN[place], encoding="utf-8")
    data = json.loads(run("scan", "bill", "-o", "json").stdout)
    assert any("hikvision" in line["parties"] for line in data["lines"])


def test_a_name_where_it_may_mean_anything_is_only_possible_and_says_why(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bill").write_text("Manufacturer,MPN,Or equal,Note\nAxis,P1,Hikvision s3cret,x\n", encoding="utf-8")
    data = json.loads(run("scan", "bill", "-p", "us-federal", "-o", "json").stdout)
    (line,) = data["lines"]
    assert [cell["heading"] for cell in line["excerpt"]] == ["Manufacturer", "MPN", "Note"]
    assert {finding["confidence"] for finding in data["findings"]} == {"possible"}
    text = " ".join(run("scan", "bill", "-p", "us-federal").stdout.split())
    assert "under headings not known, looked at for names: “Or equal”" in text
    assert "the heading of its column is not known" in text
    assert "s3cret" not in text + json.dumps(data)


def test_of_a_line_that_may_have_slipped_only_what_shows_a_party_is_repeated(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bill").write_text(
        "Pos,Manufacturer,Model,Password,Qty\n1,Axis,P1,x,1\n3,Hikvision,s3cret\n", encoding="utf-8"
    )
    done = run("scan", "bill", "-o", "text", "-o", "json=report.json", "--all-lines")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [[cell["text"] for cell in line["excerpt"]] for line in report["lines"]] == [["Axis", "P1"], ["Hikvision"]]
    assert "s3cret" not in done.stdout + json.dumps(report)


def test_headings_and_columns_of_what_is_not_wanted_flag_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bill").write_text(
        "Maker,Part,No Huawei/ZTE (889),NDAA compliant (no Dahua),Excluded,Existing system\n"
        "Axis,P1,yes,yes,Hikvision,Dahua\n",
        encoding="utf-8",
    )
    assert json.loads(run("scan", "bill", "-o", "json").stdout)["lines"] == []
