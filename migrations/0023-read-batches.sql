-- The original of a report that was read: in the file store of the organ that keeps the corpus; of a packed one the
-- archive and the name inside. `reader` tells by which version of the reader it was read last.
ALTER TABLE read_report
  ADD COLUMN file_id    uuid,
  ADD COLUMN inner_name text NOT NULL DEFAULT '',
  ADD COLUMN reader     integer NOT NULL DEFAULT 0,
  -- What the report says against that of the year before: '' where there is none, else agrees, differs, open.
  ADD COLUMN carries    text NOT NULL DEFAULT '',
  ADD COLUMN carried    jsonb NOT NULL DEFAULT '[]';
CREATE INDEX read_report_carries ON read_report (organ_id, carries, organ_name, year);
CREATE INDEX read_report_reader ON read_report (organ_id, reader, read_id);
CREATE INDEX file_by_content ON file (organ_id, sha256);

-- Files and addresses handed in together, read one after the other in the background.
CREATE TABLE read_batch (
  organ_id     uuid NOT NULL,
  batch_id     uuid NOT NULL,
  begun_at     timestamptz NOT NULL,
  begun_by     uuid NOT NULL,
  cancelled_at timestamptz,
  PRIMARY KEY (organ_id, batch_id)
);
CREATE INDEX read_batch_newest ON read_batch (organ_id, begun_by, begun_at);

CREATE TABLE read_source (
  organ_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  seq      integer NOT NULL,
  name     text NOT NULL,
  address  text,                          -- where it is fetched from; null for a file handed in
  file_id  uuid,                          -- in the file store, once it is there
  files    integer NOT NULL DEFAULT 1,    -- how many files it holds, known when it is opened
  done     integer NOT NULL DEFAULT 0,    -- how many of them were read
  PRIMARY KEY (organ_id, batch_id, seq)
);

-- What became of each file.
CREATE TABLE read_outcome (
  organ_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  seq      integer NOT NULL,
  inner_seq integer NOT NULL,
  outcome  jsonb NOT NULL,
  PRIMARY KEY (organ_id, batch_id, seq, inner_seq)
);

GRANT SELECT, INSERT, UPDATE ON read_batch, read_source TO gongkai_app;
GRANT SELECT, INSERT ON read_outcome TO gongkai_app;
