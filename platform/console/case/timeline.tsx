import type { TimelineEntry } from '#platform/ledger/contract.ts'
import { DayText, minuteInChinese } from '../day-text.tsx'
import { useCaseDesk } from './desk.ts'
import './timeline.css'

/** What happened, in the order of the ledger: the legal day first, then who recorded it and when. */
export function CaseTimeline() {
  const { timeline } = useCaseDesk()
  return (
    <ol className="timeline">
      {timeline.map((entry) => (
        <li key={entry.seq} id={`fact-${entry.seq}`}>
          <DayText on={entry.happenedOn} />
          <div>
            <h3>{entry.label}</h3>
            <EntryLines entry={entry} />
            <EntryFiles entry={entry} />
            <p className="recorded">
              {entry.by === undefined ? '' : `${entry.by}，`}
              {minuteInChinese(entry.recordedAt)}记录
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

function EntryLines({ entry }: { entry: TimelineEntry }) {
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

function EntryFiles({ entry }: { entry: TimelineEntry }) {
  const { fileAddress } = useCaseDesk()
  if (entry.files.length === 0) return null
  return (
    <ul className="files">
      {entry.files.map((file) => (
        <li key={file.fileId}>
          <a href={fileAddress(file.fileId)} download={file.name}>
            {file.name}
          </a>
          {file.size === undefined ? null : <span className="note">（{sizeInWords(file.size)}）</span>}
        </li>
      ))}
    </ul>
  )
}

/** 2.4 MB, 310 KB: as file managers show it. */
const sizeInWords = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
