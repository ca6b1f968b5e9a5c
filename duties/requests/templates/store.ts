import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { fillTemplate } from '#platform/documents/letter-template.ts'
import { officialLetterDocx } from '#platform/documents/official-letter.ts'
import { fileRefusals } from '#platform/files/refusals.ts'
import { audited } from '#platform/identity/audit.ts'
import type { Platform } from '#platform/platform.ts'
import { inChinese } from '#time/day.ts'
import { looksOf } from '../letter-looks.ts'
import { personNames } from '../names.ts'
import type { Letter, LetterKind } from '../rules/letter.ts'
import { letters } from '../rules/letters.ts'
import {
  manyLines,
  obligatoryPlaces,
  possiblePlaces,
  templatePlaces,
  valuesOf,
} from '../rules/template-places.ts'
import type { Templates } from './contract.ts'
import { sampleLetter } from './default.ts'
import { checkTemplate } from './upload.ts'
import './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** True where the text names a kind of letter. */
export const isLetterKind = (text: string): text is LetterKind => Object.hasOwn(letters, text)

/** Every kind of letter with its places and the versions that the organ has uploaded, newest first. */
export async function templatesOf(platform: Platform, organId: string): Promise<Templates> {
  const rows = await platform.db
    .selectFrom('letter_template as t')
    .innerJoin('file as f', (join) =>
      join.onRef('f.organ_id', '=', 't.organ_id').onRef('f.file_id', '=', 't.file_id'),
    )
    .select(['t.kind', 't.version', 't.uploaded_at', 't.uploaded_by', 't.retired_at', 'f.name'])
    .where('t.organ_id', '=', organId)
    .orderBy('t.version', 'desc')
    .execute()
  const names = await personNames(
    platform,
    rows.map((row) => row.uploaded_by),
  )
  return {
    kinds: (Object.keys(letters) as LetterKind[]).map((kind) => ({
      kind,
      title: letters[kind].title,
      places: possiblePlaces(kind).map((name) => ({
        name,
        says: templatePlaces[name],
        obligatory: obligatoryPlaces(kind).includes(name),
        opens: manyLines.has(name),
      })),
      versions: rows
        .filter((row) => row.kind === kind)
        .map((row) => ({
          version: row.version,
          name: row.name,
          uploadedAt: row.uploaded_at,
          by: names.get(row.uploaded_by) ?? '',
          inUse: row.retired_at === null,
        })),
    })),
  }
}

export type UploadAnswer =
  | { kind: 'uploaded'; version: number; warnings: string[] }
  | { kind: 'refused'; problems: string[] }

/** Checks a template and takes it into use; the one before it stays as an older version. */
export async function uploadTemplate(
  platform: Platform,
  ask: { organId: string; kind: LetterKind; name: string; bytes: Uint8Array; by: string },
): Promise<UploadAnswer> {
  const { organId, kind, name, bytes, by } = ask
  const checked = await checkTemplate(kind, bytes)
  if (checked.kind === 'unusable') return { kind: 'refused', problems: checked.problems }
  const at = platform.now().toISOString()
  const entry = {
    organId,
    personId: by,
    action: 'settingChanged',
    subject: `文书模板：${letters[kind].title}`,
  } as const
  const stored = await platform.files.store(platform.db, { organId, name, bytes, sealed: false, by, at })
  if (stored.kind === 'refused')
    return { kind: 'refused', problems: [fileRefusals[stored.code](stored.name)] }
  const { file_id } = stored.file
  return audited<UploadAnswer>(platform.db, entry, async (tx) => {
    await retire(tx, organId, kind, at)
    const version = (await lastVersion(tx, organId, kind)) + 1
    const row = {
      organ_id: organId,
      kind,
      version,
      file_id,
      uploaded_at: at,
      uploaded_by: by,
      retired_at: null,
    }
    await tx.insertInto('letter_template').values(row).execute()
    return { kind: 'uploaded', version, warnings: checked.warnings }
  })
}

/** From now on letters of that kind are made from the program's own template again. */
export async function retireTemplate(
  platform: Platform,
  { organId, kind, by }: { organId: string; kind: LetterKind; by: string },
): Promise<void> {
  const entry = {
    organId,
    personId: by,
    action: 'settingChanged',
    subject: `文书模板：停用${letters[kind].title}`,
  } as const
  await audited(platform.db, entry, (tx) => retire(tx, organId, kind, platform.now().toISOString()))
}

async function retire(tx: Db, organId: string, kind: string, at: string): Promise<void> {
  await tx
    .updateTable('letter_template')
    .set({ retired_at: at })
    .where('organ_id', '=', organId)
    .where('kind', '=', kind)
    .where('retired_at', 'is', null)
    .execute()
}

async function lastVersion(tx: Db, organId: string, kind: string): Promise<number> {
  const row = await versionsOf(tx, organId, kind).orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row?.version ?? 0
}

const versionsOf = (db: Db, organId: string, kind: string) =>
  db.selectFrom('letter_template').selectAll().where('organ_id', '=', organId).where('kind', '=', kind)

/** The file of one version; undefined where the organ has none of that number. */
export async function templateFile(platform: Platform, organId: string, kind: string, version: number) {
  const row = await versionsOf(platform.db, organId, kind).where('version', '=', version).executeTakeFirst()
  return row && platform.files.open(platform.db, organId, row.file_id)
}

/** A letter as a Word file, from the organ's own template where it has one, else on the program's page. */
export async function writeDocx(
  tx: Db,
  platform: Platform,
  organId: string,
  letter: Letter,
): Promise<{ bytes: Uint8Array; template?: number }> {
  const row = await versionsOf(tx, organId, letter.kind).where('retired_at', 'is', null).executeTakeFirst()
  const opened = row && (await platform.files.open(tx, organId, row.file_id))
  if (!row || !opened) return { bytes: await officialLetterDocx(looksOf(letter)) }
  const bytes = await fillTemplate(opened.bytes, valuesOf(letter, inChinese(letter.on)))
  return { bytes, template: row.version }
}

/** What a letter of that kind looks like now, with words that show where each goes. */
export const exampleDocx = async (
  platform: Platform,
  organId: string,
  kind: LetterKind,
): Promise<Uint8Array> => (await writeDocx(platform.db, platform, organId, sampleLetter(kind))).bytes
