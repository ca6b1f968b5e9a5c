import type { FastifyReply, FastifyRequest } from 'fastify'
import { listFile, listMediaTypes } from '#platform/documents/list-file.ts'
import { atMost } from '#platform/http/limits.ts'
import { anyone } from '#platform/http/rights.ts'
import { type Made, sendKept } from '#platform/pages/kept.ts'
import type { Platform } from '#platform/platform.ts'
import { openDataPath } from '../addresses.ts'
import { columnsOf, type Field } from './fields.ts'

/** A whole table goes through everything there is: fewer of them in a minute. */
export const tables = { ...anyone, ...atMost(20) }

export const tags = ['开放数据']

/** The licence, as every answer names it. */
export const licenceOf = (site: string) => ({ licence: `${site}${openDataPath}#licence` })

const json = 'application/json; charset=utf-8'

/** Answers with what is kept, or made anew. Nothing here is anybody's own: pages of other sites may read it. */
export const answer = (
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  make: () => Promise<Omit<Made, 'type'>>,
): Promise<FastifyReply> =>
  sendKept(
    { platform, request, reply: reply.header('access-control-allow-origin', '*') },
    'data',
    async () => ({
      type: json,
      ...(await make()),
    }),
  )

/** Rows as a CSV file, as they come. */
export function sendTable<Row>(
  reply: FastifyReply,
  name: string,
  fields: readonly Field<Row>[],
  rows: AsyncIterable<Row>,
): FastifyReply {
  return reply
    .type(listMediaTypes.csv)
    .headers({
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'content-disposition': `attachment; filename="${name}.csv"`,
    })
    .send(listFile('csv', name, { columns: columnsOf(fields), rows }))
}
