-- The register of normative documents: what its lists read of an item, folded from the facts. That a document expired by
-- its day is never written: it is reckoned from expires_on.
ALTER TABLE item_row
  ADD COLUMN register_number text NOT NULL DEFAULT '',
  ADD COLUMN expires_on      date,
  ADD COLUMN ended_on        date,                      -- marked as repealed or expired
  ADD COLUMN cleaned_on      date,
  ADD COLUMN cleanup         text NOT NULL DEFAULT '';  -- rules/register.ts

CREATE INDEX item_register ON item_row (organ_id, formed_on DESC, item_id DESC)
  WHERE kind = 'normative' AND status = 'published';
CREATE INDEX item_register_all ON item_row (formed_on DESC, item_id DESC)
  WHERE kind = 'normative' AND status = 'published';
