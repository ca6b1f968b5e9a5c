-- Where an item stands open at the desk (rules/standing.ts): what several items can be passed at together. Folded from
-- the facts; here, for what is open already, read off who is waited for.
ALTER TABLE item_row ADD COLUMN stands_at text[] NOT NULL DEFAULT '{}';

WITH settled AS (
  SELECT DISTINCT ON (f.organ_id, f.case_id) f.organ_id, f.case_id, f.type
  FROM fact f JOIN item_row i ON i.organ_id = f.organ_id AND i.item_id = f.case_id
  WHERE i.open AND i.waiting = '{publisher}' AND f.duty = 'publication'
    AND f.type IN ('submitted', 'approved', 'recalled', 'takenOver')
  ORDER BY f.organ_id, f.case_id, f.seq DESC),
standing AS (
  SELECT i.organ_id, i.item_id, CASE
    WHEN s.type = 'approved' THEN '{release}'
    WHEN i.waiting @> '{publisher,officeHead}' THEN '{approve}'
    ELSE array_remove(ARRAY[
      CASE WHEN 'secrecyReviewer' = ANY (i.waiting) THEN 'secrecy' END,
      CASE WHEN 'legalReviewer' = ANY (i.waiting) THEN 'legal' END,
      CASE WHEN 'reviewer' = ANY (i.waiting) THEN 'officer' END,
      CASE WHEN 'leader' = ANY (i.waiting) THEN 'leader' END,
      CASE WHEN 'publisher' = ANY (i.waiting) THEN 'publisher' END], NULL) END AS stands_at
  FROM item_row i LEFT JOIN settled s ON s.organ_id = i.organ_id AND s.case_id = i.item_id
  WHERE i.open AND i.waiting <> '{}')
UPDATE item_row i SET stands_at = s.stands_at FROM standing s
WHERE s.organ_id = i.organ_id AND s.item_id = i.item_id AND s.stands_at <> '{}';
