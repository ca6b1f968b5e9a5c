-- The desk finds every item of an organ by words of its titles and numbers, drafts and withdrawn ones too: the pairs of
-- neighbouring characters that stand in them, with the organ itself, in one index.
CREATE FUNCTION item_words(organ uuid, VARIADIC parts text[]) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(array_agg(pair)) FROM (
    SELECT substr(part, at, 2) AS pair FROM unnest(parts) part, generate_series(1, length(part)) at
    UNION SELECT '=' || organ) pairs
$$;
CREATE INDEX item_desk_words ON item_row
  USING gin (item_words(organ_id, title, worked_title, index_number, document_number));
CREATE INDEX item_desk_heading ON item_row (organ_id, catalogue_code, touched_at DESC, item_id DESC);
