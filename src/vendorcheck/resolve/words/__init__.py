"""The words of company names: legal forms, words any firm may use, places, countries, numbers; and how rare a word is.

The tables are text files beside this one, written to be edited by hand; each says what it holds and where that is from.
"""

from vendorcheck.resolve.words.forms import Form, form_table
from vendorcheck.resolve.words.frequencies import frequency
from vendorcheck.resolve.words.lengths import longest_at, phrase_lengths
from vendorcheck.resolve.words.senses import Word, word_table

__all__ = ["Form", "Word", "form_table", "frequency", "longest_at", "phrase_lengths", "word_table"]
