"""The HTML report in a browser: nothing too wide, all of it readable, nothing requested, and it prints."""

import json
import re
import struct
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

Browser = Callable[..., str]

PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")

#: What the browser asks its maker of its own accord; no report names these.
_OWN = re.compile(r"https?://[a-z0-9.-]+\.(google|googleapis|gstatic|gvt1)\.com[/:]")

WIDTHS = (360, 1280)
SCHEMES = {"dark": 0, "light": 1}

#: Shows a page at several widths, and writes down what each says of itself.
FRAMES = """<!DOCTYPE html><title>frames</title><body><pre id="said"></pre><script>
const said = [];
addEventListener("message", (event) => {{
  said.push(event.data);
  document.getElementById("said").textContent = JSON.stringify(said);
}});
</script>{frames}</body>"""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_page_is_never_too_wide_and_every_text_can_be_read(
    browser: Browser, pages: dict[str, Path], tmp_path: Path, scheme: str
) -> None:
    frames = []
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_text(_with_probe(page.read_text(encoding="utf-8")), encoding="utf-8")
        frames += [f'<iframe src="{name}.html" width="{width}" height="900"></iframe>' for width in WIDTHS]
    (tmp_path / "frames.html").write_text(FRAMES.format(frames="".join(frames)), encoding="utf-8")
    colours = f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}"
    dumped = browser((tmp_path / "frames.html").as_uri(), "--window-size=1800,2000", colours, "--dump-dom")
    found = re.search(r'<pre id="said">(.*?)</pre>', dumped, re.DOTALL)
    assert found is not None
    measured = json.loads(unescape(found[1]))
    assert sorted(each["width"] for each in measured) == sorted(WIDTHS * len(pages))
    for each in measured:
        assert each["over"] == 0, each
        assert each["texts"] > 100, each
        assert each["low"] == [], each


def test_it_runs_nothing_that_a_cell_holds(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    log = tmp_path / "net.json"
    dumped = browser(pages["hostile"].as_uri(), f"--log-net-log={log}", "--dump-dom")
    assert "<script" not in dumped
    assert "<img" not in dumped
    assert re.search(r"<title>Vendor screening of [^<]*hostile\.csv", dumped)
    assert _requested(log, pages["hostile"]) == []


def test_it_prints_and_requests_nothing(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    paper, log = tmp_path / "paper.pdf", tmp_path / "net.json"
    browser(pages["hostile"].as_uri(), f"--print-to-pdf={paper}", "--no-pdf-header-footer", f"--log-net-log={log}")
    printed = paper.read_bytes()
    assert printed.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 10
    assert _requested(log, pages["hostile"]) == []


def test_it_can_be_seen(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    seen = {}
    for scheme, setting in SCHEMES.items():
        picture = tmp_path / f"{scheme}.png"
        colours = f"--blink-settings=preferredColorScheme={setting}"
        browser(pages["bom"].as_uri(), f"--screenshot={picture}", "--window-size=1280,900", colours)
        seen[scheme] = picture.read_bytes()
        assert struct.unpack(">II", seen[scheme][16:24]) == (1280, 900)
    assert seen["dark"] != seen["light"]


def _with_probe(page: str) -> str:
    """A copy of a page that may run one script, all that is folded opened."""
    free = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    return free.replace("<details", "<details open").replace("</body>", f"<script>{PROBE}</script></body>")


def _requested(log: Path, page: Path) -> list[str]:
    """The addresses of the web that were asked for while a page was shown, but for those of the browser's maker."""
    text = log.read_text(encoding="utf-8")
    assert page.name in text
    addresses = re.findall(r'"url":"(https?:[^"]*)"', text)
    return [address for address in addresses if not _OWN.match(address)]
