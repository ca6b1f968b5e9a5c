-- A register of earlier years, brought in from a table file: read, checked row by row, taken whole or not at all.
CREATE TABLE request_import (
  organ_id   uuid NOT NULL,
  import_id  uuid NOT NULL,
  file_id    uuid NOT NULL,
  name       text NOT NULL,
  status     text NOT NULL,              -- uploaded, checking, wrong, checked, importing, imported, failed
  mapping    jsonb,                      -- field of ours -> column of the file
  header_row integer NOT NULL,
  rows       integer NOT NULL,           -- rows with anything in them below the header
  done       integer NOT NULL DEFAULT 0, -- rows that the present stage has behind it
  wrong      jsonb NOT NULL DEFAULT '[]',
  made_at    timestamptz NOT NULL,
  made_by    uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organ_id, import_id)
);
GRANT SELECT, INSERT, UPDATE ON request_import TO gongkai_app;
