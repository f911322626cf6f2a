"""Measures how well and how fast names are matched, with the peers that are installed, and prints Markdown.

Run from the folder `benchmarks`: `python -m names.measure`, or one part of it: `pairs`.
The corpus is the folder that VENDORCHECK_CORPUS names.
"""

import argparse
import os
import sys
from pathlib import Path

from names.pair_tables import Sets, print_pair_errors, print_pairs
from names.pairs import general_pairs, hard_pairs


def main() -> None:
    """Run the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=["pairs"], default=["pairs"], help="what to measure")
    parser.add_argument("--no-peers", action="store_true", help="measure vendorcheck alone")
    parser.add_argument("--show-errors", action="store_true", help="list what is wrong in the dev half, by kind")
    options = parser.parse_args()
    corpus = _corpus()
    sets = Sets(general_pairs(corpus) if corpus else [], hard_pairs())
    print_pairs(sets, with_peers=not options.no_peers)
    if options.show_errors:
        print_pair_errors(sets)


def _corpus() -> Path | None:
    folder = os.environ.get("VENDORCHECK_CORPUS")
    if not folder:
        print("VENDORCHECK_CORPUS names no folder: what needs the corpus is left out.", file=sys.stderr)
        return None
    return Path(folder)


if __name__ == "__main__":
    main()
