-- The words that the desk finds its items by lie beside the items: a step of the review writes the item's row anew, and
-- would write its words into the index anew with it, though they are the same.
CREATE TABLE item_desk_word (
  organ_id uuid NOT NULL,
  item_id  uuid NOT NULL,
  words    tsvector NOT NULL,
  PRIMARY KEY (organ_id, item_id)
);
DROP INDEX item_desk_words;
INSERT INTO item_desk_word
  SELECT organ_id, item_id, item_words(organ_id, title, worked_title, index_number, document_number) FROM item_row;
CREATE INDEX item_desk_words ON item_desk_word USING gin (words);

CREATE FUNCTION item_words_come() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO item_desk_word
    SELECT organ_id, item_id, item_words(organ_id, title, worked_title, index_number, document_number)
    FROM changed_to;
  RETURN NULL;
END $$;
CREATE FUNCTION item_words_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM item_desk_word WHERE organ_id = OLD.organ_id AND item_id = OLD.item_id;
  ELSE
    UPDATE item_desk_word
    SET words = item_words(NEW.organ_id, NEW.title, NEW.worked_title, NEW.index_number, NEW.document_number)
    WHERE organ_id = NEW.organ_id AND item_id = NEW.item_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER item_words_in AFTER INSERT ON item_row REFERENCING NEW TABLE AS changed_to
  FOR EACH STATEMENT EXECUTE FUNCTION item_words_come();
CREATE TRIGGER item_words_up AFTER UPDATE OF title, worked_title, index_number, document_number ON item_row
  FOR EACH ROW WHEN ((OLD.title, OLD.worked_title, OLD.index_number, OLD.document_number)
    IS DISTINCT FROM (NEW.title, NEW.worked_title, NEW.index_number, NEW.document_number))
  EXECUTE FUNCTION item_words_follow();
CREATE TRIGGER item_words_out AFTER DELETE ON item_row FOR EACH ROW EXECUTE FUNCTION item_words_follow();
GRANT SELECT, INSERT, UPDATE, DELETE ON item_desk_word TO gongkai_app;
