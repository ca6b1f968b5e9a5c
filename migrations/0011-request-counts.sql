-- Requests: the same thing asked twice is found by its key, and what a supervising organ reads is counted
-- in the transaction that changed it, so that no overview walks through the cases.

ALTER TABLE request_row
  ADD COLUMN title_key       text NOT NULL DEFAULT '',   -- the title without what does not tell one from another
  ADD COLUMN answered_on     date,                       -- the first letter to the applicant: notice or reply
  ADD COLUMN answer_days     integer,                    -- working days from receipt to it
  ADD COLUMN completion_days integer;                    -- working days from receipt to the reply that closed it

CREATE INDEX request_same ON request_row (organ_id, title_key) WHERE title_key <> '';
-- For the overview of all organs below: what is due by a day, without touching the rows.
CREATE INDEX request_due ON request_row (due_on, organ_id) WHERE closed_on IS NULL AND kind = 'request';

-- Year 0: what stands open now. Other years: received, first answered and completed in that year; only
-- the requests of the fourth chapter are counted.
CREATE TABLE request_count (
  organ_id        uuid NOT NULL,
  year            integer NOT NULL,
  open            integer NOT NULL DEFAULT 0,
  received        integer NOT NULL DEFAULT 0,
  answered        integer NOT NULL DEFAULT 0,
  answer_days     bigint NOT NULL DEFAULT 0,
  completed       integer NOT NULL DEFAULT 0,
  completion_days bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (organ_id, year)
);
GRANT SELECT, INSERT, UPDATE ON request_count TO gongkai_app;

CREATE FUNCTION count_of_request(r request_row, sign integer)
RETURNS TABLE (organ_id uuid, year integer, open integer, received integer,
               answered integer, answer_days integer, completed integer, completion_days integer)
LANGUAGE sql IMMUTABLE AS $$
  SELECT r.organ_id, 0, sign, 0, 0, 0, 0, 0 WHERE r.kind = 'request' AND r.closed_on IS NULL
  UNION ALL
  SELECT r.organ_id, extract(year FROM r.received_on)::integer, 0, sign, 0, 0, 0, 0
    WHERE r.kind = 'request' AND r.received_on IS NOT NULL
  UNION ALL
  SELECT r.organ_id, extract(year FROM r.answered_on)::integer, 0, 0, sign, sign * r.answer_days, 0, 0
    WHERE r.kind = 'request' AND r.answered_on IS NOT NULL AND r.answer_days IS NOT NULL
  UNION ALL
  SELECT r.organ_id, extract(year FROM r.closed_on)::integer, 0, 0, 0, 0, sign, sign * r.completion_days
    WHERE r.kind = 'request' AND r.closed_on IS NOT NULL AND r.completion_days IS NOT NULL
$$;

-- By organ in order, so that two transactions never wait for each other.
CREATE FUNCTION keep_request_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO request_count AS c
    SELECT d.organ_id, d.year, sum(d.open), sum(d.received), sum(d.answered), sum(d.answer_days),
           sum(d.completed), sum(d.completion_days)
    FROM changed_to n, count_of_request(n, 1) d
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (organ_id, year) DO UPDATE SET
      open = c.open + excluded.open, received = c.received + excluded.received,
      answered = c.answered + excluded.answered, answer_days = c.answer_days + excluded.answer_days,
      completed = c.completed + excluded.completed,
      completion_days = c.completion_days + excluded.completion_days;
  ELSE
    INSERT INTO request_count AS c
    SELECT d.organ_id, d.year, sum(d.open), sum(d.received), sum(d.answered), sum(d.answer_days),
           sum(d.completed), sum(d.completion_days)
    FROM (SELECT x.* FROM changed_to n, count_of_request(n, 1) x
          UNION ALL SELECT x.* FROM changed_from o, count_of_request(o, -1) x) d
    GROUP BY 1, 2
    HAVING sum(d.open) <> 0 OR sum(d.received) <> 0 OR sum(d.answered) <> 0 OR sum(d.answer_days) <> 0
        OR sum(d.completed) <> 0 OR sum(d.completion_days) <> 0
    ORDER BY 1, 2
    ON CONFLICT (organ_id, year) DO UPDATE SET
      open = c.open + excluded.open, received = c.received + excluded.received,
      answered = c.answered + excluded.answered, answer_days = c.answer_days + excluded.answer_days,
      completed = c.completed + excluded.completed,
      completion_days = c.completion_days + excluded.completion_days;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER request_counted_new AFTER INSERT ON request_row
  REFERENCING NEW TABLE AS changed_to FOR EACH STATEMENT EXECUTE FUNCTION keep_request_counts();
CREATE TRIGGER request_counted_changed AFTER UPDATE ON request_row
  REFERENCING OLD TABLE AS changed_from NEW TABLE AS changed_to
  FOR EACH STATEMENT EXECUTE FUNCTION keep_request_counts();

-- What was there before is counted once.
INSERT INTO request_count
SELECT d.organ_id, d.year, sum(d.open), sum(d.received), sum(d.answered), sum(d.answer_days),
       sum(d.completed), sum(d.completion_days)
FROM request_row r, count_of_request(r, 1) d GROUP BY 1, 2;
