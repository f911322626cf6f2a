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


def _any_of(words: str) -> str:
    return "|".join(map(re.escape, words.split("; ")))


_LABELS = _any_of(
    "shipper; consignee; vendor; supplier; manufacturer; maker; brand; company; name; buyer; seller; beneficiary"
    "; applicant; importer; exporter; notify; notify party; ordering customer; hersteller; lieferant; fabricant"
    "; fournisseur"
    "; fabricante; proveedor; производитель; поставщик"
)
_BRANCHES = _any_of(
    "branch; branch office; representative office; rep office; rep. office; sucursal; succursale; filial; filiale"
    "; zweigniederlassung; филиал"
)
_REGISTERS = _any_of(
    "company no; company number; vat; tax id; inn; ogrn; инн; огрн; nip; krs; regon; cui; hrb; siren; siret; lei; cnpj"
    "; rut; ruc; nit; rfc; cin; crn; abn; acn; ein; mš; maticna stevilka; matična številka; uei; duns"
)
_STREETS = _any_of(
    "no; room; rm; floor; suite; unit; building; bldg; po box; p.o. box; ul; st; str; rue; calle; avenida"
)

#: Nothing below can be in a text without one of these signs or words; most names have none.
_SUSPECT_SIGN = re.compile(r"[:：;(\[（【/\d]")
_SUSPECT_WORDS = frozenset(
    (
        *("fka", "f.k.a.", "f.k.a", "aka", "a.k.a.", "a.k.a", "dba", "d.b.a.", "also", "trading", "ex"),
        *("formerly", "previously", "vormals", "anciennement", "antes", "ранее", "раньше", "бывш."),
        *("attn", "attn.", "care", "messrs", "messrs.", "any", "affiliated"),
        *("branch", "office", "sucursal", "succursale", "filial", "filiale", "zweigniederlassung", "филиал"),
    )
)

_IN_CAPITALS = r"[A-Z][A-Z0-9]+(?: [A-Z0-9]+){0,3}"
_LABEL = re.compile(rf"\s*(?:{_IN_CAPITALS}|(?i:{_LABELS}))\s*[:：]\s*(?=\S)|(?i:attn)\.?\s*:[^,]*,\s*(?=\S)")
_ADDRESSED = re.compile(r"\s*(?:m/s\.?|messrs\.?)\s+(?=\S)", re.IGNORECASE)
_FORMER = (
    r"f[./\s]*k[./\s]*a\b\.?|(?:formerly|previously)(?: known as)?|vormals|anciennement|antes|раньше|ранее|бывш\w*"
    r"|ex(?=[\s-])"
)
_ALSO = r"a[./\s]*k[./\s]*a\b\.?|also known as|d\.?/?b\.?/?a\.?|t/a|trading as"
_SECOND_NAME = re.compile(
    rf"(?<![\s,;])[\s,;]*+[(\[（【]?\s*+\b(?:(?P<former>{_FORMER})|(?P<other>{_ALSO}))\s*[:\s-]\s*"
    r"(?P<name>[^()\[\]（）【】]{2,}?)\s*(?:[)\]）】]|$)",
    re.IGNORECASE,
)
_TO_THE_END = re.IGNORECASE | re.DOTALL
_CARE_OF = re.compile(r"(?<![\s,;(])[\s,;(]++(?:c/o|care of|attn)\b.*$", _TO_THE_END)
_SUCCESSORS = re.compile(
    r"(?<![\s,;])[\s,;]++(?:and|including) (?:any|all|its)(?: other)? (?:successor|subsidiar|affiliate).*$", _TO_THE_END
)
_AFFILIATED = re.compile(r"[.;]\s*affiliated entit.*$", _TO_THE_END)
_REGISTERED = re.compile(
    rf"(?<![\s,;(])[\s,;(]++(?:reg(?:istration|istered)?\.?\s*(?:no|number|nr)?|{_REGISTERS})\W{{0,3}}\s*[A-Z]{{0,4}}\d[\w./-]{{4,}}\)?",
    re.IGNORECASE,
)
_BRANCH = re.compile(rf"\s*(?:,|\s[-–—])\s*(?:[^,]{{0,80}}\s)?(?:{_BRANCHES})\b.*$", _TO_THE_END)
_ADDRESS = re.compile(
    rf"\s*,\s*(?:\d{{1,6}}[A-Za-z]?(?:-\d+)?\s+[^\d\s,]{{2,}}|(?:{_STREETS})\.?\s[^,]{{0,40}}\d).*$", _TO_THE_END
)
_LONG_NUMBER = re.compile(r"(?<![\w.-])\d[\d ]{5,}\d(?![\w-])")

_CUTS = (_SUCCESSORS, _AFFILIATED, _CARE_OF, _REGISTERED, _BRANCH, _ADDRESS, _LONG_NUMBER)

#: No name is longer, in characters: what stands beyond is not looked at for annotations.
MAX_LOOKED_AT = 1_000


def bare(text: str) -> Bare:
    """Return a name without labels, second names, addresses and numbers; never nothing where there was something."""
    if not _SUSPECT_SIGN.search(text) and _SUSPECT_WORDS.isdisjoint(text.lower().split()):
        return Bare(text)
    if len(text) > MAX_LOOKED_AT:
        return Bare(text)
    set_aside: list[str] = []
    text = " ".join(text.split())  # in long runs of blanks an expression would try every way to share them
    text = _without_label(text, set_aside)
    text, others = _without_second_name(text)
    for cut in _CUTS:
        found = cut.search(text)
        if found and text[: found.start()].strip():
            set_aside.append(found.group().strip(" ,;()"))
            text = text[: found.start()] + text[found.end() :]
    return Bare(text, tuple(set_aside), others)


def _without_label(text: str, set_aside: list[str]) -> str:
    for opening in (_LABEL, _ADDRESSED):
        found = opening.match(text)
        if found:
            set_aside.append(found.group().strip())
            text = text[found.end() :]
    return text


def _without_second_name(text: str) -> tuple[str, tuple[Other, ...]]:
    found = _SECOND_NAME.search(text)
    if not found or not text[: found.start()].strip():
        return text, ()
    kind: OtherKind = "former name" if found["former"] else "other name"
    return text[: found.start()] + text[found.end() :], (Other(kind, found["name"]),)
