"""Text as XML can hold it."""

import re

from vendorcheck.reporters.visible import visible

#: What XML cannot hold and no console is harmed by.
_NOT_XML = re.compile("[\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Return a text on one line, with what XML or a console cannot take as escapes."""
    return _NOT_XML.sub(lambda sign: sign[0].encode("unicode_escape").decode("ascii"), visible(text))
