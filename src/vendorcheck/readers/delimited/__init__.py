"""Bills as delimited text: CSV, TSV and their kin, in any dialect."""
