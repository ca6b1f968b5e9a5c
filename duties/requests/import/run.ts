import { randomUUIDv7 } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Task } from '#platform/jobs/run.ts'
import { appendMany, chained } from '#platform/ledger/ledger.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { givenFor } from '../case-ground.ts'
import type { ClockGiven } from '../clock-view.ts'
import { identityIndex } from '../intake-facts.ts'
import { importedNumberOf, importedSeries } from '../numbers.ts'
import { projectRequest } from '../projection.ts'
import { isCreditCode, isResidentNumber } from '../rules/identity.ts'
import type { IdKind } from '../rules/intake.ts'
import { duty, nextNumber, recordedOf } from '../store.ts'
import type { ImportRow } from './check-rows.ts'
import { importedFacts } from './facts.ts'
import { checkedRows, type Import, importOf, noteImport } from './store.ts'

type Tx = Transaction<Database>
interface Which {
  organId: string
  importId: string
}

const checkName = 'requests.checkImport'
const runName = 'requests.runImport'
const chunk = 500

/** Leaves the job that checks every row, in the transaction that notes it. */
export const addCheck = (tx: Tx, platform: Platform, which: Which): Promise<void> =>
  platform.jobs.add(tx, checkName, which, { key: `${checkName} ${which.importId}` })

/** Leaves the job that takes the register over. */
export const addRun = (tx: Tx, platform: Platform, which: Which): Promise<void> =>
  platform.jobs.add(tx, runName, which, { key: `${runName} ${which.importId}` })

/** Checks every row and notes what is wrong; where nothing is, the register may be taken over. */
async function checkImport(platform: Platform, which: Which): Promise<void> {
  const { db } = platform
  const one = await importOf(db, which.organId, which.importId)
  if (one?.status !== 'checking') return
  const at = platform.now().toISOString()
  const { wrong } = await checkedRows(platform, one, platform.today())
  const status = wrong.length > 0 ? 'wrong' : 'checked'
  await noteImport(db, { ...which, at, from: ['checking'] }, { status, wrong, done: one.rows })
}

/**
 * Takes a checked register over in one transaction: all of it or nothing. Checked once more before, since the ledger
 * may hold a number by now. Asked again after a kill, it begins anew; once done, it is not done again.
 */
async function runImport(platform: Platform, which: Which): Promise<void> {
  const { db } = platform
  const one = await importOf(db, which.organId, which.importId)
  if (one?.status !== 'importing') return
  const at = platform.now().toISOString()
  const { taken, wrong } = await checkedRows(platform, one, platform.today())
  if (wrong.length > 0) {
    await noteImport(db, { ...which, at, from: ['importing'] }, { status: 'wrong', wrong, done: 0 })
    return
  }
  try {
    await db.transaction().execute(async (tx) => {
      await takeAll(tx, platform, one, taken)
      await noteImport(tx, { ...which, at, from: ['importing'] }, { status: 'imported', done: one.rows })
    })
  } catch (fault) {
    await noteImport(db, { ...which, at, from: ['importing'] }, { status: 'failed', done: 0 })
    throw fault
  }
}

async function takeAll(tx: Tx, platform: Platform, one: Import, rows: readonly ImportRow[]): Promise<void> {
  const organ = await organById(tx, one.organId, platform.today())
  if (!organ) throw new Error(`no organ ${one.organId}`)
  const given = await givenFor(platform, one.organId)
  for (let i = 0; i < rows.length; i += chunk) {
    const cases = []
    for (const row of rows.slice(i, i + chunk)) {
      cases.push(await caseOf(tx, platform, one, { row, shortName: organ.shortName, given }))
    }
    await tx
      .insertInto('sealed')
      .values(cases.map(({ sealed }) => sealed))
      .execute()
    await appendMany(
      tx,
      cases.flatMap(({ facts }) => facts),
    )
    await tx
      .insertInto('request_row')
      .values(cases.map((each) => each.row))
      .execute()
    await tellProgress(platform, one, i + cases.length)
  }
}

// Outside the transaction, so that whoever waits sees it.
const tellProgress = ({ db, now }: Platform, { organId, importId }: Import, done: number) =>
  noteImport(db, { organId, importId, at: now().toISOString(), from: ['importing'] }, { done })

interface One {
  row: ImportRow
  shortName: string
  given: ClockGiven
}

async function caseOf(tx: Tx, platform: Platform, one: Import, { row, shortName, given }: One) {
  const { organId } = one
  const caseId = randomUUIDv7()
  const sealedId = randomUUIDv7()
  const { idNumber, name, category, telephone, email, address } = row
  const value = { category, name, idKind: idKindOf(idNumber), idNumber, telephone, email, address }
  const number = row.number || (await ownNumber(tx, organId, shortName, row))
  const facts = importedFacts(row, {
    number,
    applicant: sealedId,
    applicantIndex: personKey(platform, caseId, idNumber),
    fileName: one.name,
  })
  const now = platform.now().toISOString()
  const recorded = chained(
    {
      organId,
      duty,
      caseId,
      seenSeq: 0,
      facts: facts.map(({ fact: { type, ...body }, happenedOn }) => ({ type, happenedOn, body })),
      recordedBy: one.madeBy,
      recordedAt: now,
      askId: `${one.importId}/${row.row}`,
    },
    undefined,
  )
  const ciphertext = platform.seal.sealJson(value, sealedId)
  return {
    sealed: { organ_id: organId, sealed_id: sealedId, case_id: caseId, ciphertext },
    facts: recorded,
    row: projectRequest(organId, caseId, recorded.map(recordedOf), { ...given, now }),
  }
}

const idKindOf = (idNumber: string): IdKind | '' => {
  if (isResidentNumber(idNumber)) return 'residentId'
  if (isCreditCode(idNumber)) return 'creditCode'
  return idNumber ? 'other' : ''
}

// Without a number of identity nobody is taken for the same person: a name is none.
const personKey = (platform: Platform, caseId: string, idNumber: string): string => {
  const idKind = idKindOf(idNumber)
  return idKind === ''
    ? platform.seal.blindIndex(`imported ${caseId}`)
    : identityIndex(platform, { idKind, idNumber: idNumber.toUpperCase() })
}

async function ownNumber(tx: Tx, organId: string, shortName: string, { receivedOn }: ImportRow) {
  const year = Number(receivedOn.slice(0, 4))
  return importedNumberOf(shortName, year, await nextNumber(tx, organId, importedSeries, year))
}

/** The jobs of imports; each keeps its own transaction, so that progress can be told beside it. */
export const importTasks = (platform: Platform): Record<string, Task> => ({
  [checkName]: (_, payload) => checkImport(platform, payload as Which),
  [runName]: (_, payload) => runImport(platform, payload as Which),
})
