"""Headings as people write them, and the roles they mean."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import ROLES, SCREENED_ROLES
from vendorcheck.readers.headings import (
    MAX_LENGTH,
    normal_heading,
    role_of,
    roles_of,
    seller_named_by,
    spellings,
)

WHO = {"maker", "brand", "vendor"}

#: Headings by role and language; bars between them.
BY_LANGUAGE = {
    "maker": {
        "en": "Manufacturer|MFR|Mfg.|Maker|Make|OEM|Producer|Manufactured by|Name of manufacturer|Manufacturer's Name",
        "de": "Hersteller|Herstellername|Name des Herstellers|Gerätehersteller|Produzent|Fabrikat",
        "fr": "Fabricant|Nom du fabricant|Fabricant de l'équipement|Constructeur|FABRICANT",
        "es": "Fabricante|Nombre del fabricante|Fabricante del equipo|Productor",
        "pt": "Fabricante|Nome do fabricante|Fabricante do equipamento|Produtor",
        "it": "Produttore|Casa produttrice|Costruttore|Nome produttore|Fabbricante",
        "nl": "Fabrikant|Naam fabrikant|Producent",
        "pl": "Producent|Nazwa producenta|Producent urządzenia|Wytwórca",
        "ru": "Производитель|Наименование производителя|Завод-изготовитель|Изготовитель оборудования",
        "zh": "制造商|制造商名称|生产厂家|设备制造商|製造商|廠商名稱",
        "ja": "メーカー|メーカー名|製造元|部品メーカー|ﾒｰｶｰ",
        "ko": "제조사|제조사명|제조업체|부품 제조사",
        "cs": "Výrobce|Název výrobce",
        "sv": "Tillverkare|Tillverkarens namn",
        "fi": "Valmistaja|Valmistajan nimi",
        "tr": "Üretici|ÜRETİCİ|Üretici Firma",
        "hu": "Gyártó|Gyártó neve",
        "uk": "Виробник",
        "ro": "Producător|Producator",
        "el": "Κατασκευαστής|ΚΑΤΑΣΚΕΥΑΣΤΗΣ",
        "vi": "Nhà sản xuất|Tên nhà sản xuất",
        "ar": "الشركة المصنعة|اسم الشركة المصنعة",
        "th": "ผู้ผลิต",
    },
    "brand": {
        "en": "Brand|Brand Name|Product brand|Trademark|Trade Name",
        "de": "Marke|Markenname",
        "fr": "Marque|Marque du produit|Nom de marque",
        "es": "Marca|Marca del producto|Marca comercial",
        "pt": "Marca|Nome da marca",
        "it": "Marca|Marca prodotto",
        "nl": "Merk|Merknaam",
        "pl": "Marka|Marka urządzenia",
        "ru": "Бренд|Торговая марка",
        "zh": "品牌|品牌名称|设备品牌|廠牌",
        "ja": "ブランド|ブランド名",
        "ko": "브랜드|브랜드명",
    },
    "vendor": {
        "en": "Vendor|Vender|Supplier|Supplier Name|Seller|Reseller|Distributor|Purchased from|Exporter",
        "de": "Lieferant|Lieferantenname|Anbieter|Händler|Haendler",
        "fr": "Fournisseur|Nom du fournisseur|Revendeur",
        "es": "Proveedor|Nombre del proveedor",
        "pt": "Fornecedor|Nome do fornecedor",
        "it": "Fornitore|Nome fornitore|Rivenditore",
        "nl": "Leverancier|Naam leverancier",
        "pl": "Dostawca|Nazwa dostawcy",
        "ru": "Поставщик|Наименование поставщика",
        "zh": "供应商|供应商名称|供應商|经销商",
        "ja": "仕入先|仕入先名|サプライヤー|購入先",
        "ko": "공급업체|공급업체명|거래처명",
    },
    "part": {
        "en": "MPN|Part Number|PartNumber|P/N|Part #|Part No(s)|Manufacturer Part Number|Mfr. #|Manf#|Model|Model No.|"
        "Model ID|Product|Product Name|Item Name|Item Code|Manufacturer Item No|Catalog Number|SKU|Device|Part|Code",
        "de": "Teilenummer|Hersteller-Teilenummer|Herstellerartikelnummer|Herstellernummer|Hersteller-Typ|Artikel-Nr.|"
        "Art.Nr.|Modell|Kameramodell|Typenbezeichnung|Typ-Nr.",
        "fr": "Référence|Référence fabricant|Réf. fabricant|Modèle|Modele|Numéro de pièce|Code article|N° de pièce",
        "es": "Número de parte|Numero de parte|Nº de parte|N/P|Modelo|Nombre_modelo|Código del producto",
        "pt": "Número da peça|Código do produto|Modelo do equipamento|Part number do fabricante",
        "it": "Codice articolo|Codice produttore|Modello|Modello dispositivo",
        "nl": "Onderdeelnummer|Modelnummer|Artikelnummer fabrikant|Typenummer",
        "pl": "Numer części|Numer katalogowy|Symbol producenta|Model urządzenia",
        "ru": "Артикул|Артикул производителя|Номер детали|Модель|Модель оборудования",
        "zh": "型号|规格型号|制造商型号|物料编码|制造商零件编号|摄像机型号|料號",
        "ja": "型番|メーカー型番|品番|部品番号|製品コード|モデル名",
        "ko": "모델명|부품번호|제조사 부품번호|품번|제품코드",
    },
    "description": {
        "en": "Description|Desc.|Item Description|Description of goods|Specifications|Remarks|Comment|Value|Val|Title|"
        "Name|Component|Device name|Manufacturer Description",
        "de": "Beschreibung|Artikelbezeichnung|Bezeichnung|Bemerkung|Materialkurztext",
        "fr": "Désignation|Designation|Libellé|Description du produit",
        "es": "Descripción|Descripcion|Nombre del componente|Equipo|Repuesto|Especificación",
        "pt": "Descrição|Descricao|Descrição do item",
        "it": "Descrizione|Descrizione articolo",
        "nl": "Omschrijving|Artikelomschrijving",
        "pl": "Opis|Opis produktu|Nazwa",
        "ru": "Описание|Наименование|Наименование товара",
        "zh": "描述|产品描述|品名|名称|规格|备注",
        "ja": "説明|品名|名称|仕様|備考",
        "ko": "설명|품명|규격|비고|제품 설명",
    },
    "category": {
        "en": "Category|Type|Item Type|Device category|Camera type|Commodity",
        "de": "Kategorie|Warengruppe|Produktkategorie",
        "fr": "Catégorie|Type d'équipement",
        "es": "Categoría|Tipo|Tipo de equipo",
        "pt": "Categoria|Tipo de produto",
        "it": "Categoria|Tipo di prodotto",
        "nl": "Categorie|Soort",
        "pl": "Kategoria|Rodzaj",
        "ru": "Категория|Тип оборудования",
        "zh": "类别|设备类型",
        "ja": "カテゴリ|種別",
        "ko": "분류|제품 유형",
    },
    "quantity": {
        "en": "Qty|Quantity Per PCB|Qty.Prj0|Build Quantity|Order Qty|No. of units|Q'ty",
        "de": "Menge|Anzahl|Stückzahl|Bestellmenge",
        "fr": "Quantité|Qté|Cantite",
        "es": "Cantidad|Cant.",
        "pt": "Quantidade|Qtd.",
        "it": "Quantità|Quantita",
        "nl": "Aantal",
        "pl": "Ilość|Ilosc szt.",
        "ru": "Количество|Кол-во, шт",
        "zh": "数量|采购数量",
        "ja": "数量|個数",
        "ko": "수량",
    },
    "unit_price": {
        "en": "Unit price €|Unit$|Ext$|Unit Price USD|Cost @ 250|Line Cost €|Total|MOUSER_PRICE-STOCK",
        "de": "Preis (EUR)|Einzelpreis|Nettopreis",
        "fr": "Prix unitaire HT|P.U.",
        "es": "Costo unitario|Precio",
        "pt": "Preço unitário|Custo",
        "it": "Prezzo unitario",
        "nl": "Prijs|Stukprijs",
        "pl": "Cena jednostkowa",
        "ru": "Цена, руб.|Стоимость",
        "zh": "单价(元)|总价",
        "ja": "単価|金額",
        "ko": "단가|금액",
    },
    "origin": {
        "en": "Country of Origin (COO)|Made in|Product origin|Mfg Country|countryOfOrigin",
        "de": "Ursprungsland|Herkunft",
        "fr": "Pays d’origine|Pays de fabrication",
        "es": "País de origen|Pais de origen",
        "pt": "País de origem",
        "it": "Paese di origine",
        "nl": "Land van herkomst",
        "pl": "Kraj pochodzenia",
        "ru": "Страна происхождения",
        "zh": "原产地|产地",
        "ja": "原産国",
        "ko": "원산지",
    },
    "mac": {
        "en": "MAC|MAC Address|mac_address|OUI|Assignment|Camera MAC address|Wi-Fi MAC",
        "de": "MAC-Adresse",
        "fr": "Adresse MAC",
        "zh": "MAC地址",
        "ja": "MACアドレス",
        "ko": "MAC 주소",
    },
    "fcc_id": {"en": "FCC ID|FCCID|fcc_id|FCC Identifier", "de": "FCC-Nummer", "fr": "Numéro FCC"},
    "serial": {
        "en": "Serial|S/N|Serial No.|Device Serial Number|serialNumber",
        "de": "Seriennummer|Serien-Nr.",
        "fr": "Numéro de série|N° de série",
        "es": "Número de serie|Numero de serie",
        "pt": "Número de série",
        "it": "Matricola",
        "ru": "Серийный номер",
        "zh": "序列号",
        "ja": "シリアル番号",
        "ko": "일련번호",
    },
    "level": {"en": "Level|BOM Level|Indent", "de": "Stufe", "fr": "Niveau", "zh": "BOM层级", "ja": "階層"},
    "line_no": {
        "en": "No.|#|Item|Item #|Line Number|Pos|ID|S.No.",
        "de": "Lfd. Nr.|Pos.-Nr.",
        "pl": "Lp.",
        "ru": "№ п/п",
        "zh": "序号|項次",
        "ja": "項番",
        "ko": "순번",
    },
    "authorised_on": {"en": "FCC Grant Date|Authorization date", "de": "Zulassungsdatum", "ja": "認証日"},
    "acquired_on": {
        "en": "Purchase Date|Date Acquired|Asset purchase date",
        "de": "Anschaffungsdatum",
        "fr": "Date d'achat",
        "es": "Fecha de compra",
        "zh": "购买日期",
    },
    "purpose": {"en": "Purpose|Intended use", "de": "Verwendungszweck", "fr": "Finalité", "zh": "用途"},
}

#: What is never screened and never repeated, or says something else of a maker, a part or a seller.
MEANINGLESS = (
    "Password|Username|User Name|Benutzername|Mot de passe|Contraseña|Hasło|Пароль|密码|パスワード|비밀번호",
    "Owner|Contact|Contact Name|Contact Person|First Name|Last Name|Full Name|Employee Name|Customer Name|Assigned To",
    "Requester|Ansprechpartner|Kontakt|Utilisateur|Usuario|Utente|Użytkownik|Сотрудник|联系人|担当者|담당자",
    "location|Address|IP|IP Address|Host|Hostname|State|Status|Site|Room|Rack|VLAN|Port|Country|City|Lagerort|Lieu",
    "Date|Order Date|Delivery Date|Manufacturing Date|Date of manufacture|Herstelldatum|生产日期|URL|Link|Datasheet",
    "Footprint|Package|Designator|Designators|Reference|References|Refs|RefDes|Ref Des|Parts|DNP|DNF|Layer|Mid X",
    "Manufacturing status|Company Currency|Company Headquarters|Make-ready time|Brand new?|Brand new|Make/Buy",
    "Product Distribution|Manufacturer URL|Manufacturer (URL)|Manufacturer country|Manufacturer ID",
    "manufacturer.country|manufacturer_id|Manufacturer Lifecycle 1|Manufacturer Datasheet|Country of manufacturer",
    "Model year|Data model|3D Model|3DModel|Business model|Number of manufacturers|Contact manufacturer",
    "Manufacturer Address|Vendor phone|Vendor ID|Vendor Rating|Vendor (telephone)|Supplier country",
    "Supplier address|Supplier Stock 1|Supplier Lead Time|Supplier Currency|Fournisseur SIRET|Fornecedor CNPJ",
    "Herstellerland|País del fabricante|Pays du fabricant|Адрес поставщика|供应商地址|是否指定品牌",
    "Supplied|Supplies|Manufactured|Produced|Decision maker",
    "Has Serial No|MOQ|Min Order Qty|Stock|Lead Time|UoM|Currency|Exchange Rate|Warranty|Weight|Color|Series|Material",
    "Asset Tag|Barcode|Department|Project Name|Group Name|PO Number|Invoice No|Operating System - Name|Firmware",
    "owner.name|contact.name|location.name|assigned_to.name|supplier.contact.name|address.country|Warehouse|Zebra|2|",
)

#: Order numbers of sellers: never a maker, a part or a seller, and looked at as text.
ORDER_NUMBERS = (
    "LCSC Part Number|LCSC Part #|LCSC#|LCSC Partn Number|LCSC编号|JLCPCB Part #|MOUSER_PART_NUMBER|Mouser #|Mouser No",
    "Digi-Key Part Number|DigiKey PN|RS Stock No.|RS Order Code|Farnell Order Code|OC_FARNELL|OC_NEWARK|SparkFun SKU",
    "Supplier Part|Supplier Part Number 1|Supplier Refrence|Supplier SKU|Supplier#|spn|Distributor PN|Cat#|Cat. No.",
    "Vendor Part Number|Vendor Item No|Vendor Code|Order Code|Bestellnummer|Bestell-Nr.|Lieferanten-Artikelnummer",
    "Artikelnummer Lieferant|Artikelnummer (Lieferant)|Référence fournisseur|Código proveedor|Codice fornitore",
    "Kod dostawcy|Артикул поставщика|供应商料号|仕入先品番|공급업체 부품번호|Leverantörens artikelnummer|Codigo SAP",
)

#: Headings whose cells hold several things.
JOINT = {
    ("maker", "part"): "Manufacturer/MPN|Make / Model|Make & Model|Make and Model|Make Model|Mfr. & P/N|Hersteller/Typ|"
    "Manufacturer - Part Number|Make/Model/Serial|Make, Model & Serial Number|Camera Make/Model|Fabricant et modèle|"
    "Fabricante/Referencia|Produttore e codice|Fabrikant/type|Producent i model|Производитель, артикул|厂商/型号|"
    "メーカー・型番|제조사 및 모델|Manufacturer (Part Number)|Equipment (make/model)|Manufacturer & Model #",
    (
        "brand",
        "part",
    ): "Brand/Model|Brand & Model|Marca y modelo|Marca e modello|Marque et modèle|Merk en model|品牌型号|"
    "品牌/型号|品牌及型号|Марка, модель|Brand (Model)|Brand Model|브랜드/모델",
    ("vendor", "part"): "Vendor / Model|Supplier / Part Number",
    ("vendor", "description"): "Supplier and ref|Anbieter und Referenz|Fournisseur et référence",
    ("part", "description"): "MPN/Value|Part No. & Description|型号/规格",
    ("maker", "description"): "Manufacturer / Description",
}

SELLERS = (
    "Digikey|DigiKey|Digi-Key|DIGI-KEY|Mouser|LCSC|lcsc|RS|RS Components|Farnell|Newark|TME|Arrow|Avnet|JLCPCB|CDW|"
    "Ingram Micro|element14|SparkFun|AliExpress|McMaster-Carr|立创商城|秋月"
)

#: A heading as it is adorned.
ADORNED = (
    "*{}",
    "{} *",
    "{}:",
    " {}\n",
    "{}_1",
    "{} 2",
    "{}3",
    "{} #1",
    "{}.1",
    "1. {}",
    "(2) {}",
    "{} (optional)",
    "{}[required]",
    '"{}"',
)


def _each(*lists: str) -> list[str]:
    return [heading for headings in lists for heading in headings.split("|")]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        pytest.param(heading, role, id=f"{role} {language} {heading}")
        for role, languages in BY_LANGUAGE.items()
        for language, headings in languages.items()
        for heading in headings.split("|")
    ],
)
def test_a_heading_means_its_role_in_every_language(heading: str, role: str) -> None:
    assert roles_of(heading) == (role,)


def test_every_role_is_shown() -> None:
    assert {*BY_LANGUAGE, "unclassified", "ignored"} == set(ROLES)


@pytest.mark.parametrize("heading", _each(*MEANINGLESS))
def test_what_says_something_else_is_ignored(heading: str) -> None:
    assert roles_of(heading) == ()
    assert role_of(heading) == "ignored"


@pytest.mark.parametrize("heading", _each(*ORDER_NUMBERS))
def test_an_order_number_is_looked_at_as_text(heading: str) -> None:
    assert roles_of(heading) == ("description",)
    assert seller_named_by(heading) is None


@pytest.mark.parametrize(
    ("heading", "roles"), [(heading, roles) for roles, headings in JOINT.items() for heading in headings.split("|")]
)
def test_a_joint_heading_has_both_roles(heading: str, roles: tuple[str, ...]) -> None:
    assert roles_of(heading) == roles
    assert role_of(heading) == roles[0]


@pytest.mark.parametrize("heading", ["Typ", "Device type", "device_type", "Gerätetyp"])
def test_what_heads_models_or_kinds_is_both(heading: str) -> None:
    assert roles_of(heading) == ("part", "category")


@pytest.mark.parametrize("heading", _each(SELLERS))
def test_a_seller_may_head_its_order_numbers(heading: str) -> None:
    assert roles_of(heading) == ("vendor",)
    assert seller_named_by(heading) == heading


@pytest.mark.parametrize(
    ("heading", "seller"),
    [
        ("Mouser_1", "Mouser"),
        ("Digikey2", "Digikey"),
        (" Digi-Key: ", "Digi-Key"),
        ("#1 Farnell", "Farnell"),
        ("Mouser (US)", "Mouser"),
        ("*element14", "element14"),
        ("Mouser (price)", None),
        ("Mouser ($)", None),
        ("Mouser (login)", None),
        ("Supplier", None),
        ("Mouser Price", None),
        ("Mouser Part #", None),
        ("Mouser / Digikey", None),
        ("RS" * 40, None),
        ("", None),
    ],
)
def test_a_seller_is_named_as_the_heading_gives_it(heading: str, seller: str | None) -> None:
    assert seller_named_by(heading) == seller


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Alt Manufacturer", "maker"),
        ("Alternate MPN", "part"),
        ("2nd source manufacturer", "maker"),
        ("Approved Manufacturer", "maker"),
        ("Manufacturer 1 Part Number", "part"),
        ("Preferred supplier", "vendor"),
        ("MFG4", "maker"),
        ("DESCRIPTION.1", "description"),
        ("Component Manufacturer", "maker"),
        ("Product Brand", "brand"),
        ("Camera Model", "part"),
        ("NVR model", "part"),
        ("Drone Manufacturer", "maker"),
        ("manufacturer.name", "maker"),
        ("item.mpn", "part"),
        ("product.model", "part"),
        ("supplier.name", "vendor"),
        ("manufacturerPartNumber", "part"),
        ("MANUFACTURERPARTNUMBER", "part"),
        ("MFRNAME", "maker"),
        ("Part\nNumber", "part"),
        ("Ｍａｎｕｆａｃｔｕｒｅｒ", "maker"),
        ("制造商(Manufacturer)", "maker"),
        ("Manufacturer 制造商", "maker"),
        ("Manufaturer", "maker"),
        ("Manufacurer", "maker"),
        ("Desciption", "description"),
        ("Partn Number", "part"),
        ("Name and address of manufacturer", "maker"),
        ("Supplier company name", "vendor"),
        ("Company", "maker"),
        ("Organization Name", "maker"),
        ("Vendor", "vendor"),
    ],
)
def test_adornments_and_slips_do_not_matter(heading: str, role: str) -> None:
    assert role_of(heading) == role


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(spellings())), st.sampled_from(ADORNED))
def test_adornments_leave_the_roles_of_every_spelling(spelling: str, adorned: str) -> None:
    assert roles_of(adorned.format(spelling)) == roles_of(spelling)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=MAX_LENGTH + 5))
def test_any_text_has_known_roles_or_none(text: str) -> None:
    roles = roles_of(text)
    assert set(roles) <= set(ROLES) - {"unclassified", "ignored"}
    assert len(set(roles)) == len(roles)
    assert role_of(text) == (roles[0] if roles else "ignored")
    assert seller_named_by(text) is None or "vendor" in roles


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*"/&,.()[]#-_$ 2", *sorted(spellings())]), max_size=5), st.sampled_from(["", " ", " / "])
)
def test_words_and_signs_in_any_order_are_read(words: list[str], between: str) -> None:
    roles = roles_of(between.join(words))
    assert len(WHO.intersection(roles)) <= 1
    assert len(roles) <= 1 or set(roles) <= set(SCREENED_ROLES) or set(roles).isdisjoint(SCREENED_ROLES)


def test_a_long_text_is_no_heading() -> None:
    assert role_of("Manufacturer" + " " * 80) == "maker"
    assert role_of("Manufacturer " + "of parts " * 10) == "ignored"


def test_every_role_but_ignored_has_spellings() -> None:
    assert set(spellings().values()) == set(ROLES) - {"unclassified", "ignored"}


def test_every_spelling_is_found_and_written_as_headings_are_compared() -> None:
    assert {spelling: role_of(spelling) for spelling in spellings()} == spellings()
    assert [spelling for spelling in spellings() if normal_heading(spelling) != spelling] == []


def test_a_seller_is_no_spelling_of_a_heading() -> None:
    assert [seller for seller in _each(SELLERS) if normal_heading(seller) in spellings()] == []
