"""PDF files for tests, made with reportlab line by line, and with LibreOffice where it is."""

import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import xlsxwriter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, Table, TableStyle

SIZE, STEP, LEFT, TOP, WIDTH = 12, 15, 72, 740, 450
VIETNAMESE = next(iter(sorted(Path("/usr/share/fonts").rglob("DejaVuSans.ttf"))), None)


def printed(*pages, font="Helvetica", password=None):
    """A PDF file of pages, each a function that draws on a canvas."""
    stream = BytesIO()
    sheet = canvas.Canvas(stream, encrypt=StandardEncryption(password) if password else None)
    for page in pages:
        sheet.setFont(font, SIZE)
        page(sheet)
        sheet.showPage()
    sheet.save()
    return stream.getvalue()


def lines(*texts, left=LEFT, top=TOP):
    """A page of lines one below the other; "" leaves a gap."""
    def draw(sheet):
        for at, text in enumerate(texts):
            sheet.drawString(left, top - at * STEP, text)
    return draw


def wrapped(text, font="Helvetica", width=WIDTH):
    """The lines of paragraphs that are set in a width, a gap after each paragraph."""
    done = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}".strip()
            if pdfmetrics.stringWidth(longer, font, SIZE) > width:
                done.append(line)
                longer = word
            line = longer
        done += [line, ""]
    return done


def article(text, font="Helvetica", a_page=40):
    """The pages of a text."""
    done = wrapped(text, font)
    return [lines(*done[at:at + a_page]) for at in range(0, len(done), a_page)]


def together(*draws):
    """A page on which several things are drawn."""
    def draw(sheet):
        for one in draws:
            one(sheet)
    return draw


def picture():
    """A page that is a picture."""
    dot = ImageReader(BytesIO(b"P6 1 1 255\n\x00\x00\x00"))
    return lambda sheet: sheet.drawImage(dot, 0, 0, 500, 700)


@cache
def vietnamese_font():
    """The name of a font with Vietnamese letters."""
    pdfmetrics.registerFont(TTFont("DejaVu", str(VIETNAMESE)))
    return "DejaVu"


def converted(data, ending, folder):
    """A Word document converted by LibreOffice; None where it cannot (no LibreOffice, or no Writer in it)."""
    return _by_libreoffice(data, "docx", ending, folder)


def printed_sheet(rows, widths, folder, border):
    """A spreadsheet of cells of text in columns of such widths in points, printed by LibreOffice; None where it cannot."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        sheet.fit_to_pages(1, 0)
        look = book.add_format({"text_wrap": bool(border), "border": border, "valign": "vcenter"})
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width / 6)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row, look)
    return _by_libreoffice(stream.getvalue(), "xlsx", "pdf", folder)


def _by_libreoffice(data, kind, ending, folder):
    program = shutil.which("soffice")
    if program is None:
        return None
    (folder / f"bai.{kind}").write_bytes(data)
    subprocess.run([program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", ending,
                    "--outdir", str(folder), str(folder / f"bai.{kind}")], check=False, capture_output=True, timeout=120)
    made = folder / f"bai.{ending}"
    return made.read_bytes() if made.exists() else None


def ruled(rows, widths, top=600, font="Helvetica", style=()):
    """A page with a table that lines rule, its cells wrapped in their columns; `style` are further commands of reportlab's."""
    text = ParagraphStyle("cell", fontName=font, fontSize=SIZE, leading=STEP)
    cells = [[Paragraph(cell, text) for cell in row] for row in rows]
    grid = ("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")

    def draw(sheet):
        table = Table(cells, colWidths=widths, style=TableStyle([*grid, *style]))
        _, height = table.wrapOn(sheet, sum(widths), top)
        table.drawOn(sheet, LEFT, top - height)
    return draw
