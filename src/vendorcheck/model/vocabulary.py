"""The words the rulebook reads bills with: equipment, purposes, distributors, generic words."""

from collections.abc import Mapping
from typing import NamedTuple


class EquipmentType(NamedTuple):
    """A kind of equipment, the broader kind it belongs to, and the words that show it."""

    id: str
    title: str
    kind_of: str | None
    words: tuple[str, ...]
    needs_maker: bool = True


class Purpose(NamedTuple):
    """A declared purpose, the words for it, and the purposes that declaring it denies."""

    id: str
    title: str
    words: tuple[str, ...]
    denies: tuple[str, ...] = ()


class Vocabulary(NamedTuple):
    """All words, as plain data; `needs` says for each missing fact what would settle it.

    A name cell of `generic` words names nobody, and no more does one of words for `things` only.
    """

    equipment: tuple[EquipmentType, ...]
    purposes: tuple[Purpose, ...]
    generic: tuple[str, ...]
    distributors: tuple[str, ...]
    detached_before: tuple[str, ...]
    detached_after: tuple[str, ...]
    resold: tuple[str, ...]
    subordinators: tuple[str, ...]
    countries: Mapping[str, tuple[str, ...]]
    buyers: Mapping[str, str]
    needs: Mapping[str, str]
    things: tuple[str, ...] = ()
