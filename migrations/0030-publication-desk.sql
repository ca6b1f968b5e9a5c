-- The desk of publication: what its lists read of an item beside what the portal shows. The chain of facts is in `fact`
-- (duty publication, case_id = item_id); every column here is folded from it and can be written again from it.
ALTER TABLE item_row
  ADD COLUMN stage        text NOT NULL DEFAULT 'published', -- rules/stage.ts
  ADD COLUMN attribute    text NOT NULL DEFAULT 'active',    -- active, onRequest, withheld
  ADD COLUMN open         boolean NOT NULL DEFAULT false,    -- a text is being worked on
  ADD COLUMN waiting      text[] NOT NULL DEFAULT '{}',      -- the roles that can take the next step
  ADD COLUMN due_on       date,                              -- 第二十六条
  ADD COLUMN provisional  boolean NOT NULL DEFAULT false,
  ADD COLUMN calendar     text NOT NULL DEFAULT '',          -- version of the calendar that gave due_on
  ADD COLUMN drafted_by   text NOT NULL DEFAULT '',
  ADD COLUMN worked_title text NOT NULL DEFAULT '',          -- of the copy under amendment, where it differs
  ADD COLUMN release_at   timestamptz,                       -- scheduled
  ADD COLUMN review_on    date,                              -- 第十八条: when it is looked at again
  ADD COLUMN amended_at   timestamptz,
  ADD COLUMN withdrawn_at timestamptz,
  ADD COLUMN note         text NOT NULL DEFAULT '',          -- what the page of a withdrawn item says
  ADD COLUMN version      integer NOT NULL DEFAULT 0,
  ADD COLUMN public_files uuid[],                            -- NULL: every file of the item that is not sealed
  ADD COLUMN extra        jsonb NOT NULL DEFAULT '{}',       -- the fields of its kind
  ADD COLUMN touched_at   timestamptz NOT NULL DEFAULT now();

CREATE INDEX item_desk ON item_row (organ_id, touched_at DESC, item_id DESC);
CREATE INDEX item_desk_stage ON item_row (organ_id, stage, touched_at DESC, item_id DESC);
CREATE INDEX item_desk_kind ON item_row (organ_id, kind, touched_at DESC, item_id DESC);
CREATE INDEX item_desk_open ON item_row (organ_id, (coalesce(due_on, '9999-12-31'::date)), item_id) WHERE open;
CREATE INDEX item_review_on ON item_row (organ_id, review_on) WHERE review_on IS NOT NULL;

-- What a person has typed and not saved: one for each item and person, gone once it is saved.
CREATE TABLE item_autosave (
  organ_id  uuid NOT NULL,
  item_id   uuid NOT NULL,
  person_id uuid NOT NULL,
  seen_seq  integer NOT NULL,
  content   jsonb NOT NULL,
  saved_at  timestamptz NOT NULL,
  PRIMARY KEY (organ_id, item_id, person_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON item_autosave TO gongkai_app;
