-- Published reports that an organ had read: the corpus is that organ's own, whoever's reports are in it.
CREATE TABLE read_report (
  organ_id    uuid NOT NULL,             -- who keeps the corpus
  read_id     uuid NOT NULL,
  sha256      text NOT NULL,             -- of the file as it came: a report read twice is recognised
  name        text NOT NULL,             -- of the file
  size        integer NOT NULL,
  kind        text NOT NULL,             -- text, html, pdf, docx, xlsx, unknown
  refused     text,                      -- why it was not read, in a sentence; then nothing was read of it
  organ_name  text NOT NULL DEFAULT '',  -- as read; '' where it could not be
  year        integer NOT NULL DEFAULT 0,-- as read; 0 where it could not be
  form        text NOT NULL DEFAULT '',
  blocks      integer NOT NULL DEFAULT 0,
  explains    integer NOT NULL DEFAULT 0,
  warns       integer NOT NULL DEFAULT 0,
  checks      text[] NOT NULL DEFAULT '{}',
  findings    jsonb NOT NULL DEFAULT '[]',
  result      jsonb NOT NULL,            -- all that was read, with places: reading.schema.json, without the findings
  source_text text NOT NULL DEFAULT '',  -- the text that the places speak of
  read_at     timestamptz NOT NULL,
  read_by     uuid NOT NULL,
  PRIMARY KEY (organ_id, read_id),
  UNIQUE (organ_id, sha256)
);
CREATE INDEX read_report_newest ON read_report (organ_id, read_at, read_id);
CREATE INDEX read_report_organs ON read_report (organ_id, organ_name, year, read_id);
CREATE INDEX read_report_years ON read_report (organ_id, year, organ_name, read_id);
CREATE INDEX read_report_gravest ON read_report (organ_id, blocks, explains, warns, read_id);

-- The figures alone, for ranks and distributions; what is no number has no row.
CREATE TABLE read_cell (
  organ_id uuid NOT NULL,
  read_id  uuid NOT NULL,
  cell     text NOT NULL,
  value    bigint NOT NULL,              -- whole, 分 where the cell holds money
  PRIMARY KEY (organ_id, cell, read_id)
);
CREATE INDEX read_cell_of_report ON read_cell (organ_id, read_id);

GRANT SELECT, INSERT, UPDATE ON read_report TO gongkai_app;
GRANT SELECT, INSERT, DELETE ON read_cell TO gongkai_app;
