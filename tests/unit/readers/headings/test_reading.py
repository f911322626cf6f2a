"""How a heading is read: paths, remarks, joint headings, slips."""

import pytest

from vendorcheck.readers.headings.reading import read


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("manufacturer.name", ("maker",)),
        ("device_type.manufacturer.name", ("maker",)),
        ("data.rows.item.mpn", ("part",)),
        ("supplier.part.number", ("description",)),
        ("vendor.manufacturer.name", ("maker",)),
        ("xyzzy.serial", ("serial",)),
        ("xyzzy.value", ()),
        ("site.manufacturer", ("maker",)),
        ("manufacturer.country", ()),
        ("supplier.contact.name", ()),
        ("owner.name", ()),
        ("", ()),
        (".", ()),
    ],
)
def test_of_a_path_the_last_steps_count(heading: str, roles: tuple[str, ...]) -> None:
    assert read(heading) == roles


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("Manufacturer (optional)", ("maker",)),
        ("Manufacturer (website)", ()),
        ("Manufacturer (Part Number)", ("maker", "part")),
        ("Manufacturer (OEM) name", ("maker",)),
        ("Manufacturer ()", ("maker",)),
        ("Manufacturer (contact)", ()),
        ("Part number (installer)", ()),
        ("Description (password)", ()),
        ("Description (pasword)", ()),
        ("Remarks [login]", ()),
        ("Note (pw)", ()),
        ("Notes (admin)", ()),
        ("(password) Description", ()),
        ("Description (notes) (password)", ()),
        ("Description (see password)", ()),
        ("Beschreibung (Ansprechpartner)", ()),
        ("Описание (пароль)", ()),
        ("备注 (密码)", ()),
        ("Description (Price incl.)", ()),
        ("Note (prix)", ()),
        ("Part number (EUR)", ()),
        ("Price (description)", ("unit_price",)),
        ("Unit price (USD)", ("unit_price",)),
        ("Quantity (e-mail)", ("quantity",)),
        ("Description (German)", ("description",)),
        ("Model (IP address)", ("part",)),
        ("Vendor (Manufacturer)", ("maker",)),
        ("Part number (supplier)", ("description",)),
        ("Part number (manufacturer)", ("part",)),
        ("Name (manufacturer)", ("maker",)),
        ("Brand (model)", ("brand", "part")),
        ("Equipment (make/model)", ("maker", "part")),
        ("Item Name (Items)", ("part",)),
        ("Country of origin (code)", ("origin",)),
        ("Ext. (USD)", ("unit_price",)),
        ("(Item) Maker", ("maker",)),
        ("(Vendor) Name", ("vendor",)),
        ("(Zebra) Model", ("part",)),
        ("[Manufacturer]", ("maker",)),
        ("Gamintoji (Manufacturer)", ()),
        ("გამომშვები (Manufacturer)", ("maker",)),
        ("(", ()),
        ("()", ()),
    ],
)
def test_remarks_in_brackets(heading: str, roles: tuple[str, ...]) -> None:
    assert read(heading) == roles


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("Make / Model", ("maker", "part")),
        ("Model / Make", ("part", "maker")),
        ("Make/Model/Serial No", ("maker", "part")),
        ("Brand / Type", ("brand", "part")),
        ("Brand / Series", ("brand", "part")),
        ("Supplier and ref", ("vendor", "description")),
        ("Manufacturer & ref", ("maker", "part")),
        ("Manufacturer / Supplier", ("maker",)),
        ("Vendor/Mfr Part Number", ("description", "part")),
        ("Manufacturer/Supplier Part No", ("part", "description")),
        ("Brand/Manufacturer Name", ("maker",)),
        ("Part / Item", ("part",)),
        ("Qty / Price", ("quantity", "unit_price")),
        ("Description / price", ("unit_price",)),
        ("Make / Model / Price", ("unit_price",)),
        ("Description / Contact", ()),
        ("Model / Password", ()),
        ("Notes, login", ()),
        ("Model / Installer", ()),
        ("Make / Location", ()),
        ("Make / Zebra", ("maker",)),
        ("Mfr Part / Generic", ("part",)),
        ("Notes / Zebra", ()),
        ("Manufacturer / Password", ()),
        ("制造商 Manufacturer", ("maker",)),
        ("厂商 Vendor", ("maker",)),
    ],
)
def test_joint_headings(heading: str, roles: tuple[str, ...]) -> None:
    assert read(heading) == roles


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("Partn Number", ("part",)),
        ("Country of orgin", ("origin",)),
        ("Date of purchse", ("acquired_on",)),
        ("Contact manufacturer", ()),
        ("PO Number", ()),
    ],
)
def test_a_slip_may_stand_in_a_heading_of_several_words(heading: str, roles: tuple[str, ...]) -> None:
    assert read(heading) == roles


@pytest.mark.parametrize("heading", ["Gerätetyp", "Gerätetyp_1", "2. Gerätetyp", "Gerätetyp3"])
def test_a_counter_is_left_out_of_a_heading_known_as_a_whole(heading: str) -> None:
    assert read(heading) == ("part", "category")
