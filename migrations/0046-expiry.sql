-- Documents whose period runs out: looked up every night.
CREATE INDEX item_expires_on ON item_row (expires_on) WHERE expires_on IS NOT NULL;
