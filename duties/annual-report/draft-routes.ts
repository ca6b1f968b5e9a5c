import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import type { Platform } from '#platform/platform.ts'
import { isOutKind, reportFile } from './out/outs.ts'
import { readReports, YearParams } from './route-parts.ts'
import { workingReport } from './working.ts'

const FileParams = Type.Object({ ...YearParams.properties, kind: Type.String({ maxLength: 8 }) })

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
      const at = { cutOff: platform.now().toISOString(), roles: [] }
      const working = isOutKind(kind) ? await workingReport(platform, organId, year, at) : undefined
      if (!working || !isOutKind(kind)) throw trouble('notFound')
      const file = await reportFile(working.report, kind)
      return reply.type(file.mediaType).header('content-disposition', file.disposition).send(file.bytes)
    },
  )
}
