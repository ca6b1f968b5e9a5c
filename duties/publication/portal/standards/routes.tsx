import { listFile, listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organByCode } from '#platform/organs/tree.ts'
import { asked } from '#platform/pages/asked.ts'
import { type PublicPage, sendPublicPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import { standardsPath } from '../../addresses.ts'
import type { Catalogue } from '../../catalogue/contract.ts'
import { catalogueOf } from '../../catalogue/desk.ts'
import { listColumns } from '../../catalogue/list-columns.ts'
import { publishedFields } from '../../catalogue/public.ts'
import { instantKey } from '../../list-key.ts'
import { type Tier, tiers } from '../../rules/standard/entry.ts'
import { itemPage } from '../../store.ts'
import { keyAsked, statusOf } from '../key-asked.ts'
import { EntryPage } from './entry-page.tsx'
import { FieldPage } from './field-page.tsx'
import { StandardsPage } from './list-page.tsx'

const onEntry = 25

interface Found {
  organ: Organ
  catalogue: Catalogue
}

async function found(platform: Platform, code: string, field: string): Promise<Found> {
  const organ = await organByCode(platform.db, code, platform.today())
  const catalogue =
    organ && /^\d{2,3}$/.test(field)
      ? await catalogueOf(platform, organ.organId, field, { drafts: false })
      : undefined
  if (!organ || !catalogue) throw trouble('notFound')
  return { organ, catalogue }
}

const tierOf = (text: string): Tier | undefined => (Object.hasOwn(tiers, text) ? (text as Tier) : undefined)

/** The published standard catalogues: the fields, each field's entries, each entry with what stands under it; as files. */
export function standardPages(app: App, platform: Platform): void {
  app.get(standardsPath, (request, reply) =>
    sendPublicPage(platform, request, reply, async (): Promise<PublicPage> => {
      const fields = await publishedFields(platform.db, platform.today())
      return { page: (frame) => <StandardsPage frame={frame} fields={fields} />, shown: 'all' }
    }),
  )
  app.get<{ Params: { code: string; field: string } }>(`${standardsPath}/:code/:field`, (request, reply) =>
    sendPublicPage(platform, request, reply, async () => {
      const here = await found(platform, request.params.code, request.params.field)
      const tier = tierOf(asked(request.query, 'tier'))
      return { page: (frame) => <FieldPage frame={frame} {...here} tier={tier} />, shown: 'all' }
    }),
  )
  files(app, platform)
  entries(app, platform)
}

function entries(app: App, platform: Platform): void {
  app.get<{ Params: { code: string; field: string; number: string } }>(
    `${standardsPath}/:code/:field/:number`,
    (request, reply) =>
      sendPublicPage(platform, request, reply, async () => {
        const { code, field, number } = request.params
        const { organ, catalogue } = await found(platform, code, field)
        const entry = catalogue.entries.find((each) => each.code === `${field}-${number}`)
        if (!entry) throw trouble('notFound')
        const after = keyAsked(request.query, instantKey)
        const under = { entry: entry.code, organId: organ.organId }
        const today = platform.today()
        const page = await itemPage(platform.db, { under, after, limit: onEntry, today })
        const shown = { organ, catalogue, entry, page, after }
        const status = statusOf(after, page.entries)
        return { page: (frame) => <EntryPage frame={frame} {...shown} />, shown: 'all', status }
      }),
  )
}

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}

function files(app: App, platform: Platform): void {
  type At = { Params: { code: string; field: string } }
  app.get<At>(`${standardsPath}/:code/:field/catalogue.json`, async (request) => {
    const { organ, catalogue } = await found(platform, request.params.code, request.params.field)
    return { organ: { code: organ.code, name: organ.name }, ...catalogue }
  })
  for (const format of ['xlsx', 'csv'] as const) {
    app.get<At>(`${standardsPath}/:code/:field/catalogue.${format}`, async (request, reply) => {
      const { catalogue } = await found(platform, request.params.code, request.params.field)
      const name = encodeURIComponent(`${catalogue.label}标准目录.${format}`)
      return reply
        .header('content-type', listMediaTypes[format])
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(listFile(format, catalogue.label, { columns: listColumns, rows: each(catalogue.entries) }))
    })
  }
}
