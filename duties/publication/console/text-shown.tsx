import type { ContentShown, ItemView } from '../contract-desk.ts'
import { ContentEntries } from './item-facts.tsx'
import './editor.css'

interface Shown {
  view: ItemView
  content: ContentShown
  title: string
  fileAddress(fileId: string): string
}

/** A text as it will be or is read, with its entries and attachments. */
export function TextShown({ view, content, title, fileAddress }: Shown) {
  return (
    <section className="sheet" aria-labelledby="text-head">
      <h2 id="text-head">{title}</h2>
      <ContentEntries view={view} content={content} />
      {content.summary === '' ? null : <p className="note">内容概述：{content.summary}</p>}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned when it was taken in, by the server */}
      <div className="text-shown" dangerouslySetInnerHTML={{ __html: content.body }} />
      {content.files.length === 0 ? null : (
        <>
          <h3>附件</h3>
          <ul className="files">
            {content.files.map(({ fileId, name }) => (
              <li key={fileId} id={`file-${fileId}`} tabIndex={-1}>
                <a href={fileAddress(fileId)} download={name}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
