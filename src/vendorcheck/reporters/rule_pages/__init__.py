"""The pages of rules: what a page says stands once, and each form is one file."""

from vendorcheck.reporters.rule_pages.content import rule_page
from vendorcheck.reporters.rule_pages.index import index_page
from vendorcheck.reporters.rule_pages.markdown import MARKER, render_page
from vendorcheck.reporters.rule_pages.rows import page_rows

__all__ = ["MARKER", "index_page", "page_rows", "render_page", "rule_page"]
