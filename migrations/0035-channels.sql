-- Where published items went out besides the site, and what whoever supervises publication reads. Facts are in `fact`
-- (duties channels and reminders); every row here is folded from them or kept by a trigger in the same transaction.

-- Accounts, boards, screens and reading points (第二十三、二十五条; 国办发〔2018〕123号).
CREATE TABLE channel_place (
  organ_id    uuid NOT NULL,
  place_id    uuid NOT NULL,
  seq         integer NOT NULL,
  channel     text NOT NULL,             -- rules/channels/channels.ts
  name        text NOT NULL,
  address     text NOT NULL,             -- of an account its number or link, of a place where it stands
  supervising text NOT NULL,             -- 主管单位
  keeper      text NOT NULL,             -- 运维人员
  frequency   text NOT NULL,             -- 更新频率
  is_account  boolean NOT NULL,
  opened_on   date NOT NULL,
  updated_on  date,                      -- the last update that was noted
  used_on     date,                      -- the last item that went out by it
  closed_on   date,
  PRIMARY KEY (organ_id, place_id)
);
CREATE INDEX channel_account ON channel_place (organ_id) INCLUDE (opened_on, updated_on, used_on)
  WHERE is_account AND closed_on IS NULL;

CREATE TABLE channel_sent (
  organ_id  uuid NOT NULL,
  sent_id   uuid NOT NULL,
  seq       integer NOT NULL,
  item_id   uuid NOT NULL,
  kind      text NOT NULL,               -- of the item on the day it went out
  title     text NOT NULL,
  channel   text NOT NULL,
  place_id  uuid,
  place     text NOT NULL,
  address   text NOT NULL,               -- where it can be read; empty for what is proven by a picture
  files     uuid[] NOT NULL DEFAULT '{}',
  sent_on   date NOT NULL,
  struck_on date,                        -- recorded by mistake
  why       text NOT NULL DEFAULT '',
  PRIMARY KEY (organ_id, sent_id)
);
CREATE INDEX channel_sent_newest ON channel_sent (organ_id, sent_on DESC, sent_id DESC);
CREATE INDEX channel_sent_of_item ON channel_sent (organ_id, item_id);
CREATE INDEX channel_sent_of_place ON channel_sent (organ_id, place_id, sent_on DESC) WHERE struck_on IS NULL;

-- Transfer lists to archive and library (第二十五条), and issues of the gazette (国办发〔2018〕22号).
CREATE TABLE channel_list (
  organ_id    uuid NOT NULL,
  list_id     uuid NOT NULL,
  seq         integer NOT NULL,
  list        text NOT NULL,             -- transfer, gazette
  year        integer NOT NULL,
  number      integer NOT NULL,
  from_on     date NOT NULL,
  until_on    date NOT NULL,
  recipient   text NOT NULL,
  items       jsonb NOT NULL,
  made_on     date NOT NULL,
  received_on date,
  received_by text NOT NULL DEFAULT '',
  PRIMARY KEY (organ_id, list_id),
  UNIQUE (organ_id, list, year, number)
);
CREATE INDEX channel_list_newest ON channel_list (organ_id, list, made_on DESC, list_id DESC);

-- How much went out, by month, channel and kind; `late` were past their day (第二十六条). Only what still stands.
CREATE TABLE publication_count (
  organ_id uuid NOT NULL,
  month    date NOT NULL,
  channel  text NOT NULL,
  kind     text NOT NULL,
  items    integer NOT NULL DEFAULT 0,
  late     integer NOT NULL DEFAULT 0,
  PRIMARY KEY (organ_id, month, channel, kind)
);
-- Over all organs, of a year, only what was late.
CREATE INDEX publication_count_late ON publication_count (month, organ_id) INCLUDE (kind, late) WHERE late > 0;

