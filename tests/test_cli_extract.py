"""danvan extract from the command line: inputs, formats, choices, and the same bytes every time."""

import csv
import io
import json
import shutil
import sys
from pathlib import Path

import pytest
from running import ARTICLE, COMMAND, danvan, one_line, shell

import danvan_cli
from danvan_cli import extract
from danvan_cli.write import FORMATS, KINDS

INSTALLED = Path(sys.executable).with_name("danvan")


@pytest.fixture
def texts(tmp_path):
    for number in (1, 2, 3):
        tmp_path.joinpath(f"{number}.txt").write_text(f"Bài {number}\n{ARTICLE}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", [
    COMMAND,
    pytest.param((str(INSTALLED),), marks=pytest.mark.skipif(not INSTALLED.exists(), reason="not installed")),
], ids=["module", "script"])
def test_both_entry_points(command):
    result = danvan("--version", command=command)
    assert result.returncode == 0
    assert result.stdout.decode().startswith(f"danvan {danvan_cli.__version__} (Python 3.")
    assert b"underthesea" in result.stdout


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input_is_read_where_no_file_is_given(arguments):
    result = danvan("extract", *arguments, stdin=ARTICLE)
    assert result.returncode == 0
    assert result.stderr == b""
    (line,) = result.stdout.decode().splitlines()
    document = json.loads(line)
    assert document["source"] == "<stdin>"
    assert document["encoding"] == "utf-8"
    assert {**document, "source": "<string>", "encoding": None} == extract(ARTICLE).to_dict()


def test_files_give_a_document_each_in_the_order_given(texts):
    result = danvan("extract", "3.txt", "-", "1.txt", "3.txt", cwd=texts, stdin=ARTICLE)
    documents = [json.loads(line) for line in result.stdout.splitlines()]
    assert [document["source"] for document in documents] == ["3.txt", "<stdin>", "1.txt", "3.txt"]


def test_json_is_one_array(texts):
    for names in (["1.txt"], ["1.txt", "2.txt"]):
        documents = json.loads(danvan("extract", "-f", "json", *names, cwd=texts).stdout)
        assert [document["source"] for document in documents] == names


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_csv_and_tsv_hold_one_kind_of_all_documents(texts, form, kind):
    result = danvan("extract", "-f", form, "--only", kind, "1.txt", "2.txt", cwd=texts)
    lines = io.StringIO(result.stdout.decode(), newline="")
    rows = list(csv.DictReader(lines, delimiter="\t" if form == "tsv" else ","))
    held = getattr(extract(ARTICLE), kind)
    assert {row["source"] for row in rows} == ({"1.txt", "2.txt"} if held else set())
    assert result.returncode == 0


@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("only", [[], ["--only", "officials", "--only", "indicators"]])
def test_csv_says_that_it_needs_one_kind(form, only):
    result = danvan("extract", "-f", form, *only)
    assert result.returncode == 2
    assert "exactly one kind" in one_line(result)
    assert "--only officials|organisations" in one_line(result)


def test_only_may_be_repeated_and_its_order_does_not_matter(texts):
    one = danvan("extract", "1.txt", "--only", "indicators", "--only", "officials", cwd=texts).stdout
    other = danvan("extract", "1.txt", "--only", "officials", "--only", "indicators", cwd=texts).stdout
    assert one == other
    assert list(json.loads(one)) == [
        "schema", "source", "format", "encoding", "title", "date", "place", "author", "publisher", "officials",
        "indicators", "warnings"]


@pytest.mark.parametrize("form", list(FORMATS))
def test_explain_tells_the_rules(form):
    kind = ["--only", "indicators"] if FORMATS[form].one_kind else []
    arguments = ["extract", "-f", form, "--width", "200", *kind]
    plain = danvan(*arguments, stdin=ARTICLE).stdout.decode()
    explained = danvan(*arguments, "--explain", stdin=ARTICLE).stdout.decode()
    rules = {figure.rule for figure in extract(ARTICLE).indicators}
    assert rules
    assert all(rule in explained and rule not in plain for rule in rules)


@pytest.mark.parametrize(("environment", "heading"), [
    ({}, "Officials"),
    ({"LANG": "vi_VN.UTF-8"}, "Cán bộ"),
    ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "vi_VN"}, "Cán bộ"),
    ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, "Officials"),
    ({"LANG": "C", "LC_ALL": "vi"}, "Cán bộ"),
    ({"LANG": "vie_VN"}, "Officials"),
])
def test_headings_are_in_the_language_of_the_locale(environment, heading):
    assert heading in danvan("extract", "-f", "table", stdin=ARTICLE, env=environment).stdout.decode()


