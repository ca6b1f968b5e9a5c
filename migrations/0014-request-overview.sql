-- The overview reads the counts of one year over all organs.
CREATE INDEX request_count_year ON request_count (year, organ_id);

-- The headings of a register, so that whoever watches its progress does not read the file again. No samples:
-- those are applicants' data.
ALTER TABLE request_import ADD COLUMN columns jsonb NOT NULL DEFAULT '[]';
