import { listFile, listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { asked, askedYear } from '#platform/pages/asked.ts'
import { type PublicPage, sendPublicPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import { registerPath } from '../../addresses.ts'
import { registerColumns } from '../../register/columns.ts'
import type { RegisterQuery } from '../../register/contract.ts'
import { type RegisterAsk, registerPage, registerRows, registerYears } from '../../register/store.ts'
import { validityLabels } from '../../rules/vocabulary.ts'
import { settingsOf } from '../../settings-store.ts'
import { organsToChoose } from '../../store.ts'
import { organAt, ownOrgan } from '../places.ts'
import { RegisterPage } from './page.tsx'

const onList = 50

const stateOf = (text: string): RegisterQuery['state'] =>
  text !== 'none' && Object.hasOwn(validityLabels, text) ? (text as RegisterQuery['state']) : undefined

async function askOf(platform: Platform, query: unknown): Promise<RegisterAsk> {
  const own = await ownOrgan(platform)
  const code = asked(query, 'organ')
  const organ = code === '' ? undefined : await organAt(platform, code)
  const { cleanupYears, interpretationWorkingDays } = await settingsOf(platform.db, own.organId)
  const [state, year] = [stateOf(asked(query, 'state')), askedYear(query, 'year')]
  return {
    organId: organ?.organId,
    words: asked(query, 'words').slice(0, 100),
    after: asked(query, 'after'),
    ...(state ? { state } : {}),
    ...(year ? { year } : {}),
    today: platform.today(),
    limit: onList,
    cleanupYears,
    interpretationWorkingDays,
    calendar: await platform.calendarFor(own.organId),
  }
}

/** 行政规范性文件登记簿: a page with filters, and the whole of it as xlsx and CSV. */
export function registerPages(app: App, platform: Platform): void {
  app.get(registerPath, (request, reply) =>
    sendPublicPage(platform, request, reply, async (): Promise<PublicPage> => {
      const ask = await askOf(platform, request.query)
      const { words = '', after = '', state = '', year } = ask
      const props = {
        query: { organ: asked(request.query, 'organ'), state, year: year ? String(year) : '', words, after },
        organs: await organsToChoose(platform.db, await ownOrgan(platform), ask.today),
        years: await registerYears(platform.db),
        ...(await registerPage(platform.db, ask)),
      }
      return { page: (frame) => <RegisterPage frame={frame} {...props} />, shown: 'all' }
    }),
  )
  for (const format of ['xlsx', 'csv'] as const)
    app.get(`${registerPath}.${format}`, async (request, reply) => {
      const { after: _, ...ask } = await askOf(platform, request.query)
      const name = encodeURIComponent(`行政规范性文件登记簿.${format}`)
      return reply
        .header('content-type', listMediaTypes[format])
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(listFile(format, '登记簿', { columns: registerColumns, rows: registerRows(platform.db, ask) }))
    })
}
