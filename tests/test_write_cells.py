"""Cells: what is shown, what is data, what a spreadsheet would run."""

import sys
from decimal import Decimal

import pytest

from danvan_cli.write.cells import HIDDEN, exact, inert, one_line, plain_number, shown


@pytest.mark.parametrize(("text", "expected"), [
    ("Sở Nội vụ", "Sở Nội vụ"),
    ("Sở\n  Nội\tvụ ", "Sở Nội vụ"),
    ("a\x1b[2Jb", "a\\x1b[2Jb"),  # clears the screen
    ("a\x1b]0;tiêu đề\x07b", "a\\x1b]0;tiêu đề\\x07b"),  # sets the title
    ("a\x9b2Jb", "a\\x9b2Jb"),  # the same in one C1 character
    ("a\rb", "a b"),  # writes over the line
    ("abc\u202edef", "abc\\u202edef"),  # turns the line round
    ("a\u2066b\u2069", "a\\u2066b\\u2069"),
    ("a\u200bb\u00adc", "a\\u200bb\\xadc"),  # hides
    ("\U000e0041", "\\U000e0041"),
    ("\ud800", "\\ud800"),
    ("\x00", "\\x00"),
    ("[red]đỏ[/red] [/x]", "[red]đỏ[/red] [/x]"),
    ("Uỷ ban", "Uỷ ban"),
    ("U\u0309y ban nhân dân\u0323", "Ủy ban nhân dâṇ"),
    ("👮🏽 公安", "👮🏽 公安"),
])
def test_what_is_shown_cannot_drive_a_terminal(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Sở\nNội vụ", "Sở\nNội vụ"),
    ("a\u200bb", "a\u200bb"),
    ("a\x1b[2J\u202e", "a\\x1b[2J\\u202e"),
])
def test_data_keeps_all_but_controls(text, expected):
    assert exact(text) == expected


@pytest.mark.parametrize("text", [
    "=1+1", "+84 24", "-0,5%", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A"])
def test_formulas_are_made_inert(text):
    assert inert(text) == "'" + text


@pytest.mark.parametrize("text", ["", "1+1", "Sở Nội vụ", "'=1", " =1", "98%"])
def test_other_text_is_left_alone(text):
    assert inert(text) == text


@pytest.mark.parametrize("separator", list("\t\n\r\v\f\x1c\x85\u2028\u2029"))
def test_no_line_break_survives_in_one_line(separator):
    assert one_line(f"a{separator}b") == "a b"
    assert len(one_line(f"a{separator}b").splitlines()) == 1


@pytest.mark.parametrize(("value", "expected"), [
    (None, ""), (0, "0"), (12, "12"), (-5, "-5"), (Decimal("7.6"), "7.6"), (Decimal("7.60"), "7.6"),
    (Decimal("1E+15"), "1000000000000000"), (Decimal("1E-7"), "0.0000001"), (Decimal("0.0"), "0"),
    pytest.param(10 ** 5000, "1" + "0" * 5000, id="huge"),
])
def test_numbers_are_plain(value, expected):
    assert plain_number(value) == expected


def test_no_printable_character_hides():
    """What lets the JSON writer leave a text alone that is printable throughout."""
    assert not any(chr(code).isprintable() for code in range(sys.maxunicode + 1) if HIDDEN.match(chr(code)))
