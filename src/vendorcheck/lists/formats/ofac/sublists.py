"""Which lists a row of OFAC's consolidated files stands on: the files hold several, and name none of them."""

import re
from collections.abc import Mapping, Sequence

from vendorcheck.lists.formats.csl_sublists import Sublist
from vendorcheck.lists.formats.ofac.remarks import Remarks
from vendorcheck.model.period import Period

SDN = Sublist("SDN", "ofac-sdn")
SSI = Sublist("SSI", "ofac-ssi")
CAPTA = Sublist("CAP", "ofac-capta")
MENU_BASED = Sublist("MBS", "ofac-ns-mbs")
MILITARY_INDUSTRIAL = Sublist("CMIC", "us-ns-cmic")
EVADERS = Sublist("FSE", "ofac-fse")
LEGISLATIVE_COUNCIL = Sublist("PLC", "ofac-plc")

#: By programme. Those of entries that are on no list of blocked persons tell the consolidated files from the others.
_OWN: Mapping[str, Sublist] = {
    "UKRAINE-EO13662": SSI,
    "CMIC-EO13959": MILITARY_INDUSTRIAL,
    "NS-PLC": LEGISLATIVE_COUNCIL,
    "561-Related": CAPTA,
    "FSE-IR": EVADERS,
    "FSE-SY": EVADERS,
    "MBS": MENU_BASED,
    "NS-MBS": MENU_BASED,
}

#: Programmes that blocked persons have too: beside those, they only say that sanctions of a menu are added.
_SHARED: Mapping[str, Sublist] = {
    "CAATSA - RUSSIA": MENU_BASED,
    "BURMA-EO14014": MENU_BASED,
    "ILLICIT-DRUGS-EO14059": MENU_BASED,
}

#: Executive Order 14024 has directives: the second is about correspondent accounts, the others are menus.
_SUBJECT = re.compile(r"14024 Directive Information:? Subject to Directive ([0-9])")
_LABEL = re.compile(r"EO [0-9]+ Directive ([0-9])")
_CORRESPONDENT = "2"


def is_non_sdn(programmes: Sequence[str]) -> bool:
    """Return whether one of these programmes is of a list other than that of blocked persons."""
    return any(programme in _OWN for programme in programmes)


def sublists(programmes: Sequence[str], remarks: Remarks) -> tuple[Sublist, ...]:
    """Return the lists that a row of the consolidated files stands on; none where nothing tells.

    A day on which it was listed under a directive stays in the remarks when the directive no longer holds for it: the
    day alone tells only where nothing else does.
    """
    found = [_OWN[programme] for programme in programmes if programme in _OWN]
    found += [_by_directive(number) for text in remarks.others for number in _SUBJECT.findall(text)]
    if not found:
        found = [_SHARED[programme] for programme in programmes if programme in _SHARED]
    if not found:
        found = [sublist for label, _ in remarks.listed if (sublist := _of_label(label))]
    return tuple(dict.fromkeys(found))


def listed_since(sublist: Sublist, remarks: Remarks) -> Period | None:
    """Return the first day on which the remarks say that an entry came on a list."""
    return min((day for label, day in remarks.listed if _of_label(label) == sublist), default=None)


def _of_label(label: str) -> Sublist | None:
    if label == MILITARY_INDUSTRIAL.short:
        return MILITARY_INDUSTRIAL
    directive = _LABEL.match(label)
    return _by_directive(directive[1]) if directive else None


def _by_directive(number: str) -> Sublist:
    return CAPTA if number == _CORRESPONDENT else MENU_BASED
