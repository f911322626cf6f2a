"""Every file of the rulebook names its own schema, so that editors complete and check it."""

from pathlib import Path

import pytest

from vendorcheck.rulebook.files import kind_of
from vendorcheck.rulebook.shipped import shipped_roots

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "src" / "vendorcheck" / "rulebook" / "schemas"
FILES = [(place, path) for root in shipped_roots(ROOT) for place, _, path in root.files()]


@pytest.mark.parametrize(("place", "path"), FILES, ids=[place for place, _ in FILES])
def test_the_first_line_names_the_schema_of_the_kind(place: str, path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    lead, _, named = first.partition("$schema=")
    assert lead == "# yaml-language-server: "
    assert (path.parent / named).resolve() == SCHEMAS / f"{kind_of(place)}.schema.json"
