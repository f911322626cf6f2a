"""`schema`: the JSON Schema of a report, an error or a kind of record."""

import json
from difflib import get_close_matches
from typing import Annotated

import typer

from vendorcheck.cli.terminal import write_out
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.reporters.schemas import OUTPUTS, output_schema_text
from vendorcheck.rulebook import SCHEMAS, schema_text


def schema(
    name: Annotated[str, typer.Argument(metavar="NAME", help=f"One of {', '.join((*OUTPUTS, *SCHEMAS))}.")] = "",
) -> int:
    """Print a JSON Schema: what machines may rely on, and what editors check YAML with. Without NAME, list them all."""
    if not name:
        write_out("".join(f"{each:<16}{_title(each)}\n" for each in (*OUTPUTS, *SCHEMAS)))
        return 0
    if name in OUTPUTS:
        write_out(output_schema_text(name))
        return 0
    if name not in SCHEMAS:
        known = (*OUTPUTS, *SCHEMAS)
        close = get_close_matches(name, known, 1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise VendorcheckError("usage", f"there is no schema {name!r}{hint}", help=f"Known: {', '.join(known)}.")
    write_out(schema_text(name))
    return 0


def _title(name: str) -> str:
    text = output_schema_text(name) if name in OUTPUTS else schema_text(name)
    return str(json.loads(text)["title"])
