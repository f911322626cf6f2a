"""`python -m vendorcheck`."""

from vendorcheck.cli import main

if __name__ == "__main__":
    main()
