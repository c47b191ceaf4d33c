"""Word documents (docx): ZIP archives of XML, read with the standard library alone."""
