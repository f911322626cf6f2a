"""Keys of documents are read as headings: the whole path, or its end."""

import pytest

from vendorcheck.model.bom import SCREENED_ROLES
from vendorcheck.readers.documents.keys import lists_facts, lists_parts, roles_of_key, seller_of_key


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("manufacturer", "maker"),
        ("manufacturer.name", "maker"),
        ("manufacturers.name", "maker"),
        ("part.manufacturer.name", "maker"),
        ("attributes.Manufacturer", "maker"),
        ("company.name", "maker"),
        ("cameras.c1.brand", "brand"),
        ("site.camera.brand", "brand"),
        ("suppliers.name", "vendor"),
        ("sellers.company.name", "vendor"),
        ("offers.seller.name", "vendor"),
        ("partNumber", "part"),
        ("part.number", "part"),
        ("product.name", "part"),
        ("category.name", "category"),
        ("countryOfOrigin", "origin"),
        ("network.macAddress", "mac"),
        ("制造商", "maker"),
        ("name", "description"),
        ("customer.company", "ignored"),
        ("address.company", "ignored"),
        ("manufacturer.contact.name", "ignored"),
        ("manufacturer.url", "ignored"),
        ("manufacturer.address.street", "ignored"),
        ("password", "ignored"),
        ("gadget", "unclassified"),
        ("alternates", "unclassified"),
        ("", "unclassified"),
        (".", "unclassified"),
    ],
)
def test_a_key_has_the_role_of_its_words(key: str, role: str) -> None:
    assert roles_of_key(key) == (role,)


#: Steps below which a name is that of a person, a secret or nobody knows what.
NOT_THINGS = (
    "approver", "installer", "engineer", "assignedTo", "technician", "custodian", "reviewer", "operator", "inspector",
    "auditor", "responsible", "lead", "ansprechpartner", "requester", "password", "credentials", "zebra",
    "device.installer", "deviceInstaller", "manufacturer.engineer", "components.engineer", "items.notes.engineer",
)  # fmt: skip


@pytest.mark.parametrize("step", NOT_THINGS)
@pytest.mark.parametrize("end", ["name", "displayName", "fullName", "title", "comment", "notes", "value", "title.text"])
def test_a_name_or_a_remark_below_what_is_no_thing_is_not_screened(step: str, end: str) -> None:
    assert set(SCREENED_ROLES).isdisjoint(roles_of_key(f"{step}.{end}"))


@pytest.mark.parametrize("key", ["notes.name", "device.notes.name", "comments.fullName", "remarks.display_name"])
def test_a_name_below_a_remark_is_whose_remark_it_is(key: str) -> None:
    assert roles_of_key(key) == ("ignored",)


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("camera.title", "description"),
        ("cameras.12.name", "description"),
        ("securityDevice.name", "description"),
        ("zebra.camera.name", "description"),
        ("data.records.name", "description"),
        ("components.name", "description"),
        ("bom.items.description", "description"),
        ("package.name", "description"),
        ("specs.description", "description"),
        ("device.name", "part"),
        ("notes.text", "description"),
        ("description.value", "description"),
        ("order.supplierPartNumber", "description"),
        ("order.productDescription", "description"),
        ("installer.device.manufacturer", "maker"),
        ("zebra.vendor.name", "vendor"),
        ("zebra.mpn", "part"),
        ("requester.mac", "mac"),
    ],
)
def test_what_is_surely_of_a_thing_is_read_wherever_it_stands(key: str, role: str) -> None:
    assert roles_of_key(key) == (role,)


def test_some_keys_list_parts_and_some_facts() -> None:
    assert all(map(lists_parts, ("components", "Parts", "lineItems", "sub-assemblies".replace("-", ""), "children")))
    assert not any(map(lists_parts, ("suppliers", "properties", "tags")))
    assert all(map(lists_facts, ("properties", "customFields", "specs")))
    assert not lists_facts("components")


def test_a_seller_may_be_a_key() -> None:
    assert (seller_of_key("orders.Mouser"), roles_of_key("orders.Mouser")) == ("Mouser", ("vendor", "description"))
    assert seller_of_key("supplier") is None
