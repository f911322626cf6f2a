"""Measures how well and how fast names are matched, with the peers that are installed, and prints Markdown.

Run from the folder `benchmarks`: `python -m names.measure`, or some parts of it: `pairs`, `search`, `speed`.
The corpus is the folder that VENDORCHECK_CORPUS names.
"""

import argparse

from names.corpus import corpus
from names.pair_tables import Sets, print_pair_errors, print_pairs
from names.pairs import general_pairs, hard_pairs
from names.search_tables import print_searches
from names.speed import print_speed

PARTS = ("pairs", "search", "speed")


def main() -> None:
    """Run the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS, help=f"what to measure: {', '.join(PARTS)}; all by default")
    parser.add_argument("--no-peers", action="store_true", help="measure vendorcheck alone")
    parser.add_argument("--show-errors", action="store_true", help="list what is wrong in the dev half, by kind")
    parser.add_argument("--peer-sample", type=int, default=0, help="ask peers about this many names of a sort only")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if "pairs" in options.parts:
        sets = Sets(general_pairs(corpus()), hard_pairs())
        print_pairs(sets, with_peers=not options.no_peers)
        if options.show_errors:
            print_pair_errors(sets)
    if "search" in options.parts:
        print_searches(with_peers=not options.no_peers, sample=options.peer_sample, show_errors=options.show_errors)
    if "speed" in options.parts:
        print_speed(with_peers=not options.no_peers)


if __name__ == "__main__":
    main()
