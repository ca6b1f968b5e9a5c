import type { App } from '#platform/http/app.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { rolesAt } from '#platform/identity/actor.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { ChannelDoneSchema } from './contract.ts'
import { GazetteSchema, IssueAskSchema } from './contract-gazette.ts'
import { enterIssue, gazetteOf } from './gazette.ts'
import { channelKeepers, channelReaders } from './roles.ts'
import { doneOr, channelTags as tags } from './routes-parts.ts'

const url = '/api/organs/:organId/gazette-issues'

/** 政府公报: the issues of an organ that keeps one, each with what is printed in it. */
export function gazetteRoutes(app: App, platform: Platform): void {
  app.get(
    url,
    {
      config: holders('organId', channelReaders),
      schema: {
        summary: '政府公报各期和刊登的信息；设区的市级以上人民政府编发',
        tags,
        params: OrganParams,
        response: { 200: GazetteSchema },
      },
    },
    async (request) => {
      const { organId } = request.params
      const mayEnter = rolesAt(whoAsks(request), organId).some((role) => channelKeepers.includes(role))
      return { ...(await gazetteOf(platform, organId)), mayEnter }
    },
  )
  app.post(
    url,
    {
      config: holders('organId', channelKeepers),
      schema: {
        summary: '登记一期政府公报，或者改写已经登记的一期；刊登的信息计入公报渠道',
        tags,
        params: OrganParams,
        body: IssueAskSchema,
        response: { 200: ChannelDoneSchema },
      },
    },
    async (request) => {
      const asker = { organId: request.params.organId, personId: whoAsks(request).personId }
      return doneOr(await enterIssue(platform, asker, request.body))
    },
  )
}
