"""Whether two reports are the same to the letter, and in which parts they are not."""

import hashlib
import re

from vendorcheck.model.report import Report
from vendorcheck.reporters.report_json.written import json_texts

_KEY = re.compile(r'[{,]\n  "([a-z_]+)": ')


def unlike_parts(old: Report, new: Report) -> tuple[str, ...]:
    """Return the keys of the report whose values are not the same to the letter; none where all of it is."""
    before, after = _digests(old), _digests(new)
    return tuple(key for key in dict.fromkeys((*before, *after)) if before.get(key) != after.get(key))


def _digests(report: Report) -> dict[str, str]:
    """The digest of the text of each key; a report is never in memory as a text."""
    digests: dict[str, str] = {}
    key, digest = "", hashlib.sha256()
    for text in json_texts(report):
        begun = _KEY.fullmatch(text)
        if begun:
            digests[key] = digest.hexdigest()
            key, digest = begun[1], hashlib.sha256()
        else:
            digest.update(text.encode("utf-8", "backslashreplace"))
    return {**digests, key: digest.hexdigest()}
