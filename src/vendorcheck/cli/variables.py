"""Variables of the environment that stand in place of options: `VENDORCHECK_FAIL_ON` for --fail-on."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from vendorcheck.model.errors import VendorcheckError

PREFIX = "VENDORCHECK_"

#: How alike a variable and one that is known must be to be taken for a slip of the same: 1 is the same.
_ALIKE = 0.75

#: Variables that are no options: what they do is said where they are read.
OTHERS = ("VENDORCHECK_CORPUS", "VENDORCHECK_DEBUG", "VENDORCHECK_FUZZ_INPUTS", "VENDORCHECK_MAX_WORKBOOK_MIB")

#: Options that a variable can stand for beside those of a config.
_MORE = ("config",)


def variable_of(key: str) -> str:
    """Return the variable that stands for an option."""
    return PREFIX + key.upper()


def check_variables(environment: Mapping[str, str], keys: Sequence[str]) -> dict[str, str]:
    """Return the values of variables that stand for options, by key; a usage error for one that nobody knows.

    An empty variable says nothing.
    """
    known = {variable_of(key): key for key in (*keys, *_MORE)}
    for name in environment:
        if name.startswith(PREFIX) and name not in known and name not in OTHERS:
            close = _close(name, [*known, *OTHERS])
            hint = f"; did you mean {close}?" if close else ""
            message = f"the variable {name} stands for no option{hint}"
            raise VendorcheckError("usage", message, help="Unset it, or leave variables aside with --isolated.")
    return {key: environment[name] for name, key in known.items() if environment.get(name)}


def _close(name: str, known: Sequence[str]) -> str | None:
    """The variable that was probably meant, by what follows the common beginning; None where none is close."""
    endings = [each.removeprefix(PREFIX) for each in known]
    close = get_close_matches(name.removeprefix(PREFIX), endings, 1, _ALIKE)
    return PREFIX + close[0] if close else None
