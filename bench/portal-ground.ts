import type { TestPlatform } from '#platform/testing/platform.ts'

/**
 * A portal's ground made by the database itself: one government (b0), 200 organs below it that publish unequally, items
 * of 18 kinds and 15 headings over ten years, bodies of about 900 characters, a tenth with an interpretation.
 */

export const organCount = 200

const organs = `
  INSERT INTO organ (organ_id, code, credit_code, kind, level, region_code, sort)
  SELECT ('99000000-0000-4000-a000-' || lpad(to_hex(n), 12, '0'))::uuid, 'b' || n, '11990421MB' || lpad(n::text, 8, '0'),
    CASE n WHEN 0 THEN 'government' ELSE 'department' END, 'county', '990421', n FROM generate_series(0, ${organCount}) n;
  INSERT INTO organ_name (organ_id, from_on, name, short_name)
  SELECT organ_id, '2016-01-01', CASE sort WHEN 0 THEN '清溪县人民政府' ELSE '清溪县第' || sort || '局' END,
    CASE sort WHEN 0 THEN '县政府' ELSE '第' || sort || '局' END FROM organ;
  INSERT INTO organ_parent (organ_id, axis, from_on, parent_id)
  SELECT organ_id, 'region', '2016-01-01', '99000000-0000-4000-a000-000000000000' FROM organ WHERE sort > 0;
  INSERT INTO organ_closure (organ_id, axis, descendant_id, depth)
  SELECT organ_id, 'region', organ_id, 0 FROM organ
  UNION ALL SELECT '99000000-0000-4000-a000-000000000000', 'region', organ_id, 1 FROM organ WHERE sort > 0;`

const kinds = [
  ...['normative', 'policy', 'interpretation', 'notice', 'news', 'profile', 'plan', 'statistics', 'licence'],
  ...[
    'penalty',
    'budget',
    'procurement',
    'project',
    'welfare',
    'emergency',
    'inspection',
    'recruitment',
    'village',
  ],
]

const sentence = '各有关单位要按照职责分工抓好落实，及时公开办理的依据、条件、程序和结果，接受社会监督。'

const items = (most: number): string => `
  INSERT INTO item_row (organ_id, item_id, seq, index_number, kind, catalogue_code, title, document_number, summary, body,
    formed_on, published_at, validity, interprets, status, updated_at)
  SELECT ('99000000-0000-4000-a000-' || lpad(to_hex(o), 12, '0'))::uuid,
    (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || substr(md5(n::text), 1, 12))::uuid, 1,
    '11990421MB' || lpad(o::text, 8, '0') || '/' || extract(year FROM at) || '-' || lpad(n::text, 7, '0'),
    k, '20-' || lpad((1 + n % 15)::text, 2, '0'), '关于做好第' || n || '号事项有关工作的' || CASE WHEN n % 3 = 0 THEN '通知' ELSE '公告' END,
    CASE WHEN k IN ('normative', 'policy') THEN '清政发〔' || extract(year FROM at) || '〕' || 1 + n % 400 || '号' ELSE '' END,
    '', '<p>' || repeat('${sentence}', 8) || '</p><p>' || md5(n::text) || repeat('${sentence}', 12) || '</p>',
    at::date, at, CASE WHEN k NOT IN ('normative', 'policy') THEN 'none' WHEN n % 7 = 0 THEN 'repealed' ELSE 'inForce' END,
    CASE WHEN k = 'interpretation' AND n > 201 THEN (lpad(to_hex(n - 201), 8, '0') || '-0000-7000-8000-' || substr(md5((n - 201)::text), 1, 12))::uuid END,
    'published', at
  FROM (
    SELECT n, (${organCount} * power((n::bigint * 7919 % 100003) / 100003.0, 2))::int AS o,
      ('{${kinds.join()}}'::text[])[1 + (${kinds.length} * power((n::bigint * 104729 % 100019) / 100019.0, 2))::int % ${kinds.length}] AS k,
      timestamptz '2017-01-03T01:00:00Z' + (timestamptz '2026-11-20' - timestamptz '2017-01-03') * (n / ${most}.0) AS at
    FROM generate_series($1::int, $2::int) n) drawn`

/** Fills an empty database with so many published items; seconds it took. */
export async function fillPortal({ database }: TestPlatform, most: number): Promise<number> {
  const begun = performance.now()
  const { pool } = database.owner
  await pool.query(organs)
  for (let first = 1; first <= most; first += 50_000)
    await pool.query(items(most), [first, Math.min(first + 49_999, most)])
  await pool.query('VACUUM ANALYZE')
  return (performance.now() - begun) / 1000
}
