import type { CaseView } from '../contract.ts'
import { fileAddress } from './api.ts'
import { DayText } from './due-tag.tsx'
import './timeline.css'

type Entry = CaseView['timeline'][number]

/** What happened, in the order of the ledger: the legal day first, then who recorded it and when. */
export function CaseTimeline({ view }: { view: CaseView }) {
  return (
    <ol className="timeline">
      {view.timeline.map((entry) => (
        <li key={entry.seq} id={`fact-${entry.seq}`}>
          <DayText on={entry.happenedOn} />
          <div>
            <h3>{entry.label}</h3>
            <EntryLines entry={entry} />
            <EntryFiles entry={entry} view={view} />
            <p className="recorded">
              {entry.by}，{recordedAt(entry.recordedAt)}记录
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

function EntryLines({ entry }: { entry: Entry }) {
  if (entry.lines.length === 0) return null
  return (
    <dl>
      {entry.lines.map((line) => (
        <div key={`${line.label} ${line.text}`}>
          {line.label === '' ? null : <dt>{line.label}</dt>}
          <dd>{line.text}</dd>
        </div>
      ))}
    </dl>
  )
}

function EntryFiles({ entry, view }: { entry: Entry; view: CaseView }) {
  if (entry.files.length === 0) return null
  return (
    <ul className="files">
      {entry.files.map((file) => (
        <li key={file.fileId}>
          <a href={fileAddress(view.organId, view.caseId, file.fileId)} download={file.name}>
            {file.name}
          </a>
          <span className="note">（{sizeInWords(file.size)}）</span>
        </li>
      ))}
    </ul>
  )
}

/** 2.4 MB, 310 KB: as file managers show it. */
const sizeInWords = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`

const minute = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
})
const recordedAt = (instant: string): string => minute.format(new Date(instant))
