import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { ListColumn } from '#platform/documents/list-file.ts'
import type { OldPageView } from './contract.ts'
import type { Outcome } from './reasons.ts'
import { pagesShown, type Which } from './store.ts'
import { pageView } from './views.ts'

/** The columns of the report of an old site. */
export const reportColumns: readonly ListColumn<OldPageView>[] = [
  { heading: '位置', width: 44, of: ({ place }) => place },
  { heading: '标题', width: 50, of: ({ title }) => title },
  { heading: '发布日期', width: 12, of: ({ publishedOn }) => publishedOn },
  { heading: '旧地址', width: 44, of: ({ address }) => address },
  { heading: '结果', width: 20, of: ({ outcomeLabel }) => outcomeLabel },
  { heading: '原因和说明', width: 80, of: ({ reasons }) => reasons.join('；') },
]

const atOnce = 1000

/** Every page of a site for its report, a part at a time. */
export async function* reportRows(
  db: Kysely<Database>,
  { organId, siteId }: Which,
  outcome: Outcome | undefined,
): AsyncGenerator<OldPageView> {
  let after = 0
  for (;;) {
    const pages = await pagesShown(db, { organId, siteId, outcome, after, limit: atOnce })
    for (const page of pages) yield pageView(page)
    if (pages.length < atOnce) return
    after = pages.at(-1)?.n ?? after
  }
}
