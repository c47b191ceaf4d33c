"""Units of tables: of a row, of a column, of the whole table; each multiplies what stands in the cells."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from danvan_cli.document import Number
from danvan_cli.find.figures.digits import parse_digits, plain
from danvan_cli.find.figures.figure import read_figures
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.text.tokens import tokenise

LONGEST = 40
"""Code points of the longest wording of a unit."""
_SUM = 1_000_000


class TableUnit(NamedTuple):
    """A unit by its symbol ("VND", "%", "count"), its kind, what one of it is worth, and its denominator."""

    symbol: str
    kind: str
    scale: Number
    per: str | None


def read_table_unit(wording: str, words: Vocabulary) -> TableUnit | None:
    """Read a folded lower-case wording as a unit: "triệu đồng", "1.000 đồng/người", "%", "hộ"; None where it is none.

    A noun that is counted is a unit only for its scale ("nghìn người"); alone it gives "count".
    """
    wording = wording.strip(" .:")
    if not wording or len(wording) > LONGEST:
        return None
    text = wording if wording[0].isdigit() else f"1 {wording}"
    tokens = tokenise(text)
    figure = next(iter(read_figures(tokens, range(len(tokens)), words)), None)
    if figure is None or figure.first or figure.value is None or figure.value_max is not None:
        return None
    if figure.unit:
        return TableUnit(figure.unit.symbol, figure.unit.kind, figure.value, figure.unit.per)
    if figure.value >= _SUM and figure.end == len(tokens):
        return TableUnit("VND", "money", figure.value, None)
    return TableUnit("count", "count", figure.value, None)


def read_value(digits: str, unit: TableUnit | None) -> Number | None:
    """Give what the digits of a cell are worth in the base unit, None where they are no number."""
    value = parse_digits(digits, whole=unit is None or (unit.kind in {"count", "money"} and unit.scale == 1))
    return None if value is None else plain(Decimal(value) * (unit.scale if unit else 1))
