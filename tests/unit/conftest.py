"""A rulebook of one small record of each kind, and how to write records to a folder."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

HEADER = """\
name: acme
version: "3"
verified_through: 2026-02-01
"""

VOCABULARY = """\
equipment:
  - {id: acme-device, title: any device, words: [device]}
  - {id: acme-camera, title: camera, kind_of: acme-device, words: [dome camera, eye]}
purposes:
  - {id: acme-guarding, title: guarding, words: [guard]}
  - {id: acme-filming, title: filming, words: [film], denies: [acme-guarding]}
buyers:
  acme-town: a town
needs:
  acme-permit: Ask for the permit.
"""

HOLDING = """\
id: acme-holding
name: Acme Holding
country: GB
names:
  legal:
    - {name: Acme Holding plc, source: a register}
sources:
  - {what: names, source: a register}
"""

PARTY = """\
id: acme
name: Acme
country: GB
names:
  legal:
    - {name: Acme Optics Limited, source: a register, since: 2011-05}
  brand: [Acme]
marks:
  - id: acme-dome
    what: dome cameras
    starts: [AC-]
    pattern: AC-\\d{3}
    equipment: acme-camera
    matches: [AC-123, ac-456]
    rejects: [AC-12]
    source: a price list
owners:
  - {party: acme-holding, share: 60, since: "2015", source: a register}
sources:
  - {what: names, source: a register, seen: 2026-01-31}
"""

INSTRUMENT = """\
id: acme-order
title: Order on cameras
short: the Order
kind: order
jurisdiction: GB
citation: Order 4
acts: [buy]
ownership_test: control
timeline:
  - {date: 2024-03, state: in_force, citation: Order 4}
scopes:
  cameras:
    covers: [acme-camera]
    excludes: [acme-device]
    purposes: [acme-guarding]
names:
  - {party: acme, listed_as: [Acme Optics Ltd], since: 2024-03-05, citation: Order 4, scope: cameras}
names_of:
  - {instrument: acme-list, scope: cameras}
not_named:
  - {party: acme-holding, as_of: 2026-01-31, source: a gazette}
sources:
  - {what: all, source: a gazette}
"""

LIST = """\
id: acme-list
title: List of makers
short: the List
kind: list
jurisdiction: GB
citation: List 1
acts: []
ownership_test: named_only
timeline:
  - {date: "2023", state: in_force, citation: List 1}
names:
  - {party: acme-holding, listed_as: [Acme Holding], since: 2023-06-01, citation: "List 1, row 2"}
sources:
  - {what: all, source: a gazette}
"""

LETTERS = """\
id: acme-letters
title: Questions of a town
about: [acme]
messages:
  - {date: 2024-02-10, from: a town, to: Acme, kind: question, says: What do they see?, source: its web site}
  - {date: 2024-02-05, from: Acme, to: a town, kind: statement, says: Well., source: A Paper, claims: [acme-paper-2]}
open:
  - {point: What the cameras see., since: 2024-02-10, until: "2025"}
"""

DISPUTE = """\
id: acme-dispute
question: What do the cameras see?
about: [acme]
since: 2024-02-03
state: unresolved
says: The paper says faces, the maker says doors.
reading: Both are shown.
claims: [acme-paper-1, acme-paper-2]
rules: [acme-rule]
"""

POLICY = """\
id: acme-caution
title: Caution
fail_on: critical
also_fail:
  - {tag: acme-tag, at: medium}
"""

EVIDENCE = """\
id: acme-paper
publisher: A Paper
short: A Paper 2024
title: What the cameras saw
published: 2024-02-03
kind: article
url: null
seen: original
copy_quality: original
reliability: {grade: B2, reasons: [signed]}
digest: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
lines: 12
line_of_evidence: acme-paper
claims:
  - id: acme-paper-1
    about: [acme]
    type: conduct
    statement: The cameras were sold.
    asserted_by: A Paper
    standing: investigative_report
    locator: {line: 3, sha256: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb}
    answers: [acme-paper-2]
    context: [acme-paper-3]
    contradicts: [acme-paper-2]
  - id: acme-paper-2
    about: [acme]
    type: denial
    statement: They were not.
    asserted_by: Acme
    standing: company_denial
    locator: {line: 4, sha256: cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc}
  - id: acme-paper-3
    about: [acme]
    type: procedure
    statement: A court has heard neither.
    asserted_by: A Paper
    standing: procedural
    locator: {line: 5, sha256: dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd}
requests_for_comment:
  - id: acme-paper-asked
    asked_by: A Paper
    of: Acme
    about: [acme]
    asked: 2024-01-31
    question: Were the cameras sold?
    answer: They were not, says Acme.
    answered: 2024-02
    answer_claims: [acme-paper-2]
  - {id: acme-paper-asked-town, asked_by: A Paper, of: the town, about: [], no_answer: none recorded in the source}
"""

PROFILE = """\
id: acme-town-hall
title: town hall
buyers: [acme-town]
acts: [buy]
"""

RULE = """\
id: acme-rule
title: Camera of Acme
status: stable
severity: low
subjects: [product]
bars: [buy]
binds: [acme-town]
instrument: acme-order
when: {named_by: acme-order}
if:
  all:
    - scope: true
    - not: {equipment: [acme-device]}
    - any: [{purpose: [acme-guarding]}, {declared: acme-permit}]
message: Since {since} the Order names {party} as {listed_as}.
about:
  acme: Since 2024 it names {party} itself.
next_steps: [Ask who made it.]
rests_on: [acme-paper-1]
answers: [acme-paper-2]
related: [acme-lead]
since: 2024-04
threads: [acme-letters]
tags: [acme-tag]
"""

LEAD = """\
id: acme-lead
title: May be of Acme
status: draft
severity: info
subjects: [product]
bars: []
binds: []
when: {party: [acme]}
message: It may be of {party}.
next_steps: [Ask who made it.]
"""

CASES = """\
rule: acme-rule
cases:
  - name: a camera
    as_of: 2026-01-01
    profiles: [acme-town-hall]
    line: {maker: Acme, part: AC-123}
    expect: {outcome: "yes", party: acme}
  - name: no camera
    as_of: 2026-01-01
    line: {maker: Bolt}
    expect: {outcome: none}
"""

RECORDS: Mapping[str, str] = {
    "rulebook.yaml": HEADER,
    "vocabulary/words.yaml": VOCABULARY,
    "parties/acme-holding.yaml": HOLDING,
    "parties/acme.yaml": PARTY,
    "instruments/acme-order.yaml": INSTRUMENT,
    "instruments/acme-list.yaml": LIST,
    "evidence/acme-paper.yaml": EVIDENCE,
    "evidence/correspondence/acme-letters.yaml": LETTERS,
    "evidence/contradictions/acme-dispute.yaml": DISPUTE,
    "policies/acme-caution.yaml": POLICY,
    "profiles/acme-town-hall.yaml": PROFILE,
    "gb/acme-rule.yaml": RULE,
    "gb/acme-rule.cases.yaml": CASES,
    "gb/acme-lead.yaml": LEAD,
}


@pytest.fixture(scope="session")
def small() -> Mapping[str, str]:
    """Every file of a small rulebook without a fault, by its place."""
    return RECORDS


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Write files to a folder of the test's own, and return the folder."""

    def written(files: Mapping[str, str]) -> Path:
        for place, text in files.items():
            path = tmp_path / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return tmp_path

    return written
