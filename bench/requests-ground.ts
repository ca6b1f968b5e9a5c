import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { TestPlatform } from '#platform/testing/platform.ts'

/** A county of organs and their requests of six years, made inside the database: as many rows as asked for. */

export const organCount = 3000

const organs = `
  insert into organ (organ_id, code, credit_code, kind, level, region_code)
  select organ_of(n), 'b' || n, 'B' || lpad(n::text, 17, '0'), 'department', 'county', '990321'
  from generate_series(0, ${organCount}) n;
  insert into organ_name (organ_id, from_on, name, short_name)
  select organ_of(n), '2019-01-01', '第' || n || '局', '局' || n from generate_series(0, ${organCount}) n;
  insert into organ_parent (organ_id, axis, from_on, parent_id)
  select organ_of(n), 'region', '2019-01-01', organ_of(0) from generate_series(1, ${organCount}) n;
  insert into organ_closure (organ_id, axis, descendant_id, depth)
  select organ_of(n), 'region', organ_of(n), 0 from generate_series(0, ${organCount}) n
  union all select organ_of(0), 'region', organ_of(n), 1 from generate_series(1, ${organCount}) n;`

// Some organs are asked often, most seldom; a fifth of the cases is corrected, extended and reviewed at length.
const plan = (cases: number) => `
  select setseed(0.42);
  create unlogged table plan as
  select n, organ_of(organ) as organ_id, case_of(n) as case_id, person_of(organ * 2 + n % 2) as person_id,
    received_on, received_on + took as closed_on, n % 5 = 0 as is_long,
    (array['G1','G2','P1','D5','D6','U1a','U2','R1','O1','O3'])[1 + floor(10 * random())::int] as outcome,
    md5('applicant ' || (n / 3)) as applicant_index,
    (array['低保标准','征地补偿方案','财政决算','环评批复','招投标文件','校车路线'])[1 + n % 6] as thing
  from (
    select n, 1 + floor(${organCount} * power(random(), 1.5))::int as organ,
      date '2021-01-04' + floor(2149 * random())::int as received_on,
      case when random() < 0.01 then 60 else 12 + floor(20 * random())::int end as took
    from generate_series(1, ${cases}) n) p;
  update plan set closed_on = null where closed_on > date '2026-11-22';
  analyze plan;`

const rows = `
  insert into request_row (organ_id, case_id, number, kind, seq, status, title, channel, category, applicant_index,
    received_on, due_on, calendar, assignee, replied_on, outcome, closed_on, updated_at,
    title_key, answered_on, answer_days, completion_days)
  select organ_id, case_id, '局公申〔' || extract(year from received_on) || '〕' || n || '号', 'request',
    case when closed_on is null then 2 else case when is_long then 9 else 5 end end,
    case when closed_on is null then 'handling' else 'replied' end,
    extract(year from received_on) || '年' || thing, 'online', 'naturalPerson', applicant_index,
    received_on, received_on + 28, '1', person_id, closed_on,
    case when closed_on is not null then outcome end, closed_on, now(),
    extract(year from received_on) || '年' || thing, closed_on,
    case when closed_on is not null then (closed_on - received_on) * 5 / 7 end,
    case when closed_on is not null then (closed_on - received_on) * 5 / 7 end
  from plan order by organ_id, n;`

const letter = (kind: string) =>
  `jsonb_build_object('kind', '${kind}', 'number', '局公开〔' || extract(year from received_on) || '〕' || n || '号')`
const parts = `jsonb_build_array(jsonb_build_object('what', thing, 'outcome', outcome, 'states',
  jsonb_build_object('where', '本机关网站', 'why', '不予公开的理由是该信息只涉及内部管理')))`

interface FactOf {
  readonly seq: (isLong: boolean) => number
  readonly type: string
  readonly on: string
  readonly body: string
  readonly of: 'all' | 'closed' | 'long'
}

const after = (seq: number, more: number) => (isLong: boolean) => (isLong ? seq + more : seq)

