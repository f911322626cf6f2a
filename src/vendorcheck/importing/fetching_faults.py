"""What can go wrong between here and a server: what may be over at the next attempt, and what is said in the end."""

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.rulebook.config import shown_address


class PassingFault(Exception):  # noqa: N818 (a fault is the word of this program)
    """A fault that may be over at the next attempt; `wait` is how many seconds the server asks to wait."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        """Carry what happened, as the end of a sentence that begins with the address."""
        super().__init__(message)
        self.message, self.wait = message, wait


def unreachable(address: str, message: str, help: str | None = None) -> VendorcheckError:
    """Return the error that a file could not be had from an address."""
    return VendorcheckError("list_unreachable", f"{shown_address(address)} {message}", help=help)
