"""Short forms of names that others have as well, such as 海康: nothing by themselves but as all that a cell says."""

from vendorcheck.model.hit import Sighting
from vendorcheck.resolve.folding import folded
from vendorcheck.resolve.listed_makers import parts_of

#: What speaks against a weak name that is all a cell says.
SHORT_FORM = "a short form that others have as well"


def native_as_whole(text: str, sightings: tuple[Sighting, ...]) -> tuple[Sighting, ...]:
    """Return the sightings of a name cell, with a weak name in Han signs as possible where it is all that is said.

    That is the whole cell, or one of the makers that it lists. A weak name of Latin letters is anybody's.
    """
    if text.isascii() or all(sighting.alone for sighting in sightings):
        return sightings
    makers = set(map(folded, parts_of(text)))
    return tuple(
        sighting
        if sighting.alone or sighting.listed.isascii() or folded(sighting.listed) not in makers
        else sighting._replace(alone=True).doubted(SHORT_FORM)
        for sighting in sightings
    )
