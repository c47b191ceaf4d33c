"""PDF files: their text in reading order, in paragraphs, without running heads; others told as what they are."""

import sys
from itertools import zip_longest

import pytest
from office import paragraphs, saved
from print_shop import (
    LEFT,
    STEP,
    TOP,
    VIETNAMESE,
    article,
    converted,
    lines,
    picture,
    printed,
    printed_sheet,
    ruled,
    together,
    vietnamese_font,
    wrapped,
)
from running import ROOT
from test_formats import reading

from danvan_cli import extract
from danvan_cli.read import read_bytes, read_path
from danvan_cli.read.errors import DamagedFileError, EncryptedFileError, NoTextError
from danvan_cli.read.pdf.lines import Line
from danvan_cli.read.pdf.regions import read_blocks

PROSE = ("Sang 12-1, Ban Thuong vu Tinh uy to chuc Hoi nghi tong ket cong tac dan van nam 2022, trien khai nhiem vu nam 2023 "
         "va khen thuong 30 tap the, ca nhan co thanh tich.")
MORE = ("Theo bao cao, toan tinh con 13 vu khieu nai dong nguoi; chi so cai cach hanh chinh moi dat 84,15 diem, dung thu 51 "
        "trong ca nuoc, thap hon nam truoc 2 bac.")


def read(*pages, **how):
    return read_bytes(printed(*pages, **how), "bao-cao.pdf")


# Paragraphs

def test_lines_are_joined_into_paragraphs() -> None:
    text = read(*article(f"{PROSE}\n{MORE}"))
    assert text.content == f"{PROSE}\n\n{MORE}\n"
    assert (text.format, text.encoding, text.warnings, text.marks) == ("pdf", None, (), ())


def test_a_sentence_goes_on_over_the_page() -> None:
    cut = wrapped(PROSE)
    assert len(cut) == 4
    assert read(lines(*wrapped(MORE), cut[0]), lines(*cut[1:])).content == f"{MORE}\n\n{PROSE}\n"


def test_short_lines_stay_lines() -> None:
    text = read(lines("TINH UY HA NAM", "BAN DAN VAN", "", "BAO CAO", "", *wrapped(PROSE)))
    assert text.content == f"TINH UY HA NAM\nBAN DAN VAN\n\nBAO CAO\n\n{PROSE}\n"


def test_items_and_first_lines_set_in_begin_paragraphs() -> None:
    long, longer = wrapped("- " + PROSE)[:-1], wrapped("- " + MORE)[:-1]
    assert read(lines(*long, *longer)).content == f"- {PROSE}\n- {MORE}\n"
    one, two = wrapped(PROSE)[:-1], wrapped(MORE, width=430)[:-1]
    page = together(lines(*one), lines(two[0], left=LEFT + 20, top=TOP - len(one) * STEP),
                    lines(*two[1:], top=TOP - (len(one) + 1) * STEP))
    assert read(page).content == f"{PROSE}\n{MORE}\n"


def test_a_heading_of_another_size_is_no_part_of_a_paragraph() -> None:
    def heading(sheet):
        sheet.setFont("Helvetica", 18)
        sheet.drawString(LEFT, TOP + STEP, "Tong ket cong tac dan van nam 2022 va nhiem vu")
        sheet.setFont("Helvetica", 12)
    assert read(together(heading, lines(*wrapped(PROSE)))).content.startswith("Tong ket cong tac dan van nam 2022 va nhiem vu\n")


def test_rows_that_lack_cells_belong_to_the_table_that_they_touch() -> None:
    cells = [("1", "Ho ngheo", "812", "768"), ("2", "Cuoc hop", "9", "14"), ("", "Tong cong", "821", "782"),
             ("3", "Lop", "", "4")]
    rows = [tuple(Line(text, 0, left, left + 40, 500 - number * STEP, 12)
                  for text, left in zip(row, (LEFT, 150, 300, 420), strict=True) if text)
            for number, row in enumerate(cells)]
    assert [block.text for block in read_blocks([rows]) if block.text] == ["\n".join(map("\t".join, cells))]


