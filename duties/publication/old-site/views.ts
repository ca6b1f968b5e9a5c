import type { Platform } from '#platform/platform.ts'
import { textOfHtml } from '#platform/search/html-text.ts'
import { headingOf } from '../rules/catalogue.ts'
import { kindLabel } from '../rules/vocabulary.ts'
import type { Page } from './check.ts'
import type { OldPageView, OldPreview, OldSiteView, OldSiteWhole } from './contract.ts'
import { fieldNames, fields } from './fields.ts'
import { outcomes, refusesPage, sayReason } from './reasons.ts'
import { countsOf, type OldSite, type PageShown, type SiteKind, type SiteStatus } from './store.ts'

const kindLabels: Record<SiteKind, string> = { list: '表格', json: 'JSON', html: '网页' }

const statusLabels: Record<SiteStatus, string> = {
  reading: '正在读取',
  read: '已读取，待核对对应关系',
  checking: '正在试运行，不写入任何内容',
  checked: '试运行完成，可以迁移',
  taking: '正在迁移',
  stopped: '已停止，可以继续',
  done: '已完成',
  unreadable: '不能读取',
}

/** A site as lists show it. */
export async function siteView({ db }: Platform, site: OldSite): Promise<OldSiteView> {
  const { pages, done, byOutcome } = await countsOf(db, site)
  return {
    siteId: site.siteId,
    name: site.name,
    kind: site.kind,
    kindLabel: kindLabels[site.kind],
    status: site.status,
    statusLabel: statusLabels[site.status],
    trouble: site.trouble,
    madeAt: site.madeAt,
    counts: { pages, done, ...byOutcome },
  }
}

/** A site with its mapping and what it may come from. */
export const siteWhole = async (platform: Platform, site: OldSite): Promise<OldSiteWhole> => ({
  ...(await siteView(platform, site)),
  fields: fieldNames.map((name) => ({ name, label: fields[name].label, required: fields[name].required })),
  choices: site.choices.map(({ from, label, samples }) => ({ from, label, samples: [...samples] })),
  mapping: { ...site.mapping },
  options: { ...site.options },
})

export const pageView = (page: PageShown): OldPageView => ({
  n: page.n,
  place: page.place,
  title: page.title,
  publishedOn: page.publishedOn,
  address: page.address,
  outcome: page.outcome,
  outcomeLabel: outcomes[page.outcome][page.stage === 2 ? 'done' : 'planned'],
  reasons: page.reasons.map(sayReason),
  itemId: page.itemId,
})

const shownOfText = 160

/** What the first pages come to, as the mapping is settled. */
export const previewView = (pages: readonly Page[]): OldPreview => ({
  pages: pages.map(({ place, title, publishedOn, address, prepared, reasons }) => ({
    place,
    title,
    publishedOn: publishedOn ?? '',
    organ: prepared?.organ ?? '',
    documentNumber: prepared?.documentNumber ?? '',
    kindLabel: prepared ? kindLabel(prepared.kind) : '',
    headingLabel: prepared ? (headingOf(prepared.catalogue)?.short ?? '') : '',
    text: textOfHtml(prepared?.body ?? '').slice(0, shownOfText),
    files: prepared?.files.map(({ name }) => name) ?? [],
    address,
    reasons: reasons.map(sayReason),
    isTaken: prepared !== undefined && !reasons.some(refusesPage),
  })),
})
