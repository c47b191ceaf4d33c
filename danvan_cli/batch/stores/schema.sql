-- Everything that danvan read in the documents of a run.
--
-- start and "end" count the code points of a document's text: the quoted text stands at [start, "end"). Dates are
-- ISO 8601. What is absent is NULL. rule tells what made a row, where the run was asked to --explain.
-- What each column means: danvan schema.

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,         -- in the order of the inputs
    source TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT,
    title TEXT,
    date TEXT,
    place TEXT,
    place_level TEXT,
    place_now TEXT,                 -- its successor since 1 July 2025
    author TEXT,
    publisher TEXT,
    warnings TEXT,                  -- apart by " | "
    text TEXT                       -- where the run was asked to write it: --with-text
);

CREATE TABLE organisations (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    level TEXT,
    place TEXT
);

CREATE TABLE aliases (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations ON DELETE CASCADE,
    name TEXT NOT NULL
);

CREATE TABLE officials (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    name TEXT NOT NULL,
    honorific TEXT,
    rank TEXT,
    gender TEXT
);

CREATE TABLE positions (
    id INTEGER PRIMARY KEY,
    official_id INTEGER NOT NULL REFERENCES officials ON DELETE CASCADE,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    title TEXT NOT NULL,
    organisation TEXT,
    organisation_id INTEGER REFERENCES organisations ON DELETE SET NULL,  -- where the document lists it
    place TEXT,
    former INTEGER NOT NULL CHECK (former IN (0, 1)),
    rule TEXT
);

CREATE TABLE indicators (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    number TEXT NOT NULL,
    number_start INTEGER NOT NULL,
    number_end INTEGER NOT NULL,
    value NUMERIC,                  -- these four: INTEGER where whole, REAL where not
    value_max NUMERIC,
    magnitude NUMERIC,
    bound TEXT NOT NULL,
    unit TEXT NOT NULL,
    per TEXT,
    measure TEXT,
    measure_key TEXT,
    change TEXT,
    baseline TEXT,
    total NUMERIC,
    actor TEXT,
    place TEXT,
    period TEXT,
    period_start TEXT,
    period_end TEXT,
    rule TEXT
);

CREATE TABLE citations (            -- legal and Party documents that a document names
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    type TEXT NOT NULL,
    number TEXT,
    issuer TEXT,
    date TEXT,
    rule TEXT
);

CREATE TABLE movements (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    name TEXT NOT NULL
);

CREATE TABLE mentions (             -- of an official, an organisation or a movement
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    official_id INTEGER REFERENCES officials ON DELETE CASCADE,
    organisation_id INTEGER REFERENCES organisations ON DELETE CASCADE,
    movement_id INTEGER REFERENCES movements ON DELETE CASCADE,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT,                      -- of a person: name, short or title
    rule TEXT,
    CHECK ((official_id IS NOT NULL) + (organisation_id IS NOT NULL) + (movement_id IS NOT NULL) = 1)
);

-- Who holds which office in which body, and where it is written: a row an office, one for a person without any.
CREATE VIEW people AS
SELECT d.source, d.date AS document_date, d.place AS document_place,
       o.name, o.honorific, o.rank, o.gender,
       (SELECT count(*) FROM mentions WHERE official_id = o.id) AS mentions,
       m.text AS mention, m.start AS mention_start, m."end" AS mention_end,
       p.text AS position, p.title, p.organisation, p.place, p.former, p.start, p."end"
FROM officials o
JOIN documents d ON d.id = o.document_id
LEFT JOIN positions p ON p.official_id = o.id
LEFT JOIN mentions m ON m.id = (SELECT min(id) FROM mentions WHERE official_id = o.id)
ORDER BY o.id, p.id;

-- Which bodies are named, under one name each.
CREATE VIEW bodies AS
SELECT d.source, d.date AS document_date, d.place AS document_place,
       b.name, b.kind, b.level, b.place,
       (SELECT group_concat(name, ' | ')
        FROM (SELECT name FROM aliases WHERE organisation_id = b.id ORDER BY id)) AS aliases,
       (SELECT count(*) FROM mentions WHERE organisation_id = b.id) AS mentions,
       m.text AS mention, m.start AS mention_start, m."end" AS mention_end
FROM organisations b
JOIN documents d ON d.id = b.document_id
LEFT JOIN mentions m ON m.id = (SELECT min(id) FROM mentions WHERE organisation_id = b.id)
ORDER BY b.id;

-- Every figure with its document: what it measures, how much, over which period.
CREATE VIEW figures AS
SELECT d.source, d.date AS document_date, d.place AS document_place,
       i.text, i.start, i."end", i.number, i.number_start, i.number_end,
       i.value, i.value_max, i.magnitude, i.bound, i.unit, i.per, i.measure, i.measure_key, i.change, i.baseline,
       i.total, i.actor, i.place, i.period, i.period_start, i.period_end
FROM indicators i
JOIN documents d ON d.id = i.document_id
ORDER BY i.id;
