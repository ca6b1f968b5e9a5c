import { Fragment } from 'preact'
import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { addressWith } from '#platform/pages/pager.tsx'
import { fileKind, minuteInShanghai, sizeInWords } from '#platform/pages/times.ts'
import { type Day, inChinese } from '#time/day.ts'
import type { Around } from '../around.ts'
import type { Item } from '../contract.ts'
import { headingOf } from '../rules/catalogue.ts'
import { isOver, kindLabel, validityLabel } from '../rules/vocabulary.ts'
import { asDocument } from './document.ts'
import { ItemList, ItemTitle } from './item-list.tsx'
import { KindTables, kindLines, kindTexts } from './kind-fields.tsx'
import { itemData } from './linked-data.ts'
import { hasPreview } from './preview/kinds.ts'

/** One item: its header table, the text set as a document, attachments, and what belongs to it. */
export function ItemPage({ frame, item, around }: { frame: Frame; item: Item; around: Around }) {
  const published = minuteInShanghai(item.publishedAt)
  const over = isOver(item.validity)
  const meta = {
    level: 'article',
    column: columnOf('items'),
    article: { title: item.title, publishedAt: published, source: item.organName, description: item.summary },
  } as const
  const trail = [
    { label: '法定主动公开内容', address: '/items' },
    { label: item.organName, address: `/organs/${item.organCode}` },
  ]
  return (
    <Page
      frame={frame}
      section="items"
      title={over ? `【${validityLabel(item.validity)}】${item.title}` : item.title}
      description={item.summary}
      meta={meta}
      trail={trail}
      data={itemData(frame, item)}
    >
      <article>
        {over && <OverNote validity={item.validity} />}
        <Particulars item={item} published={published} />
        <h1 class="document-title">
          {over && <span class="repealed-mark">{validityLabel(item.validity)}</span>}
          {item.title}
        </h1>
        <h2 class="unseen">正文</h2>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the body was cleaned when it was taken in */}
        <div class="document" dangerouslySetInnerHTML={{ __html: asDocument(item.body) }} />
        <KindTables item={item} />
      </article>
      <Gathered entries={around.gathered} />
      <Files item={item} />
      <Related item={item} others={around.related} />
      <p class="aside-list quiet screen-only">
        发现内容有误或者有疑问的，可以<a href={`/organs/${item.organCode}`}>联系{item.organName}</a>，或者
        <a href={addressWith('/found-error', { page: item.address })}>告诉我们</a>。
      </p>
    </Page>
  )
}

function OverNote({ validity }: { validity: string }) {
  return <p class="note weighty">本文件{validityLabel(validity)}，不再作为行政管理的依据，保留在此供查阅。</p>
}

function Particulars({ item, published }: { item: Item; published: string }) {
  const heading = headingOf(item.catalogueCode)
  const rows: [string, string][] = [
    ['索引号', item.indexNumber],
    ['信息类别', heading?.short ?? kindLabel(item.kind)],
    ['发布机构', item.organName],
    ['成文日期', inChinese(item.formedOn as Day)],
    ['文号', item.documentNumber || '无'],
    ['发布时间', published],
    ...(item.amendedAt ? [['修改时间', minuteInShanghai(item.amendedAt)] as [string, string]] : []),
    ['体裁', kindLabel(item.kind)],
    ['有效性', validityLabel(item.validity)],
    ...kindLines(item),
  ]
  return (
    <dl class="particulars">
      {rows.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {kindTexts(item).map(([label, text]) => (
        <div class="whole" key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {item.summary && (
        <div class="whole">
          <dt>内容概述</dt>
          <dd>{item.summary}</dd>
        </div>
      )}
    </dl>
  )
}

// A picture that stands in the text is no attachment beside it.
const isInText = ({ body }: Item, fileId: string): boolean => body.includes(`/files/${fileId}/preview"`)

function Files({ item }: { item: Item }) {
  const files = item.files.filter(({ fileId }) => !isInText(item, fileId))
  if (files.length === 0) return null
  return (
    <section class="aside-list">
      <h2>附件</h2>
      <ul class="files">
        {files.map((file) => (
          <li key={file.fileId}>
            <a href={`${item.address}/files/${file.fileId}`} download>
              {file.name}
            </a>
            {hasPreview(file) && (
              <a href={`${item.address}/files/${file.fileId}/preview`}>
                预览<span class="unseen">{file.name}</span>
              </a>
            )}
            <span class="quiet">
              {fileKind(file.name)}，{sizeInWords(file.size)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Gathered({ entries }: { entries: Around['gathered'] }) {
  if (entries.length === 0) return null
  return (
    <section class="aside-list">
      <h2>专题内容</h2>
      <ItemList entries={entries} full />
    </section>
  )
}

function Related({ item, others }: { item: Item; others: Around['related'] }) {
  if (!item.interprets && item.interpretedBy.length === 0 && others.length === 0) return null
  const ways = [...Map.groupBy(others, ({ how }) => how)]
  return (
    <section class="aside-list">
      {item.interprets && (
        <>
          <h2>解读的文件</h2>
          <p>
            <ItemTitle entry={item.interprets} />
          </p>
        </>
      )}
      {ways.map(([how, related]) => (
        <Fragment key={how}>
          <h2>{how}</h2>
          <ul>
            {related.map(({ entry }) => (
              <li key={entry.itemId}>
                <ItemTitle entry={entry} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      {item.interpretedBy.length > 0 && (
        <>
          <h2>政策解读</h2>
          <ul>
            {item.interpretedBy.map((entry) => (
              <li key={entry.itemId}>
                <ItemTitle entry={entry} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
