-- Second factors: wrong codes are counted for each person, over all attempts to sign in.
ALTER TABLE person_two_factor ADD COLUMN failed_verification_count integer NOT NULL DEFAULT 0;
ALTER TABLE person_two_factor ADD COLUMN locked_until timestamptz;

-- The audit is read newest first.
CREATE INDEX audit_newest ON audit_entry (organ_id, entry_id DESC);
