-- The texts of what is published in the writing that words are looked for in: the index knows pairs of characters, here a
-- candidate is read letter by letter without being fetched and folded again. NULL: not written yet (`gongkai rebuild`).
ALTER TABLE item_search ADD COLUMN folded text;
ALTER TABLE item_search ALTER COLUMN folded SET STORAGE EXTERNAL;
