-- Major decisions (国令第713号): the row that lists read, folded from the facts.
CREATE TABLE decision_row (
  organ_id     uuid NOT NULL,
  decision_id  uuid NOT NULL,
  seq          integer NOT NULL,
  title        text NOT NULL,
  drafter      text NOT NULL,
  listed_on    date NOT NULL,
  opinions_from  date,                   -- of the newest round in which opinions are asked for
  opinions_until date,
  published_on date,
  ended_on     date,
  updated_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organ_id, decision_id)
);
CREATE INDEX decision_newest ON decision_row (organ_id, listed_on DESC, decision_id DESC);
CREATE INDEX decision_open ON decision_row (opinions_until) WHERE opinions_until IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON decision_row TO gongkai_app;
SELECT pages_show('decision_row', true);
