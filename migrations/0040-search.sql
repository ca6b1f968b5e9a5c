-- The search of what is published. One narrow row for each published item, written in the transaction that releases,
-- changes or withdraws it (duties/publication/changed.ts): what is not published has no row and is never found.
CREATE TABLE item_search (
  organ_id     uuid NOT NULL,
  item_id      uuid NOT NULL,
  published_at timestamptz NOT NULL,
  year         smallint NOT NULL,          -- of publication, in Asia/Shanghai
  kind         text NOT NULL,
  validity     text NOT NULL,
  tsv          tsvector NOT NULL,          -- pairs of neighbouring characters: platform/search/grams.ts
  -- One row in 64, the same rows always: what large counts are estimated from.
  sampled      boolean GENERATED ALWAYS AS (right(item_id::text, 2) IN ('00', '40', '80', 'c0')) STORED,
  PRIMARY KEY (organ_id, item_id)
) WITH (toast_tuple_target = 128);         -- the vector lies apart, so that counting reads few pages
ALTER TABLE item_search ALTER COLUMN tsv SET STATISTICS 500;
ALTER TABLE item_search ALTER COLUMN tsv SET STORAGE EXTERNAL;
CREATE INDEX item_search_newest ON item_search (published_at DESC, item_id DESC);
CREATE INDEX item_search_of_organ ON item_search (organ_id, published_at DESC, item_id DESC);

-- The two indexes over the vectors: taken off before a bulk load and built again after it.
CREATE FUNCTION item_search_without_vectors() RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DROP INDEX IF EXISTS item_search_vector;
  DROP INDEX IF EXISTS item_search_sample;
END $$;
CREATE FUNCTION item_search_emptied() RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = public, pg_temp AS 'TRUNCATE item_search';
CREATE FUNCTION item_search_with_vectors() RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp SET maintenance_work_mem = '1GB' AS $$
BEGIN
  CREATE INDEX IF NOT EXISTS item_search_vector ON item_search USING gin (tsv) WITH (fastupdate = off);
  CREATE INDEX IF NOT EXISTS item_search_sample ON item_search USING gin (tsv) WITH (fastupdate = off) WHERE sampled;
  ANALYZE item_search;
END $$;
SELECT item_search_with_vectors();
REVOKE EXECUTE ON FUNCTION item_search_without_vectors, item_search_with_vectors, item_search_emptied FROM PUBLIC;
GRANT EXECUTE ON FUNCTION item_search_without_vectors, item_search_with_vectors, item_search_emptied TO gongkai_app;

-- The text of attachments, as it was taken out of them once; indexing again does not open the files.
CREATE TABLE item_file_text (
  organ_id uuid NOT NULL,
  item_id  uuid NOT NULL,
  file_id  uuid NOT NULL,
  outcome  text NOT NULL,                  -- taken, cut, none, unreadable
  text     text NOT NULL DEFAULT '',
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (organ_id, item_id, file_id)
);

-- Words that titles use, for suggestions and near misses; of the government whose portal it is.
CREATE TABLE search_word (
  organ_id uuid NOT NULL,
  word     text NOT NULL,
  pinyin   text NOT NULL,                  -- without tones or spaces: dibao
  initials text NOT NULL,                  -- db
  uses     integer NOT NULL,
  PRIMARY KEY (organ_id, word)
);

-- What a portal changed in the list of words that mean the same (duties/publication/search/synonyms.ts).
CREATE TABLE search_synonym (
  organ_id   uuid NOT NULL,
  head       text NOT NULL,                -- the first word of the group names it
  words      text[] NOT NULL,              -- the others; empty: the group is not used
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL,
  PRIMARY KEY (organ_id, head)
);

-- What was searched and not found, without anything of who asked: a hint for publication.
CREATE TABLE search_miss (
  organ_id uuid NOT NULL,
  month    date NOT NULL,
  words    text NOT NULL,                  -- folded, figures masked
  asked    integer NOT NULL,
  people   integer NOT NULL,               -- different visitors, told apart in memory only
  days     integer NOT NULL,
  last_on  date NOT NULL,
  PRIMARY KEY (organ_id, month, words)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON item_search, item_file_text, search_word, search_synonym, search_miss TO gongkai_app;
