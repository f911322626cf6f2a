"""What kind of document a text is, by what it says and not by what its file is called."""

from collections.abc import Callable

import pytest

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers import ALL_FOUND, Source
from vendorcheck.readers.documents import tell

MINIFIED = '{"a": [' + ",".join(["1"] * 4000) + "]}"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('[{"maker": "A"}]', "json"),
        ("[1, 2]", "json"),
        ('{"maker": "A"}', "json"),
        ('{"maker": "A"}\n\n', "json"),
        (MINIFIED, "json"),
        ('{\n "maker": "A"\n}\n{\n "maker": "B"\n}', "json"),
        ('{"maker": "A"}\n{"maker": "B"}', "jsonl"),
        ('{"maker": "A"}\r\n{"maker": "B"}\r\n', "jsonl"),
        ('\n{"maker": "A"\n\n{"maker": "B"}\n', "jsonl"),
        (MINIFIED + "\n" + MINIFIED, "jsonl"),
        ('{"maker": "A"}\n# c\n{"maker": "B"}\n', "jsonl"),
        ('{"maker": "A"}\n["B"]\n{"maker": "B"\n', "jsonl"),
        ('{"maker": "A"},\n{"maker": "B"},\n', "jsonl"),
        ('{"maker": "A"}\n["B"]\n{"maker": "B"}\n', "json"),
        ('{"maker": "A"}\n[\n{"maker": "B"},\n{"maker": "C"}\n]', "json"),
        ('{"items": [\n{"maker": "A"},\n{"maker": "B"}]}', "json"),
        ('{"maker": "A"}\n# c\n', "json"),
        ('{"bomFormat": "CycloneDX"}\n# c\n{"maker": "B"}\n', "cyclonedx-json"),
        ('{"bomFormat": "CycloneDX", "specVersion": "1.6"}', "cyclonedx-json"),
        ('{"components": [{"name": "x"}],\n "bomFormat": "CycloneDX"}', "cyclonedx-json"),
        ('{"bomFormat": 3}', "cyclonedx-json"),
        ('{"spdxVersion": "SPDX-2.3"}', "spdx-json"),
        ('{"packages": [{}], "files": [],\n "spdxVersion": "SPDX-2.2"}', "spdx-json"),
        ('{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": []}', "spdx-json"),
        ('{"@context": "https://schema.org", "@graph": []}', "json"),
        ('{"inner": {"bomFormat": "CycloneDX"}, "items": [{"spdxVersion": "x"}]}', "json"),
    ],
)
def test_json_is_told_by_its_content(text: str, kind: str, source_of: Callable[[str], Source]) -> None:
    assert tell.json_kind(source_of(text), ALL_FOUND) == kind


def test_what_is_no_json_is_told_with_its_place(source_of: Callable[[str], Source]) -> None:
    with pytest.raises(VendorcheckError) as caught:
        tell.json_kind(source_of('{"a": 1,\n b: 2}'), ALL_FOUND)
    assert str(caught.value.spot) == "bill.any:2:2"
