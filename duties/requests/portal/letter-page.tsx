import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { inChinese } from '#time/day.ts'
import type { Letter } from '../rules/letter.ts'

/** A letter of one's own request as a page: to be read aloud, in large print, or printed. */
export function LetterPage({ frame, letter, fileId }: { frame: Frame; letter: Letter; fileId: string }) {
  return (
    <Page
      frame={frame}
      section="requests"
      title={letter.title}
      meta={{ level: 'list', column: columnOf('requests') }}
      personal
    >
      <article>
        <p class="progress">
          {letter.signed}　{letter.number}
        </p>
        <h1 class="document-title">{letter.title}</h1>
        <div class="document">
          {letter.addressee && <p class="addressee">{letter.addressee}：</p>}
          {[...letter.paragraphs, ...letter.remedy].map((words) => (
            <p key={words}>{words}</p>
          ))}
          {letter.enclosures.length > 0 && <p>附件：{letter.enclosures.join('；')}</p>}
          <p class="signed">
            {letter.signed}
            <br />
            {inChinese(letter.on)}
          </p>
          <p>{letter.contact}</p>
          <p class="quiet">本页供阅读，以盖章的文书为准。</p>
        </div>
      </article>
      <p class="actions">
        <a class="button" href={`/requests/track/letters/${fileId}`}>
          下载文书（Word文档）
        </a>
        <a class="button second" href="/requests/track/case">
          返回办理进度
        </a>
      </p>
    </Page>
  )
}
