"""How the page is rendered: every text made safe to show and escaped, one style sheet, and no script."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from vendorcheck.model.period import days_text
from vendorcheck.reporters.visible import visible

_FOLDER = files("vendorcheck.reporters.html")


def render(template: str, **values: object) -> str:
    """Return a template with its values filled in, as HTML."""
    style = _style()
    return _environment().get_template(template).render(style=Markup(style), policy=_policy(style), **values)  # noqa: S704 -- the style sheet is the package's own


def web_address(url: str | None) -> str | None:
    """Return an address that may be a link: one of the web, written without blanks; None for all others."""
    if not url or any(sign.isspace() or not sign.isprintable() for sign in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        finalize=_shown,
        loader=FunctionLoader(lambda name: _FOLDER.joinpath("templates", name).read_text("utf-8")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["web"] = web_address
    environment.filters["days"] = days_text
    return environment


def _shown(value: object) -> object:
    """What a template prints: pictures and blocks as they are, all else as text that hides nothing and acts nowhere."""
    if isinstance(value, Markup):
        return value
    return "" if value is None else visible(str(value))


def _policy(style: str) -> str:
    """A content policy that lets a browser load nothing and run nothing, and take this one style sheet alone."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def _style() -> str:
    return _FOLDER.joinpath("style.css").read_text("utf-8").strip()
