"""YAML with the line and column of every value, and none of what makes YAML surprising or dangerous."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from vendorcheck.model.errors import Fault, RulebookError, Spot

#: Bounds that no honest record reaches.
MAX_BYTES = 4 * 2**20
MAX_NODES = 200_000
MAX_DEPTH = 64

Path = tuple[str | int, ...]

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlFile(NamedTuple):
    """A parsed file: its value, and where each part of it stands (line and column from 1)."""

    name: str
    value: Any
    marks: Mapping[Path, tuple[int, int]]
    lines: tuple[str, ...]

    def fault(self, path: Path, message: str, *, help: str | None = None) -> Fault:
        """Return a fault at a part of the file; at its nearest parent if the part is missing."""
        known = path
        while known and known not in self.marks:
            known = known[:-1]
        line, column = self.marks.get(known, (1, 1))
        return Fault(message, self.spot(line, column), help)

    def spot(self, line: int, column: int) -> Spot:
        """Return a place in the file with the text of its line."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        return Spot(self.name, line, column, text)


def read_yaml(name: str, content: bytes) -> YamlFile:
    """Return the file's value with its marks; a RulebookError with every fault found."""
    text = _decoded(name, content)
    lines = tuple(text.splitlines())
    try:
        _check_events(name, lines, yaml.parse(text, Loader=_LOADER))
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise RulebookError((_syntax_fault(name, lines, error),)) from error
    except yaml.YAMLError as error:
        raise RulebookError((Fault(f"not YAML: {error}", Spot(name)),)) from error
    if root is None:
        raise RulebookError((Fault("the file is empty", Spot(name, 1, 1)),))
    return _Converter(name, lines).file(root)


def _decoded(name: str, content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise RulebookError((Fault(f"larger than {MAX_BYTES // 2**20} MiB", Spot(name)),))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        fault = Fault("not UTF-8", Spot(name, line, 1), "Save the file as UTF-8.")
        raise RulebookError((fault,)) from error
    control = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if control is not None:
        before = (text[: control.start()] + "x").splitlines()
        message = f"not YAML: it holds the character U+{ord(control.group()):04X}"
        raise RulebookError((Fault(message, Spot(name, len(before), len(before[-1]))),))
    return text


def _check_events(name: str, lines: tuple[str, ...], events: Iterator[Any]) -> None:
    """Refuse what is too large or nested too deeply, before anything is built of it, and what refers to itself."""
    faults: list[Fault] = []
    depth = nodes = 0
    for event in events:
        at = event.start_mark
        nodes += isinstance(event, yaml.NodeEvent)
        if nodes > MAX_NODES:
            raise RulebookError((Fault(f"more than {MAX_NODES} keys and values", Spot(name)),))
        match event:
            case yaml.CollectionStartEvent():
                depth += 1
            case yaml.CollectionEndEvent():
                depth -= 1
            case yaml.AliasEvent():
                hint = "Write the value out where it is needed."
                faults.append(Fault("anchors and aliases are not read", _spot(name, lines, at), hint))
        if depth > MAX_DEPTH:
            raise RulebookError((Fault("nested too deeply", _spot(name, lines, at)),))
    if faults:
        raise RulebookError(tuple(faults))


def _syntax_fault(name: str, lines: tuple[str, ...], error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    problem = " ".join(part for part in (error.context, error.problem) if part) or "not YAML"
    if mark is None:
        return Fault(problem, Spot(name))
    spot = _spot(name, lines, mark)
    hint = "Indent with spaces, not tabs." if "\t" in (spot.source_line or "") else None
    return Fault(problem, spot, hint)


def _spot(name: str, lines: tuple[str, ...], mark: yaml.Mark) -> Spot:
    text = lines[mark.line] if mark.line < len(lines) else ""
    return Spot(name, mark.line + 1, mark.column + 1, text)


class _Converter:
    """Turns YAML nodes into plain values; dates and words such as `no` stay text."""

    def __init__(self, name: str, lines: tuple[str, ...]) -> None:
        self._name = name
        self._lines = lines
        self._marks: dict[Path, tuple[int, int]] = {}
        self._faults: list[Fault] = []

    def file(self, root: yaml.Node) -> YamlFile:
        value = self._value(root, ())
        if self._faults:
            raise RulebookError(tuple(self._faults))
        return YamlFile(self._name, value, self._marks, self._lines)

    def _value(self, node: yaml.Node, path: Path) -> Any:
        self._marks.setdefault(path, _place(node))
        match node:
            case yaml.MappingNode():
                return self._mapping(node, path)
            case yaml.SequenceNode():
                return [self._value(item, (*path, at)) for at, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._wrong(key, "a key must be a word")
                continue
            if key.value in result:
                first, _ = self._marks[*path, key.value]
                self._wrong(key, f"{key.value!r} stands twice, first at line {first}", "Keep one of them.")
            self._marks.setdefault((*path, key.value), _place(key))
            result[key.value] = self._value(value, (*path, key.value))
        return result

    def _scalar(self, node: yaml.Node) -> Any:
        text: str = node.value
        match node.tag.rpartition(":")[2]:
            case "null":
                return None
            case "bool" if text.lower() in ("true", "false"):
                return text.lower() == "true"
            case "int" if _INTEGER.fullmatch(text):
                return int(text)
            case "float" if _DECIMAL.fullmatch(text):
                return float(text)
        return text

    def _wrong(self, node: yaml.Node, message: str, help: str | None = None) -> None:
        self._faults.append(Fault(message, _spot(self._name, self._lines, node.start_mark), help))


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
