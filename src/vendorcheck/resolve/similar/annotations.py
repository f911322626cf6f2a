"""What people write beside a name: labels, former names, branches, addresses, numbers of registers."""

import re
from typing import Literal, NamedTuple

OtherKind = Literal["former name", "other name"]


class Other(NamedTuple):
    """A second name that stands beside the first."""

    kind: OtherKind
    text: str


class Bare(NamedTuple):
    """A name without what stands beside it; `set_aside` says what that was, as written."""

    text: str
    set_aside: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()


#: Nothing below can be in a text without one of these; most names have none.
_SUSPECT_SIGN = re.compile(r"[:：;(\[（【/\d]")
_SUSPECT_WORDS = frozenset(
    "fka f.k.a. f.k.a aka a.k.a. a.k.a dba d.b.a. formerly previously ex vormals anciennement antes ранее раньше бывш."
    " also trading attn attn. care successor successors any messrs messrs. branch office sucursal succursale filial filiale"
    " zweigniederlassung филиал affiliated".split()
)

_LABEL = re.compile(
    r"\s*(?:[A-Z][A-Z0-9]+(?: [A-Z0-9]+){0,3}|(?i:shipper|consignee|vendor|supplier|manufacturer|maker|brand|company"
    r"|name|buyer|seller|beneficiary|applicant|importer|exporter|notify(?: party)?|ordering customer"
    r"|hersteller|lieferant|fabricant|fournisseur|fabricante|proveedor|производитель|поставщик))"
    r"\s*[:：]\s*(?=\S)|(?i:attn)\.?\s*:[^,]*,\s*(?=\S)"
)
_ADDRESSED = re.compile(r"\s*(?:m/s\.?|messrs\.?)\s+(?=\S)", re.IGNORECASE)
_SECOND_NAME = re.compile(
    r"[\s,;]*[(\[（【]?\s*\b(?:(?P<former>f[./\s]*k[./\s]*a\b\.?|(?:formerly|previously)(?: known as)?|vormals|anciennement"
    r"|antes|раньше|ранее|бывш\w*|ex(?=[\s-]))|(?P<other>a[./\s]*k[./\s]*a\b\.?|also known as|d\.?/?b\.?/?a\.?|t/a|trading as))\s*[:\s-]\s*"
    r"(?P<name>[^()\[\]（）【】]{2,}?)\s*(?:[)\]）】]|$)",
    re.IGNORECASE,
)
_CARE_OF = re.compile(r"[\s,;(]+(?:c/o|care of|attn)\b.*$", re.IGNORECASE | re.DOTALL)
_SUCCESSORS = re.compile(r"[\s,;]+(?:and|including) (?:any|all|its)(?: other)? (?:successor|subsidiar|affiliate).*$", re.IGNORECASE)
_AFFILIATED = re.compile(r"[.;]\s*affiliated entit.*$", re.IGNORECASE)
_REGISTERED = re.compile(
    r"[\s,;(]+(?:reg(?:istration|istered)?\.?\s*(?:no|number|nr)?|company (?:no|number)|vat|tax id|inn|ogrn|инн|огрн|nip|krs"
    r"|regon|cui|hrb|siren|siret|lei|cnpj|rut|ruc|nit|rfc|cin|crn|abn|acn|ein|mš|maticna stevilka|matična številka|uei|duns)\W{0,3}\s*"
    r"[A-Z]{0,4}[\d][\w./-]{4,}\)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\s*,\s*(?:\d{1,6}[A-Za-z]?(?:-\d+)?\s+[^\d\s,]{2,}"
    r"|(?:no|room|rm|floor|suite|unit|building|bldg|p\.?\s?o\.? box|ul|str?|rue|calle|avenida|av|via|road|rd|street)\.?\s[^,]{0,40}\d)"
    r".*$",
    re.IGNORECASE | re.DOTALL,
)
_BRANCH = re.compile(
    r"\s*(?:,|\s[-–—])\s*(?:[^,]*\s)?(?:branch|representative office|rep\.? office|sucursal|succursale|zweigniederlassung"
    r"|filiale?|филиал)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_LONG_NUMBER = re.compile(r"(?<![\w.-])\d[\d ]{5,}\d(?![\w-])")

_CUTS = (_SUCCESSORS, _AFFILIATED, _CARE_OF, _REGISTERED, _BRANCH, _ADDRESS, _LONG_NUMBER)


def bare(text: str) -> Bare:
    """Return a name without labels, second names, addresses and numbers; never nothing where there was something."""
    if not _SUSPECT_SIGN.search(text) and _SUSPECT_WORDS.isdisjoint(text.lower().split()):
        return Bare(text)
    kept = text
    set_aside: list[str] = []
    for opening in (_LABEL, _ADDRESSED):
        found = opening.match(kept)
        if found:
            set_aside.append(found.group().strip())
            kept = kept[found.end() :]
    others = []
    found = _SECOND_NAME.search(kept)
    if found and found.start() > 0:
        kind: OtherKind = "former name" if found["former"] else "other name"
        others.append(Other(kind, found["name"]))
        kept = kept[: found.start()] + kept[found.end() :]
    for cut in _CUTS:
        found = cut.search(kept)
        if found and kept[: found.start()].strip():
            set_aside.append(found.group().strip(" ,;()"))
            kept = kept[: found.start()] + kept[found.end() :]
    return Bare(kept, tuple(set_aside), tuple(others))
