import { listFile, listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { asked } from '#platform/pages/asked.ts'
import { type PublicPage, sendPublicPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import { registerPath } from '../../addresses.ts'
import { registerColumns } from '../../register/columns.ts'
import { publicRegisterAsk } from '../../register/public-ask.ts'
import { registerPage, registerRows, registerYears } from '../../register/store.ts'
import { organsToChoose } from '../../store.ts'
import { statusOf } from '../key-asked.ts'
import { ownOrgan } from '../places.ts'
import { RegisterPage } from './page.tsx'

const onList = 50

/** 行政规范性文件登记簿: a page with filters, and the whole of it as xlsx and CSV. */
export function registerPages(app: App, platform: Platform): void {
  app.get(registerPath, (request, reply) =>
    sendPublicPage(platform, request, reply, async (): Promise<PublicPage> => {
      const ask = await publicRegisterAsk(platform, request.query, onList)
      const { words = '', after = '', state = '', year } = ask
      const props = {
        query: { organ: asked(request.query, 'organ'), state, year: year ? String(year) : '', words, after },
        organs: await organsToChoose(platform.db, await ownOrgan(platform), ask.today),
        years: await registerYears(platform.db),
        ...(await registerPage(platform.db, ask)),
      }
      return {
        page: (frame) => <RegisterPage frame={frame} {...props} />,
        shown: 'all',
        status: statusOf(after, props.rows),
      }
    }),
  )
  for (const format of ['xlsx', 'csv'] as const)
    app.get(`${registerPath}.${format}`, async (request, reply) => {
      const { after: _, ...ask } = await publicRegisterAsk(platform, request.query, onList)
      const name = encodeURIComponent(`行政规范性文件登记簿.${format}`)
      return reply
        .header('content-type', listMediaTypes[format])
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(listFile(format, '登记簿', { columns: registerColumns, rows: registerRows(platform.db, ask) }))
    })
}
