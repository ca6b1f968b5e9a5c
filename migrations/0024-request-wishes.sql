-- Institutions that asked to be told by a signed call that there is news: the address sealed, gone when no longer wanted.
CREATE TABLE request_hook (
  organ_id uuid NOT NULL,
  case_id  uuid NOT NULL,
  address  bytea NOT NULL,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (organ_id, case_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_hook TO gongkai_app;

-- What was already published and shown to somebody who was about to ask for it. No words of theirs, no person.
CREATE TABLE request_offer (
  organ_id   uuid NOT NULL,
  offer_id   uuid NOT NULL,             -- one for each form
  offered_on date NOT NULL,
  items      integer NOT NULL CHECK (items >= 1),
  answered   boolean,                   -- NULL: left without a word
  item_id    uuid,                      -- which one answered
  PRIMARY KEY (organ_id, offer_id)
);
CREATE INDEX request_offer_day ON request_offer (organ_id, offered_on);
GRANT SELECT, INSERT, UPDATE ON request_offer TO gongkai_app;

-- Codes of an authenticator that were accepted: none is accepted twice while it would still be valid.
CREATE TABLE person_code_used (
  person_id uuid NOT NULL REFERENCES person (person_id) ON DELETE CASCADE,
  code_hash text NOT NULL,
  used_at   timestamptz NOT NULL,
  PRIMARY KEY (person_id, code_hash)
);
GRANT SELECT, INSERT, DELETE ON person_code_used TO gongkai_app;
