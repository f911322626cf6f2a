"""Bytes to text: the encoding that a file is in, found by what its bytes say or held against what the caller says."""
