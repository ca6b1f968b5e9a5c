-- The old site: what was sent, what stands in it page by page, and where its addresses lead now.
CREATE TABLE old_site (
  organ_id   uuid NOT NULL,
  site_id    uuid NOT NULL,
  name       text NOT NULL,
  kind       text NOT NULL,               -- list, json, html
  status     text NOT NULL,               -- reading, read, checking, checked, taking, stopped, done, unreadable
  list_file  text NOT NULL,               -- the list or the JSON in the folder of what was sent; '' for pages
  files      text NOT NULL,               -- the archive or the folder of pages and attachments; '' for none
  choices    jsonb NOT NULL DEFAULT '[]', -- where a field may come from, with samples
  mapping    jsonb NOT NULL DEFAULT '{}',
  options    jsonb NOT NULL DEFAULT '{}',
  trouble    text NOT NULL DEFAULT '',
  made_at    timestamptz NOT NULL,
  made_by    uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organ_id, site_id)
);

-- A page of it, or a row, or a record. stage 0: as sent; 1: looked into, with what would become of it; 2: done with.
CREATE TABLE old_page (
  organ_id     uuid NOT NULL,
  site_id      uuid NOT NULL,
  n            integer NOT NULL,
  place        text NOT NULL,             -- the path in the archive, or 第3行
  record       jsonb,                     -- what a list or JSON says; NULL for a page
  stage        smallint NOT NULL DEFAULT 0,
  outcome      text NOT NULL DEFAULT '',  -- take, draft, duplicate, refused
  reasons      jsonb NOT NULL DEFAULT '[]',
  title        text NOT NULL DEFAULT '',
  published_on date,
  address      text NOT NULL DEFAULT '',
  address_key  text,
  title_key    text,
  text_hash    text,
  prepared     jsonb,                     -- what will be taken, as it was looked at; gone once it is taken
  twin         integer,                   -- the page of this site that it repeats
  item_id      uuid,
  PRIMARY KEY (organ_id, site_id, n)
);
CREATE INDEX old_page_stage ON old_page (organ_id, site_id, stage, n);
CREATE INDEX old_page_outcome ON old_page (organ_id, site_id, outcome, n);
CREATE INDEX old_page_address ON old_page (organ_id, site_id, address_key);
CREATE INDEX old_page_title ON old_page (organ_id, site_id, title_key);
CREATE INDEX old_page_text ON old_page (organ_id, site_id, text_hash);

-- Where an old address leads: an item, or one of its files.
CREATE TABLE old_address (
  organ_id    uuid NOT NULL,
  address_key text NOT NULL,              -- path and query as they are compared
  host        text NOT NULL,              -- '' where it is not known
  address     text NOT NULL,
  item_id     uuid NOT NULL,
  file_id     uuid,
  site_id     uuid NOT NULL,
  PRIMARY KEY (organ_id, address_key, host)
);
-- A visitor gives the address, not the organ.
CREATE INDEX old_address_key ON old_address (address_key);
CREATE INDEX old_address_of_site ON old_address (organ_id, site_id, address_key);

-- The texts that were taken over, by which the same text is known again.
CREATE TABLE old_text (
  organ_id  uuid NOT NULL,
  text_hash text NOT NULL,
  item_id   uuid NOT NULL,
  PRIMARY KEY (organ_id, text_hash)
);

CREATE INDEX item_by_title ON item_row (organ_id, md5(title));

GRANT SELECT, INSERT, UPDATE, DELETE ON old_site, old_page, old_address, old_text TO gongkai_app;
