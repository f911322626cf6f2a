"""The command line: options, exit codes, and talk to the person at the terminal."""

import sys


def main() -> None:
    """Run the command; `--version` alone answers before anything else is imported."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from vendorcheck import __version__

        sys.stdout.write(f"vendorcheck {__version__}\n")
        return
    from vendorcheck.cli.run import run

    sys.exit(run(sys.argv[1:]))
