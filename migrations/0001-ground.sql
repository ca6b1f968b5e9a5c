-- The ground: organs, people, roles, the ledger, files, numbers, and the rows that lists read.
-- Every distributed table has organ_id first in every key. Reference tables (copied to every node
-- of a cluster) are listed in platform/database/reference-tables.ts.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongkai_app') THEN
    CREATE ROLE gongkai_app NOLOGIN;
  END IF;
END $$;
GRANT gongkai_app TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO gongkai_app;

-- ── The organ tree (reference) ────────────────────────────────────────────────────────────────
-- kind: government, department, town, street, village, enterprise, vertical
CREATE TABLE organ (
  organ_id      uuid PRIMARY KEY,
  code          text NOT NULL UNIQUE,           -- short name in addresses, e.g. qxx-mzj
  credit_code   text NOT NULL UNIQUE,           -- 统一社会信用代码, first part of the index number
  kind          text NOT NULL,
  level         text NOT NULL,                  -- province, city, county, town, village
  region_code   text NOT NULL,
  sort          integer NOT NULL DEFAULT 0
);

-- Names and parents change; each period is a row. until_on is exclusive, NULL means still so.
CREATE TABLE organ_name (
  organ_id   uuid NOT NULL REFERENCES organ (organ_id),
  from_on    date NOT NULL,
  until_on   date,
  name       text NOT NULL,
  short_name text NOT NULL,
  basis      text NOT NULL DEFAULT '',
  PRIMARY KEY (organ_id, from_on)
);

-- axis: region (块) or vertical (条); a government's own office supervises along both.
CREATE TABLE organ_parent (
  organ_id   uuid NOT NULL REFERENCES organ (organ_id),
  axis       text NOT NULL,
  from_on    date NOT NULL,
  until_on   date,
  parent_id  uuid NOT NULL REFERENCES organ (organ_id),
  PRIMARY KEY (organ_id, axis, from_on)
);

-- All pairs of today's tree, kept by the program when a parent changes.
CREATE TABLE organ_closure (
  organ_id      uuid NOT NULL REFERENCES organ (organ_id),   -- the upper organ
  axis          text NOT NULL,
  descendant_id uuid NOT NULL REFERENCES organ (organ_id),
  depth         integer NOT NULL,
  PRIMARY KEY (organ_id, axis, descendant_id)
);
CREATE INDEX organ_closure_upwards ON organ_closure (descendant_id, axis, depth);

CREATE TABLE organ_succession (
  organ_id     uuid NOT NULL REFERENCES organ (organ_id),    -- the organ that ended
  successor_id uuid NOT NULL REFERENCES organ (organ_id),
  on_day       date NOT NULL,
  how          text NOT NULL,                                -- merged, moved, renamed
  basis        text NOT NULL DEFAULT '',
  PRIMARY KEY (organ_id, successor_id)
);

-- What the guide of 第十二条 and the letters need of an organ.
CREATE TABLE organ_contact (
  organ_id     uuid PRIMARY KEY REFERENCES organ (organ_id),
  office       text NOT NULL,        -- 政府信息公开工作机构
  address      text NOT NULL,
  postcode     text NOT NULL,
  hours        text NOT NULL,
  telephone    text NOT NULL,
  fax          text NOT NULL DEFAULT '',
  email        text NOT NULL DEFAULT '',
  functions    text NOT NULL DEFAULT '',
  leader       text NOT NULL DEFAULT '',
  reconsideration_organ text NOT NULL DEFAULT '',
  court        text NOT NULL DEFAULT ''
);

-- ── Settings and local calendar days ──────────────────────────────────────────────────────────
CREATE TABLE organ_setting (
  organ_id   uuid NOT NULL,
  name       text NOT NULL,
  value      jsonb NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by uuid,
  PRIMARY KEY (organ_id, name)
);

