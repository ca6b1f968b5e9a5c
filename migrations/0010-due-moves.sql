-- Open cases whose due day a changed calendar moved: told to whoever holds them until they have seen it.
CREATE TABLE due_move (
  organ_id  uuid NOT NULL,
  case_id   uuid NOT NULL,
  moved_at  timestamptz NOT NULL,
  from_on   date,
  to_on     date,
  seen_at   timestamptz,
  seen_by   uuid,
  PRIMARY KEY (organ_id, case_id, moved_at)
);
CREATE INDEX due_move_unseen ON due_move (organ_id, moved_at) WHERE seen_at IS NULL;
GRANT SELECT, INSERT ON due_move TO gongkai_app;
GRANT UPDATE (seen_at, seen_by) ON due_move TO gongkai_app;
