import { Type } from 'typebox'
import { listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { rolesAt } from '#platform/identity/actor.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { ChannelDoneSchema, ListAskSchema, ListsQuery, ListsSchema, ReceivedSchema } from './contract.ts'
import { listPaper, listSheet } from './list-paper.ts'
import { listOf, listsOf, makeList, numberLabel, receiveList } from './lists.ts'
import { channelKeepers, channelReaders } from './roles.ts'
import { doneOr, channelTags as tags } from './routes-parts.ts'

const root = '/api/organs/:organId/channel-lists'
const toRead = { config: holders('organId', channelReaders) }
const toKeep = { config: holders('organId', channelKeepers) }
const ListParams = Type.Object({ ...OrganParams.properties, listId: Type.String({ format: 'uuid' }) })
const done = { 200: ChannelDoneSchema }
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function makeRoutes(app: App, platform: Platform): void {
  app.post(
    root,
    {
      ...toKeep,
      schema: {
        summary: '编制移送清单',
        tags,
        params: OrganParams,
        body: ListAskSchema,
        response: done,
      },
    },
    async (request) => {
      const asker = { organId: request.params.organId, personId: whoAsks(request).personId }
      return doneOr(await makeList(platform, asker, request.body))
    },
  )
  app.post(
    `${root}/:listId/receipt`,
    {
      ...toKeep,
      schema: { summary: '登记签收', tags, params: ListParams, body: ReceivedSchema, response: done },
    },
    async (request) => {
      const { organId, listId } = request.params
      const asker = { organId, personId: whoAsks(request).personId }
      return doneOr(await receiveList(platform, asker, listId, request.body))
    },
  )
}

/** Lists for archive and library; these and issues of the gazette as files. */
export function channelListRoutes(app: App, platform: Platform): void {
  app.get(
    root,
    {
      ...toRead,
      schema: {
        summary: '移送清单',
        tags,
        params: OrganParams,
        querystring: ListsQuery,
        response: { 200: ListsSchema },
      },
    },
    async (request) => {
      const { organId } = request.params
      const held = rolesAt(whoAsks(request), organId)
      const mayMake = held.some((role) => channelKeepers.includes(role))
      return { ...(await listsOf(platform, organId, request.query.after)), mayMake }
    },
  )
  makeRoutes(app, platform)
  app.get(
    `${root}/:listId/file`,
    {
      ...toRead,
      schema: {
        summary: '下载清单（Word、xlsx），含移送明细',
        tags,
        params: ListParams,
        querystring: Type.Object({ format: Type.Enum(['docx', 'xlsx']) }),
      },
    },
    async (request, reply) => {
      const { organId, listId } = request.params
      const { format } = request.query
      const list = await listOf(platform, organId, listId)
      const organ = await organById(platform.db, organId, platform.today())
      if (!list || !organ) throw trouble('notFound')
      const name = encodeURIComponent(`${organ.name}${numberLabel(list)}.${format}`)
      return reply
        .header('content-type', format === 'docx' ? word : listMediaTypes.xlsx)
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(format === 'docx' ? await listPaper(list, organ.name) : listSheet(list))
    },
  )
}
