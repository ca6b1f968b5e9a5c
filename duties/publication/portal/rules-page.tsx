import { instruments } from '#law/citation.ts'
import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import type { ItemEntry } from '../contract.ts'
import { ownRules } from '../rules/catalogue.ts'
import { ItemList } from './item-list.tsx'

/** 政府信息公开制度: the Regulation, the documents that it is applied with, and the rules of the organs here. */
export function RulesPage({ frame, own }: { frame: Frame; own: readonly ItemEntry[] }) {
  return (
    <Page
      frame={frame}
      section="rules"
      title="政府信息公开制度"
      meta={{ level: 'list', column: columnOf('rules') }}
      trail={[]}
    >
      <h1>政府信息公开制度</h1>
      <h2>基本法规</h2>
      <p>
        <a class="lead" href="/rules/regulation">
          中华人民共和国政府信息公开条例
        </a>
        <br />
        <span class="quiet">国务院令第711号，2019年5月15日起施行。可以逐条查阅。</span>
      </p>
      <h2>配套法律和文件</h2>
      <ul class="instruments">
        {Object.values(instruments).map(({ title, number }) => (
          <li key={title}>
            {title}
            <span class="quiet">{number}</span>
          </li>
        ))}
      </ul>
      <h2>本地制度</h2>
      {own.length === 0 ? <p>暂无。</p> : <ItemList entries={own} full />}
      {own.length > 0 && (
        <p>
          <a href={`/items?catalogue=${ownRules}`}>各机关的全部制度</a>
        </p>
      )}
    </Page>
  )
}
