"""Pages in a folder: what stands there against what should, and the writing of it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from vendorcheck.model.case import Case
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters.output import text_writer, write_all
from vendorcheck.reporters.rule_pages.content import rule_page
from vendorcheck.reporters.rule_pages.index import index_page
from vendorcheck.reporters.rule_pages.markdown import MARKER, render_page

Pages = Mapping[str, str]


class Drift(NamedTuple):
    """A page that is not as it should be: it is not there, says something else, or is of no rule."""

    path: Path
    how: Literal["missing", "changed", "left over"]


def pages_of(rulebook: Rulebook, cases: Sequence[Case]) -> Pages:
    """Return the text of every page by its file name; the same rulebook gives the same texts."""
    pages = [index_page(rulebook), *(rule_page(rule, rulebook, cases) for rule in rulebook.rules.values())]
    return {f"{page.id}.md": render_page(page) for page in pages}


def drift_of(folder: Path, pages: Pages) -> tuple[Drift, ...]:
    """Return how a folder differs from the pages it should hold; files that are no such pages are left alone."""
    return tuple(sorted((*_differing(folder, pages), *_left_over(folder, pages)), key=lambda drift: drift.path))


def write_pages(folder: Path, pages: Pages) -> tuple[Drift, ...]:
    """Write the pages that are missing or changed, remove those left over, and return which they were.

    A file that is no such page is never replaced: an error says so.
    """
    found = drift_of(folder, pages)
    for drift in found:
        if drift.how == "changed" and not _is_page(drift.path):
            name = drift.path.as_posix()
            raise VendorcheckError(
                "output_unwritable",
                f"{name} was not written by `rules docs`, and is not replaced",
                spot=Spot(name),
                help="Name another folder, or move the file away.",
            )
    write_all((drift.path, text_writer([pages[drift.path.name]])) for drift in found if drift.how != "left over")
    for drift in found:
        if drift.how == "left over":
            drift.path.unlink()
    return found


def _differing(folder: Path, pages: Pages) -> Iterator[Drift]:
    for name, text in pages.items():
        path = folder / name
        if not path.is_file():
            yield Drift(path, "missing")
        elif _read(path) != text:
            yield Drift(path, "changed")


def _left_over(folder: Path, pages: Pages) -> Iterator[Drift]:
    for path in folder.glob("*.md"):
        if path.name not in pages and path.is_file() and _is_page(path):
            yield Drift(path, "left over")


def _is_page(path: Path) -> bool:
    return _read(path).startswith(MARKER)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError as error:
        name, reason = path.as_posix(), error.strerror or str(error)
        raise VendorcheckError("output_unwritable", f"{name} cannot be read: {reason}", spot=Spot(name)) from error
