"""Writes bills of materials to measure with: the same bytes for the same arguments."""

import argparse
import csv
import random
from pathlib import Path

HEADINGS = (
    "Item",
    "Vendor",
    "Manufacturer",
    "Part Number",
    "Description",
    "Category",
    "Quantity",
    "Unit",
    "Unit Price",
    "Currency",
    "Country of Origin",
    "Remarks",
)

#: Makers with a part of theirs; a flagged line is one of them.
FLAGGED = (
    ("Hangzhou Hikvision Digital Technology Co., Ltd.", "DS-2CD2143G2-I"),
    ("Dahua Technology", "IPC-HFW2831S"),
    ("Huawei Technologies Co., Ltd.", "AR2220"),
    ("ZTE Corporation", "ZXHN H298A"),
)

_SYLLABLES = ["ka", "lo", "mi", "ten", "dor", "va", "rix", "sol", "ber", "lan", "zu", "pel", "cor", "nim", "tra", "gos"]
_BUSINESS = ("Systems", "Electronics", "Industries", "Components", "Security")
_FORMS = ("Inc.", "Ltd", "GmbH", "LLC", "Co., Ltd.")
_THINGS = (
    *("dome", "bullet", "turret", "camera", "switch", "cable", "bracket", "sensor", "relay", "module", "resistor"),
    *("capacitor", "connector", "fuse", "pump", "valve", "panel", "board", "housing", "bolt", "washer", "adapter"),
    *("battery", "antenna", "enclosure", "rack", "router", "modem", "display"),
)
_LETTERS = "ABCDEFGHJKLMNPRSTUVWX"


def write_bill(  # noqa: PLR0913 (the shape of a bill has this many sides)
    path: Path,
    *,
    lines: int = 1_000_000,
    vendors: int = 5_000,
    parts: int = 20_000,
    descriptions: int = 20_000,
    flagged: float = 0.001,
    seed: int = 1,
) -> None:
    """Write a bill of twelve columns with so many distinct values, and this share of flagged lines."""
    chance = random.Random(seed)  # noqa: S311 (a benchmark wants the same numbers each time)
    names = [_name(chance) for _ in range(vendors)]
    models = [_model(chance) for _ in range(parts)]
    texts = [_text(chance, number) for number in range(descriptions)]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for number in range(1, lines + 1):
            maker, model = (chance.choice(names), chance.choice(models))
            if chance.random() < flagged:
                maker, model = chance.choice(FLAGGED)
            writer.writerow(
                (
                    number,
                    chance.choice(names),
                    maker,
                    model,
                    chance.choice(texts),
                    chance.choice(_THINGS),
                    chance.randint(1, 500),
                    "pcs",
                    f"{chance.random() * 1000:.2f}",
                    "USD",
                    chance.choice(("US", "DE", "TW", "CN", "MX")),
                    "",
                )
            )


def _name(chance: random.Random) -> str:
    root = "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).title()
    return f"{root} {chance.choice(_BUSINESS)} {chance.choice(_FORMS)}"


def _model(chance: random.Random) -> str:
    letters = chance.choice(_LETTERS) + chance.choice(_LETTERS)
    return f"{letters}{chance.randint(100, 99_999)}-{chance.choice('ABCDEF')}{chance.randint(1, 99)}"


def _text(chance: random.Random, number: int) -> str:
    first, second, third = (chance.choice(_THINGS) for _ in range(3))
    return f"{first} {second} {chance.randint(1, 48)}V {chance.randint(1, 900)} mm {third} type {number}"


def main() -> None:
    """Write one bill as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--vendors", type=int, default=5_000)
    parser.add_argument("--parts", type=int, default=20_000)
    parser.add_argument("--descriptions", type=int, default=20_000)
    parser.add_argument("--flagged", type=float, default=0.001)
    parser.add_argument("--seed", type=int, default=1)
    write_bill(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
