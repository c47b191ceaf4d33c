-- Made when all rows are in: that is quicker, and packs them.

CREATE INDEX documents_source ON documents (source);
CREATE INDEX documents_date ON documents (date);
CREATE INDEX organisations_document ON organisations (document_id);
CREATE INDEX organisations_name ON organisations (name);
CREATE INDEX aliases_organisation ON aliases (organisation_id);
CREATE INDEX aliases_name ON aliases (name);
CREATE INDEX officials_document ON officials (document_id);
CREATE INDEX officials_name ON officials (name);
CREATE INDEX positions_official ON positions (official_id);
CREATE INDEX positions_organisation ON positions (organisation);
CREATE INDEX positions_organisation_id ON positions (organisation_id);
CREATE INDEX positions_title ON positions (title);
CREATE INDEX indicators_document ON indicators (document_id);
CREATE INDEX indicators_measure_key ON indicators (measure_key, unit, period_start);
CREATE INDEX indicators_actor ON indicators (actor);
CREATE INDEX citations_document ON citations (document_id);
CREATE INDEX citations_number ON citations (number);
CREATE INDEX movements_document ON movements (document_id);
CREATE INDEX movements_name ON movements (name);
CREATE INDEX mentions_document ON mentions (document_id);
CREATE INDEX mentions_official ON mentions (official_id) WHERE official_id IS NOT NULL;
CREATE INDEX mentions_organisation ON mentions (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX mentions_movement ON mentions (movement_id) WHERE movement_id IS NOT NULL;