def test_a_line_that_is_spread_over_a_column_is_no_row_of_a_table() -> None:
    one = wrapped(PROSE, width=220)[:-1]
    def spread(sheet):
        gap = (220 - sum(sheet.stringWidth(word) for word in one[2].split())) / one[2].count(" ")
        left = LEFT
        for word in one[2].split():
            sheet.drawString(left, TOP - 2 * STEP, word)
            left += sheet.stringWidth(word) + gap
    one[2] = " ".join(one[2].split()[:4])
    page = together(lines(*one[:2]), spread, lines(*one[3:], top=TOP - 3 * STEP))
    assert read(page).content == " ".join(one) + "\n"


# Pages

def test_running_heads_and_page_numbers_are_dropped() -> None:
    pages = [together(lines("Bao cao cong tac dan van", top=800), body, lines(f"Trang {number}/3", left=280, top=30))
             for number, body in enumerate(article("\n".join([PROSE, MORE] * 9), a_page=25), start=1)]
    assert len(pages) == 3
    assert read(*pages).content.strip().split("\n\n") == [PROSE, MORE] * 9


def test_a_single_page_loses_nothing_but_its_number() -> None:
    page = together(lines("Bao cao cong tac dan van", top=800), lines(*wrapped(PROSE)), lines("- 1 -", left=280, top=30))
    text = read(page)
    assert text.content == f"Bao cao cong tac dan van\n\n{PROSE}\n"
    assert marked(text) == [("furniture", "Bao cao cong tac dan van")]


@pytest.mark.parametrize(("top", "size", "is_head"), [(800, 12, True), (800, 18, False), (770, 12, False)])
def test_a_line_alone_in_the_margin_is_no_title_but_a_large_one_is(top: int, size: int, is_head: bool) -> None:
    def first(sheet):
        sheet.setFont("Helvetica", size)
        sheet.drawString(LEFT, top, "Bao cao cong tac dan van")
        sheet.setFont("Helvetica", 12)
    text = read(together(first, lines("Duong ve ban", "", *wrapped(PROSE))))
    assert (extract(text).title == "Duong ve ban") == is_head


@pytest.mark.parametrize(("foot", "top", "is_number"), [
    ("Trang 1/1", 30, True), ("Page 1 of 3", 30, True), ("1", 30, True), ("Trang 2", 30, False),
    ("1 ty dong.", TOP - 4 * STEP, False), ("Phu luc so 1 cua bao cao", 30, False),
])
def test_the_number_of_a_page_is_told_by_its_place(foot: str, top: int, is_number: bool) -> None:
    page = together(lines(foot, top=top), lines(*wrapped(PROSE)[:4]))  # programs may print it before the text
    assert (foot not in read(page).content.splitlines()) == is_number


@pytest.mark.parametrize("by_line", [False, True])
def test_columns_are_read_one_after_the_other(by_line: bool) -> None:
    left, right = wrapped(PROSE + " " + MORE, width=200)[:-1], wrapped(MORE + " " + PROSE, width=200)[:-1]
    both = together(lines(*left), lines(*right, left=320))
    line_by_line = together(*(lines(text, left=at, top=TOP - number * STEP)
                              for number, pair in enumerate(zip_longest(left, right, fillvalue=""))
                              for text, at in zip(pair, (LEFT, 320), strict=True)))
    content = read(line_by_line if by_line else both).content
    assert content.replace("\n", " ").split() == f"{PROSE} {MORE} {MORE} {PROSE}".split()


def test_a_table_is_rows_of_cells() -> None:
    rows = [("Chi tieu", "Quy I", "Quy II"), ("So ho ngheo", "812", "768"), ("Lop tap huan", "3", "5")]
    page = together(*(lines(cell, left=at, top=500 - number * STEP)
                      for number, row in enumerate(rows) for cell, at in zip(row, (LEFT, 250, 400), strict=True)))
    text = read(together(lines(*wrapped(PROSE)), page))
    table = "\n".join("\t".join(row) for row in rows)
    assert text.content == f"{PROSE}\n\n{table}\n"
    assert [(mark.kind, text.content[mark.start:mark.end]) for mark in text.marks] == [("table", table)]


