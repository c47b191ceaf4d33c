"""Word documents for tests, made with python-docx, and changed where it has no word for what Word writes."""

import zipfile
from io import BytesIO

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = nsdecls("w")


def saved(document):
    """The bytes of a document."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def paragraphs(text):
    """A document of the lines of a text, a paragraph each."""
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    return document


def elements(document):
    """The elements of its paragraphs."""
    return document.element.body.xpath("./w:p")


def xml(inner):
    """An element of WordprocessingML from its source, in which `w:` is known."""
    tag, _, rest = inner.removeprefix("<").partition(">")
    slash = "/" if tag.endswith("/") else ""
    return parse_xml(f"<{tag.removesuffix('/')} {W}{slash}>{rest}")


def run_in(font, text):
    """A run in a font."""
    return xml(f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>')


def changed(data, part, change):
    """The bytes of a document with one part replaced by `change` of it (None: left out), or with a new one."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name) if name != part else change(old.read(name))
            if content is not None:
                new.writestr(name, content)
        if part not in old.namelist():
            new.writestr(part, change(b""))
    return stream.getvalue()
