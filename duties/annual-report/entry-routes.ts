import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { whoAsks } from '#platform/http/rights.ts'
import { uploadIn } from '#platform/http/upload.ts'
import type { Platform } from '#platform/platform.ts'
import { EntriesKeptSchema, EntriesSchema, EntryAskSchema } from './contract.ts'
import { addEntry, type EntryAnswer, entriesOf, importEntries, withdrawEntry } from './entries.ts'
import { readReports, writeReports, YearParams } from './route-parts.ts'
import { entryColumns } from './rules/entries.ts'

const tags = ['年度报告']
const EntryParams = Type.Object({ ...YearParams.properties, entryId: Type.String({ format: 'uuid' }) })

function keptOr(answer: EntryAnswer): { entryIds: string[] } {
  if (answer.kind === 'done') return { entryIds: answer.entryIds }
  throw answer.kind === 'notFound' ? trouble('notFound') : invalid(answer.errors)
}

/** The monthly entries of table two: listed, added, withdrawn, imported from a list. */
export function entryRoutes(app: App, platform: Platform): void {
  const base = '/api/organs/:organId/reports/:year/entries'
  app.get(
    base,
    {
      ...readReports,
      schema: { summary: '表二的按月登记', tags, params: YearParams, response: { 200: EntriesSchema } },
    },
    async (request) => ({
      entries: await entriesOf(platform.db, request.params.organId, request.params.year),
    }),
  )
  app.post(
    base,
    {
      ...writeReports,
      schema: {
        summary: '登记一个月的数字',
        tags,
        params: YearParams,
        body: EntryAskSchema,
        response: { 200: EntriesKeptSchema },
      },
    },
    async (request) => {
      const place = { ...request.params, by: whoAsks(request).personId }
      return keptOr(await addEntry(platform, place, request.body))
    },
  )
  app.post(
    `${base}/:entryId/withdraw`,
    {
      ...writeReports,
      schema: { summary: '撤回一笔登记', tags, params: EntryParams, response: { 200: EntriesKeptSchema } },
    },
    async (request) => keptOr(await withdrawEntry(platform, request.params, request.params.entryId)),
  )
  app.post(
    `${base}/import`,
    {
      ...writeReports,
      schema: {
        summary: `导入登记清单（xlsx或CSV，列：${entryColumns.join('、')}）；有一行不对，一行也不导入`,
        tags,
        params: YearParams,
        response: { 200: EntriesKeptSchema },
      },
    },
    async (request) => {
      const { name, bytes } = await uploadIn(request, '请选择要导入的文件')
      const place = { ...request.params, by: whoAsks(request).personId }
      return keptOr(await importEntries(platform, place, name, bytes))
    },
  )
}
