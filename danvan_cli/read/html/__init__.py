"""Web pages (html): the article of a page by trafilatura, its structure by lxml; nothing is ever fetched."""
