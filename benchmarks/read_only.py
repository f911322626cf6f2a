"""What everything is measured against: a bare pass of csv.reader over a file."""

import csv
import sys
from pathlib import Path

with Path(sys.argv[1]).open(newline="", encoding="utf-8") as file:
    for _ in csv.reader(file):
        pass
