"""danvan lexicon and --lexicon: the user's own words."""

import json

import pytest
from running import danvan, one_line

from danvan_cli.lexicon import LexiconError
from danvan_cli.lexicon.entry import Entry
from danvan_cli.lexicon.user import lexicon_names, load_user_lexicon

GOOD = """
[defaults]
type = "honorifics"

[[entry]]
form = "nghệ nhân"
variants = ["NN"]
examples = ["nghệ nhân Trần Văn Bảy"]
not = ["nghệ sĩ"]
"""


@pytest.fixture
def write(tmp_path):
    def writing(content):
        path = tmp_path / "words.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path
    return writing


def test_a_users_entries_are_loaded(write):
    (entry,) = load_user_lexicon(write(GOOD))
    assert isinstance(entry, Entry)
    assert (entry.form, entry.type, entry.variants) == ("nghệ nhân", "honorifics", ("NN",))
    assert entry.rejects == ("nghệ sĩ",)


def test_a_byte_order_mark_is_no_trouble(write):
    assert load_user_lexicon(write("\ufeff" + GOOD))


@pytest.mark.parametrize(("content", "reason"), [
    ("[[entry]\n", "not valid TOML"),
    ("a = 1\na = 2\n", "not valid TOML"),
    (b"\xe1\xbb", "not UTF-8"),
    ("[[entry]]\ntype = 'honorifics'\n", "`form` must be"),
    ("[[entry]]\nform = 'x'\n", "needs a `type`"),
    ("[[entry]]\nform = 'x'\ntype = 'nope'\n", "there is no lexicon file `nope`"),
    ("[[entry]]\nform = 'x'\ntype = 'honorifics'\nvariants = 'y'\n", "must be a list"),
    ("[[entry]]\nform = 'x'\ntype = 'honorifics'\ncase = 'odd'\n", "`case` must be one of"),
    ("[[entries]]\nform = 'x'\n", "unknown table or key `entries`"),
    ("entry = 1\n", "written as [[entry]]"),
    ("defaults = 1\n", "written as [[entry]]"),
    ("[[entry]]\nform = 'x'\ntype = 5\n", "there is no lexicon file"),
    ("[[entry]]\nform = 'Sở Thử'\ntype = 'organisation_heads'\n", "needs `"),
])
def test_a_bad_file_names_the_entry_and_the_reason(write, content, reason):
    path = write(content)
    with pytest.raises(LexiconError, match=r"words\.toml: ") as error:
        load_user_lexicon(path)
    assert reason in str(error.value)
    assert len(str(error.value).splitlines()) == 1
    result = danvan("extract", "--lexicon", str(path), stdin="x")
    assert (result.returncode, result.stdout) == (2, b"")
    assert reason in one_line(result)


@pytest.mark.parametrize(("content", "place"), [
    ("[[entry]]\nform = 'x'\ntype = 'honorifics'\n\n# Mới\n  [[ entry ]]  # hai\nform = 'y'\ntype = 'honorific'\n", "line 6 (y): "),
    ("\ufeff# Đầu\r\n\r\n[[entry]]\r\ntype = 'honorifics'\r\n", "line 3: `form`"),
    ("entry = [\n{form = 'x', type = 'honorifics'},\n{form = 'y'}]\n", "entry 2 (y): "),
    ("source = \"\"\"\n[[entry]]\n\"\"\"\n[[entry]]\nform = 'y'\n", "entry 1 (y): "),
    ("[[entry]]\nform = 'x'\nform = 'y'\n", "line 3"),
])
def test_a_bad_entry_is_told_with_its_line(write, content, place):
    path = write(content)
    result = danvan("lexicon", "check", str(path))
    assert (result.returncode, result.stdout) == (1, b"")
    assert place in one_line(result)


