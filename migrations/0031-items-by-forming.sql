-- The desk's list of an organ in the order of forming.
CREATE INDEX item_desk_formed ON item_row (organ_id, formed_on DESC, item_id DESC);
