import { organsToChoose, portalOrgan } from '#duties/publication/store.ts'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { organByCode } from '#platform/organs/tree.ts'
import { asked } from '#platform/pages/asked.ts'
import { frameOf, sendPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import { AboutPage } from './about-page.tsx'
import { calculatorPages } from './calculator.tsx'
import { calendarPages } from './calendar.tsx'
import { ChooseOrganPage } from './choose-organ-page.tsx'
import { newRequestPages } from './new-request.tsx'
import { PaperFormPage } from './paper-form-page.tsx'
import { trackPages } from './track.tsx'

/** The public pages of the requests duty: how to ask, asking, following one's request, reckoning its days. */
export function requestPages(app: App, platform: Platform): void {
  app.get('/requests', async (request, reply) =>
    sendPage(reply, <AboutPage frame={await frameOf(request, platform)} />),
  )
  app.get('/requests/form', async (request, reply) =>
    sendPage(reply, <PaperFormPage frame={await frameOf(request, platform)} />),
  )
  app.get('/requests/new', async (request, reply) => {
    const { db } = platform
    const today = platform.today()
    const under = asked(request.query, 'under')
    const top = under === '' ? await portalOrgan(db, today) : await organByCode(db, under, today)
    if (!top) throw trouble('notFound')
    const organs = await organsToChoose(db, top, today)
    return sendPage(reply, <ChooseOrganPage frame={await frameOf(request, platform)} organs={organs} />)
  })
  newRequestPages(app, platform)
  trackPages(app, platform)
  calculatorPages(app, platform)
  calendarPages(app, platform)
}
