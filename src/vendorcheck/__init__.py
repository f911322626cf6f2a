"""Vendor due-diligence checks for bills of materials."""

TYPE_CHECKING = False  # the typing module alone would double the time of --version

if TYPE_CHECKING:
    from vendorcheck.model.errors import VendorcheckError
    from vendorcheck.model.report import Report
    from vendorcheck.resolve.similar import NameComparison, compare_names
    from vendorcheck.screening import screen

__version__ = "0.1.0"

__all__ = ["NameComparison", "Report", "VendorcheckError", "__version__", "compare_names", "screen"]


def __getattr__(name: str) -> object:
    """Import what is asked for only then, so that `--version` imports nothing."""
    if name == "screen":
        from vendorcheck.screening import screen

        return screen
    if name in ("NameComparison", "compare_names"):
        from vendorcheck.resolve import similar

        return getattr(similar, name)
    if name == "Report":
        from vendorcheck.model.report import Report

        return Report
    if name == "VendorcheckError":
        from vendorcheck.model.errors import VendorcheckError

        return VendorcheckError
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
