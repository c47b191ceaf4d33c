"""Web pages: the article and what the page tells of it, never its programs, and nothing fetched."""

import json
import socket

import pytest
from web_pages import CAP, P1, P2, P3, PAGES, SAPO, TITLE

from danvan_cli import extract
from danvan_cli.read import ReadError, read_bytes

LEAD = ("Ngày 9/7, đồng chí Nguyễn Văn Hồi, Trưởng Ban Dân vận Tỉnh ủy Hậu Giang, dự Ngày hội Đại đoàn kết toàn dân tộc "
        "tại xã Vị Thanh, huyện Vị Thủy.")
BODY = ("Báo cáo tại buổi lễ, ông Lê Văn Tám, Chủ tịch UBND xã Vị Thanh, cho biết xã có 1.250 hộ dân, thu nhập bình quân "
        "đạt 62 triệu đồng/người/năm, tăng 7,6% so với cùng kỳ.")
END = "Dịp này, Ban tổ chức trao 50 suất quà cho các gia đình chính sách, mỗi suất trị giá 500 nghìn đồng."
CAPTION = "Bà Trần Thị Mơ, Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Hậu Giang, trao quà."
NEWSPAPER = f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Ngày hội Đại đoàn kết | Báo Hậu Giang Online</title>
<meta property="og:title" content="Ngày hội Đại đoàn kết"><meta property="og:site_name" content="Báo Hậu Giang">
<meta property="article:published_time" content="2024-07-09T23:30:00+00:00"><meta name="author" content="Mai Hương">
<script>var people = "Ông Trần Văn Script, Chủ tịch UBND tỉnh, chi 999 tỷ đồng";</script>
<style>.a {{ content: "Ông Lê Văn Style, Bí thư Tỉnh ủy" }}</style></head><body>
<header><div>Thứ Hai, 22/11/2027 | Hotline: 0293 123 456</div>
<nav><ul><li><a href="/">Trang chủ</a><li><a href="/a">Chính trị</a><li><a href="/b">Kinh tế</a></ul></nav></header>
<div id="main"><div class="breadcrumb"><a href="/">Trang chủ</a> » <a href="/a">Chính trị</a></div>
<article><h1>Ngày hội Đại đoàn kết</h1><div class="meta">10/07/2024 06:30</div>
<p class="sapo"><strong>{LEAD}</strong></p><p>{BODY.replace("62 triệu", "<b>62</b> triệu")}</p>
<figure><img src="http://127.0.0.1:9/anh.jpg"><figcaption>{CAPTION}</figcaption></figure>
<table><tr><th>Chỉ tiêu</th><th>Quý I</th><th>Quý II</th></tr><tr><td>Số hộ nghèo</td><td>812</td><td>768</td></tr></table>
<p>{END}</p></article>
<div class="related"><h3>Tin liên quan</h3><ul><li><a href="/1">Ông Phạm Văn Link, Chủ tịch UBND tỉnh, thăm 30 hộ dân</a>
<li><a href="/2">Khen thưởng 20 tập thể</a></ul></div></div>
<aside><h3>Đọc nhiều</h3><ul><li><a href="/3">Bộ trưởng Đỗ Văn Aside làm việc tại Cà Mau</a></ul><p>Truy cập: 1.234.567</p></aside>
<footer><p>Giấy phép số 12/GP. Tổng Biên tập: Nguyễn Văn Footer</p></footer></body></html>"""


def read(page, name="bai.html", encoding=None):
    return read_bytes(page if isinstance(page, bytes) else page.encode(), name, encoding)


def ascii_only(text):
    """A text in which the letters beyond ASCII are entities."""
    return text.encode("ascii", "xmlcharrefreplace").decode()


def marked(text, kind):
    return [text.content[mark.start:mark.end] for mark in text.marks if mark.kind == kind]


# Newspapers

def test_the_article_of_a_page_is_read_and_nothing_around_it() -> None:
    table = "Chỉ tiêu\tQuý I\tQuý II\nSố hộ nghèo\t812\t768"
    assert read(NEWSPAPER).content.strip().split("\n\n") == [
        "Ngày hội Đại đoàn kết", "10/07/2024 06:30", LEAD, BODY, CAPTION, table, END]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_an_article_is_the_same_in_every_skeleton(name: str) -> None:
    page, date, authors, sites = PAGES[name]
    text = read(page)
    assert all(paragraph in text.content for paragraph in (SAPO, P1, P2, P3))
    document = extract(text)
    assert (document.title, document.date) == (TITLE, date)
    assert document.author in authors
    assert document.publisher in sites
    pictured = {"Vừ Bá Long"} if CAP in page.replace(f'alt="{CAP}', "") else set()
    assert {official.name for official in document.officials} == {"Lò Văn An"} | pictured
    assert sorted(figure.number.text for figure in document.indicators) == ["1.250", "12", "45", "96"]


def test_what_the_page_tells_of_the_article() -> None:
    text = read(NEWSPAPER)
    assert (text.format, text.encoding, text.warnings) == ("html", "utf-8", ())
    assert (text.title, text.author, text.publisher) == ("Ngày hội Đại đoàn kết", "Mai Hương", "Báo Hậu Giang")
    assert text.date == "2024-07-10"  # half past six in the morning in Viet Nam
    assert marked(text, "title") == ["Ngày hội Đại đoàn kết"]
    assert marked(text, "caption") == [CAPTION]
    assert marked(text, "table") == ["Chỉ tiêu\tQuý I\tQuý II\nSố hộ nghèo\t812\t768"]


def test_the_fields_of_the_document_are_those_of_the_page() -> None:
    document = extract(read(NEWSPAPER))
    assert (document.title, document.date, document.author) == ("Ngày hội Đại đoàn kết", "2024-07-10", "Mai Hương")
    names = [official.name for official in document.officials]
    assert names[:2] == ["Nguyễn Văn Hồi", "Lê Văn Tám"]
    assert not {"Trần Văn Script", "Phạm Văn Link", "Đỗ Văn Aside", "Nguyễn Văn Footer"} & set(names)


@pytest.mark.parametrize(("head", "date"), [
    ('<meta property="article:published_time" content="2024-07-09T08:30:00+07:00">', "2024-07-09"),
    ('<meta name="pubdate" content="2024-07-09">', "2024-07-09"),
    ('<meta itemprop="datePublished" content="09/07/2024">', "2024-07-09"),
    ('<meta name="DC.date.issued" content="2024-07-08T18:00:00Z">', "2024-07-09"),
    ('<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-07-09T08:30"}]}</script>',
     "2024-07-09"),
    ('<script type="application/ld+json">{"datePublished": ' + "[" * 100_000 + "</script>", None),
    ('<meta name="created" content="2013-12-23T23:15:00">', None),
    ('<meta property="article:modified_time" content="2025-01-01">', None),
    ('<meta name="pubdate" content="2024-02-31">', None),
    ('<meta name="pubdate" content="0001-01-01T00:00:00"><meta name="dc.date" content="2024-07-09">', "2024-07-09"),
    ('<meta name="pubdate" content="0001-01-01T00:00:00+07:00">', None),
    ('<meta name="pubdate" content="1970-01-01T00:00:00Z">', None),
    ("", None),
])
def test_a_date_is_told_or_absent_and_never_guessed(head: str, date: str | None) -> None:
    assert read(f"<html><head>{head}</head><body><div>22/11/2027</div><p>{LEAD}</p><p>{BODY}</p></body></html>").date == date


CREDITED = CAPTION + " Ảnh: Thu Hà"
PICTURES = [
    f'<figure><img src=a><figcaption><p class="Image">{CREDITED}</p></figcaption></figure>',
    f'<div type="Photo"><div><img src=a></div><div class="PhotoCMS_Caption"><p>{CREDITED}</p></div></div>',
    f'<table class="imagefull"><tr><td><img src=a></td></tr><tr><td><div class="imgcaption"><p>{CREDITED}</p></div></td></tr></table>',
    f'<div class="wp-caption"><img src=a><p class="wp-caption-text">{CREDITED}</p></div>',
    f'<div class="img-box"><img src=a><em>{CREDITED}</em></div>',
]


def newspaper(*inner, head="", author="", menu="<ul>" + "<li><a href=/>Chính trị trong nước</a>" * 12 + "</ul>"):
    return (f"<!DOCTYPE html><html><head><title>Ngày hội Đại đoàn kết</title>{head}</head><body>{menu}<div><h1>Ngày hội Đại đoàn kết</h1>"
            f"<div>{''.join(inner)}</div>{author}</div><div><a href=/1>Tin khác: Bà Lê Thị Link</a></div></body></html>")


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("picture", PICTURES)
def test_captions_are_read_wherever_the_picture_stands(picture: str, place: int) -> None:
    inner = [f"<p>{LEAD}</p>", f"<p>{BODY}</p>"]
    inner.insert(place, picture)
    text = read(newspaper(*inner))
    assert marked(text, "caption") == [CREDITED]
    assert {official.name for official in extract(text).officials} == {"Nguyễn Văn Hồi", "Lê Văn Tám", "Trần Thị Mơ"}


@pytest.mark.parametrize(("head", "line", "author"), [
    ('<meta name="author" content="Mai Hương">', "", "Mai Hương"),
    ("", "<p class=author><b>Bài, ảnh: Mai Hương</b></p>", "Mai Hương"),
    ("", '<div class="detail-author">Nhóm phóng viên</div>', "Nhóm phóng viên"),
    ('<meta name="author" content="Báo Hậu Giang">', "<p>Theo Thu Hà</p>", None),
    ('<meta name="author" content="admin">', "", None),
    ('<meta name="author" content="N.A">', "", "N.A"),
    ('<meta property="article:author" content="Báo Hậu Giang"><meta name="dc.creator" content="Mai Hương">', "", "Mai Hương"),
    ('<script type="application/ld+json">{"author": [{"name": "Mai Hương"}, {"name": "admin"}]}</script>', "", "Mai Hương"),
    ('<script type="application/ld+json">{"author": {"name": ["Mai"]}}</script>', "", None),
    ("", "<p>Tác giả: Mai Hương</p>", "Mai Hương"),
])
def test_the_author_is_a_name(head: str, line: str, author: str | None) -> None:
    page = newspaper(f"<p>{LEAD}</p>", f"<p>{BODY}</p>", head=head, author=line)
    assert extract(read(page)).author == author


@pytest.mark.parametrize(("title", "publisher"), [
    ("Ngày hội Đại đoàn kết - Báo Hậu Giang", "Báo Hậu Giang"),
    ("Ngày hội Đại đoàn kết | Cổng thông tin điện tử tỉnh Hậu Giang", "Cổng thông tin điện tử tỉnh Hậu Giang"),
    ("Ngày hội Đại đoàn kết - Báo chí đồng hành", None),
    ("Báo Hậu Giang", None),
])
def test_the_site_may_stand_in_the_title(title: str, publisher: str | None) -> None:
    page = newspaper(f"<p>{LEAD}</p>", f"<p>{BODY}</p>").replace("<title>Ngày hội Đại đoàn kết<", f"<title>{title}<")
    assert read(page).publisher == publisher


# Documents saved as pages

def test_a_page_without_menus_is_read_whole() -> None:
    page = ('<html><head><meta name="generator" content="LibreOffice 7.4"><title>Mẫu</title></head><body><p>TỈNH ỦY</p>'
            f"<p>*</p><p><br></p><p>BÁO CÁO<br>quý I</p><div>{BODY}</div><p>Nơi nhận:</p></body></html>")
    text = read(page)
    assert text.content == f"TỈNH ỦY\n*\n\nBÁO CÁO\nquý I\n\n{BODY}\n\nNơi nhận:\n"
    assert (text.title, text.author) == (None, None)


@pytest.mark.parametrize(("inner", "content"), [
    ("<p>Chính&nbsp;ph&#7911; &amp; nhân dân</p>", "Chính\u00a0phủ & nhân dân"),
    ("<p>một\n   hai\t<b>b</b>a</p>", "một hai ba"),
    ("<p>một<p>hai", "một\nhai"),
    ("<p>một<p><p>hai", "một\n\nhai"),
    ("<ul><li>một<li>hai</ul>", "một\n\nhai"),
    ("<pre>một\n  hai</pre>", "một\nhai"),
    ("<p>hiện<span style='display: none'>ẩn</span></p><p hidden>ẩn</p>", "hiện"),
    ("<p>hiện<script>ẩn</script><style>ẩn</style><template>ẩn</template></p><noscript>ẩn</noscript>", "hiện"),
    ("<table><tr><td>TỈNH ỦY<br>*</td><td>ĐẢNG CỘNG SẢN</td></tr></table>", "TỈNH ỦY\n*\n\nĐẢNG CỘNG SẢN"),
    ("<table><tr><td rowspan=2>a</td><td>b</td><td>1</td></tr><tr><td>c</td><td>2</td></tr></table>", "a\tb\t1\n\tc\t2"),
    ("<table><tr><td colspan=2>a</td><td>1</td></tr><tr><td>c<p>d</p></td><td>3</td><td>2</td></tr></table>", "a\t\t1\nc d\t3\t2"),
    ("<table><tr><td colspan=99999999>1</td><td>2</td></tr></table>", "1" + "\t" * 64 + "2"),
    ("<table><tr><td><table><tr><td>Hộ</td><td>1</td></tr></table></td><td>chữ</td></tr></table>", "Hộ\t1\n\nchữ"),
])
def test_what_a_reader_sees(inner: str, content: str) -> None:
    text = read(f"<html><body><div>{inner}</div></body></html>")
    assert text.content == content + "\n"


# Encodings

@pytest.mark.parametrize("told", ["utf-8", "iso-8859-1", "klingon", "utf-16"])
def test_the_bytes_are_believed_before_the_page(told: str) -> None:
    page = f'<html><head><meta charset="{told}"></head><body><p>{LEAD}</p></body></html>'
    assert LEAD in read(page).content


def test_a_damaged_page_is_read_as_a_browser_does() -> None:
    page = f'<html><head><meta charset="utf-8"></head><body><p>{LEAD}</p><p>'.encode() + b"h\xff\xfet</p></body></html>"
    text = read(page)
    assert LEAD in text.content
    assert "h\ufffd\ufffdt" in text.content
    assert len(text.warnings) == 1


def test_entities_of_an_old_encoding_are_mended() -> None:
    text = read(f"<html><body><p>{ascii_only('ChÝnh phñ n­íc Céng hoµ x· héi chñ nghÜa ViÖt Nam')}</p></body></html>")
    assert text.content == "Chính phủ nước Cộng hoà xã hội chủ nghĩa Việt Nam\n"
    assert len(text.warnings) == 1


# Hostile pages

@pytest.mark.parametrize("page", [
    "<div>" * 200_000 + LEAD,
    "<p>" + "<b>" * 200_000 + LEAD,
    "<table><tr><td>" * 50_000 + LEAD,
    "<div>" * 200_000 + LEAD + "</div>" * 200_000,
    "<p>" + LEAD + "<" * 200_000,
    "<a href=x>liên kết</a> " * 50_000 + "<p>" + LEAD,
    "<ul>" + "<li>mục " * 50_000 + "</ul><p>" + LEAD,
    "<p>" + "&amp;" * 200_000 + LEAD,
    "<script>" + "x" * 10 ** 6 + "</script><p>" + LEAD,
    "<p>" + LEAD + "\0" * 10,
    "<script type=application/ld+json>[" + "{}," * 200_000 + "{}]</script><p>" + LEAD,
    "<table><tr><td>Hộ nghèo<td>12</table><p>đoạn</p>" * 2_400 + "<p>" + LEAD,
    "<table><tr>" + "<td rowspan=64 colspan=64>1" * 3_000 + "<tr><td>1<td>2" * 64 + "</table><p>" + LEAD,
])
def test_a_hostile_page_is_read(page: str) -> None:
    encoding = "utf-8" if "\0" in page else None
    assert LEAD in read("<!DOCTYPE html><html><body>" + page, encoding=encoding).content


def test_a_page_too_large_is_refused() -> None:
    with pytest.raises(ReadError, match="16 MiB"):
        read(b"<html><body>" + b"<p>" * (6 * 2 ** 20))


def test_entities_are_neither_expanded_nor_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **more: object) -> None:
        raise AssertionError("an address was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    text = read('<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/hostname">]><html><head>'
                '<base href="http://127.0.0.1:9/"><link rel=stylesheet href=/a.css></head>'
                f"<body><p>{LEAD} &a;&f;</p><iframe src=http://127.0.0.1:9/></iframe></body></html>")
    assert LEAD in text.content
    assert "aaaa" not in text.content


def test_no_text_is_told() -> None:
    text = read("<html><head><title>Ảnh</title></head><body><img src=a.png></body></html>")
    assert (text.content, text.warnings) == ("", ("the input holds no text",))


# What is a page

@pytest.mark.parametrize(("content", "name", "form"), [
    ("<!DOCTYPE html><p>tin", "tin.txt", "html"),
    ("\ufeff \n<HTML><p>tin", "tin", "html"),
    ('<?xml version="1.0"?>\n<!-- a -->\n<html xmlns="http://www.w3.org/1999/xhtml"><p>tin', "tin.txt", "html"),
    ("<p>tin</p>", "tin.html", "html"),
    ("tin <b>đậm</b>", "tin.HTM", "html"),
    ("<p>tin</p>", "tin.md", "text"),
    ("<1> tin thứ nhất", "tin.html", "text"),
    ("<<Chương trình>> tin", "tin.txt", "text"),
    ("a < b và c > d", "tin.html", "text"),
    ("tin không có thẻ", "tin.html", "text"),
    ("Thẻ <html> đứng đầu một trang", "tin.txt", "text"),
    ("", "tin.html", "text"),
])
def test_what_is_a_page(content: str, name: str, form: str) -> None:
    assert read(content, name).format == form


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_a_page_may_be_in_any_unicode(encoding: str) -> None:
    text = read(f"<!DOCTYPE html><html><body><p>{LEAD}</p></body></html>".encode(encoding), "bai")
    assert (text.content, text.format) == (LEAD + "\n", "html")


def test_the_document_of_a_page_is_valid_json() -> None:
    assert json.loads(json.dumps(extract(read(NEWSPAPER)).to_dict()))["format"] == "html"
