"""What people see of a document: a heading line and, kind by kind, a view of few columns.

`table` and `md` both print these. A row belongs to a thing (an official with three offices has three rows);
its cells are fit to be shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from danvan_cli.document import Document, Indicator, Number
from danvan_cli.write.cells import plain_number, shown
from danvan_cli.write.options import MAIN_KINDS, Options
from danvan_cli.write.words import word

Row = tuple[str, ...]
_DIGITS = re.compile(r"[0-9]+([.,][0-9]+)*")


@dataclass(frozen=True, slots=True)
class View:
    """One kind of a document: title, headings, and the rows of each thing; `numeric` are column numbers."""

    title: str
    headings: Row
    things: tuple[tuple[Row, ...], ...]
    numeric: tuple[int, ...]


def heading(document: Document, lang: str) -> tuple[str, ...]:
    """Give the parts of the heading line: title, date, place and source, those that are known."""
    place = None
    if document.place:
        place = document.place.name
        if document.place.now:
            # Districts were abolished without a successor: `now` is the province that has their area.
            relation = "now_in" if document.place.level == "district" else "now"
            place += f" ({word(relation, lang)} {document.place.now})"
    parts = (document.title, document.date, place, document.source)
    return tuple(shown(part) for part in parts if part)


def views(document: Document, options: Options) -> Iterator[View]:
    """Give the views of the chosen kinds."""
    for kind in options.kinds or MAIN_KINDS:
        form = _FORMS[kind]
        headings = (*form.headings, "rule") if options.explain else form.headings
        things = tuple(
            tuple(tuple(shown(cell) for cell in row[:len(headings)]) for row in rows)
            for rows in form.things(document, options.lang))
        yield View(word(kind, options.lang), tuple(word(key, options.lang) for key in headings), things,
                   form.numeric)


@dataclass(frozen=True, slots=True)
class _Form:
    """How a kind is viewed; the rows of `things` have the rule as one cell more than there are headings."""

    headings: Row
    things: Callable[[Document, str], Iterator[Sequence[Row]]]
    numeric: tuple[int, ...] = ()


def _officials(document: Document, lang: str) -> Iterator[Sequence[Row]]:  # noqa: ARG001  (all forms are called alike)
    for official in document.officials:
        offices = [(held.text, held.organisation or "", held.rule) for held in official.positions]
        if not offices:
            offices = [("", "", _rules(mention.rule for mention in official.mentions))]
        rows = []
        for number, (office, body, rule) in enumerate(offices):
            name, times = (official.name, str(len(official.mentions))) if number == 0 else ("", "")
            rows.append((name, office, body, times, rule))
        yield rows


def _organisations(document: Document, lang: str) -> Iterator[Sequence[Row]]:
    for body in document.organisations:
        yield [(body.name, word(body.kind, lang), word(body.level, lang), str(len(body.mentions)),
                _rules(mention.rule for mention in body.mentions))]


def _indicators(document: Document, lang: str) -> Iterator[Sequence[Row]]:
    for figure in document.indicators:
        yield [(_value(figure, lang), _unit(figure, lang), figure.measure or "", _change(figure, lang),
                figure.period.text if figure.period else "", figure.rule)]


def _value(figure: Indicator, lang: str) -> str:
    # A range is written with its two ends: nothing to add. An exact value has no word.
    bound = "" if figure.bound in ("eq", "range") else word(figure.bound, lang) + " "
    total = "" if figure.total is None else "/" + _in_marks(figure.total, like=figure.number.text)
    return bound + _number(figure) + total


def _number(figure: Indicator) -> str:
    # As it is written, but for the cell of a table whose heading holds the scale ("1.250" under "triệu đồng").
    text = figure.number.text
    if figure.value is None or figure.bound == "range" or not _DIGITS.fullmatch(text):
        return text
    readings = text.replace(".", "").replace(",", "."), text.replace(",", "")
    same = any(Decimal(reading) == figure.value for reading in readings if reading.count(".") < 2)
    return text if same else _in_marks(figure.value, like="")


def _in_marks(total: Number, like: str) -> str:
    # In Vietnamese marks ("4.357"), in English headings too: it stands beside numbers quoted from the text. Beside one
    # that writes its thousands without a mark ("2350") it has none.
    whole, _, part = plain_number(total).partition(".")
    if not re.search(r"\d{4}", like):
        whole = format(Decimal(whole), ",f").replace(",", ".")
    return f"{whole},{part}" if part else whole


def _unit(figure: Indicator, lang: str) -> str:
    unit = "" if figure.unit == "count" else word(figure.unit, lang)
    return f"{unit}/{figure.per}" if figure.per else unit


def _change(figure: Indicator, lang: str) -> str:
    baseline = f"{word('from_baseline', lang)} {figure.baseline}" if figure.baseline else ""
    return f"{word(figure.change, lang)} {baseline}".strip()


def _documents(document: Document, lang: str) -> Iterator[Sequence[Row]]:  # noqa: ARG001
    for cited in document.documents:
        yield [(cited.text, cited.type, cited.number or "", cited.issuer or "", cited.date or "", cited.rule)]


def _movements(document: Document, lang: str) -> Iterator[Sequence[Row]]:  # noqa: ARG001
    for movement in document.movements:
        yield [(movement.name, str(len(movement.mentions)), "")]


def _rules(rules: Iterator[str]) -> str:
    return " ".join(dict.fromkeys(rule for rule in rules if rule))


_FORMS = {
    "officials": _Form(("full_name", "office", "body", "mentions"), _officials, numeric=(3,)),
    "organisations": _Form(("name", "kind", "level", "mentions"), _organisations, numeric=(3,)),
    "indicators": _Form(("value", "unit", "measure", "change", "period"), _indicators, numeric=(0,)),
    "documents": _Form(("name", "type", "number", "issuer", "date"), _documents),
    "movements": _Form(("name", "mentions"), _movements, numeric=(1,)),
}
