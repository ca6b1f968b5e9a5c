import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { testOrgan } from '#platform/http/testing.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { day, plusDays } from '#time/day.ts'
import { mergeOrgan, moveOrgan, renameOrgan } from './changes.ts'
import { rebuildClosure } from './closure.ts'
import { organPage } from './page.ts'
import {
  ancestorsOf,
  childrenOf,
  descendantsOf,
  organByCode,
  organById,
  organsById,
  successorOf,
  supervises,
} from './tree.ts'

const { db } = await testDatabase({ after })
const today = day('2026-11-23')

const county = await testOrgan(db, 'qxx', null, {
  kind: 'government',
  name: '清溪县人民政府',
  shortName: '县政府',
})
const civil = await testOrgan(db, 'mzj', county)
const town = await testOrgan(db, 'yst', county, { kind: 'town', level: 'town', name: '云石镇人民政府' })
const village = await testOrgan(db, 'yst-lc', town, { kind: 'village', level: 'village', name: '云石镇柳村' })
const city = await testOrgan(db, 'ljs-mzj', null, { level: 'city', name: '澜江市民政局' })

const codes = (organs: readonly { code: string }[]) => organs.map(({ code }) => code)
const refusal = (code: string) => (error: unknown) =>
  error instanceof Error && 'problem' in error && error.message === code

const pairs = () =>
  db
    .selectFrom('organ_closure')
    .selectAll()
    .orderBy('organ_id')
    .orderBy('axis')
    .orderBy('descendant_id')
    .execute()

test('an organ is found by its id and by its code', async () => {
  assert.deepEqual(await organByCode(db, 'qxx', today), {
    organId: county,
    code: 'qxx',
    creditCode: '99QXXX000000000000',
    kind: 'government',
    level: 'county',
    regionCode: '990321',
    name: '清溪县人民政府',
    shortName: '县政府',
    endedOn: null,
  })
  assert.equal(await organById(db, '0199a000-0000-7000-8000-000000000001', today), undefined)
  assert.deepEqual(codes(await organsById(db, [town, civil], today)), ['mzj', 'yst'])
})

test('the tree opens level by level and says what opens further', async () => {
  const top = await childrenOf(db, null, 'region', today)
  assert.deepEqual(
    top.map(({ code, children }) => [code, children]),
    [
      ['ljs-mzj', 0],
      ['qxx', 2],
    ],
  )
  const below = await childrenOf(db, county, 'region', today)
  assert.deepEqual(
    below.map(({ code, children }) => [code, children]),
    [
      ['mzj', 0],
      ['yst', 1],
    ],
  )
  assert.deepEqual(codes(await descendantsOf(db, county, 'region', today)), ['mzj', 'yst', 'yst-lc'])
  assert.deepEqual(codes(await ancestorsOf(db, village, 'region', today)), ['yst', 'qxx'])
})

test('块 and 条: an organ is supervised along both axes', async () => {
  await moveOrgan(db, { organId: civil, axis: 'vertical', parentId: city, fromOn: day('2019-01-01'), today })
  assert.equal(await supervises(db, city, civil), true)
  assert.equal(await supervises(db, county, civil), true)
  assert.equal(await supervises(db, city, town), false)
  assert.equal(await supervises(db, civil, county), false)
  assert.equal(await supervises(db, civil, civil), false)
})

test('a renamed organ bears on each day the name of that day', async () => {
  const name = {
    name: '清溪县民政和社会事务局',
    shortName: '县民社局',
    fromOn: day('2024-03-01'),
    basis: '清委编〔2024〕2号',
  }
  await renameOrgan(db, civil, { ...name, today })
  assert.equal((await organById(db, civil, day('2024-02-29')))?.name, '清溪县mzj局')
  assert.equal((await organById(db, civil, day('2024-03-01')))?.name, '清溪县民政和社会事务局')
  assert.equal((await organById(db, civil, day('2010-01-01')))?.name, '清溪县mzj局')
  const page = await organPage(db, civil, today)
  assert.deepEqual(
    page?.names.map(({ fromOn, untilOn }) => [fromOn, untilOn]),
    [
      ['2019-01-01', '2024-03-01'],
      ['2024-03-01', null],
    ],
  )
  await assert.rejects(renameOrgan(db, civil, { ...name, today }), refusal('nameUnchanged'))
  const tomorrow = { ...name, name: '清溪县民生局', fromOn: day('2026-11-24'), today }
  await assert.rejects(renameOrgan(db, civil, tomorrow), refusal('invalid'))
})

