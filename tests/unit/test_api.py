"""What the package offers, and that it costs nothing until it is asked for."""

import subprocess
import sys

import pytest

import vendorcheck
from vendorcheck import NameComparison, compare_names


def test_two_names_are_compared_without_a_rulebook() -> None:
    compared = compare_names("Hikvision Digital Technology Co., Ltd.", "Hikvison Digital Technology")
    assert isinstance(compared, NameComparison)
    assert compared.level == "possible"
    assert 0 < compared.score < 1
    assert compared.reasons


@pytest.mark.parametrize("name", vendorcheck.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(vendorcheck, name) is not None


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'compares'"):
        _ = vendorcheck.compares


def loaded(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a statement."""
    script = f"import sys\n{statement}\nprint(*sys.modules)"
    return set(subprocess.check_output([sys.executable, "-c", script], encoding="utf-8").split())


def test_the_package_alone_loads_nothing_of_itself() -> None:
    assert {name for name in loaded("import vendorcheck") if name.startswith("vendorcheck.")} == set()


def test_comparing_names_loads_neither_a_rulebook_nor_a_table_it_does_not_need() -> None:
    names = loaded("from vendorcheck import compare_names; compare_names('Norvik Ltd', 'Norvik Inc')")
    assert "vendorcheck.resolve.similar" in names
    assert names.isdisjoint({"yaml", "jsonschema", "typer", "anyascii", "opencc", "vendorcheck.rulebook"})
