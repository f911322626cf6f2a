"""JSON Schemas of what leaves the program."""

import pkgutil

#: The documents that machines may rely on.
OUTPUTS = ("report", "error", "validation")


def output_schema_text(name: str) -> str:
    """Return the JSON Schema of one of these documents, as shipped."""
    return (pkgutil.get_data(__package__, f"{name}.schema.json") or b"").decode("utf-8")
