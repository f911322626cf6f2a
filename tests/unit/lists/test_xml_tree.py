"""XML as a tree: what an element knows."""

from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.xml_tree import Element, tree_of

TEXT = """<list of="today">
  <party>
    <name> Kestrel
      Trading &amp; Co </name>
    <place><country>Ruritania</country></place>
    <place><city>Edelweiss</city><country>Graustark</country></place>
  </party>
</list>"""


def _tree(text: str = TEXT, encoding: str = "utf-8") -> Element:
    return tree_of(SourceFile("list.xml", text.encode(encoding)))


def test_an_element_knows_its_line_and_attributes() -> None:
    root = _tree()
    (party,) = root.all("party")
    assert (root.tag, root.line, root.attributes) == ("list", 1, {"of": "today"})
    assert (party.line, [child.line for child in party.children]) == (2, [3, 5, 6])


def test_texts_are_those_of_the_element_alone_with_single_blanks() -> None:
    (party,) = _tree().all("party")
    assert party.value("name") == "Kestrel Trading & Co"
    assert party.text == ""
    assert party.value("none") == ""


def test_values_are_reached_by_a_path() -> None:
    (party,) = _tree().all("party")
    assert list(party.values("place", "country")) == ["Ruritania", "Graustark"]
    assert list(party.values("place", "city")) == ["Edelweiss"]
    assert list(party.values("none", "city")) == []


def test_another_encoding_is_read_as_it_says() -> None:
    declared = '<?xml version="1.0" encoding="iso-8859-1"?><list>Zürich</list>'
    assert _tree(declared, "latin-1").text == "Zürich"


def test_lines_are_counted_beyond_what_the_parser_is_given_at_once() -> None:
    rows = "<row/>\n" * 20_000
    assert [child.line for child in _tree(f"<list>\n{rows}</list>").children] == list(range(2, 20_002))
