import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { Id } from '#platform/http/contract.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { uploadIn } from '#platform/http/upload.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { importers } from './case-roles.ts'
import {
  CheckAsk,
  type ImportColumns,
  ImportColumnsSchema,
  ImportListSchema,
  ImportSchema,
  type ImportView,
} from './contract-import.ts'
import { importFieldNames, importFields } from './import/fields.ts'
import type { Column, Heading, Mapping } from './import/header.ts'
import { addCheck, addRun } from './import/run.ts'
import {
  type Import,
  type ImportStatus,
  importOf,
  importsOf,
  noteImport,
  rememberMapping,
  uploadRegister,
} from './import/store.ts'

const tags = ['依申请公开']
const config = holders('organId', importers)
const ImportParams = Type.Object({ organId: Id, importId: Id })

const statusLabels: Record<ImportStatus, string> = {
  uploaded: '已上传，待核对列名',
  checking: '正在逐行检查',
  wrong: '有误，未导入',
  checked: '检查无误，可以导入',
  importing: '正在导入',
  imported: '已导入',
  failed: '导入未成功，没有写入任何一行',
}

const viewOf = (one: Import): ImportView => ({
  importId: one.importId,
  name: one.name,
  status: one.status,
  statusLabel: statusLabels[one.status],
  headerRow: one.headerRow,
  rows: one.rows,
  done: one.done,
  wrong: one.wrong,
  madeAt: one.madeAt,
})

// Samples are shown to whoever sent the file, once; they are kept nowhere else.
const withColumns = (one: Import, columns: readonly Column[] = []): ImportColumns => ({
  ...viewOf(one),
  columns: one.columns.map((each) => ({
    ...each,
    samples: [...(columns.find(({ index }) => index === each.index)?.samples ?? [])],
  })),
  fields: importFieldNames.map((name) => ({
    name,
    label: importFields[name].label,
    required: importFields[name].required,
  })),
  mapping: { ...one.mapping },
})

/** The mapping with the fields that we know, or what is missing in it. */
function readMapping(
  asked: Readonly<Record<string, Mapping[keyof Mapping]>>,
  columns: readonly Heading[],
): Mapping {
  const mapping: Mapping = {}
  const errors = []
  for (const field of importFieldNames) {
    const source = asked[field]
    const { label, required } = importFields[field]
    if (source && 'column' in source && !columns.some(({ index }) => index === source.column))
      errors.push({ field: `mapping.${field}`, message: `${label}所选的列不在文件中` })
    else if (source) mapping[field] = source
    else if (required) errors.push({ field: `mapping.${field}`, message: `请选择哪一列是${label}` })
  }
  if (errors.length > 0) throw invalid(errors)
  return mapping
}

async function found(platform: Platform, organId: string, importId: string): Promise<Import> {
  const one = await importOf(platform.db, organId, importId)
  if (!one) throw trouble('notFound')
  return one
}

const moved = () => trouble('conflict', { detail: '这次导入已经进行到别的一步，请刷新后查看。' })

function readRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/request-imports',
    {
      config,
      schema: { summary: '历年台账的导入', tags, params: OrganParams, response: { 200: ImportListSchema } },
    },
    async ({ params }) => ({ imports: (await importsOf(platform.db, params.organId)).map(viewOf) }),
  )
  app.get(
    '/api/organs/:organId/request-imports/:importId',
    {
      config,
      schema: {
        summary: '一次导入：进度、列的对应关系和有误的行',
        tags,
        params: ImportParams,
        response: { 200: ImportColumnsSchema },
      },
    },
    async ({ params: { organId, importId } }) => withColumns(await found(platform, organId, importId)),
  )
}

function uploadRoute(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/request-imports',
    {
      config,
      schema: {
        summary: '上传历年台账（xlsx、CSV），识别列名',
        tags,
        params: OrganParams,
        response: { 200: ImportColumnsSchema },
      },
    },
    async (request) => {
      const upload = await uploadIn(request)
      const uploaded = await uploadRegister(platform, {
        organId: request.params.organId,
        ...upload,
        by: whoAsks(request).personId,
      })
      if (uploaded.kind === 'refused') throw invalid([{ field: 'file', message: uploaded.sentence }])
      return withColumns(uploaded.import, uploaded.columns)
    },
  )
}

function checkRoute(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/request-imports/:importId/check',
    {
      config,
      schema: {
        summary: '确认列的对应关系，逐行检查',
        tags,
        params: ImportParams,
        body: CheckAsk,
        response: { 200: ImportSchema },
      },
    },
    async (request) => {
      const { organId, importId } = request.params
      const { personId } = whoAsks(request)
      const one = await found(platform, organId, importId)
      const mapping = readMapping(request.body.mapping, one.columns)
      const at = platform.now().toISOString()
      const from: ImportStatus[] = ['uploaded', 'wrong', 'checked', 'failed']
      await platform.db.transaction().execute(async (tx) => {
        const change = { status: 'checking', mapping, wrong: [], done: 0 } as const
        if (!(await noteImport(tx, { organId, importId, at, from }, change))) throw moved()
        await rememberMapping(tx, { organId, personId }, one.columns, mapping)
        await addCheck(tx, platform, { organId, importId })
      })
      return viewOf(await found(platform, organId, importId))
    },
  )
}

function runRoute(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/request-imports/:importId/run',
    {
      config,
      schema: {
        summary: '导入：全部写入，或者一行也不写入',
        tags,
        params: ImportParams,
        response: { 200: ImportSchema },
      },
    },
    async ({ params: { organId, importId } }) => {
      await found(platform, organId, importId)
      const at = platform.now().toISOString()
      await platform.db.transaction().execute(async (tx) => {
        const change = { status: 'importing', done: 0 } as const
        if (!(await noteImport(tx, { organId, importId, at, from: ['checked'] }, change))) throw moved()
        await addRun(tx, platform, { organId, importId })
      })
      return viewOf(await found(platform, organId, importId))
    },
  )
}

/** Registers of earlier years brought in: sent, mapped, checked row by row, taken whole or not at all. */
export function importRoutes(app: App, platform: Platform): void {
  readRoutes(app, platform)
  uploadRoute(app, platform)
  checkRoute(app, platform)
  runRoute(app, platform)
}
