"""JSON Schemas of what leaves the program."""

import pkgutil

#: The documents that machines may rely on.
OUTPUTS = ("report", "error")


def output_schema_text(name: str) -> str:
    """Return the JSON Schema of a report or an error document, as shipped."""
    return (pkgutil.get_data(__package__, f"{name}.schema.json") or b"").decode("utf-8")
