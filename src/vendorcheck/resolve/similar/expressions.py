"""The expressions for what stands beside a name; they take milliseconds to compile, and most names need none."""

import re


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

_IN_CAPITALS = r"[A-Z][A-Z0-9]+(?: [A-Z0-9]+){0,3}"
_LABEL = re.compile(rf"\s*(?:{_IN_CAPITALS}|(?i:{_LABELS}))\s*[:：]\s*(?=\S)|(?i:attn)\.?\s*:[^,]*,\s*(?=\S)")
_ADDRESSED = re.compile(r"\s*(?:m/s\.?|messrs\.?)\s+(?=\S)", re.IGNORECASE)
_FORMER = (
    r"f[./\s]*k[./\s]*a\b\.?|(?:formerly|previously)(?: known as)?|vormals|anciennement|antes"
    r"|раньше|ранее|бывш\w*|ex(?=[\s-])"
)
_ALSO = r"a[./\s]*k[./\s]*a\b\.?|also known as|d\.?/?b\.?/?a\.?|t/a|trading as"
SECOND_NAME = re.compile(
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
    rf"(?<![\s,;(])[\s,;(]++(?:reg(?:istration|istered)?\.?\s*(?:no|number|nr)?|{_REGISTERS})"
    r"\W{0,3}\s*[A-Z]{0,4}\d[\w./-]{4,}\)?",
    re.IGNORECASE,
)
_BRANCH = re.compile(rf"\s*(?:,|\s[-–—])\s*(?:[^,]{{0,80}}\s)?(?:{_BRANCHES})\b.*$", _TO_THE_END)
_ADDRESS = re.compile(
    rf"\s*,\s*(?:\d{{1,6}}[A-Za-z]?(?:-\d+)?\s+[^\d\s,]{{2,}}|(?:{_STREETS})\.?\s[^,]{{0,40}}\d).*$", _TO_THE_END
)
_LONG_NUMBER = re.compile(r"(?<![\w.-])\d[\d ]{5,}\d(?![\w-])")

#: What is cut away, with what follows it.
CUTS = (_SUCCESSORS, _AFFILIATED, _CARE_OF, _REGISTERED, _BRANCH, _ADDRESS, _LONG_NUMBER)


#: What may stand before a name.
OPENINGS = (_LABEL, _ADDRESSED)