-- A notice entered at the desk: a year's State Council notice, or local days (region_code set).
CREATE TABLE calendar_notice (
  organ_id     uuid NOT NULL,          -- who entered it; its days hold for that organ and all below
  notice_id    uuid NOT NULL,
  year         integer NOT NULL,
  body         jsonb NOT NULL,         -- the shape of law/holidays/*.json
  entered_at   timestamptz NOT NULL DEFAULT now(),
  entered_by   uuid NOT NULL,
  PRIMARY KEY (organ_id, notice_id)
);

-- ── People (reference) and the roles they hold (by organ) ─────────────────────────────────────
CREATE TABLE person (
  person_id          uuid PRIMARY KEY,
  username           text NOT NULL UNIQUE,
  display_username   text,
  name               text NOT NULL,
  email              text NOT NULL UNIQUE,
  email_verified     boolean NOT NULL DEFAULT false,
  image              text,
  two_factor_enabled boolean NOT NULL DEFAULT false,
  active             boolean NOT NULL DEFAULT true,
  failed_sign_ins    integer NOT NULL DEFAULT 0,
  locked_until       timestamptz,
  password_set_at    timestamptz,
  created_at         timestamptz NOT NULL DEFAULT now(),
  updated_at         timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE person_session (
  session_id  uuid PRIMARY KEY,
  person_id   uuid NOT NULL REFERENCES person (person_id) ON DELETE CASCADE,
  token       text NOT NULL UNIQUE,
  expires_at  timestamptz NOT NULL,
  ip_address  text,
  user_agent  text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX person_session_person ON person_session (person_id);
CREATE TABLE person_account (
  account_row_id           uuid PRIMARY KEY,
  person_id                uuid NOT NULL REFERENCES person (person_id) ON DELETE CASCADE,
  account_id               text NOT NULL,
  provider_id              text NOT NULL,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz NOT NULL DEFAULT now(),
  updated_at               timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX person_account_person ON person_account (person_id);
CREATE TABLE person_verification (
  verification_id uuid PRIMARY KEY,
  identifier      text NOT NULL,
  value           text NOT NULL,
  expires_at      timestamptz NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX person_verification_identifier ON person_verification (identifier);
CREATE TABLE person_two_factor (
  two_factor_id uuid PRIMARY KEY,
  person_id     uuid NOT NULL REFERENCES person (person_id) ON DELETE CASCADE,
  secret        text NOT NULL,
  backup_codes  text NOT NULL,
  verified      boolean NOT NULL DEFAULT true
);
CREATE INDEX person_two_factor_person ON person_two_factor (person_id);

CREATE TABLE role_holding (
  organ_id   uuid NOT NULL,
  person_id  uuid NOT NULL,
  role       text NOT NULL,
  from_on    date NOT NULL,
  until_on   date,
  covers_for uuid,                     -- absence cover: acts for this person until until_on
  granted_by uuid,
  PRIMARY KEY (organ_id, person_id, role, from_on)
);
CREATE INDEX role_holding_person ON role_holding (person_id);

-- Who did what outside the cases: sign-ins, roles, settings, files opened. Append-only.
CREATE TABLE audit_entry (
  organ_id   uuid NOT NULL,
  entry_id   uuid NOT NULL,
  at         timestamptz NOT NULL DEFAULT now(),
  person_id  uuid,
  action     text NOT NULL,
  subject    text NOT NULL DEFAULT '',
  PRIMARY KEY (organ_id, entry_id)
);

-- ── The ledger ────────────────────────────────────────────────────────────────────────────────
CREATE TABLE fact (
  organ_id    uuid NOT NULL,
  duty        text NOT NULL,
  case_id     uuid NOT NULL,
  seq         integer NOT NULL CHECK (seq >= 1),
  type        text NOT NULL,
  happened_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,            -- a person's id, 'applicant' or 'system'
  ask_id      text NOT NULL,            -- the step sent; all facts of one step share it
  body        jsonb NOT NULL,
  hash_before text NOT NULL,
  hash        text NOT NULL,
  PRIMARY KEY (organ_id, case_id, seq)
);
CREATE UNIQUE INDEX fact_once ON fact (organ_id, case_id, ask_id, seq);
CREATE INDEX fact_by_day ON fact (organ_id, duty, happened_on);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER fact_append_only BEFORE UPDATE OR DELETE ON fact FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fact_no_truncate BEFORE TRUNCATE ON fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Personal data of a case, encrypted; the fact holds only the id, so that erasing keeps the chain whole.
CREATE TABLE sealed (
  organ_id   uuid NOT NULL,
  sealed_id  uuid NOT NULL,
  case_id    uuid NOT NULL,
  ciphertext bytea,                     -- NULL once erased
  erased_at  timestamptz,
  PRIMARY KEY (organ_id, sealed_id)
);

CREATE TABLE file (
  organ_id    uuid NOT NULL,
  file_id     uuid NOT NULL,
  case_id     uuid,
  name        text NOT NULL,
  media_type  text NOT NULL,
  size        bigint NOT NULL,
  sha256      text NOT NULL,
  sealed      boolean NOT NULL DEFAULT false,
  stored_at   timestamptz NOT NULL DEFAULT now(),
  stored_by   text NOT NULL,
  PRIMARY KEY (organ_id, file_id)
);
CREATE INDEX file_of_case ON file (organ_id, case_id);

-- Numbers that run without gaps: taken in the transaction that uses them.
CREATE TABLE number_series (
  organ_id uuid NOT NULL,
  series   text NOT NULL,               -- e.g. request, letter:correction, item
  year     integer NOT NULL,
  last     integer NOT NULL,
  PRIMARY KEY (organ_id, series, year)
);

-- ── Requests: the row that lists read, rebuilt from facts by one command ──────────────────────
CREATE TABLE request_row (
  organ_id        uuid NOT NULL,
  case_id         uuid NOT NULL,
  number          text NOT NULL,        -- the public number, e.g. 清公申〔2026〕12号
  kind            text NOT NULL,        -- request, rectification, complaint, enterprise
  seq             integer NOT NULL,     -- last fact folded
  status          text NOT NULL,
  title           text NOT NULL,        -- what is asked for, shown to officers only
  channel         text NOT NULL,
  category        text NOT NULL,        -- column of table three
  applicant_index text NOT NULL,        -- keyed hash of the identity: recognises, cannot be read
  query_index     text,                 -- keyed hash of the query code on the receipt
  received_on     date,
  due_on          date,
  provisional     boolean NOT NULL DEFAULT false,
  stopped_for     text,
  calendar        text NOT NULL,        -- version of the calendar that gave due_on
  assignee        uuid,
  replied_on      date,
  outcome         text,                 -- code of outcomes.ts that the report counts
  closed_on       date,
  updated_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organ_id, case_id),
  UNIQUE (organ_id, number)
);
CREATE INDEX request_queue ON request_row (organ_id, (coalesce(due_on, '9999-12-31'::date)), case_id) WHERE closed_on IS NULL;
CREATE INDEX request_received ON request_row (organ_id, (coalesce(received_on, '9999-12-31'::date)), case_id);
CREATE INDEX request_number ON request_row (number, query_index);   -- the applicant gives these, not the organ
CREATE INDEX request_applicant ON request_row (organ_id, applicant_index, received_on);
CREATE INDEX request_calendar ON request_row (organ_id, calendar) WHERE closed_on IS NULL;

-- ── Remedies ──────────────────────────────────────────────────────────────────────────────────
CREATE TABLE remedy_row (
  organ_id     uuid NOT NULL,
  case_id      uuid NOT NULL,
  kind         text NOT NULL,           -- review, litigation_direct, litigation_after_review
  request_id   uuid,
  number       text NOT NULL,           -- the reviewing organ's or court's number
  seq          integer NOT NULL,
  status       text NOT NULL,
  begun_on     date NOT NULL,
  result       text,                    -- upheld, corrected, other
  concluded_on date,
  updated_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organ_id, case_id)
);
CREATE INDEX remedy_begun ON remedy_row (organ_id, begun_on DESC, case_id DESC);

-- ── Publication: what the portal shows ────────────────────────────────────────────────────────
CREATE TABLE item_row (
  organ_id        uuid NOT NULL,
  item_id         uuid NOT NULL,
  seq             integer NOT NULL,
  index_number    text NOT NULL,        -- 索引号
  kind            text NOT NULL,        -- news, notice, normative, interpretation, ...
  catalogue_code  text NOT NULL,        -- 20-01 … 20-15 and local additions
  title           text NOT NULL,
  document_number text NOT NULL DEFAULT '',
  summary         text NOT NULL DEFAULT '',
  body            text NOT NULL,        -- cleaned HTML
  formed_on       date NOT NULL,
  published_at    timestamptz,
  validity        text NOT NULL DEFAULT 'inForce',   -- inForce, amended, repealed, expired, none
  interprets      uuid,                 -- the item that this one interprets
  status          text NOT NULL,        -- draft, inReview, published, withdrawn
  updated_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organ_id, item_id),
  UNIQUE (organ_id, index_number)
);
CREATE INDEX item_newest ON item_row (organ_id, published_at DESC, item_id DESC) WHERE status = 'published';
CREATE INDEX item_newest_all ON item_row (published_at DESC, item_id DESC) WHERE status = 'published';
CREATE INDEX item_by_catalogue ON item_row (organ_id, catalogue_code, published_at DESC, item_id DESC) WHERE status = 'published';
CREATE INDEX item_interprets ON item_row (organ_id, interprets) WHERE interprets IS NOT NULL;

-- ── The annual report ─────────────────────────────────────────────────────────────────────────
-- Figures that no ledger of ours holds, by month, with their source (table two).
CREATE TABLE figure_entry (
  organ_id    uuid NOT NULL,
  year        integer NOT NULL,
  cell        text NOT NULL,            -- cell id of the form
  entry_id    uuid NOT NULL,
  month       integer NOT NULL CHECK (month BETWEEN 1 AND 12),
  amount      numeric(20,4) NOT NULL,
  source      text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  recorded_by text NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (organ_id, year, cell, entry_id)
);

CREATE TABLE report_row (
  organ_id     uuid NOT NULL,
  year         integer NOT NULL,
  case_id      uuid NOT NULL,           -- its chain in the ledger
  form         integer NOT NULL,        -- 2019 or 2021
  status       text NOT NULL,
  version      integer NOT NULL DEFAULT 0,
  report       jsonb,                   -- the report of that version, as published or as it stands
  hash         text NOT NULL DEFAULT '',
  published_at timestamptz,
  updated_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organ_id, year)
);

-- ── Rights of the program ─────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO gongkai_app;
REVOKE UPDATE, DELETE, TRUNCATE ON fact, audit_entry FROM gongkai_app;
REVOKE DELETE ON file, sealed, number_series, request_row, remedy_row, item_row, report_row, figure_entry FROM gongkai_app;
