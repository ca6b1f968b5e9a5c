-- Which server processes keep pages, and up to when each has taken account of what changed (platform/pages/servers.ts).
-- Not distributed: it lives on the coordinator, as page_change does.
CREATE TABLE page_server (
  server_id uuid PRIMARY KEY,
  name      text NOT NULL,                 -- its machine and process, for people
  -- By the clock of the database: every change committed by then is known there, and no page from before it is kept.
  seen_at   timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON page_server TO gongkai_app;

-- The search rows are made new in place; nobody empties the table any more.
DROP FUNCTION item_search_emptied();
