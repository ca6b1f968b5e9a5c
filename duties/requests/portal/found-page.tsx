import type { ItemEntry } from '#duties/publication/contract.ts'
import { Hidden } from '#platform/pages/form.tsx'
import { dateInShanghai } from '#platform/pages/times.ts'
import type { FormState } from './question-page.tsx'
import { RequestPage } from './request-page.tsx'

const title = '这些信息已经公开，请先看一看'

/** What is already published, before the form goes on: does it answer the person? */
export function FoundPage({ frame, organ, hidden, found }: FormState & { found: readonly ItemEntry[] }) {
  return (
    <RequestPage frame={frame} title={title} personal>
      <h1>{title}</h1>
      <p class="measure">已经公开的信息可以直接查看，不必申请。标题在新窗口打开，看过以后回到这里继续。</p>
      <form method="post" action={`/requests/new/${organ.code}`}>
        <Hidden fields={{ ...hidden, question: 'found' }} />
        <ul class="items">
          {found.map((entry) => (
            <li key={entry.itemId}>
              <ItemLink entry={entry} />
              <p>
                <button class="link" type="submit" name="go" value={`answered:${entry.itemId}`}>
                  就是这一条，不用申请了<span class="unseen">：{entry.title}</span>
                </button>
              </p>
            </li>
          ))}
        </ul>
        <div class="actions">
          <button type="submit" name="go" value="next">
            都不是，继续申请
          </button>
          <button class="second" type="submit" name="go" value="back">
            上一步
          </button>
        </div>
      </form>
    </RequestPage>
  )
}

function ItemLink({ entry }: { entry: ItemEntry }) {
  return (
    <>
      <a href={entry.address} target="_blank" rel="noopener">
        {entry.title}
      </a>
      <time dateTime={entry.publishedAt}>{dateInShanghai(entry.publishedAt)}</time>
      <p class="quiet">{[entry.organName, entry.documentNumber].filter(Boolean).join('，')}</p>
    </>
  )
}

/** The same under the field of the title, while it is being typed. */
export function FoundSoFar({ found }: { found: readonly ItemEntry[] }) {
  return (
    <>
      <p class="hint">这些信息已经公开，可以直接查看：</p>
      <ul class="items">
        {found.map((entry) => (
          <li key={entry.itemId}>
            <ItemLink entry={entry} />
          </li>
        ))}
      </ul>
    </>
  )
}
