import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { Report } from '#law/report-forms/report.ts'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import type { Platform } from '#platform/platform.ts'
import { mergedDraft } from './below.ts'
import { isOutKind } from './out/outs.ts'
import { reportFile } from './out/report-file.ts'
import { readMerged, readReports, YearParams } from './route-parts.ts'
import { standingReport } from './standing.ts'

const FileParams = Type.Object({ ...YearParams.properties, kind: Type.String({ maxLength: 8 }) })

async function sendReport(
  reply: FastifyReply,
  report: Report | undefined,
  kind: string,
): Promise<FastifyReply> {
  if (!report || !isOutKind(kind)) throw trouble('notFound')
  const file = await reportFile(report, kind)
  return reply.type(file.mediaType).header('content-disposition', file.disposition).send(file.bytes)
}

/** The report as it stands, handed out to those who work on it: docx, xlsx, pdf, csv, json. */
export function draftRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/reports/:year/file/:kind',
    {
      ...readReports,
      schema: {
        summary: '下载报告草稿（docx、xlsx、pdf、csv、json）',
        tags: ['年度报告'],
        params: FileParams,
      },
    },
    async (request, reply) => {
      const { organId, year, kind } = request.params
      const standing = isOutKind(kind) ? await standingReport(platform, organId, year, []) : undefined
      return sendReport(reply, standing?.report, kind)
    },
  )
  app.get(
    '/api/organs/:organId/reports/:year/merged/file/:kind',
    {
      ...readMerged,
      schema: {
        summary: '下载汇总稿（docx、xlsx、pdf、csv、json）',
        tags: ['年度报告'],
        params: FileParams,
      },
    },
    async (request, reply) => {
      const { organId, year, kind } = request.params
      return sendReport(reply, isOutKind(kind) ? await mergedDraft(platform, organId, year) : undefined, kind)
    },
  )
}
