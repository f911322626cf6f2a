import csv
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))

COLUMNS = ("source", "type", "name", "addresses", "alt_names")
BIS = "Entity List (EL) - Bureau of Industry and Security"
SDN = "Specially Designated Nationals (SDN) - Treasury Department"
DPL = "Denied Persons List (DPL) - Bureau of Industry and Security"
ROWS = (
    (SDN, "Entity", "ORLOVNEFT OOO", "Moscow, RU", "ORLOVNEFT LLC; and ORLOV OIL"),
    (SDN, "Individual", "ORLOV, Petr", "Moscow, RU", ""),
    (SDN, "Vessel", "ORLOV STAR", "", ""),
    (BIS, "", "Hangzhou Belvane Technology Co., Ltd.", "1 Road, Hangzhou, China, CN", "Belvane Tech"),
    (BIS, "", "Belvane Technology Group", "Hangzhou, CN", "Belvane Tech"),
    (BIS, "", "Reza Karimzad", "Tehran, IR", ""),
    (DPL, "", "JOHN Q. PERSON", "1 Street, US", ""),
    (DPL, "", "MARLOWE AVIONICS INC", "2 Street, US", ""),
    (SDN, "Entity", "AL-KHAYR ISLAMIC TRADING COMPANY", "Damascus, SY", ""),
    (SDN, "Entity", "KOMBINAT SHCHYOLKOVSKIY 7", "Moscow, RU", ""),
)
REGISTRANTS = ("Belvane Technology", "Private", *(f"Quillor {letter} Instruments Inc" for letter in "ABCDEFGHIJ"))


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """Return a folder in the shape of the corpus, with a list of invented parties and invented registrants."""
    (tmp_path / "lists").mkdir()
    with (tmp_path / "lists" / "csl_consolidated_2022.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *ROWS])
    entity = {"name": "Tarnow Optik GmbH", "aliases": ["Tarnow Optik"], "country": "Germany"}
    for name in ("bis_entity_list", "bis_meu", "dow_1260h", "dhs_uflpa", "ofac_nscmic"):
        (tmp_path / "lists" / f"{name}.json").write_text(json.dumps({"entities": [entity]}), encoding="utf-8")
    folder = tmp_path / "inputs" / "camera_inventories"
    folder.mkdir(parents=True)
    with (folder / "ieee-data__oui.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Organization Name"], *([name] for name in REGISTRANTS)])
    return tmp_path
