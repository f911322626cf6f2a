"""How cells look. A colour only repeats what the words of its cell say."""

from typing import Any, Literal

from vendorcheck.model.finding import Determination
from vendorcheck.model.rule import Severity

Style = Literal[
    "text",
    "number",
    "link",
    "head",
    "title",
    "section",
    "label",
    "strong",
    "bad",
    "warn",
    "good",
    "loud",
    "field",
    "note",
]

_TEXT: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "valign": "top", "text_wrap": True, "num_format": "@"}
_LINED = {**_TEXT, "bottom": 1, "bottom_color": "#D9D9D9"}
_BOLD = {**_TEXT, "bold": True}
_LINED_BOLD = {**_LINED, "bold": True}

STYLES: dict[Style, dict[str, Any]] = {
    "text": _LINED,
    "number": {**_LINED, "num_format": "0", "align": "left"},
    "link": {**_LINED, "font_color": "#0B5394", "underline": 1},
    "head": {**_BOLD, "font_color": "#FFFFFF", "bg_color": "#1F3864", "border": 1, "border_color": "#8EA9DB"},
    "title": {**_BOLD, "font_size": 16, "text_wrap": False},
    "section": {
        **_BOLD,
        "text_wrap": False,
        "font_size": 11,
        "font_color": "#1F3864",
        "bottom": 1,
        "bottom_color": "#1F3864",
    },
    "label": {**_LINED, "font_color": "#404040"},
    "strong": _LINED_BOLD,
    "bad": {**_LINED_BOLD, "font_color": "#7B0000", "bg_color": "#F8CBCB"},
    "warn": {**_LINED_BOLD, "font_color": "#5C3B00", "bg_color": "#FFE9A8"},
    "good": {**_LINED, "font_color": "#1E4620", "bg_color": "#DDEEDB"},
    "loud": {**_LINED_BOLD, "font_color": "#FFFFFF", "bg_color": "#3B3B3B"},
    "field": {**_TEXT, "border": 1},
    "note": {**_LINED, "italic": True, "font_color": "#404040"},
}

DETERMINATION_STYLE: dict[Determination, Style] = {
    "PROHIBITED": "bad",
    "UNDETERMINED": "bad",
    "REVIEW": "warn",
    "CLEAR": "good",
    "NOT_SCREENED": "loud",
}

SEVERITY_STYLE: dict[Severity, Style] = {
    "critical": "bad",
    "high": "bad",
    "medium": "warn",
    "low": "text",
    "info": "text",
}
