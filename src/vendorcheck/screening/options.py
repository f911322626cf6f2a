"""What was asked of a run, option by option as one would type it: kept with the report, so that it can be repeated."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.hit import CONFIDENCES
from vendorcheck.model.report import COMMAND_LINE, Option
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.readers import HeadingRole, parse_delimiter, parse_encoding
from vendorcheck.screening.request import Request

#: Fields of a request that are no options: what the program notes of it.
NO_OPTIONS = frozenset({"origins", "today", "policies", "config", "kept", "meant_lists"})

#: Delimiters that do not show where they are written as they are.
_DELIMITERS = {"\t": "tab", " ": "space"}

Values = tuple[str, ...]


class Form(NamedTuple):
    """How a value is written as one would type it, and read again; no texts stand for "not said"."""

    write: Callable[[Any], Values]
    read: Callable[[Values], Any]


class Row(NamedTuple):
    """An option: its name on the command line, the field of the request that holds it, or a part of that field."""

    name: str
    field: str
    form: Form

    def values(self, request: Request) -> Values:
        """Return what was asked for, as texts."""
        return self.form.write(_at(request, self.field))

    def put(self, request: Request, values: Values) -> Request:
        """Return a request that asks for this as well."""
        outer, _, inner = self.field.partition(".")
        value = self.form.read(values)
        if inner:
            value = getattr(request, outer)._replace(**{inner: value})
        return request._replace(**{outer: value})


def options_of(request: Request) -> tuple[Option, ...]:
    """Return all that a request asks for, each with where it was said."""
    asked = ((row.name, row.values(request)) for row in OPTIONS if _is_said(row, request))
    return tuple(Option(name, values, request.origins.get(f"--{name}", COMMAND_LINE)) for name, values in asked)


def request_of(options: Iterable[Option]) -> Request:
    """Return the request that was made with these options; an error for one that this version does not know."""
    request, origins = _DEFAULT, dict[str, str]()
    for option in options:
        row = next((row for row in OPTIONS if row.name == option.name), None)
        if row is None:
            raise _unusable(option, "is not known to this version")
        try:
            request = row.put(request, option.values)
        except (ValueError, VendorcheckError) as error:
            raise _unusable(option, f"cannot be {' '.join(option.values)!r}") from error
        origins[f"--{option.name}"] = option.origin
    return request._replace(origins=origins)


def _is_said(row: Row, request: Request) -> bool:
    """Whether a request asks for something by this option; a default that somebody gives counts beside a policy."""
    given = f"--{row.name}" in request.origins and row.form not in (_FLAG, _NO_FLAG)
    return given or row.values(request) != row.values(_DEFAULT)


def _at(value: object, path: str) -> Any:  # noqa: ANN401 (the fields of a request are of many types)
    for name in path.split("."):
        value = getattr(value, name)
    return value


def _unusable(option: Option, why: str) -> VendorcheckError:
    return VendorcheckError(
        "report_invalid",
        f"the report was made with the option {option.name!r}, which {why}",
        help="Take the version of vendorcheck that made the report; the report names it.",
    )


def _one(values: Values) -> str:
    [value] = values
    return value


def _severity(values: Values) -> str:
    return SEVERITIES[SEVERITIES.index(_one(values))]


def _confidence(values: Values) -> str:
    return CONFIDENCES[CONFIDENCES.index(_one(values))]


def _flag(values: Values) -> bool:
    if values:
        raise ValueError(values)
    return True


#: A flag says all by being there: it has a value only where it is not meant, and is not kept then.
_FLAG = Form(lambda value: () if value else ("no",), _flag)
_NO_FLAG = Form(lambda value: ("no",) if value else (), lambda values: not _flag(values))
_TEXT = Form(lambda value: () if value is None else (str(value),), _one)
_TEXTS = Form(tuple, tuple)
_NUMBER = Form(_TEXT.write, lambda values: int(_one(values)))
_DAY = Form(_TEXT.write, lambda values: date.fromisoformat(_one(values)))
_PATH = Form(lambda value: () if value is None else (value.as_posix(),), lambda values: Path(_one(values)))
_PATHS = Form(lambda value: tuple(path.as_posix() for path in value), lambda values: tuple(map(Path, values)))
_SEVERITY = Form(_TEXT.write, _severity)
_CONFIDENCE = Form(_TEXT.write, _confidence)
_MAPS = Form(
    lambda value: tuple(f"{each.role}={each.heading}" for each in value),
    lambda values: tuple(map(HeadingRole.parse, values)),
)
_DELIMITER = Form(
    lambda value: () if value is None else (_DELIMITERS.get(value, value),),
    lambda values: parse_delimiter(_one(values)),
)
_ENCODING = Form(_TEXT.write, lambda values: parse_encoding(_one(values)))

OPTIONS: tuple[Row, ...] = (
    Row("profile", "profiles", _TEXTS),
    Row("purpose", "purpose", _TEXT),
    Row("as-of", "as_of", _DAY),
    Row("map", "choices.mappings", _MAPS),
    Row("sheet", "choices.sheet", _TEXT),
    Row("delimiter", "choices.delimiter", _DELIMITER),
    Row("encoding", "choices.encoding", _ENCODING),
    Row("header-line", "choices.header_line", _NUMBER),
    Row("rules", "rules", _PATHS),
    Row("no-shipped-rules", "shipped_rules", _NO_FLAG),
    Row("list", "lists", _TEXTS),
    Row("store", "store", _PATH),
    Row("waivers", "waivers", _PATH),
    Row("baseline", "baseline", _PATH),
    Row("new-only", "new_only", _FLAG),
    Row("fail-on", "policy.fail_on", _SEVERITY),
    Row("min-confidence", "policy.min_confidence", _CONFIDENCE),
    Row("select", "policy.select", _TEXTS),
    Row("ignore", "policy.ignore", _TEXTS),
    Row("strict", "policy.strict", _FLAG),
    Row("policy", "policy.id", _TEXT),
    Row("allow-unscreened", "policy.allow_unscreened", _FLAG),
    Row("all-lines", "all_lines", _FLAG),
    Row("summary-only", "summary_only", _FLAG),
    Row("sarif-include-waived", "sarif_include_waived", _FLAG),
    Row("reference", "reference", _TEXT),
    Row("prepared-by", "prepared_by", _TEXT),
)

_DEFAULT = Request()
