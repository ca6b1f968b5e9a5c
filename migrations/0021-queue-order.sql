-- Lists of requests in any order, a page at a time: the days over all cases, and numbers as people count them.

-- A number with its last run of digits filled up, so that 第9号 comes before 第10号.
CREATE FUNCTION number_order(number text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(number, '\d+(\D*)$', '') || lpad(coalesce(substring(number from '(\d+)\D*$'), ''), 30, '0')
$$;

CREATE INDEX request_by_number ON request_row (organ_id, (number_order(number)) COLLATE "C", case_id);
CREATE INDEX request_by_due ON request_row (organ_id, (coalesce(due_on, '9999-12-31'::date)), case_id);
CREATE INDEX request_by_reply ON request_row (organ_id, (coalesce(replied_on, '9999-12-31'::date)), case_id);
-- One officer's cases of all years, and who the officers of an organ are.
CREATE INDEX request_by_assignee ON request_row (organ_id, assignee, case_id);
