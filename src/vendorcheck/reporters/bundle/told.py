"""What a bundle says of itself in words, and of its bills by their digests."""

from collections.abc import Iterable

from vendorcheck.model.report import BillRecord
from vendorcheck.reporters.manifest import sum_line

README = """\
A screening, as it is to be kept.

report.json    the report, whole: what machines read, and what is repeated
report.txt     the same, to read
bills.sha256   the SHA-256 of each bill that was read; `sha256sum -c bills.sha256` checks them beside it
given/         what the run was given: rules, lists, waivers, policy, configuration and baseline of one's own
rules/         the shipped records that the report rests on: its rules, laws, parties, profiles and the vocabulary
evidence/      the records of the source documents that it cites; a record tells of a text and is not that text
MANIFEST.json  the size and the SHA-256 of every file above
SHA256SUMS     the same, and that of the manifest, for `sha256sum -c SHA256SUMS`

The bills themselves are not in it: keep them with it. A bill that could not be read has no digest; the report names
it. The digests show damage and a careless change. They do not show who wrote them: whoever wants to prove that
nothing was changed on purpose keeps the SHA-256 of the bundle in another place, or signs it.

`vendorcheck verify BUNDLE.zip BILL...` checks the digests, screens the bills again with the same options, and says
whether the report still holds to the letter. It takes the version of vendorcheck that the report names.
"""


def bill_sums(bills: Iterable[BillRecord]) -> str:
    """Return the digest of each bill that was read with its name, as sha256sum writes them."""
    return "".join(sum_line(bill.digest, bill.name) for bill in bills if bill.digest)