@pytest.mark.parametrize(("entry", "reason", "silent"), [
    ("type = 'organisation_heads'", "needs `kind`; others have ", "charset"),
    ("type = 'organisation_heads'\nkind = 'state'", "needs `takes`; others have place, ", "('"),
    ("type = 'organisation_heads'\nkind = 'nhà nước'\ntakes = ['place']", "is never `nhà nước`, it is one of company, ", "('"),
    ("type = 'organisation_heads'\nkind = 'state'\ntakes = ['x']", "is never `x`, it is one of body, branch, ", "('"),
    ("type = 'organisation_heads'\nkind = 'state'\ntakes = 'place'", "must be a list of strings: takes = [\"place\"]", "charset"),
    ("type = 'organisation_heads'\nkind = {a = 1}\ntakes = ['place']", "`kind` must be a string", "charset"),
    ("type = 'organisation_heads'\nkind = 'state'\ntakes = [['place']]", "`takes` must be a list of strings", "charset"),
    ("type = 'scales'\nvalue = 'tá'", "`value` must be a whole number", "charset"),
    ("type = 'period_numbers'\nvalue = 'tá'", "`value` must be a whole number", "charset"),
    ("type = 'titles'\nwhole = 'true'", "`whole` must be true or false", "charset"),
    ("type = 'furniture'\nmatch = 'x'", "is never `x`, it is one of field, label, ", "charset"),
    ("type = " + "[" * 500 + "]" * 500, "not valid TOML", "Traceback"),
    ("type = 'titles'\nvariant = ['x']", "an entry of titles has no `variant` (did you mean `variants`", "charset"),
    ("type = 'titel'", "there is no lexicon file `titel` (did you mean `titles`", "surnames"),
    ("type = 'organization_heads'", "did you mean `organisation_heads`", "surnames"),
    ("type = 'zzz'", "`zzz`; danvan lexicon list names the types", "mean"),
    ("", "needs a `type`; danvan lexicon list names the types", "mean"),
])
def test_the_reason_helps_and_is_short(write, entry, reason, silent):
    said = one_line(danvan("lexicon", "check", str(write(f"[[entry]]\nform = 'Sở Thử'\n{entry}\n"))))
    assert reason in said
    assert silent not in said
    assert said.count(",") <= 12


def test_extract_takes_the_file(write):
    text = "Bà Trần Thị Mơ, điều phối viên trưởng Sở Nội vụ, cho biết."
    words = write('[[entry]]\ntype = "titles"\nform = "điều phối viên trưởng"\n')
    plain, taught = (json.loads(danvan("extract", *options, stdin=text).stdout)["officials"]
                     for options in ((), ("--lexicon", str(words))))
    assert plain == []
    assert taught[0]["positions"][0]["text"] == "điều phối viên trưởng Sở Nội vụ"


def test_list_names_the_files_and_their_words():
    names = [line.split("\t")[0] for line in danvan("lexicon", "list").stdout.decode().splitlines()]
    assert names == list(lexicon_names())
    assert "đồng chí" in danvan("lexicon", "list", "honorifics").stdout.decode()


def test_what_danvan_comes_with_is_good():
    result = danvan("lexicon", "check")
    assert (result.returncode, result.stderr.decode()) == (0, "")


def test_a_good_file_is_good(write):
    result = danvan("lexicon", "check", str(write(GOOD)))
    assert (result.returncode, result.stderr) == (0, b"")
    assert "1 entry, good" in result.stdout.decode()


@pytest.mark.parametrize(("addition", "problem"), [
    ('[[entry]]\nform = "nghệ nhân"\n', "stands twice"),
    ('[[entry]]\nform = "cu\u0323"\n', "not composed"),
    ('[[entry]]\nform = "cụ  bà"\n', "spaces too many"),
    ('[[entry]]\nform = "cụ"\nvariants = ["cụ"]\n', "a wording stands twice"),
    ('[[entry]]\nform = "cụ"\nvalid_from = "2020"\n', "is no date"),
    ('[[entry]]\nform = "cụ"\nexamples = ["ông Ba"]\n', "not found in its example `ông Ba`"),
    ('[[entry]]\nform = "cụ"\nnot = ["dụng cụ"]\n', "found in `dụng cụ`, where it must not be"),
])
def test_check_finds(write, addition, problem):
    result = danvan("lexicon", "check", str(write(GOOD + addition)))
    assert result.returncode == 1
    assert f"words.toml: line {GOOD.count(chr(10)) + 1}: " in one_line(result)
    assert problem in one_line(result)
