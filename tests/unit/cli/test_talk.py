"""What is said on standard error: the message, the place, a caret, and what to do."""

import pytest

from vendorcheck.cli.talk import DEBUG, MAX_FAULTS, MAX_SOURCE, say_error, say_faults, say_internal
from vendorcheck.model.errors import Fault, RulebookError, Spot, VendorcheckError, WaiversError
from vendorcheck.reporters.visible import display_width

Capture = pytest.CaptureFixture[str]


def test_an_error_without_a_place(capsys: Capture) -> None:
    say_error(VendorcheckError("usage", "no such thing"), "vendorcheck: ")
    assert capsys.readouterr().err == "vendorcheck: no such thing\n"


def test_an_error_with_a_place_and_help(capsys: Capture) -> None:
    spot = Spot("list.csv", 12, 6, "Acme,1.1.20")
    say_error(VendorcheckError("list_invalid", "no date", spot=spot, help="Write a date."), "vendorcheck: ")
    assert capsys.readouterr().err == (
        "vendorcheck: no date\n"
        "   12 | Acme,1.1.20\n"
        "             ^\n"
        "help: Write a date.\n"
    )  # fmt: skip


def test_a_place_without_a_column_has_no_caret(capsys: Capture) -> None:
    say_error(VendorcheckError("list_invalid", "no", spot=Spot("list.csv", 1, None, "text")), "")
    assert capsys.readouterr().err == "no\n    1 | text\n"


def test_a_place_without_its_line_is_not_shown(capsys: Capture) -> None:
    say_error(VendorcheckError("list_invalid", "no", spot=Spot("list.csv", 1)), "")
    assert capsys.readouterr().err == "no\n"


def test_a_tab_is_one_column(capsys: Capture) -> None:
    say_faults([Fault("wrong", Spot("a.yaml", 1, 2, "\tx: 1"))])
    assert capsys.readouterr().err == "a.yaml:1:2: wrong\n    1 |  x: 1\n         ^\n"


def test_faults_are_said_one_after_another(capsys: Capture) -> None:
    say_faults([Fault("one", Spot("a.yaml", 1, 1, "x"), "Do this."), Fault("two", Spot("b.yaml"))])
    assert capsys.readouterr().err == "a.yaml:1:1: one\n    1 | x\n        ^\nhelp: Do this.\nb.yaml: two\n"


def test_a_rulebook_that_is_not_valid_shows_so_many_faults(capsys: Capture) -> None:
    faults = tuple(Fault(f"fault {number}", Spot("a.yaml", number)) for number in range(1, MAX_FAULTS + 4))
    say_error(RulebookError(faults), "vendorcheck: ")
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "vendorcheck: the rulebook is not valid"
    assert lines[1:-1] == [f"a.yaml:{number}: fault {number}" for number in range(1, MAX_FAULTS + 1)]
    assert lines[-1] == "and 3 more faults; `vendorcheck rules validate` shows all"


def test_waivers_that_are_not_valid_are_called_so(capsys: Capture) -> None:
    faults = tuple(Fault("fault", Spot("w.yaml", number)) for number in range(1, MAX_FAULTS + 2))
    say_error(WaiversError(faults), "vendorcheck: ")
    lines = capsys.readouterr().err.splitlines()
    assert (lines[0], lines[-1]) == ("vendorcheck: the waivers are not valid", "and 1 more faults")


def test_what_is_said_does_nothing_to_a_terminal(capsys: Capture) -> None:
    spot = Spot("a.csv", 1, 1, "\x1b[1mx")
    say_error(VendorcheckError("usage", "\x1b[1m\u202e", spot=spot, help="\x07"), "")
    assert capsys.readouterr().err == "\\x1b[1m\\u202e\n    1 | \\x1b[1mx\n        ^\nhelp: \\x07\n"


def test_a_long_line_is_cut(capsys: Capture) -> None:
    say_faults([Fault("wrong", Spot("a.yaml", 1, None, "x" * 500))])
    assert capsys.readouterr().err.splitlines()[1] == "    1 | " + "x" * (MAX_SOURCE - 1) + "…"


@pytest.mark.parametrize(
    ("line", "column"),
    [("名称: [海康, !]", 10), ("\x1b[1m !", 6), ("x" * 300 + "!", 301)],
    ids=["wide signs", "escapes", "a long line"],
)
def test_the_caret_stands_under_the_place(capsys: Capture, line: str, column: int) -> None:
    assert line[column - 1] == "!"
    say_faults([Fault("wrong", Spot("a.yaml", 1, column, line))])
    _, shown, caret = capsys.readouterr().err.splitlines()
    assert display_width(shown.partition("!")[0]) == len(caret) - 1
    assert "!" in shown


def test_our_own_bug_is_said_as_one_and_shows_no_traceback(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DEBUG, raising=False)
    say_internal(_thrown())
    err = capsys.readouterr().err
    assert err.startswith("vendorcheck: internal error: ZeroDivisionError: division by zero\nhelp: this is a bug")
    assert "Traceback" not in err


def test_our_own_bug_shows_where_it_is_on_request(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DEBUG, "1")
    say_internal(_thrown())
    assert "Traceback" in capsys.readouterr().err


def _thrown() -> Exception:
    try:
        1 / 0  # noqa: B018 (it throws)
    except ZeroDivisionError as error:
        return error
    raise AssertionError