const kinds: readonly FactOf[] = [
  {
    seq: () => 1,
    type: 'received',
    on: 'received_on',
    of: 'all',
    body: `jsonb_build_object('intake', jsonb_build_object('kind', 'request', 'channel', 'online',
      'number', '局公申〔' || extract(year from received_on) || '〕' || n || '号', 'category', 'naturalPerson',
      'applicant', case_id, 'applicantIndex', applicant_index, 'formWanted', 'electronic', 'wayWanted', 'online',
      'title', extract(year from received_on) || '年' || thing, 'description', repeat(thing, 8)))`,
  },
  {
    seq: () => 2,
    type: 'assigned',
    on: 'received_on + 1',
    of: 'all',
    body: `jsonb_build_object('to', person_id)`,
  },
  {
    seq: () => 3,
    type: 'searched',
    on: 'received_on + 3',
    of: 'long',
    body: `jsonb_build_object('where', '档案室', 'words', jsonb_build_array(thing), 'by', '档案员', 'found', '有')`,
  },
  {
    seq: () => 4,
    type: 'extended',
    on: 'received_on + 5',
    of: 'long',
    body: `jsonb_build_object('workingDays', 10, 'reason', '需要查阅历年档案', 'approvedBy', person_id, 'letter', ${letter('extension')})`,
  },
  {
    seq: after(3, 2),
    type: 'drafted',
    on: 'received_on + 8',
    of: 'closed',
    body: `jsonb_build_object('draftId', case_id, 'text', '', 'parts', ${parts})`,
  },
  {
    seq: () => 6,
    type: 'reviewed',
    on: 'received_on + 9',
    of: 'long',
    body: `jsonb_build_object('draftId', case_id, 'stage', 'secrecy', 'passed', true, 'opinion', '同意')`,
  },
  {
    seq: () => 7,
    type: 'reviewed',
    on: 'received_on + 9',
    of: 'long',
    body: `jsonb_build_object('draftId', case_id, 'stage', 'officeHead', 'passed', true, 'opinion', '同意')`,
  },
  {
    seq: after(4, 4),
    type: 'decided',
    on: 'received_on + 10',
    of: 'closed',
    body: `jsonb_build_object('countsAs', outcome, 'parts', ${parts}, 'letter', ${letter('reply')})`,
  },
  {
    seq: after(5, 4),
    type: 'served',
    on: 'closed_on',
    of: 'closed',
    body: `jsonb_build_object('method', 'post', 'proof', '邮件号99' || n)`,
  },
]

// Hashes of the right length; the chain itself is no part of this measurement.
const factsOf = ({ seq, type, on, body, of }: FactOf) => `
  insert into fact select organ_id, 'requests', case_id, s, '${type}', ${on}, (${on})::timestamptz + interval '2 hours',
    person_id, 'ask ' || s, ${body},
    replace(case_id::text, '-', '') || lpad((s - 1)::text, 32, '0'), replace(case_id::text, '-', '') || lpad(s::text, 32, '0')
  from (select *, case when is_long then ${seq(true)} else ${seq(false)} end as s from plan) p
  where ${of === 'all' ? 'true' : `closed_on is not null${of === 'long' ? ' and is_long' : ''}`};`

// The keys and indexes are taken off while the facts are written, and put back as the migration made them.
const withoutIndexes = (work: string) => `
  alter table fact drop constraint fact_pkey;
  drop index fact_once; drop index fact_by_day;
  ${work}
  alter table fact add primary key (organ_id, case_id, seq);
  create unique index fact_once on fact (organ_id, case_id, ask_id, seq);
  create index fact_by_day on fact (organ_id, duty, happened_on);`

const names = `
  create function organ_of(n integer) returns uuid language sql immutable as
    $$ select ('99000000-0000-4000-a000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
  create function person_of(n integer) returns uuid language sql immutable as
    $$ select ('99000000-0000-4000-b000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
  create function case_of(n integer) returns uuid language sql immutable as
    $$ select ('99' || substr(md5('case ' || n), 3))::uuid $$;`

const people = `
  insert into person (person_id, username, name, email)
  select person_of(n), 'b' || n, '人员' || n, 'b' || n || '@localhost' from generate_series(2, ${2 * organCount + 1}) n;`

/** Fills an empty database with the organs and so many cases; gives the seconds it took. */
export async function fill({ database }: TestPlatform, cases: number): Promise<number> {
  const begun = performance.now()
  const { pool } = database.owner
  await pool.query("set maintenance_work_mem = '512MB'; set work_mem = '64MB'; set synchronous_commit = off")
  await pool.query(names)
  await pool.query(organs + people)
  await pool.query(plan(cases))
  await pool.query(rows)
  await pool.query(withoutIndexes(kinds.map(factsOf).join('\n')))
  for (const table of ['fact', 'request_row', 'request_count', 'organ_closure'])
    await pool.query(`vacuum analyze ${table}`)
  return (performance.now() - begun) / 1000
}

/** Cases drawn at random, each with its organ: a busy organ comes up often. The applicants of these can be opened. */
export async function drawCases({ platform, database }: TestPlatform, count: number) {
  const { rows: drawn } = await sql<{ organ_id: string; case_id: string }>`
    select organ_id, case_id from plan order by md5(n::text) limit ${count}`.execute(database.owner.db)
  for (const { organ_id, case_id } of drawn) {
    const value = {
      category: 'naturalPerson',
      name: `周禾${randomUUIDv7().slice(0, 4)}`,
      idKind: 'passport',
      idNumber: 'Q99000001',
      telephone: '13800000000',
      email: '',
      address: '',
    }
    const ciphertext = platform.seal.sealJson(value, case_id)
    const sealed = { organ_id, sealed_id: case_id, case_id, ciphertext }
    await platform.db.insertInto('sealed').values(sealed).execute()
  }
  return drawn.map((row) => ({ organId: row.organ_id, caseId: row.case_id }))
}

/** The organ above all others. */
export const root = '99000000-0000-4000-a000-000000000000'