RULED = [("TT", "Chi tieu", "Don vi tinh", "Nam 2024", "", "So voi cung ky (%)"),
         ("", "", "", "Ke hoach", "Uoc thuc hien", ""),
         ("1", "Tong thu ngan sach nha nuoc tren dia ban", "ty dong", "1.250", "812,5", "108,2"),
         ("", "Trong do: Thu noi dia", "ty dong", "900", "600,4", "105"),
         ("2", "So ho ngheo", "ho", "1.100", "1.204", "92,1")]
WIDTHS = (30, 130, 60, 70, 70, 90)
SPANS = [("SPAN", (3, 0), (4, 0)), *(("SPAN", (at, 0), (at, 1)) for at in (0, 1, 2, 5))]


def marked(text):
    return [(mark.kind, text.content[mark.start:mark.end]) for mark in text.marks]


def test_cells_of_a_ruled_table_may_have_several_lines_and_reach_over_others() -> None:
    text = read(together(lines(*wrapped(PROSE)), ruled(RULED, WIDTHS, style=SPANS)))
    table = "\n".join(map("\t".join, RULED))
    assert marked(text) == [("table", table)]
    assert text.content == f"{PROSE}\n\n{table}\n"


def test_a_ruled_table_goes_on_over_the_page() -> None:
    text = read(ruled(RULED[:3], WIDTHS, style=SPANS), ruled(RULED[3:], WIDTHS, top=760))
    assert marked(text) == [("table", "\n".join(map("\t".join, RULED)))]


@pytest.mark.parametrize("style", [
    [("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"), ("LINEBEFORE", (1, 0), (-1, -1), 0.5, "black")],  # open at its sides
    [("BOX", (0, 0), (-1, -1), 2, "black"), ("INNERGRID", (0, 0), (-1, -1), 0.5, "gray")],
], ids=["open", "box"])
def test_lines_between_cells_are_enough(style) -> None:
    rows = [row for row in RULED if row[1]]
    text = read(ruled(rows, WIDTHS, style=[("GRID", (0, 0), (-1, -1), 0, None), *style]))
    assert marked(text) == [("table", "\n".join(map("\t".join, rows)))]


def test_frames_and_underlines_are_no_table() -> None:
    def frame(sheet):
        sheet.rect(40, 40, 520, 760)
        sheet.line(LEFT, 725, 300, 725)
        sheet.line(LEFT, 720, 300, 720)
    assert read(together(frame, lines(*wrapped(PROSE)))).content == f"{PROSE}\n"


def test_a_page_that_is_ruled_into_parts_keeps_their_paragraphs() -> None:
    parts = [(f"{PROSE} {MORE}", f"{MORE} {PROSE}"), (PROSE, MORE)]
    text = read(ruled(parts, (220, 220), top=740))
    assert marked(text) == []
    assert text.content == "".join(f"{cell}\n\n" for row in parts for cell in row)[:-1]


