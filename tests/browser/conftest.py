"""A browser without a window, driven through its command line, and pages for it to show."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

#: What a browser does of its own accord, and is not asked for here.
QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-features=NetworkTimeServiceQuerying",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--virtual-time-budget=20000",
)

#: A watchdog, in seconds.
WATCHDOG = 60

Browser = Callable[..., str]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    """Runs the browser on a page with some arguments and returns what it printed."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip(f"none of these browsers is in PATH: {', '.join(NAMES)}")

    def run(address: str, *arguments: str) -> str:
        profile = tmp_path_factory.mktemp("profile")
        command = [program, *QUIET, f"--user-data-dir={profile}", *arguments, address]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=WATCHDOG, check=True)
        return done.stdout

    return run


@pytest.fixture(scope="session")
def pages(command: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages by name: the shipped example for a buyer, and a bill whose cells try to break out."""
    folder = tmp_path_factory.mktemp("pages")
    hostile = folder / "hostile.csv"
    long = "W" * 300
    rows = (
        "Vendor,Manufacturer,Part Number,Description",
        f"<script>document.title=1</script>,Hikvision {long},{long},<img src=https://example.invalid/x.png>",
        "<style>*{display:none}</style>,Dahua,=1+1,<link rel=stylesheet href=https://example.invalid/x.css>",
    )
    hostile.write_text("\n".join(rows) + "\n", encoding="utf-8")
    example = Path(__file__).parents[2] / "examples" / "bom.csv"
    return {bill.stem: _page(command, bill, folder) for bill in (example, hostile)}


def _page(command: Path, bill: Path, folder: Path) -> Path:
    page = folder / f"{bill.stem}.html"
    arguments = ("scan", str(bill), "--as-of", "2026-11-21", "-p", "us-federal", "-o", f"html={page}")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200"}
    done = subprocess.run(
        [command, *arguments], cwd=folder, env=environment, capture_output=True, timeout=WATCHDOG, check=False
    )
    assert page.is_file(), done.stderr
    return page
