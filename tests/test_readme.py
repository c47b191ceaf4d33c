"""The README: its examples are what the commands print today, and its two commands are there once each.

`DANVAN_UPDATE=1 pytest tests/test_readme.py` writes the examples anew.

An example stands between `<!-- output: COMMAND -->` and `<!-- end -->`, a record of the JSON between
`<!-- record: FILE KIND NUMBER -->` and `<!-- end -->`, the two reports side by side after `<!-- pivot: FILE… -->`, what a
database of all samples answers after `<!-- query: SQL -->`.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import sqlite3
import tempfile
from pathlib import Path

from running import danvan

from danvan_cli.write.json_text import encode

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
EXAMPLE = re.compile(r"(<!-- (output|record|pivot|query): (.*?) -->\n```\w+\n)(.*?)(```\n<!-- end -->)", re.S)


def run(arguments: str) -> str:
    done = danvan(*shlex.split(arguments), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode("utf-8")


def output(command: str) -> str:
    name, _, arguments = command.partition(" ")
    assert name == "danvan"
    return run(arguments)


def record(what: str) -> str:
    file, kind, number = what.split()
    document = json.loads(run(f"extract {file} -f jsonl"))
    return encode(document[kind][int(number)], indent=2) + "\n"


def pivot(files: str) -> str:
    rows = list(csv.DictReader(io.StringIO(run(f"extract {files} --only indicators -f csv"))))
    levels: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        if not row["change"] and not row["baseline"] and row["bound"] in ("eq", "about"):
            key = row["measure_key"], row["unit"]
            levels.setdefault(key, {}).setdefault(row["source"], row["value"])
    both = {key: by_source for key, by_source in levels.items() if len(by_source) == len(files.split())}
    lines = [f"{'measure_key':32} {'unit':6} {'quý I':>14} {'quý II':>14}"]
    lines += [f"{key:32} {unit:6} " + " ".join(f"{by_source[file]:>14}" for file in files.split())
              for (key, unit), by_source in both.items()]
    return "\n".join(lines) + "\n"


def query(sql: str) -> str:
    samples = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "samples").glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ket-qua.sqlite")
        done = danvan("export", "-", "-o", str(path), stdin=run(f"extract {shlex.join(samples)}"))
        assert done.returncode == 0, done.stderr
        connection = sqlite3.connect(path)
        rows = connection.execute(sql).fetchall()
        connection.close()
    return "".join("|".join("" if cell is None else str(cell) for cell in row) + "\n" for row in rows)


def test_the_examples_are_what_danvan_prints():
    text = README.read_text(encoding="utf-8")
    makers = {"output": output, "record": record, "pivot": pivot, "query": query}
    made = EXAMPLE.sub(lambda found: found[1] + makers[found[2]](found[3]) + found[5], text)
    if os.environ.get("DANVAN_UPDATE"):
        README.write_text(made, encoding="utf-8")
        text = made
    assert len(EXAMPLE.findall(text)) >= 4
    assert text == made


def test_the_two_commands_are_there_once_each():
    lines = README.read_text(encoding="utf-8").splitlines()
    [first] = [line for line in lines if line.startswith("pip install . && danvan extract ")]
    [_] = [line for line in lines if line == "pip install '.[test]' && pytest"]
    assert (ROOT / first.split()[-1]).is_file()


def test_no_line_of_the_readme_names_a_command_that_is_not_there():
    named = set(re.findall(r"`danvan (\w+)", README.read_text(encoding="utf-8")))
    assert named <= set(re.findall(r"^  (\w+) ", run("--help"), re.M))


def test_the_example_of_a_lexicon_is_good_and_used(tmp_path):
    [content] = re.findall(r"```toml\n(# co-quan.toml.*?)```", README.read_text(encoding="utf-8"), re.S)
    words = tmp_path / "co-quan.toml"
    words.write_text(content, encoding="utf-8")
    assert danvan("lexicon", "check", str(words)).returncode == 0
    text = "Ông Lê Văn Bình, Điều phối viên trưởng Ban Điều phối Phát triển du lịch tỉnh Hà Nam, cho biết."
    done = danvan("extract", "--only", "officials", "--lexicon", str(words), stdin=text)
    [official] = json.loads(done.stdout)["officials"]
    assert official["positions"][0]["organisation"] == "Ban Điều phối Phát triển du lịch tỉnh Hà Nam"
