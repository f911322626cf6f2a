"""The encoding that the caller names, held against what the bytes of the file say."""

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.encoding.survey import CHUNK
from vendorcheck.readers.source import Source

_WIDE = ("utf-16", "utf-32")


def with_encoding(source: Source, choices: Choices) -> Choices:
    """Return the choices with an encoding that fits the file; a usage error where the file is surely in another.

    UTF-16 and UTF-32 without a mark are read in the order of bytes that the file shows.
    """
    given, found = choices.encoding, source.survey.encoding
    if given is None or given == found:
        return choices
    if found == "utf-8-sig" and given == "utf-8":
        return choices._replace(encoding=found)
    if given in _WIDE:
        return choices._replace(encoding=found if found.startswith(given) else f"{given}-le")
    if _is_sure(source) and not found.startswith(given):
        raise VendorcheckError(
            "usage",
            f"{source.name} is in {found}, and --encoding says {given}",
            spot=Spot(source.name),
            help="Leave out --encoding: names would be misread.",
        )
    return choices


def _is_sure(source: Source) -> bool:
    """Whether the bytes leave no doubt: a mark, or sound UTF-8 with characters beyond ASCII."""
    survey = source.survey
    if survey.guessed or not survey.encoding.startswith("utf-"):
        return False
    return survey.encoding != "utf-8" or (not survey.lossy and not _is_ascii(source))


def _is_ascii(source: Source) -> bool:
    source.file.seek(0)
    while chunk := source.file.read(CHUNK):
        if not chunk.isascii():
            return False
    return True