test('an organ cannot be put under itself or under what stands below it', async () => {
  const place = { axis: 'region', fromOn: day('2026-01-01'), today } as const
  await assert.rejects(
    moveOrgan(db, { ...place, organId: county, parentId: village }),
    refusal('underItself'),
  )
  await assert.rejects(moveOrgan(db, { ...place, organId: town, parentId: town }), refusal('underItself'))
})

test('a merged organ keeps its history; its successor answers for it and takes over what stood below it', async () => {
  const next = await testOrgan(db, 'xst', county, { kind: 'street', level: 'town', name: '溪山街道办事处' })
  const merger = { onDay: day('2026-07-01'), how: 'merged', basis: '云政函〔2026〕18号', today } as const
  await mergeOrgan(db, { organId: town, successorId: next, ...merger })
  assert.equal(await successorOf(db, town, day('2026-06-30')), town)
  assert.equal(await successorOf(db, town, day('2026-07-01')), next)
  assert.equal((await organById(db, town, today))?.endedOn, '2026-07-01')
  assert.equal((await organById(db, town, day('2026-06-30')))?.endedOn, null)
  assert.deepEqual(codes(await ancestorsOf(db, village, 'region', today)), ['xst', 'qxx'])
  assert.deepEqual(codes(await childrenOf(db, county, 'region', today)), ['mzj', 'xst'])
  const page = await organPage(db, next, today)
  assert.deepEqual(codes(page?.predecessors ?? []), ['yst'])
  assert.deepEqual(codes((await organPage(db, town, today))?.successors ?? []), ['xst'])
  await assert.rejects(
    mergeOrgan(db, { organId: town, successorId: civil, ...merger }),
    refusal('organEnded'),
  )

  const last = await testOrgan(db, 'xcq', county)
  await mergeOrgan(db, { organId: next, successorId: last, ...merger, onDay: day('2026-09-01') })
  assert.equal(await successorOf(db, town, today), last)
  assert.equal(await successorOf(db, town, day('2026-08-31')), next)
})

test('an organ cannot be merged into one that stands below it', async () => {
  const merger = { onDay: day('2026-10-01'), how: 'merged', basis: '', today } as const
  await assert.rejects(
    mergeOrgan(db, { organId: county, successorId: civil, ...merger }),
    refusal('underItself'),
  )
  await assert.rejects(
    mergeOrgan(db, { organId: civil, successorId: civil, ...merger }),
    refusal('underItself'),
  )
})

test('after any moves and mergers the pairs are those that a fresh count gives', async () => {
  let [run, changesMade] = [0, 0]
  const pick = fc.nat({ max: 5 })
  const change = fc.record({ kind: fc.constantFrom('move', 'move', 'move', 'merge'), one: pick, other: pick })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 4, maxLength: 12 }), async (changes) => {
      run += 1
      const organs: string[] = []
      for (let n = 0; n < 6; n++) organs.push(await testOrgan(db, `p${run}-${n}`, organs[n - 3] ?? null))
      for (const [index, { kind, one, other }] of changes.entries()) {
        const on = plusDays(day('2020-01-01'), index)
        const [organId = '', parentId = ''] = [organs[one], organs[other]]
        const place = { organId, parentId, axis: 'region', fromOn: on, today } as const
        const merger = { organId, successorId: parentId, onDay: on, how: 'merged', basis: '', today } as const
        const done = kind === 'move' ? moveOrgan(db, place) : mergeOrgan(db, merger)
        const changed = done.then(() => 1)
        changesMade += await changed.catch((error: unknown) => {
          assert.ok(error instanceof Error && 'problem' in error, String(error))
          return 0
        })
      }
      const kept = await pairs()
      await db.transaction().execute(rebuildClosure)
      assert.deepEqual(kept, await pairs())
    }),
    { numRuns: 12, seed: 9903, endOnFailure: true },
  )
  assert.ok(changesMade > 30, String(changesMade))
})
