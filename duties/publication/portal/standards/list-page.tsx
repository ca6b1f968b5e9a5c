import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { sectionName } from '#platform/pages/sections.ts'
import { dateInShanghai } from '#platform/pages/times.ts'
import { standardAddress } from '../../addresses.ts'
import type { PublishedField } from '../../catalogue/public.ts'
import { standardFields } from '../../rules/standard/fields.ts'

const about = '按国务院办公厅部署编制：每一事项公开什么、依据什么、何时公开、由谁公开、向谁公开、怎样公开'

/** 基层政务公开标准目录: the fields of which a catalogue is published, by organ. */
export function StandardsPage({ frame, fields }: { frame: Frame; fields: readonly PublishedField[] }) {
  const organs = [...new Map(fields.map(({ organ }) => [organ.code, organ])).values()]
  return (
    <Page
      frame={frame}
      section="items"
      title="基层政务公开标准目录"
      meta={{ level: 'list', column: otherColumn('基层政务公开标准目录', about) }}
      trail={[{ label: sectionName('items'), address: '/items' }]}
      description={about}
    >
      <h1>基层政务公开标准目录</h1>
      <p class="measure">
        {about}。国家确定的试点领域共{standardFields.length}个，可以逐项查看已经公开的信息。
      </p>
      {organs.length === 0 && <p class="quiet">尚未发布标准目录。</p>}
      {organs.map((organ) => (
        <section key={organ.code} aria-labelledby={`organ-${organ.code}`}>
          <h2 id={`organ-${organ.code}`}>{organ.name}</h2>
          <ul class="items">
            {fields
              .filter((field) => field.organ.code === organ.code)
              .map((field) => (
                <li key={field.field}>
                  <a href={standardAddress(organ.code, field.field)}>{field.label}</a>
                  <time dateTime={field.publishedAt}>{dateInShanghai(field.publishedAt)}</time>
                  <p class="under">
                    <span>{field.entries}个事项</span>
                    <span>第{field.version}版</span>
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}
