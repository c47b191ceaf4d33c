"""A real spreadsheet opens danvan's tables with numbers as numbers and text as text. Skipped where LibreOffice is absent."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from running import danvan

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SAMPLES = ("samples/bao-cao-quy-1.txt", "samples/bao-cao-quy-2.txt")
NUMERIC = ("start", "end", "number_start", "number_end", "value", "value_max", "magnitude", "total")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_numbers_as_numbers(tmp_path):
    table = tmp_path / "so-lieu.csv"
    assert danvan("extract", *SAMPLES, "--only", "indicators", "-o", str(table)).returncode == 0
    header = table.read_text(encoding="utf-8").splitlines()[0].split(",")
    # Filter 44,34,76 is comma, quote, UTF-8: what the import dialogue proposes; 1033 reads a decimal point.
    subprocess.run(
        [SOFFICE, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--infilter=CSV:44,34,76,1,,1033",
         "--convert-to", "fods", "--outdir", str(tmp_path), str(table)],
        check=True, capture_output=True, timeout=180)
    rows = cells(tmp_path / "so-lieu.fods")
    assert len(rows) > 40
    for row in rows[1:]:
        for name, (kind, text) in zip(header, row, strict=False):
            if text and name in NUMERIC:
                assert kind == "float", (name, text)
            if name in ("measure", "text", "measure_key") and re.search(r"[^\W\d]", text):
                assert kind == "string", (name, text)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_workbook_as_it_is_meant(tmp_path):
    book = tmp_path / "so-lieu.xlsx"
    lines = danvan("extract", *SAMPLES).stdout
    assert danvan("export", "-", "--only", "indicators", "-o", str(book), stdin=lines).returncode == 0
    subprocess.run(
        [SOFFICE, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "fods", "--outdir",
         str(tmp_path), str(book)],
        check=True, capture_output=True, timeout=180)
    content = (tmp_path / "so-lieu.fods").read_text(encoding="utf-8")
    assert re.findall(r'<table:table table:name="(\w+)"', content) == ["documents", "indicators"]
    assert content.count("<table:database-range ") == 2  # the filters
    assert "table:formula" not in content
    names = [text for _, text in cells(tmp_path / "so-lieu.fods")[3]]  # behind the sheet of the two documents
    rows = cells(tmp_path / "so-lieu.fods")[4:]
    assert len(rows) > 40
    kinds = {name: {kind for kind, text in column if text} for name, column in zip(names, zip(*(
        (row + [("", "")] * len(names))[:len(names)] for row in rows), strict=True), strict=True)}
    for name in NUMERIC:
        assert kinds[name] <= {"float"}, name
    for name in ("document_date", "period_start", "period_end"):
        assert kinds[name] == {"date"}, name
    for name in ("text", "number", "measure", "unit"):
        assert kinds[name] == {"string"}, name


def cells(path: Path) -> list[list[tuple[str, str]]]:
    """The rows of a flat OpenDocument spreadsheet: (type, text) of each cell, repeated ones written out."""
    content = path.read_text(encoding="utf-8")
    rows = []
    for row in re.findall(r"<table:table-row[^>]*>(.*?)</table:table-row>", content, re.S):
        line = []
        for attributes, inner in re.findall(r"<table:table-cell([^>]*?)(?:/>|>(.*?)</table:table-cell>)", row, re.S):
            repeated = re.search(r'number-columns-repeated="(\d+)"', attributes)
            kind = re.search(r'office:value-type="(\w+)"', attributes)
            text = "".join(re.findall(r"<text:p>(.*?)</text:p>", inner or "", re.S))
            line += [(kind[1] if kind else "", text)] * min(int(repeated[1]) if repeated else 1, 50)
        if any(text for _, text in line):
            rows.append(line)
    return rows
