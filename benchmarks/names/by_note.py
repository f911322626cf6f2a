"""Variants of a name as papers carry it: branches, labels, addresses; and affiliates that borrow a listed name."""

from random import Random

from names.by_word import form_dropped
from names.words import distinctive

CITIES = ("Dubai", "Lagos", "Karachi", "Milan", "Hanoi", "Rotterdam", "Nairobi", "Lima", "Almaty", "Jakarta")
STREETS = (
    "12 Harbour Road",
    "No. 88 Renmin Road",
    "P.O. Box 4410",
    "ul. Lenina 7",
    "Av. Central 1020",
    "Plot 5, Zone 3",
)
AFFILIATES = ("USA Inc", "(Singapore) Pte. Ltd.", "Deutschland GmbH", "UK Limited", "India Pvt Ltd", "Europe B.V.",
              "Japan K.K.", "America Corp.", "do Brasil Ltda", "Middle East FZE")  # fmt: skip


def branch(rng: Random, name: str) -> str:
    """Return the name with a branch of the same company behind it."""
    city = rng.choice(CITIES)
    return rng.choice(
        (f"{name}, {city} Branch", f"{name} ({city} Branch)", f"{name} - {city} Branch Office",
         f"{name}, {city} Representative Office", f"{name} sucursal {city}")
    )  # fmt: skip


def noted(rng: Random, name: str) -> str:
    """Return the name with a label before it, or an address, a number or a carrier behind it."""
    return rng.choice(
        (f"SHIPPER: {name}", f"Consignee: {name}", f"M/S {name}",
         f"{name}, {rng.choice(STREETS)}, {rng.choice(CITIES)}",
         f"{name} c/o {rng.choice(CITIES)} Freight Agents", f"{name} (Reg. No. {rng.randrange(10**6, 10**8)})")
    )  # fmt: skip


def former(rng: Random, name: str) -> str:
    """Return another name that names this one as its former name."""
    new = rng.choice(("Bluepeak", "Tarvonia", "Ostmark", "Kelvanda", "Sunridge")) + rng.choice((" Ltd", " LLC", " SA"))
    return rng.choice((f"{new} (formerly {name})", f"{new} f/k/a {name}", f"{new} (ex-{name})"))


def affiliate(rng: Random, name: str) -> str | None:
    """Return the name of an affiliate abroad of a company: to be checked, and not the listed party itself."""
    core = form_dropped(rng, name)
    return f"{core} {rng.choice(AFFILIATES)}" if core and distinctive(core) else None
