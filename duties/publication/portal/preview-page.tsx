import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { fileKind, sizeInWords } from '#platform/pages/times.ts'
import type { Item } from '../contract.ts'
import { asDocument } from './document.ts'
import type { Shown } from './preview/convert.ts'

interface PreviewProps {
  frame: Frame
  item: Item
  file: { file_id: string; name: string; size: number }
  shown: Shown | null
}

/** An attachment to be looked at on the page: text and tables, without pictures; the file itself beside it. */
export function PreviewPage({ frame, item, file, shown }: PreviewProps) {
  const address = `${item.address}/files/${file.file_id}`
  return (
    <Page
      frame={frame}
      section="items"
      title={file.name}
      meta={{ level: 'list', column: columnOf('items') }}
      trail={[
        { label: '法定主动公开内容', address: '/items' },
        { label: item.title, address: item.address },
      ]}
    >
      <h1>{file.name}</h1>
      <p class="screen-only">
        <a class="button second" href={address} download>
          下载原件
        </a>{' '}
        <span class="quiet">
          {fileKind(file.name)}，{sizeInWords(file.size)}。预览只显示文字和表格，以原件为准。
        </span>
      </p>
      {shown === null ? (
        <p class="note">这个文件不能预览，请下载原件查看。</p>
      ) : (
        <>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made of text and tables alone, see preview/clean.ts */}
          <div class="document preview" dangerouslySetInnerHTML={{ __html: asDocument(shown.html) }} />
          {!shown.whole && (
            <p class="note">
              文件较长，这里只显示前一部分。<a href={address}>下载原件</a>查看全文。
            </p>
          )}
        </>
      )}
    </Page>
  )
}
