"""Model patterns: a subset of regular expressions that cannot run for ever."""

import re

#: How many ways a pattern may have of trying one text; nothing in it repeats without a bound.
MAX_WAYS = 50_000
MAX_REPEAT = 32

_PIECES = re.compile(
    r"""
    \\d | [A-Za-z0-9/_ -]          # a digit, or a sign that stands for itself
    | \[ -? (?:[A-Za-z0-9](?:-[A-Za-z0-9])?)+ -? \]  # a class
    | \( (?:\?:|(?!\?)) | \) | \|  # groups and alternatives
    | \?                           # optional
    | \{ [0-9]{1,2} (?:,[0-9]{1,2})? \}  # repeated, within bounds
    | \\[.+()\[\]]                 # an escaped sign
    """,
    re.VERBOSE,
)


def pattern_fault(pattern: str) -> str | None:
    """Return why a pattern is not in the subset; None when it is and compiles."""
    at, ways, branches, previous = 0, 1, [1], ""
    while at < len(pattern):
        piece = _PIECES.match(pattern, at)
        if piece is None:
            sign = "(?" if pattern.startswith("(?", at) else pattern[at]
            return f"{sign!r} at character {at + 1} is not allowed in a model pattern"
        text = piece.group()
        match text[0]:
            case "(":
                branches.append(1)
            case "|":
                branches[-1] += 1
            case ")" if len(branches) > 1:
                ways *= branches.pop()
            case "?":
                ways *= 2
            case "{":
                bounds = [int(number) for number in text[1:-1].split(",")]
                if previous == ")" or max(bounds) > MAX_REPEAT:
                    return f"{text} may repeat one sign, at most {MAX_REPEAT} times"
                ways *= bounds[-1] - bounds[0] + 1
        previous, at = text, piece.end()
    if ways * branches[0] > MAX_WAYS:
        return f"it has {ways * branches[0]} ways to try a text; at most {MAX_WAYS} are allowed"
    return _compile_fault(pattern)


def _compile_fault(pattern: str) -> str | None:
    try:
        re.compile(pattern)
    except re.error as error:
        return f"not a pattern: {error}"
    return None
