-- Lists in the order of a small table of words are read word by word (duties/requests/queue-words.ts).
CREATE INDEX request_by_status ON request_row (organ_id, status, case_id);
CREATE INDEX request_by_outcome ON request_row (organ_id, outcome, case_id);
CREATE INDEX request_by_channel ON request_row (organ_id, channel, case_id);
CREATE INDEX request_by_category ON request_row (organ_id, category, case_id);

-- What several applicants asked for, or one suggested to publish (第四十四条), and what the office made of it.
CREATE TABLE request_thing (
  organ_id   uuid NOT NULL,
  title_key  text NOT NULL,
  applicants integer NOT NULL DEFAULT 0,   -- how many different ones asked for it
  suggested  integer NOT NULL DEFAULT 0,   -- how many of them suggested to publish it
  answer     text,                         -- published, notPublished; NULL: nothing said yet
  PRIMARY KEY (organ_id, title_key)
);
GRANT SELECT, INSERT, UPDATE ON request_thing TO gongkai_app;

-- What was said of it, in order; never changed.
CREATE TABLE request_thing_fact (
  organ_id    uuid NOT NULL,
  title_key   text NOT NULL,
  seq         integer NOT NULL CHECK (seq >= 1),
  type        text NOT NULL CHECK (type IN ('suggested', 'published', 'notPublished')),
  happened_on date NOT NULL,
  case_id     uuid,                        -- suggested: whose applicant said so
  body        jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (organ_id, title_key, seq)
);
CREATE UNIQUE INDEX request_thing_suggested ON request_thing_fact (organ_id, case_id) WHERE type = 'suggested';
GRANT SELECT, INSERT ON request_thing_fact TO gongkai_app;

-- Beside what stands open (year 0): how much of it waits for the office, and how much it has answered.
ALTER TABLE request_count
  ADD COLUMN suggestions       integer NOT NULL DEFAULT 0,
  ADD COLUMN suggestions_dealt integer NOT NULL DEFAULT 0;

-- From how many applicants on is the organ's setting; 2 is the default of rules/settings.ts.
CREATE FUNCTION count_suggestions(organs uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO request_count AS c (organ_id, year, suggestions, suggestions_dealt)
  SELECT o.organ_id, 0, count(t.title_key) FILTER (WHERE t.answer IS NULL),
         count(t.title_key) FILTER (WHERE t.answer IS NOT NULL)
  FROM unnest(organs) AS o (organ_id)
    LEFT JOIN organ_setting s ON s.organ_id = o.organ_id AND s.name = 'requests'
    LEFT JOIN request_thing t ON t.organ_id = o.organ_id AND (t.suggested > 0 OR t.answer IS NOT NULL
      OR t.applicants >= coalesce((s.value ->> 'severalApplicants')::integer, 2))
  GROUP BY 1 ORDER BY 1
  ON CONFLICT (organ_id, year) DO UPDATE
    SET suggestions = excluded.suggestions, suggestions_dealt = excluded.suggestions_dealt
    WHERE (c.suggestions, c.suggestions_dealt) <> (excluded.suggestions, excluded.suggestions_dealt)
$$;

-- A thing is kept from its second applicant on.
CREATE FUNCTION count_request_things(organs uuid[], keys text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO request_thing AS t (organ_id, title_key, applicants)
  SELECT k.organ_id, k.title_key, count(DISTINCT r.applicant_index)
  FROM unnest(organs, keys) AS k (organ_id, title_key)
    LEFT JOIN request_row r ON r.organ_id = k.organ_id AND r.title_key = k.title_key AND r.title_key <> ''
      AND r.kind = 'request' AND r.status <> 'split'
  GROUP BY 1, 2
  HAVING count(DISTINCT r.applicant_index) > 1 OR EXISTS (
    SELECT FROM request_thing x WHERE x.organ_id = k.organ_id AND x.title_key = k.title_key)
  ORDER BY 1, 2
  ON CONFLICT (organ_id, title_key) DO UPDATE SET applicants = excluded.applicants
    WHERE t.applicants <> excluded.applicants;
  IF FOUND THEN
    PERFORM count_suggestions(ARRAY(SELECT DISTINCT unnest(organs) ORDER BY 1));
  END IF;
END $$;

CREATE FUNCTION keep_request_things() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM count_request_things(array_agg(k.organ_id), array_agg(k.title_key)) FROM (
      SELECT DISTINCT organ_id, title_key FROM changed_to WHERE kind = 'request' AND title_key <> '') k;
  ELSE
    PERFORM count_request_things(array_agg(k.organ_id), array_agg(k.title_key)) FROM (
      SELECT DISTINCT n.organ_id, x.title_key
      FROM changed_from o JOIN changed_to n ON n.organ_id = o.organ_id AND n.case_id = o.case_id,
        LATERAL (VALUES (o.title_key), (n.title_key)) x (title_key)
      WHERE n.kind = 'request' AND x.title_key <> ''
        AND (o.title_key <> n.title_key OR (o.status = 'split') <> (n.status = 'split'))) k;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER request_things_new AFTER INSERT ON request_row
  REFERENCING NEW TABLE AS changed_to FOR EACH STATEMENT EXECUTE FUNCTION keep_request_things();
CREATE TRIGGER request_things_changed AFTER UPDATE ON request_row
  REFERENCING OLD TABLE AS changed_from NEW TABLE AS changed_to
  FOR EACH STATEMENT EXECUTE FUNCTION keep_request_things();

-- What was there before is counted once.
SELECT count_request_things(array_agg(k.organ_id), array_agg(k.title_key)) FROM (
  SELECT DISTINCT organ_id, title_key FROM request_row WHERE kind = 'request' AND title_key <> '') k;
