"""PDF files with a text layer, by PDFium: lines in reading order, joined into paragraphs by where they stand."""