def test_lang_goes_before_the_locale():
    result = danvan("extract", "-f", "md", "--lang", "vi", stdin=ARTICLE, env={"LC_ALL": "en_US.UTF-8"})
    assert "## Số liệu" in result.stdout.decode()


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_same_bytes_whatever_the_locale_and_hash_seed(form):
    kind = ["--only", "officials"] if FORMATS[form].one_kind else []
    outputs = {danvan("extract", "-f", form, "--lang", "vi", *kind, stdin=ARTICLE, env=environment).stdout
               for environment in (
                   {"PYTHONHASHSEED": "0"}, {"PYTHONHASHSEED": "7", "TZ": "Asia/Ho_Chi_Minh"},
                   {"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
                   {"LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONWARNINGS": "error"})}
    assert len(outputs) == 1
    assert "Nguyễn Văn An" in outputs.pop().decode("utf-8")


def test_an_encoding_can_be_forced(tmp_path):
    tmp_path.joinpath("a.txt").write_bytes(ARTICLE.encode("utf-16-le"))
    result = danvan("extract", "a.txt", "--encoding", "utf-16-le", cwd=tmp_path)
    assert json.loads(result.stdout)["officials"] == extract(ARTICLE).to_dict()["officials"]


def test_an_empty_text_is_an_empty_result():
    result = danvan("extract", stdin="")
    assert result.returncode == 0
    assert json.loads(result.stdout)["officials"] == []


def test_warnings_of_formats_without_a_place_for_them_go_to_standard_error():
    result = danvan("extract", "-f", "csv", "--only", "officials", stdin="")
    assert one_line(result) == "danvan: <stdin>: the input holds no text"
    assert danvan("extract", stdin="").stderr == b""


def test_width_folds_the_table():
    result = danvan("extract", "-f", "table", "--width", "30", stdin=ARTICLE)
    assert max(map(len, result.stdout.decode().splitlines())) <= 30


def test_excel_gets_its_byte_order_mark():
    result = danvan("extract", "-f", "csv", "--only", "officials", "--bom", stdin=ARTICLE)
    assert result.stdout.startswith(b"\xef\xbb\xbfsource,")


@pytest.mark.skipif(not shutil.which("head"), reason="needs head")
@pytest.mark.parametrize("form", list(FORMATS))
def test_a_reader_that_goes_away_is_no_error(texts, form):
    kind = "--only officials" if FORMATS[form].one_kind else ""
    names = "1.txt 2.txt 3.txt " * 30
    result = shell(f"danvan extract -f {form} {kind} {names} | head -c 1; echo ${{PIPESTATUS[0]}} >&2", texts)
    assert result.stderr == b"0\n"


@pytest.mark.parametrize("command", ["--help", "extract --help", "schema", "lexicon list", "--version"])
def test_no_command_minds_a_closed_pipe(command):
    result = shell(f"(sleep 1; danvan {command}; echo $? >&2) | true")
    assert result.stderr == b"0\n"


def test_help_has_an_example_for_every_option():
    from danvan_cli.cli.extract import extract as command

    options = [option for option in command.params if option.param_type_name == "option"]
    assert all("Example: " in option.help for option in options)
    assert danvan("extract", "--help").stdout.decode().count("Example:") == len(options)


def test_help_imports_nothing_that_takes_time():
    code = ("import sys\nfrom danvan_cli.cli.main import status_of\nstatus_of(['--help'])\n"
            "slow = {'rich', 'regex', 'underthesea', 'danvan_cli.pipeline', 'danvan_cli.read'}\n"
            "print(sorted(slow.intersection(sys.modules)))")
    result = danvan("-c", code, command=(sys.executable,))
    assert result.stdout.decode().splitlines()[-1] == "[]"


def test_extract_does_not_load_underthesea():
    code = ("import sys\nfrom danvan_cli.cli.main import status_of\nstatus_of(['extract', '-f', 'jsonl'])\n"
            "print('underthesea' in sys.modules)")
    result = danvan("-c", code, command=(sys.executable,), stdin=ARTICLE)
    assert result.stdout.decode().splitlines()[-1] == "False"


@pytest.mark.parametrize("shell_name", ["zsh", "fish"])
def test_shells_get_their_completion(shell_name):
    source = danvan(env={"_DANVAN_COMPLETE": f"{shell_name}_source"})
    assert (source.returncode, source.stderr) == (0, b"")
    assert b"_DANVAN_COMPLETE" in source.stdout
    words = {"COMP_WORDS": "danvan extract --only", "COMP_CWORD": "3" if shell_name == "zsh" else "",
             "_DANVAN_COMPLETE": f"{shell_name}_complete"}
    assert b"officials" in danvan(env=words).stdout


@pytest.mark.parametrize(("unit", "vi", "en"), [
    ("huyện Thạch Hà", "(nay thuộc tỉnh Hà Tĩnh)", "(now in tỉnh Hà Tĩnh)"),
    ("tỉnh Hậu Giang", "(nay là thành phố Cần Thơ)", "(now thành phố Cần Thơ)"),
])
def test_a_district_is_now_in_a_province_and_a_province_now_another(unit, vi, en):
    text = f"UBND {unit} đối thoại với nhân dân\nÔng Nguyễn Văn An, Chủ tịch UBND {unit}, chủ trì hội nghị.\n"
    for lang, said in (("vi", vi), ("en", en)):
        heading = danvan("extract", "-f", "table", "--lang", lang, stdin=text).stdout.decode().split("\n\n")[0]
        assert said in heading


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(("written", "shown"), [
    ("2.350/4.357 đơn thư", "2.350/4.357"), ("44/83 hộ", "44/83"), ("44/1.083 hộ", "44/1.083"),
    ("1250/4357 thửa đất", "1250/4357"),
])
def test_a_part_and_its_total_are_shown_as_they_are_written(lang, written, shown):
    text = f"Đến nay, UBND tỉnh Hậu Giang đã giải quyết {written}.\n"
    table = danvan("extract", "-f", "md", "--lang", lang, "--only", "indicators", stdin=text).stdout.decode()
    assert f"| {shown} |" in table


def test_markdown_escapes_an_ampersand_only_where_it_would_be_read():
    text = ARTICLE.replace("hội nghị", "hội nghị về LĐ-TB&XH và &lt; là gì", 1)
    title = danvan("extract", "-f", "md", stdin=text).stdout.decode().splitlines()[0]
    assert title == "# Ban Dân vận Tỉnh ủy Hà Nam tổ chức hội nghị về LĐ-TB&XH và &amp;lt; là gì"
