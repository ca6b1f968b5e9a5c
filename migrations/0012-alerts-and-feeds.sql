-- Reminders that were sent, so that a missed morning is caught up and nothing is sent twice.
CREATE TABLE alert_sent (
  organ_id uuid NOT NULL,
  case_id  uuid NOT NULL,
  key      text NOT NULL,              -- rules/alerts.ts: what, and about which day
  sent_at  timestamptz NOT NULL,
  PRIMARY KEY (organ_id, case_id, key)
);
GRANT SELECT, INSERT ON alert_sent TO gongkai_app;

-- The secret address of an officer's calendar, as a hash: one at a time, made and revoked by the officer.
CREATE TABLE calendar_feed (
  person_id  uuid PRIMARY KEY REFERENCES person (person_id) ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  made_at    timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feed TO gongkai_app;

-- For a person's open cases at the organs where they work.
CREATE INDEX request_assignee ON request_row (organ_id, assignee) WHERE closed_on IS NULL;