CREATE FUNCTION count_publications(moved publication_count[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO publication_count AS c
  SELECT organ_id, month, channel, kind, sum(items), sum(late) FROM unnest(moved)
  GROUP BY 1, 2, 3, 4 HAVING sum(items) <> 0 OR sum(late) <> 0 ORDER BY 1, 2, 3, 4
  ON CONFLICT (organ_id, month, channel, kind)
  DO UPDATE SET items = c.items + excluded.items, late = c.late + excluded.late
$$;

-- Of single columns, not of the row: the text is not read for it.
CREATE FUNCTION count_of_item(organ uuid, published timestamptz, of_kind text, due date, sign integer)
RETURNS publication_count LANGUAGE sql IMMUTABLE AS $$
  SELECT (organ, date_trunc('month', published AT TIME ZONE 'Asia/Shanghai')::date, 'site', of_kind, sign,
    CASE WHEN (published AT TIME ZONE 'Asia/Shanghai')::date > due THEN sign ELSE 0 END)::publication_count
$$;
CREATE FUNCTION count_of_sent(organ uuid, on_day date, channel text, of_kind text, sign integer)
RETURNS publication_count LANGUAGE sql IMMUTABLE AS $$
  SELECT (organ, date_trunc('month', on_day)::date, channel, of_kind, sign, 0)::publication_count
$$;

-- What of an organ is newest, column by column: one row each, so that the overview of all organs reads only these.
CREATE TABLE publication_standing (
  organ_id      uuid NOT NULL PRIMARY KEY,
  home_on       date,
  news_on       date,
  notice_on     date,
  policy_on     date,
  statistics_on date,
  heading_on    jsonb NOT NULL DEFAULT '{}',  -- of each heading of 第二十条 its newest day
  -- Found by the nightly check, with the day on which it was made and how far it went.
  entries_late  integer NOT NULL DEFAULT 0,
  broken        integer NOT NULL DEFAULT 0,
  checked_at    timestamptz,
  checked_item  uuid
);

CREATE FUNCTION newest_on(organ uuid, of_kind text) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (max(published_at) AT TIME ZONE 'Asia/Shanghai')::date FROM item_row
  WHERE organ_id = organ AND kind = of_kind AND status = 'published'
$$;

-- The row is taken first, so that of two releases at once the second looks again after the first.
CREATE FUNCTION stand_publication(organs uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO publication_standing (organ_id) SELECT o FROM unnest(organs) o ORDER BY 1 ON CONFLICT DO NOTHING;
  SELECT organ_id FROM publication_standing WHERE organ_id = ANY (organs) ORDER BY 1 FOR UPDATE;
  UPDATE publication_standing s SET
    home_on = (SELECT (max(published_at) AT TIME ZONE 'Asia/Shanghai')::date FROM item_row
      WHERE organ_id = s.organ_id AND status = 'published'),
    news_on = newest_on(organ_id, 'news'),
    notice_on = newest_on(organ_id, 'notice'),
    policy_on = greatest(newest_on(organ_id, 'policy'), newest_on(organ_id, 'normative')),
    statistics_on = newest_on(organ_id, 'statistics'),
    heading_on = (
      SELECT coalesce(jsonb_object_agg(code, newest) FILTER (WHERE newest IS NOT NULL), '{}')
      FROM (SELECT '20-' || lpad(n::text, 2, '0') AS code FROM generate_series(1, 15) n) c, LATERAL (
        SELECT (max(published_at) AT TIME ZONE 'Asia/Shanghai')::date AS newest FROM item_row
        WHERE organ_id = s.organ_id AND catalogue_code = c.code AND status = 'published') d)
  WHERE organ_id = ANY (organs);
$$;

CREATE FUNCTION follow_item_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_publications(array_agg(count_of_item(organ_id, published_at, kind, due_on, sign))),
    stand_publication(array_agg(DISTINCT organ_id))
  FROM (SELECT organ_id, published_at, kind, due_on, status, 1 AS sign FROM changed_to) x
  WHERE status = 'published' AND published_at IS NOT NULL HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION follow_item_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_publications(array_agg(count_of_item(organ_id, published_at, kind, due_on, sign))),
    stand_publication(array_agg(DISTINCT organ_id))
  FROM (SELECT organ_id, published_at, kind, due_on, status, 1 AS sign FROM changed_to
    UNION ALL SELECT organ_id, published_at, kind, due_on, status, -1 FROM changed_from) x
  WHERE status = 'published' AND published_at IS NOT NULL HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION follow_item_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_publications(array_agg(count_of_item(organ_id, published_at, kind, due_on, sign))),
    stand_publication(array_agg(DISTINCT organ_id))
  FROM (SELECT organ_id, published_at, kind, due_on, status, -1 AS sign FROM changed_from) x
  WHERE status = 'published' AND published_at IS NOT NULL HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER item_followed_in AFTER INSERT ON item_row REFERENCING NEW TABLE AS changed_to
  FOR EACH STATEMENT EXECUTE FUNCTION follow_item_in();
CREATE TRIGGER item_followed_up AFTER UPDATE ON item_row REFERENCING OLD TABLE AS changed_from NEW TABLE AS changed_to
  FOR EACH STATEMENT EXECUTE FUNCTION follow_item_up();
CREATE TRIGGER item_followed_out AFTER DELETE ON item_row REFERENCING OLD TABLE AS changed_from
  FOR EACH STATEMENT EXECUTE FUNCTION follow_item_out();

-- A record is made once and may be struck; then what its place was last used for is looked up again.
CREATE FUNCTION follow_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM count_publications(array_agg(count_of_sent(organ_id, sent_on, channel, kind, 1)))
    FROM changed_to WHERE struck_on IS NULL HAVING count(*) > 0;
  ELSE
    PERFORM count_publications(array_agg(count_of_sent(organ_id, sent_on, channel, kind, sign)))
    FROM (SELECT organ_id, sent_on, channel, kind, struck_on, 1 AS sign FROM changed_to
      UNION ALL SELECT organ_id, sent_on, channel, kind, struck_on, -1 FROM changed_from) x
    WHERE struck_on IS NULL HAVING count(*) > 0;
  END IF;
  UPDATE channel_place p SET used_on = (SELECT max(s.sent_on) FROM channel_sent s
    WHERE s.organ_id = p.organ_id AND s.place_id = p.place_id AND s.struck_on IS NULL)
  FROM (SELECT DISTINCT organ_id, place_id FROM changed_to WHERE place_id IS NOT NULL) t
  WHERE p.organ_id = t.organ_id AND p.place_id = t.place_id;
  RETURN NULL;
END $$;
CREATE TRIGGER sent_followed_in AFTER INSERT ON channel_sent REFERENCING NEW TABLE AS changed_to
  FOR EACH STATEMENT EXECUTE FUNCTION follow_sent();
CREATE TRIGGER sent_followed_up AFTER UPDATE ON channel_sent REFERENCING OLD TABLE AS changed_from NEW TABLE AS changed_to
  FOR EACH STATEMENT EXECUTE FUNCTION follow_sent();

-- What the nightly check found: an entry of the standard catalogue past its limit, a link or file that no longer opens.
CREATE TABLE publication_finding (
  organ_id  uuid NOT NULL,
  indicator text NOT NULL,
  subject   text NOT NULL,
  item_id   uuid,
  title     text NOT NULL,
  address   text NOT NULL,
  since     date,
  found_at  timestamptz NOT NULL,
  PRIMARY KEY (organ_id, indicator, subject)
);
CREATE INDEX publication_finding_item ON publication_finding (organ_id, item_id) WHERE item_id IS NOT NULL;

-- 督办提醒 of a supervising organ, kept where it is answered.
CREATE TABLE publication_reminder (
  organ_id    uuid NOT NULL,             -- who is reminded
  reminder_id uuid NOT NULL,
  seq         integer NOT NULL,
  from_id     uuid NOT NULL,
  indicator   text NOT NULL,
  about       text NOT NULL,
  address     text NOT NULL,
  words       text NOT NULL,
  sent_on     date NOT NULL,
  answer_by   date NOT NULL,
  answered_on date,
  answer      text NOT NULL DEFAULT '',
  PRIMARY KEY (organ_id, reminder_id)
);
CREATE INDEX publication_reminder_newest ON publication_reminder (organ_id, sent_on DESC, reminder_id DESC);
CREATE INDEX publication_reminder_open ON publication_reminder (organ_id) WHERE answered_on IS NULL;

-- What is past its day, over all organs, without touching the rest.
CREATE INDEX item_overdue ON item_row (due_on, organ_id) WHERE open AND due_on IS NOT NULL;
CREATE INDEX item_to_review ON item_row (review_on, organ_id) WHERE review_on IS NOT NULL;
CREATE INDEX item_released_late ON item_row (organ_id, published_at DESC, item_id DESC)
  WHERE status = 'published' AND (published_at AT TIME ZONE 'Asia/Shanghai')::date > due_on;

GRANT SELECT, INSERT, UPDATE ON channel_place, channel_sent, channel_list, publication_count, publication_standing,
  publication_reminder TO gongkai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON publication_finding TO gongkai_app;

-- What was there before is counted once.
SELECT count_publications(array_agg(count_of_item(organ_id, published_at, kind, due_on, 1))) FROM item_row
  WHERE status = 'published' AND published_at IS NOT NULL GROUP BY organ_id;
SELECT stand_publication(array_agg(DISTINCT organ_id)) FROM item_row WHERE status = 'published';
