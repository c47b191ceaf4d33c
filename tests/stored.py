"""Reading stores back with the programs' own libraries, as rows of plain cells; and lines to put into them."""

import csv
import datetime
import sqlite3
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import openpyxl
import pyarrow.parquet
from made import EMPTY, FULL

from danvan_cli.document import Document
from danvan_cli.write.json_text import encode
from danvan_cli.write.rows import columns, rows

SAMPLES = Path(__file__).parents[1] / "samples"
TABLES = {"documents": "texts", "officials": "officials", "organisations": "organisations", "indicators": "indicators",
          "citations": "documents", "movements": "movements"}
"""Each table of a store with the kind of rows that it holds."""

FOLDERS = ("csv", "parquet")
ENDINGS = ("jsonl", "jsonl.gz", "sqlite", "xlsx", "csv", "parquet")

_QUERIES = {
    "documents": "SELECT source, date, place, title, place_level, place_now, author, publisher, format, encoding, warnings "
                 "FROM documents ORDER BY id",
    "officials": "SELECT * FROM people",
    "organisations": "SELECT * FROM bodies",
    "indicators": "SELECT * FROM figures",
    "citations": 'SELECT d.source, d.date, d.place, c.text, c.start, c."end", c.type, c.number, c.issuer, c.date '
                 "FROM citations c JOIN documents d ON d.id = c.document_id ORDER BY c.id",
    "movements": "SELECT d.source, d.date, d.place, v.name, count(m.id), m.text, m.start, m.\"end\" FROM movements v "
                 "JOIN documents d ON d.id = v.document_id LEFT JOIN mentions m ON m.movement_id = v.id "
                 "GROUP BY v.id HAVING m.id IS NULL OR m.id = min(m.id) ORDER BY v.id",
}


def line(document, *, explain=False):
    """The line of results that holds a document."""
    return encode(document.to_dict(explain=explain))


def sample_lines():
    """The lines of all samples and of two documents made by hand."""
    import json

    samples = [json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
               for path in sorted(SAMPLES.glob("*.expected.json"))]
    return [line(document, explain=True) for document in (*map(Document.from_dict, samples), FULL, EMPTY)]


def expected(documents, table):
    """The rows of a table as `danvan extract` gives them, with their heading."""
    kind = TABLES[table]
    return [list(columns(kind, explain=False)),
            *([plain(cell) for cell in row] for document in documents for row in rows(kind, document, explain=False))]


def plain(cell):
    """A cell as the text that stands in csv: the same whatever type a store gives it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime.datetime):
        cell = cell.date()
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, float):
        cell = Decimal(repr(cell))
    if isinstance(cell, int | Decimal):
        text = format(Decimal(cell), "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return cell


def read_csv(path, table):
    with (path / f"{table}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def read_xlsx(path, table):
    return _sheets(path, path.stat().st_mtime_ns)[table]


@lru_cache(1)
def _sheets(path, changed):
    tables = {}
    for sheet in openpyxl.load_workbook(path, read_only=True).worksheets:
        heading, *found = ([plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True))
        tables.setdefault(sheet.title.rstrip(" 0123456789"), [heading]).extend(found)
    return tables


def read_parquet(path, table):
    content = pyarrow.parquet.read_table(path / f"{table}.parquet")
    content = content.drop_columns([name for name in ("text",) if table == "documents"])
    return [content.column_names, *([plain(cell) for cell in row.values()] for row in content.to_pylist())]


def read_sqlite(path, table):
    connection = sqlite3.connect(path)
    try:
        found = connection.execute(_QUERIES[table]).fetchall()
    finally:
        connection.close()
    heading = list(columns(TABLES[table], explain=False))
    former = heading.index("former") if "former" in heading else None
    return [heading, *([plain(bool(cell) if at == former and cell is not None else cell)
                        for at, cell in enumerate(row)] for row in found)]


READERS = {"csv": read_csv, "xlsx": read_xlsx, "parquet": read_parquet, "sqlite": read_sqlite}
