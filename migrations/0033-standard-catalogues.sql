-- Standard catalogues (国办发〔2019〕54号): a version is kept whole; once published it is never changed.
CREATE TABLE standard_catalogue (
  organ_id     uuid NOT NULL,
  field        text NOT NULL,            -- 01 … 26, own fields from 50 on
  version      integer NOT NULL CHECK (version >= 1),
  label        text NOT NULL,            -- the field's name
  title        text NOT NULL,            -- what stands above the table
  source       text NOT NULL,            -- the file that it was read from
  entries      integer NOT NULL,
  made_at      timestamptz NOT NULL,
  made_by      uuid NOT NULL,
  published_at timestamptz,              -- NULL for a draft
  published_by uuid,
  PRIMARY KEY (organ_id, field, version)
);
CREATE TABLE standard_entry (
  organ_id uuid NOT NULL,
  field    text NOT NULL,
  version  integer NOT NULL,
  number   integer NOT NULL,             -- the same entry in every version; never given to another
  position integer NOT NULL,             -- its line in the table
  body     jsonb NOT NULL,               -- StandardEntry
  PRIMARY KEY (organ_id, field, version, number)
);

CREATE FUNCTION refuse_published_catalogue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'a published catalogue is not changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER standard_catalogue_frozen BEFORE UPDATE OR DELETE ON standard_catalogue
  FOR EACH ROW EXECUTE FUNCTION refuse_published_catalogue();

GRANT SELECT, INSERT, UPDATE, DELETE ON standard_catalogue TO gongkai_app;
GRANT SELECT, INSERT, DELETE ON standard_entry TO gongkai_app;

-- The entry under which an item stands: field and number of the catalogue, 17-004; empty for none.
ALTER TABLE item_row ADD COLUMN entry text NOT NULL DEFAULT '';
CREATE INDEX item_by_entry ON item_row (entry, published_at DESC, item_id DESC) WHERE entry <> '' AND status = 'published';
