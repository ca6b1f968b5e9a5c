import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { FieldError } from '#platform/http/problem.ts'
import { audit } from '#platform/identity/audit.ts'
import type { Platform } from '#platform/platform.ts'
import { type FieldName, type FieldSource, fieldNames, fields, type Mapping } from './fields.ts'
import { isSelector } from './html/selector.ts'
import { roleOf } from './places.ts'
import {
  addSite,
  noteSite,
  type OldSite,
  rememberMapping,
  type SiteKind,
  type SiteOptions,
  type SiteStatus,
  siteOf,
  type Which,
} from './store.ts'
import { addCheck, addRead, addTake } from './tasks.ts'

interface Sent {
  readonly organId: string
  readonly siteId: string
  readonly by: string
  /** Path of the list and of the archive or folder, '' for none. */
  readonly list: string
  readonly files: string
  readonly name: string
}

/** Which kind of old site was sent; undefined where neither a list nor pages are there. */
export function kindOfSent({ list, files }: Pick<Sent, 'list' | 'files'>): SiteKind | undefined {
  if (list === '') return files === '' ? undefined : 'html'
  const role = roleOf(list)
  return role === 'archive' ? undefined : role
}

/** Writes down what was sent and leaves the job that reads it. */
export async function beginSite(platform: Platform, sent: Sent, kind: SiteKind): Promise<OldSite> {
  const { organId, siteId } = sent
  const madeAt = platform.now().toISOString()
  const site = {
    organId,
    siteId,
    name: sent.name,
    kind,
    listFile: sent.list,
    files: sent.files,
    madeAt,
    madeBy: sent.by,
  }
  await platform.db.transaction().execute(async (tx) => {
    await addSite(tx, site)
    await audit(tx, {
      organId,
      personId: sent.by,
      action: 'settingChanged',
      subject: `上传旧站：${sent.name}`,
    })
    await addRead(tx, platform, { organId, siteId })
  })
  const made = await siteOf(platform.db, { organId, siteId })
  if (!made) throw new Error('an old site was kept and not found')
  return made
}

export const newSiteId = (): string => randomUUIDv7()

/** The mapping with the fields that we know, or what is missing or wrong in it. */
export function readMapping(
  asked: Readonly<Record<string, FieldSource>>,
  { kind, choices }: Pick<OldSite, 'kind' | 'choices'>,
): { mapping: Mapping } | { errors: FieldError[] } {
  const mapping: Partial<Record<FieldName, FieldSource>> = {}
  const errors: FieldError[] = []
  const known = new Set(choices.map(({ from }) => from))
  for (const name of fieldNames) {
    const source = asked[name]
    const { label, required } = fields[name]
    const field = `mapping.${name}`
    if (!source) {
      if (required && !(name === 'body' && asked.attachments))
        errors.push({ field, message: `请选择${label}从哪里来` })
    } else if ('from' in source && !known.has(source.from) && !(kind === 'html' && isOwnPlace(source.from)))
      errors.push({ field, message: `${label}所选的来源不在文件中` })
    else mapping[name] = source
  }
  return errors.length > 0 ? { errors } : { mapping }
}

const isOwnPlace = (from: string): boolean => /^(?:meta|mark):.+/.test(from) || isSelector(from)

/** Reasons that no other mapping changes. */
const lasting = ['badRecord', 'unsafePath', 'symbolicLink', 'encrypted', 'broken']

/** Settles the mapping and has every page looked into that was not taken yet; false where the site is under way. */
export async function settle(
  platform: Platform,
  site: OldSite,
  { by, mapping, options }: { by: string; mapping: Mapping; options: SiteOptions },
): Promise<boolean> {
  const { organId, siteId, kind } = site
  const from: SiteStatus[] = ['read', 'checked', 'stopped', 'done']
  return platform.db.transaction().execute(async (tx) => {
    const at = platform.now().toISOString()
    if (!(await noteSite(tx, { organId, siteId, at, from }, { status: 'checking', mapping, options })))
      return false
    await sql`UPDATE old_page SET stage = 0, outcome = '', reasons = '[]', prepared = NULL, twin = NULL
      WHERE organ_id = ${organId} AND site_id = ${siteId} AND stage > 0 AND outcome <> ''
        AND NOT (stage = 2 AND outcome IN ('take', 'draft', 'duplicate'))
        AND NOT coalesce(reasons -> 0 ->> 'code', '') = ANY (${lasting}::text[])`.execute(tx)
    await rememberMapping(tx, { organId, personId: by }, kind, mapping)
    await addCheck(tx, platform, { organId, siteId })
    return true
  })
}

/** Begins to take, or goes on after a stop. False where there is nothing to begin. */
export async function take(platform: Platform, { organId, siteId }: Which, by: string): Promise<boolean> {
  return platform.db.transaction().execute(async (tx) => {
    const at = platform.now().toISOString()
    const from = ['checked', 'stopped'] as const
    if (!(await noteSite(tx, { organId, siteId, at, from }, { status: 'taking' }))) return false
    await audit(tx, { organId, personId: by, action: 'settingChanged', subject: `迁移旧站 ${siteId}` })
    await addTake(tx, platform, { organId, siteId })
    return true
  })
}

/** Stops after the batch under way; everything written stays, and it goes on from there. */
export async function stop(platform: Platform, which: Which): Promise<boolean> {
  const at = platform.now().toISOString()
  if (await noteSite(platform.db, { ...which, at, from: ['taking'] }, { status: 'stopped' })) return true
  return noteSite(platform.db, { ...which, at, from: ['checking'] }, { status: 'read' })
}
