"""Word documents: everything that a reader sees, nothing that he does not, and no harm from hostile ones."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.shared import Pt
from office import changed, elements, paragraphs, run_in, saved, xml

from danvan_cli.read import ReadError, read_bytes
from danvan_cli.read.errors import BinaryFileError, DamagedFileError, TooLargeError


def read(document, name="bao-cao.docx"):
    return read_bytes(document if isinstance(document, bytes) else saved(document), name)


def marked(text, kind):
    return [text.content[mark.start:mark.end] for mark in text.marks if mark.kind == kind]


def with_body(*inner):
    """A document whose body holds these elements."""
    document = docx.Document()
    for source in inner:
        document.element.body.insert(len(document.element.body) - 1, xml(source))
    return document


# What is read

def test_paragraphs_are_lines_and_empty_ones_blank_lines() -> None:
    text = read(paragraphs("BÁO CÁO\nkết quả\n\n\nI. TÌNH HÌNH\n"))
    assert text.content == "BÁO CÁO\nkết quả\n\nI. TÌNH HÌNH\n"
    assert (text.format, text.encoding, text.warnings) == ("docx", None, ())


@pytest.mark.parametrize(("source", "content"), [
    ("<w:p><w:r><w:t>Hà</w:t><w:tab/><w:t>Nam</w:t><w:br/><w:t>x</w:t></w:r></w:p>", "Hà\tNam\nx"),
    ("<w:p><w:r><w:t>Thừa Thiên</w:t><w:noBreakHyphen/><w:t>Huế</w:t></w:r></w:p>", "Thừa Thiên-Huế"),
    ("<w:p><w:r><w:t>dân</w:t><w:softHyphen/><w:t>vận</w:t></w:r></w:p>", "dân\u00advận"),
    ("<w:p><w:hyperlink><w:r><w:t>Sở Y tế</w:t></w:r></w:hyperlink></w:p>", "Sở Y tế"),
    ("<w:p><w:ins><w:r><w:t>12 hộ</w:t></w:r></w:ins></w:p>", "12 hộ"),
    ("<w:p><w:r><w:t>12</w:t></w:r><w:del><w:r><w:delText>13</w:delText></w:r></w:del></w:p>", "12"),
    ("<w:p><w:r><w:t>12</w:t></w:r><w:moveFrom><w:r><w:t>13</w:t></w:r></w:moveFrom></w:p>", "12"),
    ("<w:p><w:moveTo><w:r><w:t>13</w:t></w:r></w:moveTo></w:p>", "13"),
    ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r></w:p>", "hiện"),
    ('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hiện</w:t></w:r></w:p>', "hiện"),
    ("<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:t>Sở</w:t></w:r></w:p>", "Sở"),
    ("<w:sdt><w:sdtContent><w:p><w:r><w:t>trong ô</w:t></w:r></w:p></w:sdtContent></w:sdt>", "trong ô"),
    ("<w:p><w:smartTag><w:r><w:t>Hà Nội</w:t></w:r></w:smartTag></w:p>", "Hà Nội"),
])
def test_what_a_reader_sees(source: str, content: str) -> None:
    assert read(with_body(source)).content == content + "\n"


def test_a_text_box_is_read_once() -> None:
    box = ('<w:p><w:r><w:t>Thân bài</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
           'markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>Hộp chữ</w:t>'
           "</w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r>"
           "<w:t>Hộp chữ</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")
    assert read(with_body(box)).content == "Thân bài\n\nHộp chữ\n"


def test_headers_and_footers_are_read_once_and_page_numbers_not() -> None:
    document = paragraphs("Nội dung báo cáo")
    for section in (document.sections[0], document.add_section()):
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = "Ban Dân vận Tỉnh ủy Hà Nam"
        section.footer.is_linked_to_previous = False
        section.footer.paragraphs[0].text = "Trang 1/2"
    assert read(document).content == "Ban Dân vận Tỉnh ủy Hà Nam\n\nNội dung báo cáo\n"


def with_notes(document, notes):
    """The bytes of a document with footnotes, given as XML."""
    data = changed(saved(document), "word/footnotes.xml", lambda _: (
        f'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{notes}</w:footnotes>').encode())
    return changed(data, "word/_rels/document.xml.rels", lambda rels: rels.replace(
        b"</Relationships>", b'<Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                             b'footnotes" Target="footnotes.xml"/></Relationships>'))


def test_a_footnote_follows_its_paragraph() -> None:
    document = paragraphs("Một\nHai")
    elements(document)[0].append(xml('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    note = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>Nghị quyết số 25-NQ/TW</w:t></w:r></w:p></w:footnote>'
    assert read(with_notes(document, note)).content == "Một\n\nNghị quyết số 25-NQ/TW\n\nHai\n"


def test_headings_titles_and_captions_are_marked() -> None:
    document = docx.Document()
    document.add_heading("BÁO CÁO", 0)
    document.add_heading("I. TÌNH HÌNH", 1)
    document.add_paragraph("Ảnh: đồng chí An", style="Caption")
    text = read(document)
    assert [(mark.kind, text.content[mark.start:mark.end]) for mark in text.marks] == [
        ("title", "BÁO CÁO"), ("heading", "I. TÌNH HÌNH"), ("caption", "Ảnh: đồng chí An")]


# Tables

def table(rows):
    document = docx.Document()
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, content in zip(row.cells, texts, strict=True):
            cell.text = content
    return document, made


def test_a_table_is_rows_of_cells() -> None:
    document, _ = table([["Chỉ tiêu", "Quý I", "Quý II"], ["Hộ nghèo\n(hộ)", "812", "768"]])
    document.add_paragraph("Hết")
    text = read(document)
    assert text.content == "Chỉ tiêu\tQuý I\tQuý II\nHộ nghèo (hộ)\t812\t768\n\nHết\n"
    assert marked(text, "table") == ["Chỉ tiêu\tQuý I\tQuý II\nHộ nghèo (hộ)\t812\t768"]


def test_merged_cells_keep_the_columns() -> None:
    document, made = table([["Năm 2024", "", "x"], ["Hộ", "1", "2"], ["", "3", "4"]])
    made.cell(0, 0).merge(made.cell(0, 1))
    made.cell(1, 0).merge(made.cell(2, 0))
    assert read(document).content == "Năm 2024\t\tx\nHộ\t1\t2\n\t3\t4\n"


def test_a_letterhead_is_read_cell_by_cell() -> None:
    document, _ = table([["TỈNH ỦY HÀ NAM\nBAN DÂN VẬN\n*", "ĐẢNG CỘNG SẢN VIỆT NAM"],
                         ["Số 12-BC/BDV", "Hà Nam, ngày 22 tháng 3 năm 2024"]])
    text = read(document)
    assert text.content == ("TỈNH ỦY HÀ NAM\nBAN DÂN VẬN\n*\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 12-BC/BDV\n\n"
                            "Hà Nam, ngày 22 tháng 3 năm 2024\n")
    assert text.marks == ()


def test_a_table_in_a_cell_stays_in_the_cell() -> None:
    document, made = table([["Chỉ tiêu", "Kết quả", "1"], ["a", "b", "2"]])
    inner = made.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "5", "6"
    assert read(document).content == "Chỉ tiêu\tKết quả\t1\na\tb 5 6\t2\n"


# Old fonts

def test_old_fonts_are_read_as_what_they_show() -> None:
    document = docx.Document()
    for font, shown in [(".VnTime", "ChÝnh phñ"), (".VnTimeH", "ChÝnh phñ"), ("VNI-Times", "Coäng hoøa"),
                        ("Times New Roman", "Chính phủ"), (".VnTime", "Chính phủ")]:
        document.add_paragraph()
        elements(document)[-1].append(run_in(font, shown))
    assert read(document).content.split() == ["Chính", "phủ", "CHÍNH", "PHỦ", "Cộng", "hòa", *["Chính", "phủ"] * 2]


def test_a_letter_of_an_old_font_may_be_cut_by_a_run() -> None:
    document = docx.Document()
    document.add_paragraph()
    elements(document)[-1].extend([run_in("VNI-Times", "Co"), run_in("VNI-Times", "äng hoøa")])
    assert read(document).content == "Cộng hòa\n"


def test_an_old_font_may_be_told_by_the_style() -> None:
    document = docx.Document()
    style = document.styles.add_style("Than bai", 1)
    style.font.name, style.font.size = ".VnTime", Pt(14)
    document.add_paragraph("Uû ban nh©n d©n tØnh", style=style)
    assert read(document).content == "Uỷ ban nhân dân tỉnh\n"


# Properties

@pytest.mark.parametrize(("author", "told"), [
    ("Nguyễn Văn An", "Nguyễn Văn An"), ("Nguyen Van An", None), ("Administrator", None), ("User", None),
    ("python-docx", None), ("Microsoft Office User", None), ("Admin PC", None), ("", None)])
def test_an_author_is_a_person(author: str, told: str | None) -> None:
    document = paragraphs("Báo cáo")
    document.core_properties.author = author
    assert read(document).author == told


@pytest.mark.parametrize(("title", "told"), [
    ("Báo cáo công tác dân vận quý I", "Báo cáo công tác dân vận quý I"), ("BÁO CÁO", None), ("Mẫu báo cáo của năm ngoái", None)])
def test_a_title_stands_in_the_text(title: str, told: str | None) -> None:
    document = paragraphs("BÁO CÁO\ncông tác dân vận quý I\nNội dung")
    document.core_properties.title = title
    assert read(document).title == told


# Hostile and broken documents

def bomb(part, size):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive, zipfile.ZipFile(BytesIO(saved(docx.Document()))) as old:
        for name in old.namelist():
            if name != part:
                archive.writestr(name, old.read(name))
        with archive.open(part, "w") as out:
            head = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
            out.write(head)
            for _ in range(size // 2 ** 20):
                out.write(b"0" * 2 ** 20)
    return stream.getvalue()


def document_xml(inner):
    return changed(saved(docx.Document()), "word/document.xml", lambda _: inner)


HEAD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
TAIL = b"</w:body></w:document>"
ENTITIES = b"""<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>"""
EXTERNAL = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(("data", "error", "words"), [
    (bomb("word/document.xml", 2 ** 30), TooLargeError, "64 MiB when unpacked"),
    (document_xml(ENTITIES + HEAD + b"<w:p><w:r><w:t>&c;</w:t></w:r></w:p>" + TAIL), DamagedFileError, "entities"),
    (document_xml(EXTERNAL + HEAD + b"<w:p><w:r><w:t>&x;</w:t></w:r></w:p>" + TAIL), DamagedFileError, "entities"),
    (document_xml(HEAD + b"<w:p>" * 100_000 + b"</w:p>" * 100_000 + TAIL), DamagedFileError, "nested"),
    (document_xml(HEAD + b"<w:p/>" * 500_000 + TAIL), DamagedFileError, "paragraphs"),
    (document_xml(HEAD + b"<w:tbl>" + b"<w:tr/>" * 1_100_000 + b"</w:tbl>" + TAIL), DamagedFileError, "elements"),
    (document_xml(HEAD + b"<w:p>"), DamagedFileError, "damaged"),
    (document_xml(b""), DamagedFileError, "damaged"),
    (saved(paragraphs("Báo cáo"))[:-100], DamagedFileError, "damaged"),
    (saved(paragraphs("Báo cáo"))[:-10], DamagedFileError, "damaged"),
    (saved(paragraphs("Báo cáo"))[:3000], DamagedFileError, "damaged"),
    (b"PK\x03\x04" + b"\xff" * 1000, DamagedFileError, "damaged"),
])
def test_a_hostile_document_is_refused(data: bytes, error: type[ReadError], words: str) -> None:
    with pytest.raises(error, match=words) as raised:
        read(data)
    assert str(raised.value).startswith("bao-cao.docx: ")
    assert "\n" not in str(raised.value)


def test_notes_of_notes_end() -> None:
    notes = "".join(f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteReference w:id="{at + 1}"/></w:r></w:p></w:footnote>'
                    for at in range(2000))
    document = paragraphs("Một")
    elements(document)[0].append(xml('<w:r><w:footnoteReference w:id="0"/></w:r>'))
    with pytest.raises(DamagedFileError, match="no document that Word would write"):
        read(with_notes(document, notes))


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_office_programs_never_pack_is_an_archive(packing: int) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(saved(docx.Document()))) as old, zipfile.ZipFile(stream, "w", packing) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    with pytest.raises(BinaryFileError, match="a ZIP archive"):
        read(stream.getvalue())


def test_a_wrong_checksum_is_told() -> None:
    data = bytearray(saved(paragraphs("Báo cáo " * 100)))
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        part = archive.getinfo("word/document.xml")
    data[part.header_offset + 30 + len(part.filename) + part.compress_size // 2] ^= 0xFF
    with pytest.raises(DamagedFileError, match="damaged"):
        read(bytes(data))


def test_ten_thousand_parts_do_not_matter() -> None:
    stream = BytesIO(saved(paragraphs("Báo cáo")))
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(10_000):
            archive.writestr(f"word/media/{number}/anh.png", b"")
    assert read(stream.getvalue()).content == "Báo cáo\n"


def test_more_parts_than_any_document_has_are_refused() -> None:
    stream = BytesIO(saved(paragraphs("Báo cáo")))
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(45_000):
            archive.writestr(f"word/media/{number:050}.png", b"")
    with pytest.raises(TooLargeError, match="too many parts"):
        read(stream.getvalue())


def test_styles_based_on_one_another_end() -> None:
    document = docx.Document()
    one, two = document.styles.add_style("Mot", 1), document.styles.add_style("Hai", 1)
    one.base_style, two.base_style = two, one
    document.add_paragraph("Báo cáo", style=one)
    assert read(document).content == "Báo cáo\n"


def test_columns_without_end_are_cut() -> None:
    row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>'
    assert len(read(with_body(f"<w:tbl>{row}</w:tbl>")).content) < 100


def test_a_part_outside_the_file_is_not_fetched() -> None:
    data = changed(saved(paragraphs("Báo cáo")), "word/_rels/document.xml.rels", lambda rels: rels.replace(
        b"</Relationships>", b'<Relationship Id="h" TargetMode="External" Target="http://127.0.0.1:9/h.xml" Type="http://schemas'
                             b'.openxmlformats.org/officeDocument/2006/relationships/header"/></Relationships>'))
    assert read(data).content == "Báo cáo\n"


# Other files

def zipped(parts):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


OFFICE = {"[Content_Types].xml": "", "_rels/.rels": "<Relationships/>"}


@pytest.mark.parametrize(("data", "words"), [
    (zipped({**OFFICE, "xl/workbook.xml": ""}), "Excel"),
    (zipped({**OFFICE, "ppt/presentation.xml": ""}), "PowerPoint"),
    (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "odt.*convert-to docx"),
    (zipped({"mimetype": "application/epub+zip"}), "epub"),
    (zipped({"a.txt": "tin"}), "ZIP archive; unpack it"),
    (zipped({}), "ZIP archive"),
])
def test_another_file_in_a_zip_archive_is_told(data: bytes, words: str) -> None:
    with pytest.raises(BinaryFileError, match=words):
        read(data)
