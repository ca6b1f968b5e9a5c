-- Letter templates that an office edits and uploads: every version stays, for letters name the one they were made from.
CREATE TABLE letter_template (
  organ_id    uuid NOT NULL,
  kind        text NOT NULL,
  version     integer NOT NULL CHECK (version >= 1),
  file_id     uuid NOT NULL,
  uploaded_at timestamptz NOT NULL,
  uploaded_by uuid NOT NULL,
  retired_at  timestamptz,             -- NULL while letters are made from it
  PRIMARY KEY (organ_id, kind, version)
);
CREATE UNIQUE INDEX letter_template_in_use ON letter_template (organ_id, kind) WHERE retired_at IS NULL;
GRANT SELECT, INSERT ON letter_template TO gongkai_app;
GRANT UPDATE (retired_at) ON letter_template TO gongkai_app;

-- Applicants who asked to be told by mail that there is news: the address sealed, gone when they no longer want it.
CREATE TABLE request_notice (
  organ_id uuid NOT NULL,
  case_id  uuid NOT NULL,
  address  bytea NOT NULL,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (organ_id, case_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_notice TO gongkai_app;
