"""Keys of documents are read as headings: the whole path, or its end."""

import pytest

from vendorcheck.readers.documents.keys import lists_facts, lists_parts, names_the_thing, roles_of_key


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
        ("device.type", "category"),
        ("category.name", "category"),
        ("countryOfOrigin", "origin"),
        ("network.macAddress", "mac"),
        ("制造商", "maker"),
        ("name", "ignored"),
        ("customer.company", "ignored"),
        ("address.company", "ignored"),
        ("manufacturer.contact.name", "ignored"),
        ("manufacturer.url", "ignored"),
        ("manufacturer.address.street", "ignored"),
        ("supplier.id", "ignored"),
        ("password", "ignored"),
        ("", "ignored"),
        (".", "ignored"),
    ],
)
def test_a_key_has_the_role_of_its_words(key: str, role: str) -> None:
    assert roles_of_key(key) == (role,)


def test_some_keys_list_parts_and_some_facts() -> None:
    assert all(map(lists_parts, ("components", "Parts", "lineItems", "sub-assemblies".replace("-", ""), "children")))
    assert not any(map(lists_parts, ("suppliers", "properties", "tags")))
    assert all(map(lists_facts, ("properties", "customFields", "specs")))
    assert not lists_facts("components")
    assert all(map(names_the_thing, ("name", "Title")))
    assert not names_the_thing("username")
