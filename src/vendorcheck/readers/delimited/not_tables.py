"""Text that is no table: documents and code told by name, prose by how it is written."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.delimited.dialect import Dialect

_EXPORT, _NO_TABLE = "Export the table it holds as CSV.", "A bill is a table in text."

#: Of the lines of a document so large a share looks like its kind.
MOSTLY, OFTEN = 0.6, 0.4

#: So much of a line is looked at.
LOOKED_AT = 400

#: Signs that text has a blank after, nearly always: a table mostly has none.
_PUNCTUATION = (",", ";", ":", " ")

Says = Callable[[Sequence[str]], bool]


class Kind(NamedTuple):
    """A kind of document: what it is called, what to do about it, and what tells it from its lines."""

    name: str
    todo: str
    tells: Says


def refuse_document(name: str, sample: Sequence[str], kinds: Sequence[Kind]) -> None:
    """Raise an error that names the kind of document, where the lines of a file are of one of these."""
    lines = [line[:LOOKED_AT].rstrip() for line in sample if line.strip()]
    for kind in kinds:
        if lines and kind.tells(lines):
            message = f"{name} is {kind.name}, which is not read"
            raise VendorcheckError("bill_unsupported", message, spot=Spot(name), help=kind.todo)


def reads_as_prose(sample: Sequence[str], dialect: Dialect) -> bool:
    """Return whether lines cut by a punctuation mark are sentences: a blank follows it, and no cell is a number."""
    lines = [line.strip() for line in sample if line.strip()]
    quoted = sum(line.startswith(dialect.quote) and line.count(dialect.quote) > 1 for line in lines)
    if dialect.delimiter not in _PUNCTUATION or quoted * 2 >= len(lines):
        return False
    marks = sum(line.count(dialect.delimiter) for line in lines)
    followed = sum(line.count(dialect.delimiter + " ") + line.endswith(dialect.delimiter) for line in lines)
    numbers = sum(1 for line in lines if _holds_a_number(line, dialect.delimiter))
    return followed >= 0.8 * marks and numbers < MOSTLY * len(lines)


def in_columns_of_blanks(sample: Sequence[str]) -> bool:
    """Return whether lines are cut by blanks that stand in the same places on all of them."""
    lines = [line.rstrip() for line in sample if line.strip()]
    if len(lines) < 3:  # noqa: PLR2004 (two lines are in step by chance)
        return False
    width = min(max(map(len, lines)), LOOKED_AT)
    padded = [line[:width].ljust(width) for line in lines]
    blank = [all(line[at] == " " for line in padded) for at in range(width)]
    gaps = sum(1 for before, here in pairwise(blank) if before and not here)
    return gaps > 1 and sum("  " in line.strip() for line in lines) >= MOSTLY * len(lines)


def _holds_a_number(line: str, delimiter: str) -> bool:
    return any(re.fullmatch(r"[\W\d]*\d[\W\d]*", cell.strip()[:40]) for cell in line.split(delimiter))


def _share(pattern: str, least: float) -> Says:
    """What tells a kind by the share of its lines that begin so."""
    return lambda lines: _count(pattern, lines) >= least * len(lines)


def _first(pattern: str) -> Says:
    """What tells a kind by how its first line begins."""
    return lambda lines: re.match(pattern, lines[0]) is not None


def _some(pattern: str, least: int) -> Says:
    """What tells a kind by so many lines that begin so."""
    return lambda lines: _count(pattern, lines) >= least


def _count(pattern: str, lines: Sequence[str]) -> int:
    matches = re.compile(pattern).match  # not before it is needed: start-up is measured
    return sum(1 for line in lines if matches(line))


_MARKDOWN_RULE = r"\s*\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)+\|?$|\s*\|\s*:?-{3,}:?\s*\|$"
_MARKDOWN_SIGNS = (r"#{1,6} \S", r"\s*[*+-] \S", r"> ", r".*\]\(\S+\)", r".*\*\*\w", r"\s*\d+\. \S", r".*`\w")
_TIMESTAMP = r"\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*"
_LOG = (
    rf"{_TIMESTAMP}\s.*\b(INFO|WARN(ING)?|ERROR|DEBUG|TRACE|FATAL|CRITICAL|NOTICE)\b"
    r"|[A-Z][a-z]{2}\s+\d+ \d\d:\d\d:\d\d \S+ [^:,;|\t]+:"
    r"|\S+ \S+ \S+ \[\d\d/\w{3}/\d{4}:"
    r"|\[\s*\d+\.\d{3,}\] "
    r"|(INFO|WARN(ING)?|ERROR|DEBUG|TRACE|FATAL)\b[ :\]-]"
)
_CODE = (
    r"\s*(def|class|function|func|fn|sub|interface|struct|enum|module|namespace|trait|impl)\s+\w+\s*[(:{<]?"
    r"|\s*(import|using|package|require|include|use)\b[^,]*;?$|\s*from\s+\S+\s+import\b"
    r"|\s*(const|let|var|val|static|public|private|protected|final|return|extern|typedef)\s+\S"
    r"|\s*(if|for|while|switch|elif|foreach|catch)\b.*[:{]$|\s*(if|for|while|switch)\s*\("
    r"|\s*(else|try|finally|do|begin|end|fi|done|esac|endif|endmodule|then)\b\s*[:{;]?$"
    r"|\s*#\s*(include|define|ifdef|ifndef|endif|pragma)\b|\s*//|\s*/\*|\s*\*/|\s*[}\])]+[;,]?$|.*[^;]*\{$"
    r"|\s*[\w.\[\]'\">-]+\s*[-+*/|:]?=\s*\S.*;$|\s*[\w.:>-]+\s*\([^;]*\)\s*;?$|\s*[\w-]+\s*:[^;:,]+;$|\s*@\w+"
    r"|\s*__\w+__\b|[ru]?(\"{3}|'{3})|\s*\((?!\d)[\w-]+|\s+[(\[{].*[)\]}],$|\s+[bru]{0,2}('.*'|\".*\")[,)]*$"
    r"|\s+[\w.]+:\s.*,(\s*#.*)?$"
)
_FIELD = r"""\s*(-\s+)?["']?[\w./ -]{1,40}["']?\s*:(\s+\S.*)?$"""
_ITEM = r"\s*-\s+\S"
_ASSIGNMENT = r"\s*(export\s+)?[\w.-]+\s*=.*$|\s*\[{1,2}[^\[\],;]+\]{1,2}$"
_SQL = r"(?i)\s*(insert\s+into|create\s+(table|index|view)|drop\s+table|alter\s+table|update\s+\S+\s+set)\s"
_DUMP = r"[0-9A-Fa-f]{6,16}:?\s+([0-9A-Fa-f]{2,4}\s+){4}"
_MAIL_FIELDS = frozenset(("to", "subject", "date", "received", "message-id", "cc"))


def _is_drawn(lines: Sequence[str]) -> bool:
    return (
        _some(r"\s*(\+[-=]{2,}){2,}\+?$", 2)(lines)
        or _some(r"\s*-{3,}(\+-{3,})+$", 1)(lines)
        or _share(r"\s*[┌├└│╔╠╚║]", MOSTLY)(lines)
    )


def _holds_markdown(lines: Sequence[str]) -> bool:
    return _some(_MARKDOWN_RULE, 1)(lines) or _some(r"\s*```", 2)(lines)


def _is_like_markdown(lines: Sequence[str]) -> bool:
    kinds = sum(1 for sign in _MARKDOWN_SIGNS if _count(sign, lines))
    return kinds > 1 and _count("|".join(_MARKDOWN_SIGNS), lines) >= OFTEN * len(lines)


def _is_mail(lines: Sequence[str]) -> bool:
    fields = {match[1].lower() for line in lines[:20] if (match := re.match(r"([A-Z][\w-]+): ", line))}
    return "from" in fields and len(fields & _MAIL_FIELDS) > 1


def _has_fields(lines: Sequence[str]) -> bool:
    plain = [line for line in lines if not line.lstrip().startswith("#")]
    fields = _some(_FIELD, 2)(plain) and _share(f"{_FIELD}|{_ITEM}", 0.8)(plain)
    return fields or (len(plain) > 1 and _share(_ASSIGNMENT, 0.8)(plain))


#: Kinds that no table looks like.
CERTAIN = (
    Kind("a script", _NO_TABLE, _first(r"#!\s*/")),
    Kind("a diff", _NO_TABLE, _some(r"@@ -\d+(,\d+)? \+\d+", 1)),
    Kind("an SPDX document in tag-value form", "Convert it to SPDX JSON.", _first(r"SPDXVersion:")),
    Kind("a certificate or key", _NO_TABLE, _first(r"-----BEGIN ")),
    Kind("a calendar or an address card", _EXPORT, _first(r"BEGIN:V")),
    Kind("an EDI message", _EXPORT, _first(r"UN[AB][:+]|ISA\*")),
    Kind("a CAD exchange file", _EXPORT, _first(r"ISO-10303-21;|\s*\((kicad|export)\b")),
    Kind("a LaTeX or PostScript document", _EXPORT, _first(r"\\(documentclass|begin|input|chapter|section)\b|%!PS")),
    Kind("a playlist or subtitles", _NO_TABLE, _first(r"#EXTM3U|WEBVTT")),
    Kind("XML or HTML", "Export the bill as CSV.", _share(r"\s*<[/!?a-zA-Z].*>$", MOSTLY)),
    Kind("SQL", _EXPORT, _share(_SQL, OFTEN)),
    Kind("a table drawn with lines", "Export it as CSV.", _is_drawn),
    Kind("a Markdown document", _EXPORT, _holds_markdown),
    Kind("a hexadecimal dump", _NO_TABLE, _share(_DUMP, MOSTLY)),
)

#: Kinds that a table with headings nobody knows may look like, but not one with headings that are known.
LIKELY = (
    Kind("an e-mail", _EXPORT, _is_mail),
    Kind("a log", _NO_TABLE, _share(_LOG, MOSTLY)),
    Kind("a Markdown document", _EXPORT, _is_like_markdown),
    Kind("text with one field to a line (YAML, TOML, INI)", "Export it as CSV, one product to a line.", _has_fields),
    Kind("source code", _NO_TABLE, _share(_CODE, OFTEN)),
)
