-- What large counts are estimated from lies in a table of its own, row beside row: counting reads some hundred pages, not
-- one for each row. The database keeps it in step with the rows of the search itself.
CREATE TABLE item_sample (
  organ_id uuid NOT NULL,
  item_id  uuid NOT NULL,
  kind     text NOT NULL,
  year     smallint NOT NULL,
  validity text NOT NULL,
  tsv      tsvector NOT NULL,
  PRIMARY KEY (organ_id, item_id)
) WITH (toast_tuple_target = 128);
ALTER TABLE item_sample ALTER COLUMN tsv SET STORAGE EXTERNAL;
INSERT INTO item_sample SELECT organ_id, item_id, kind, year, validity, tsv FROM item_search WHERE sampled;

CREATE FUNCTION item_sample_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM item_sample WHERE organ_id = OLD.organ_id AND item_id = OLD.item_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO item_sample VALUES (NEW.organ_id, NEW.item_id, NEW.kind, NEW.year, NEW.validity, NEW.tsv);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER item_sampled AFTER INSERT OR UPDATE ON item_search
  FOR EACH ROW WHEN (NEW.sampled) EXECUTE FUNCTION item_sample_follows();
CREATE TRIGGER item_no_longer_sampled AFTER DELETE ON item_search
  FOR EACH ROW WHEN (OLD.sampled) EXECUTE FUNCTION item_sample_follows();

DROP INDEX item_search_sample;
CREATE OR REPLACE FUNCTION item_search_without_vectors() RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DROP INDEX IF EXISTS item_search_vector;
  DROP INDEX IF EXISTS item_sample_vector;
END $$;
CREATE OR REPLACE FUNCTION item_search_with_vectors() RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp SET maintenance_work_mem = '1GB' AS $$
BEGIN
  CREATE INDEX IF NOT EXISTS item_search_vector ON item_search USING gin (tsv) WITH (fastupdate = off);
  CREATE INDEX IF NOT EXISTS item_sample_vector ON item_sample USING gin (tsv) WITH (fastupdate = off);
  ANALYZE item_search;
  ANALYZE item_sample;
END $$;
SELECT item_search_with_vectors();
GRANT SELECT, INSERT, UPDATE, DELETE ON item_sample TO gongkai_app;
