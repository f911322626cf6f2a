"""Cells that are read in several roles, such as maker and model in one, or a text at the prompt."""

from collections import Counter
from collections.abc import Sequence

from vendorcheck.model.bom import Column
from vendorcheck.resolve.clearing import without
from vendorcheck.resolve.listed_identifiers import is_letters_alone
from vendorcheck.resolve.view import View


def cleared_throughout(columns: Sequence[Column], views: Sequence[View]) -> Sequence[View]:
    """Return the views of a line's cells: what a waiver clears of a cell as a name, it clears in its other roles.

    A seller that the heading names does not stand in the cell itself, so that clears nothing else of it.
    """
    waivers: dict[int, dict[str, str]] = {}
    found: dict[int, str] = {}
    for column, view in zip(columns, views, strict=True):
        for cleared in view.identity.cleared:
            if column.stands_for is None:
                waivers.setdefault(column.cell, {})[cleared.party] = cleared.waiver
                found[column.cell] = cleared.found
    if not waivers:
        return views
    return [
        _without(view, found[column.cell], waivers[column.cell]) if column.cell in waivers else view
        for column, view in zip(columns, views, strict=True)
    ]


def named_throughout(columns: Sequence[Column], views: Sequence[View]) -> Sequence[View]:
    """Return the views of a line's cells: letters alone in a cell that is read as a name as well are no FCC ID."""
    if not any(view.role == "fcc_id" and view.identity.sightings for view in views):
        return views
    roles = Counter(column.cell for column in columns)
    return [
        _identified(view) if view.role == "fcc_id" and roles[column.cell] > 1 else view
        for column, view in zip(columns, views, strict=True)
    ]


def _identified(view: View) -> View:
    sure = tuple(sighting for sighting in view.identity.sightings if not is_letters_alone(sighting.found))
    return view._replace(identity=view.identity._replace(sightings=sure))


def _without(view: View, found: str, waivers: dict[str, str]) -> View:
    identity = view.identity
    counting, cleared = without(view.role, found, identity.sightings, waivers)
    return view._replace(identity=identity._replace(sightings=counting, cleared=(*identity.cleared, *cleared)))
