import type { App } from '#platform/http/app.ts'
import { anyone } from '#platform/http/rights.ts'
import type { Platform } from '#platform/platform.ts'
import { publicRegisterAsk } from '../register/public-ask.ts'
import { registerPage, registerRows } from '../register/store.ts'
import { portalOrgan } from '../store.ts'
import { answer, licenceOf, sendTable, tables, tags } from './answers.ts'
import { checkedKey } from './asks.ts'
import { type Field, objectOf } from './fields.ts'
import { decisionFields, documentFields, openDecisions } from './lists.ts'
import { openOrgans, openReports, organFields, reportFields } from './organs.ts'
import { DocumentsQuery, pageSchema } from './schemas.ts'
import { apiPath, type DataSet, titleOf } from './words.ts'

/** The data sets beside the items: organs, reports and decisions are small enough to be given whole, documents by pages. */
export function otherLists(app: App, platform: Platform): void {
  const { db, today } = platform
  const site = platform.config.publicAddress
  wholeList(app, platform, 'organs', organFields(site), async function* organs() {
    const own = await portalOrgan(db, today())
    if (own) yield* openOrgans(db, own, today())
  })
  wholeList(app, platform, 'reports', reportFields(site), () => openReports(db, today()))
  wholeList(app, platform, 'decisions', decisionFields(site), () => openDecisions(db, today()))
  documents(app, platform)
}

function wholeList<Row>(
  app: App,
  platform: Platform,
  name: DataSet['id'],
  fields: readonly Field<Row>[],
  rows: () => AsyncIterable<Row>,
): void {
  const summary = titleOf(name)
  app.get(
    `${apiPath}/${name}`,
    { config: anyone, schema: { summary, tags, response: { 200: pageSchema(fields) } } },
    async (request, reply): Promise<void> => {
      await answer(platform, request, reply, async () => {
        const items = (await Array.fromAsync(rows())).map((row) => objectOf(fields, row))
        const body = { items, next: null, ...licenceOf(platform.config.publicAddress) }
        return { body: JSON.stringify(body), shown: 'all' }
      })
    },
  )
  app.get(
    `${apiPath}/${name}.csv`,
    { config: tables, schema: { summary: `${summary}（CSV）`, tags } },
    async (_, reply) => sendTable(reply, name, fields, rows()),
  )
}

const inPage = 200

/** 行政规范性文件登记簿, newest first. */
function documents(app: App, platform: Platform): void {
  const { db } = platform
  const site = platform.config.publicAddress
  const fields = documentFields(site)
  const summary = titleOf('normative-documents')
  app.get(
    `${apiPath}/normative-documents`,
    {
      config: anyone,
      schema: { summary, tags, querystring: DocumentsQuery, response: { 200: pageSchema(fields) } },
    },
    async (request, reply): Promise<void> => {
      await answer(platform, request, reply, async () => {
        checkedKey(request.query, 'day')
        const { rows, next } = await registerPage(
          db,
          await publicRegisterAsk(platform, request.query, inPage),
        )
        const body = { items: rows.map((row) => objectOf(fields, row)), next, ...licenceOf(site) }
        return { body: JSON.stringify(body), shown: 'all' }
      })
    },
  )
  app.get(
    `${apiPath}/normative-documents.csv`,
    { config: tables, schema: { summary: `${summary}（CSV）`, tags, querystring: DocumentsQuery } },
    async (request, reply) => {
      const { after: _, ...ask } = await publicRegisterAsk(platform, request.query, inPage)
      return sendTable(reply, 'normative-documents', fields, registerRows(db, ask))
    },
  )
}
