"""A real spreadsheet opens danvan's csv with numbers as numbers and text as text. Skipped where LibreOffice is absent."""

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
