"""The command line: options, exit codes, and talk to the person at the terminal."""

import os
import sys


def main() -> None:
    """Run the command; `--version` alone answers before anything else is imported."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from vendorcheck import __version__

        try:
            sys.stdout.write(f"vendorcheck {__version__}\n")
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    from vendorcheck.cli.run import run

    sys.exit(run(sys.argv[1:]))
