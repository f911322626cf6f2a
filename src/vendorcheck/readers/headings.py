"""Which heading means which role: spellings seen in real bills, in the languages of their buyers."""

import re
import unicodedata

from vendorcheck.model.bom import Role

#: Spellings as `normal_heading` leaves them. A heading that stands nowhere here is ignored.
SPELLINGS: dict[Role, tuple[str, ...]] = {
    "maker": (
        "manufacturer", "manufacturer name", "manufacturers", "mfr", "mfr name", "mfg", "mfg name", "manu",
        "manuf", "manf", "manufactured by", "mf", "maker", "make", "oem", "producer", "produced by",
        "organization name", "organisation name", "company", "company name",
        "hersteller", "herstellername", "produzent", "fabrikat",
        "fabricant", "nom du fabricant", "constructeur",
        "fabricante", "fabricador", "fabricante nombre", "nome do fabricante",
        "produttore", "costruttore", "fabbricante",
        "fabrikant", "producent", "nazwa producenta", "wytwórca",
        "производитель", "изготовитель", "завод изготовитель",
        "制造商", "製造商", "生产商", "生產商", "厂商", "廠商", "厂家", "生产厂家", "制造厂商", "メーカー", "製造元",
        "製造者", "製造業者", "제조사", "제조업체", "제조자", "메이커",
    ),
    "brand": (
        "brand", "brand name", "trademark", "trade mark", "marke", "markenname", "marque", "marca", "merk",
        "marka", "бренд", "марка", "торговая марка", "品牌", "商标", "商標", "ブランド", "브랜드", "상표",
    ),
    "vendor": (
        "vendor", "vender", "vendor name", "supplier", "supplier name", "seller", "reseller", "distributor",
        "dealer", "contractor", "bidder", "offeror", "source of supply",
        "lieferant", "lieferantenname", "anbieter", "verkäufer", "händler", "bieter",
        "fournisseur", "nom du fournisseur", "vendeur", "distributeur",
        "proveedor", "nombre del proveedor", "vendedor", "distribuidor",
        "fornecedor", "nome do fornecedor", "fornitore", "rivenditore", "distributore",
        "leverancier", "dostawca", "sprzedawca", "поставщик", "продавец",
        "供应商", "供應商", "卖方", "销售商", "仕入先", "供給者", "販売元", "サプライヤー", "ベンダー",
        "공급업체", "공급사", "공급자", "판매자", "거래처",
    ),
    "part": (
        "part", "part number", "part no", "part num", "partnumber", "pn", "p n", "mpn", "mfr part number",
        "mfr part no", "mfr pn", "mfg part", "mfg part number", "mfg pn", "manf", "manf part", "manf part number",
        "manufacturer part", "manufacturer part number", "manufacturer part no", "manufacturer pn",
        "manufacturer p n", "manufacture part number", "model", "model number", "model no", "model name",
        "product", "product name", "product number", "product code", "item code", "item name", "sku",
        "catalog number", "catalogue number", "type designation", "device",
        "teilenummer", "artikelnummer", "artikel nr", "bestellnummer", "herstellernummer", "modell", "produkt",
        "typenbezeichnung",
        "référence", "réf", "référence fabricant", "modèle", "produit", "numéro de pièce", "désignation commerciale",
        "referencia", "número de parte", "numero de parte", "modelo", "producto", "código", "n p", "nombre modelo",
        "referência", "número da peça", "produto", "código do produto",
        "codice", "codice articolo", "codice produttore", "modello", "prodotto",
        "onderdeelnummer", "modelnummer", "numer części", "numer katalogowy", "model produktu",
        "артикул", "модель", "номер детали", "каталожный номер", "товар", "наименование модели",
        "型号", "型號", "规格型号", "料号", "料號", "物料编码", "产品型号", "产品名称", "零件号",
        "型番", "型式", "品番", "品名", "製品名", "モデル",
        "모델", "모델명", "부품번호", "품번", "품목", "품명", "제품명", "제품번호",
    ),
    "description": (
        "description", "desc", "item description", "part description", "product description", "long description",
        "specification", "specifications", "spec", "details", "characteristics", "key specifications", "features",
        "comment", "comments", "notes", "note", "remarks", "remark", "designation", "scope of supply",
        "beschreibung", "bezeichnung", "artikelbezeichnung", "bemerkung", "spezifikation", "leistung",
        "désignation", "caractéristiques", "remarque", "libellé",
        "descripción", "especificación", "especificaciones", "observaciones", "concepto", "denominación",
        "descrição", "especificação", "observações", "descrizione", "specifica", "note tecniche",
        "omschrijving", "beschrijving", "opmerking", "opis", "specyfikacja", "uwagi", "nazwa",
        "описание", "наименование", "характеристики", "примечание",
        "描述", "说明", "說明", "规格", "規格", "备注", "備註", "名称", "名稱", "説明", "仕様", "備考",
        "설명", "사양", "규격", "비고", "내역",
    ),
    "category": (
        "category", "categories", "type", "product type", "equipment type", "device type", "item type",
        "product category", "class", "kind", "group", "commodity",
        "kategorie", "geräteart", "gerätetyp", "typ", "catégorie", "type de produit", "categoría", "tipo",
        "categoria", "categorie", "soort", "kategoria", "rodzaj", "категория", "тип", "вид",
        "类别", "類別", "分类", "類型", "类型", "カテゴリ", "種類", "種別", "분류", "종류", "유형",
    ),
    "quantity": (
        "quantity", "qty", "count", "units", "pieces", "pcs", "order qty", "menge", "anzahl", "stück",
        "quantité", "qté", "cantidad", "quantidade", "quantità", "aantal", "ilość", "количество", "кол во",
        "数量", "數量", "수량",
    ),
    "unit_price": (
        "price", "unit price", "unit cost", "cost", "total", "total cost", "total price", "amount", "rate",
        "preis", "einzelpreis", "gesamtpreis", "prix", "prix unitaire", "precio", "precio unitario", "costo",
        "preço", "preço unitário", "prezzo", "prezzo unitario", "prijs", "cena", "цена", "стоимость",
        "单价", "單價", "价格", "金额", "単価", "価格", "단가", "가격", "금액",
    ),
    "origin": (
        "origin", "country of origin", "coo", "made in", "country of manufacture", "manufacturing country",
        "ursprungsland", "herkunft", "herkunftsland", "pays d origine", "origine", "país de origen",
        "pais de origen", "origen", "país de origem", "origem", "paese di origine", "land van herkomst",
        "kraj pochodzenia", "страна происхождения", "страна производства", "原产地", "原產地", "产地", "原産国",
        "原産地", "원산지",
    ),
    "mac": (
        "mac", "mac address", "mac addr", "mac id", "ethernet address", "hardware address", "oui", "assignment",
        "mac adresse", "adresse mac", "dirección mac", "endereço mac", "indirizzo mac", "mac adres", "adres mac",
        "mac адрес", "mac地址", "物理地址", "macアドレス", "mac 주소",
    ),
    "fcc_id": ("fcc id", "fccid", "fcc identifier", "fcc number", "fcc no"),
    "serial": (
        "serial", "serial number", "serial no", "s n", "sn", "seriennummer", "numéro de série",
        "número de serie", "número de série", "numero di serie", "serienummer", "numer seryjny",
        "серийный номер", "序列号", "序號", "シリアル番号", "일련번호",
    ),
    "level": ("level", "bom level", "indent", "ebene", "stufe", "niveau", "nivel", "nível", "livello",
              "poziom", "уровень", "层级", "階層", "레벨"),
    "line_no": (
        "line", "line no", "line number", "item", "item no", "item number", "no", "pos", "position", "lfd nr",
        "pos nr", "ligne", "numéro", "línea", "linha", "riga", "regel", "lp", "номер", "п п", "序号", "番号",
        "번호", "순번",
    ),
    "authorised_on": (
        "authorised on", "authorized on", "authorisation date", "authorization date", "fcc grant date",
        "grant date", "fcc authorization date", "equipment authorization date",
    ),
    "purpose": (
        "purpose", "intended use", "end use", "use", "application", "site purpose", "verwendungszweck", "zweck",
        "einsatzzweck", "usage", "utilisation", "finalité", "finalidad", "uso", "finalidade", "scopo",
        "destinazione d uso", "doel", "gebruik", "przeznaczenie", "cel", "назначение", "цель",
        "用途", "目的", "용도", "목적",
    ),
}

_OF_SPELLING: dict[str, Role] = {}
for _role, _spellings in SPELLINGS.items():
    for _spelling in _spellings:
        _OF_SPELLING.setdefault(_spelling, _role)

_NOT_A_LETTER = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TRAILING_NUMBER = re.compile(r" ?\d+$")


def normal_heading(text: str) -> str:
    """Return a heading in lower case, with one space for every run of anything but letters and digits."""
    spaced = _CAMEL.sub(" ", unicodedata.normalize("NFKC", text))
    return _NOT_A_LETTER.sub(" ", spaced.casefold()).strip()


def role_of(heading: str) -> Role:
    """Return the role a heading means; `ignored` when no spelling is known."""
    normal = normal_heading(heading)
    found = _OF_SPELLING.get(normal) or _OF_SPELLING.get(normal.replace(" ", ""))
    if found is None:
        found = _OF_SPELLING.get(_TRAILING_NUMBER.sub("", normal))
    return found or "ignored"
