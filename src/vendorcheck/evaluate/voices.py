"""What the cells of a line say of its maker where they do not agree, in words."""

from collections.abc import Iterable

from vendorcheck.evaluate.world import World
from vendorcheck.model.hit import Conflict, Voice

#: How much of a cell a message repeats; the excerpt has all of it.
MAX_SAID = 80

#: What readers call the cells whose roles are abbreviations.
_CELLS = {"mac": "MAC address", "fcc_id": "FCC ID"}


def conflict_text(conflicts: Iterable[Conflict], party: str, world: World) -> str:
    """Return what each cell of a line says in the conflict about a party; nothing where there is none."""
    voices = (voice for conflict in conflicts if conflict.party == party for voice in conflict.voices)
    return "; ".join(_said(voice, world) for voice in voices)


def _said(voice: Voice, world: World) -> str:
    cell = _CELLS.get(voice.role, voice.role)
    found = voice.found if len(voice.found) <= MAX_SAID else voice.found[: MAX_SAID - 1] + "…"
    if voice.party is None:
        return f"the {cell} cell names {found!r}"
    return f"the {cell} cell holds {found!r}, which points to {world.name_of(voice.party)} ({voice.listed})"
