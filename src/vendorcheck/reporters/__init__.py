"""Reports: one module a format. A reporter decides nothing and leaves nothing out without a word."""

from io import BytesIO

from vendorcheck.model.report import Report
from vendorcheck.reporters.format import Format, Sources

REPORTERS: dict[str, Format] = {
    "text": Format("text", ".txt"),
    "json": Format("report_json", ".json"),
    "annotated": Format("annotated", ".csv", needs="bill", to_console=False),
    "xlsx": Format("xlsx", ".xlsx", to_console=False),
    "html": Format("html", ".html"),
    "csv": Format("csv", ".csv"),
    "markdown": Format("markdown", ".md"),
    "sarif": Format("sarif", ".sarif"),
    "junit": Format("junit", ".xml"),
    "gitlab": Format("gitlab", ".json"),
    "github": Format("github", ".txt"),
    "questions": Format("questions", ".md"),
    "bundle": Format("bundle", ".zip", needs="files", to_console=False),
}


def render(name: str, report: Report, sources: Sources | None = None) -> bytes:
    """Return a report in a format, as the bytes that a file would get."""
    file = BytesIO()
    REPORTERS[name].write(report, file, sources)
    return file.getvalue()


__all__ = ["REPORTERS", "Format", "Sources", "render"]
