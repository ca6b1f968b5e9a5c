-- The portal: what changed (so that no kept page is ever stale), files of open data, subscriptions.

-- A row for each organ whose public pages changed, in the transaction that changed them; no organ: all pages.
-- The program keeps the snapshot of its last look, and asks for what has become visible since. Rows are only added:
-- nobody waits for another. Not distributed: it lives on the coordinator.
CREATE TABLE page_change (
  change_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid       xid8 NOT NULL DEFAULT pg_current_xact_id(),
  organ_id  uuid,
  at        timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX page_change_xid ON page_change (xid);
CREATE INDEX page_change_at ON page_change (at);

-- Everything shows something of the table: names of organs, settings of the site.
CREATE FUNCTION note_all_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO page_change (organ_id) VALUES (NULL);
  RETURN NULL;
END $$;

-- Pages that show rows of an organ.
CREATE FUNCTION note_pages_of_organ() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO page_change (organ_id) SELECT DISTINCT organ_id FROM touched;
  RETURN NULL;
END $$;

-- To be called by a migration for every table that a kept page reads: by organ, or for all pages at once.
CREATE FUNCTION pages_show(shown regclass, by_organ boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  stem text := 'pages_show_' || replace(shown::text, '.', '_');
BEGIN
  IF NOT by_organ THEN
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s
      FOR EACH STATEMENT EXECUTE FUNCTION note_all_pages()', stem, shown);
    RETURN;
  END IF;
  EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %s REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION note_pages_of_organ()', stem || '_in', shown);
  EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %s REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION note_pages_of_organ()', stem || '_up', shown);
  EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %s REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION note_pages_of_organ()', stem || '_out', shown);
  EXECUTE format('CREATE TRIGGER %I AFTER TRUNCATE ON %s
    FOR EACH STATEMENT EXECUTE FUNCTION note_all_pages()', stem || '_all', shown);
END $$;

SELECT pages_show('organ', false);
SELECT pages_show('organ_name', false);
SELECT pages_show('organ_parent', false);
SELECT pages_show('organ_succession', false);
SELECT pages_show('organ_contact', false);
SELECT pages_show('organ_setting', false);
SELECT pages_show('report_row', true);

-- Drafts are on no page.
CREATE FUNCTION note_pages_of_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO page_change (organ_id)
      SELECT organ_id FROM touched WHERE status IN ('published', 'withdrawn')
      UNION SELECT organ_id FROM before_it WHERE status IN ('published', 'withdrawn');
  ELSE
    INSERT INTO page_change (organ_id)
      SELECT DISTINCT organ_id FROM touched WHERE status IN ('published', 'withdrawn');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER pages_show_item_in AFTER INSERT ON item_row REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_pages_of_items();
CREATE TRIGGER pages_show_item_up AFTER UPDATE ON item_row REFERENCING OLD TABLE AS before_it NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_pages_of_items();
CREATE TRIGGER pages_show_item_out AFTER DELETE ON item_row REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_pages_of_items();
CREATE TRIGGER pages_show_item_all AFTER TRUNCATE ON item_row
  FOR EACH STATEMENT EXECUTE FUNCTION note_all_pages();

-- Sealed files are on no page.
CREATE FUNCTION note_pages_of_files() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO page_change (organ_id) SELECT DISTINCT organ_id FROM touched WHERE NOT sealed;
  RETURN NULL;
END $$;
CREATE TRIGGER pages_show_file_in AFTER INSERT ON file REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_pages_of_files();
CREATE TRIGGER pages_show_file_up AFTER UPDATE ON file REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_pages_of_files();

-- Lists by kind and by heading, over all organs and within one; the changes in their order.
CREATE INDEX item_by_kind ON item_row (kind, published_at DESC, item_id DESC) WHERE status = 'published';
CREATE INDEX item_by_organ_kind ON item_row (organ_id, kind, published_at DESC, item_id DESC) WHERE status = 'published';
CREATE INDEX item_by_heading ON item_row (catalogue_code, published_at DESC, item_id DESC) WHERE status = 'published';
CREATE INDEX item_changes ON item_row (updated_at, item_id) WHERE status IN ('published', 'withdrawn');

-- ── Files of open data: one row for each file as it was last made ───────────────────────────────
CREATE TABLE open_file (
  organ_id uuid NOT NULL,
  name     text NOT NULL,               -- e.g. items.ndjson.gz
  scope    text NOT NULL,               -- organ: its own rows; all: the rows of every organ
  made_at  timestamptz NOT NULL,
  rows     bigint NOT NULL,
  bytes    bigint NOT NULL,
  sha256   text NOT NULL,
  PRIMARY KEY (organ_id, scope, name)
);
SELECT pages_show('open_file', true);

-- ── Subscriptions ───────────────────────────────────────────────────────────────────────────────
-- The address is sealed; address_index recognises it. Ended ones keep neither.
CREATE TABLE subscription (
  organ_id        uuid NOT NULL,        -- the government that holds the portal
  subscription_id uuid NOT NULL,
  way             text NOT NULL,        -- mail, webhook
  address         bytea,                -- sealed: the mail address, or the address and secret of the webhook
  address_index   text,
  organs          uuid[] NOT NULL DEFAULT '{}',
  kinds           text[] NOT NULL DEFAULT '{}',
  headings        text[] NOT NULL DEFAULT '{}',
  asked_at        timestamptz NOT NULL,
  confirmed_at    timestamptz,
  ended_at        timestamptz,
  told_until      timestamptz,          -- publications up to this instant were sent
  failures        integer NOT NULL DEFAULT 0,
  next_try_at     timestamptz,
  PRIMARY KEY (organ_id, subscription_id)
);
CREATE INDEX subscription_of_address ON subscription (organ_id, address_index) WHERE ended_at IS NULL;
CREATE INDEX subscription_live ON subscription (organ_id, way, subscription_id)
  WHERE ended_at IS NULL AND confirmed_at IS NOT NULL;
CREATE INDEX subscription_unconfirmed ON subscription (organ_id, asked_at) WHERE confirmed_at IS NULL;

GRANT SELECT, INSERT, DELETE ON page_change TO gongkai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON open_file TO gongkai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON subscription TO gongkai_app;
