"""What makes a table, in a file of any kind: its headings and their roles, its lines, and the rows that are none."""
