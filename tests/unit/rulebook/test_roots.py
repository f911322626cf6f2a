"""Where records are kept: the YAML files of a folder in a fixed order, or one file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from vendorcheck.rulebook.roots import Root

Write = Callable[[Mapping[str, str]], Path]


def test_a_folder_gives_its_yaml_files_by_place_name_and_path(write: Write) -> None:
    folder = write({"b.yaml": "", "a/z.yml": "", "a/b.yaml": "", "a.yaml": ""})
    assert Root(folder, "own").files() == [
        ("a.yaml", "own/a.yaml", folder / "a.yaml"),
        ("a/b.yaml", "own/a/b.yaml", folder / "a/b.yaml"),
        ("a/z.yml", "own/a/z.yml", folder / "a/z.yml"),
        ("b.yaml", "own/b.yaml", folder / "b.yaml"),
    ]


def test_other_files_and_folders_are_left_aside(write: Write) -> None:
    folder = write({"a.yaml": "", "a.json": "", "README.md": "", "yaml": "", "b.yaml.orig": ""})
    (folder / "folder.yaml").mkdir()
    assert [place for place, _, _ in Root(folder, "own").files()] == ["a.yaml"]


def test_a_prefix_stands_before_the_place_and_not_before_the_name_shown(write: Write) -> None:
    folder = write({"a.yaml": ""})
    assert Root(folder, "papers", prefix="evidence/").files() == [
        ("evidence/a.yaml", "papers/a.yaml", folder / "a.yaml")
    ]


def test_one_file_stands_for_itself(write: Write) -> None:
    path = write({"deep/own.yaml": ""}) / "deep/own.yaml"
    assert Root(path, "deep/own.yaml").files() == [("own.yaml", "deep/own.yaml", path)]


def test_a_path_to_nothing_is_left_to_be_found_missing_when_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "none.yaml"
    assert Root(path, "none.yaml").files() == [("none.yaml", "none.yaml", path)]


def test_an_empty_folder_has_no_files(tmp_path: Path) -> None:
    assert Root(tmp_path, "own").files() == []