def test_a_page_of_countless_lines_is_read_without_them() -> None:
    def map_of(sheet):
        for at in range(9000):
            sheet.line(at % 500, at // 20, at % 500 + 9, at // 20)
    assert read(together(map_of, lines(*wrapped(PROSE)))).content == f"{PROSE}\n"


@pytest.mark.parametrize("border", [0, 1])
def test_a_spreadsheet_that_libreoffice_prints_has_its_table(tmp_path, border: int) -> None:
    rows = [row if border else [cell[:9].strip() for cell in row] for row in RULED if row[1]]  # whose lines tell wrapped cells apart
    data = printed_sheet(rows, WIDTHS, tmp_path, border)
    if data is None:
        pytest.skip("needs LibreOffice with its Calc")
    assert marked(read_bytes(data, "a.pdf")) == [("table", "\n".join(map("\t".join, rows)))]


def test_a_letterhead_is_no_table() -> None:
    page = together(lines("So 12-BC/BDV"), lines("Ha Nam, ngay 22 thang 3 nam 2024", left=300))
    assert read(page).content == "So 12-BC/BDV\n\nHa Nam, ngay 22 thang 3 nam 2024\n"


# Letters

def test_old_fonts_without_unicode_are_mended() -> None:
    text = read(lines("ChÝnh phñ n­íc Céng hoµ x· héi chñ nghÜa ViÖt Nam"))
    assert text.content == "Chính phủ nước Cộng hoà xã hội chủ nghĩa Việt Nam\n"


@pytest.mark.skipif(VIETNAMESE is None, reason="needs a font with Vietnamese letters")
@pytest.mark.parametrize("path", sorted(ROOT.glob("samples/*-quy-1.txt")) + sorted(ROOT.glob("samples/nguoi-*.txt")),
                         ids=lambda path: path.stem)
def test_an_article_in_print_is_the_same_reading(path) -> None:
    content = path.read_text(encoding="utf-8")
    font = vietnamese_font()
    document = extract(read(*article(content, font), font=font))
    assert reading(document) == reading(extract(content))


def test_a_document_that_libreoffice_prints_is_the_same_reading(tmp_path) -> None:
    content = (ROOT / "samples/bao-cao-quy-1.txt").read_text(encoding="utf-8")
    data = converted(saved(paragraphs(content)), "pdf", tmp_path)
    if data is None:
        pytest.skip("needs LibreOffice with its Writer")
    assert reading(extract(read_bytes(data, "a.pdf"))) == reading(extract(content))


# What is told

def test_a_scan_is_told_as_such() -> None:
    with pytest.raises(NoTextError, match=r"bao-cao.pdf: is a scan without a text layer; .*ocrmypdf"):
        read(picture(), picture())
    text = read(lines(*wrapped(PROSE)), picture())
    assert text.warnings == ("pages that are scans without text: 2",)


def test_an_encrypted_file_is_told_as_such() -> None:
    with pytest.raises(EncryptedFileError, match="without a password"):
        read(lines(PROSE), password="bi mat")


def broken():
    whole = printed(*article(PROSE))
    loop = whole.replace(b"/Type /Pages", b"/Type /Pages /Parent 4 0 R").replace(b"/Kids [", b"/Kids [ 4 0 R 3 0 R ")
    return {
        "head": b"%PDF-1.7\n", "cut": whole[:len(whole) // 3], "noise": b"%PDF-1.7\n" + bytes(range(256)) * 100, "loop": loop,
        "xref": whole.replace(b"startxref\n", b"startxref\n9"),
        "previous": whole.replace(b"/Root", b"/Prev 9 /Root"),
        "pages": whole.replace(b"/Count 1", b"/Count 99999999"),
    }


@pytest.mark.parametrize("kind", sorted(broken()))
def test_a_broken_file_is_read_or_refused(kind) -> None:
    try:
        content = read_bytes(broken()[kind], "bao-cao.pdf").content
    except (DamagedFileError, NoTextError) as error:
        content = error.source
    assert content in (f"{PROSE}\n", "bao-cao.pdf")


def test_a_program_that_is_missing_is_no_missing_file(tmp_path, monkeypatch) -> None:
    path = tmp_path / "bao-cao.pdf"
    path.write_bytes(printed(lines("Bao cao")))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(FileNotFoundError, match="python"):
        read_path(path)


def looping():
    """A file whose page draws a form that draws itself twice, and so on."""
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 11>>stream\n/X Do /X Do\nendstream"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page,
             b"<</Length 5>>stream\n/X Do\nendstream", form]
    return b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(parts, start=1)) + b"trailer<</Root 1 0 R>>"


def test_a_file_that_holds_up_its_reader_is_refused() -> None:
    with pytest.raises(DamagedFileError, match="more time or memory"):
        read_bytes(looping(), "bao-cao.pdf")
