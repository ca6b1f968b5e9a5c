import { DayText } from '#platform/console/day-text.tsx'
import type { PlainField } from '#platform/console/plain-field.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import type { Gazette, Issue } from '../../channels/contract-gazette.ts'
import { gazetteGround } from '../../rules/channels/gazette.ts'
import { useGazette, useRecording } from './api.ts'
import { OneForm } from './one-form.tsx'

const fields: readonly PlainField[] = [
  { name: 'year', label: '年份', kind: 'number', required: true },
  { name: 'number', label: '期号', kind: 'number', required: true },
  { name: 'issuedOn', label: '出版日期', kind: 'day', required: true },
  {
    name: 'indexNumbers',
    label: '刊登的信息',
    kind: 'lines',
    required: true,
    hint: '按刊登的顺序填写索引号，每行一个；可以是本机关和下级机关已经公开的信息',
  },
]

/** 政府公报: the issues with what is printed in each, entered here and listed on the portal. */
export function GazettePart() {
  const query = useGazette()
  return (
    <>
      <p className="tight">
        {gazetteGround.says}（{gazetteGround.source}）。刊登的信息计入政府公报渠道的数量。
      </p>
      <Answered query={query}>{(gazette) => <Issues gazette={gazette} />}</Answered>
    </>
  )
}

function Issues({ gazette: { keeps, mayEnter, issues, next } }: { gazette: Gazette }) {
  if (!keeps) return <Nothing>本机关不编发政府公报。</Nothing>
  const start = { year: String(next.year), number: String(next.number) }
  return (
    <>
      {mayEnter ? <Entry name="issue" open="登记一期公报" start={start} seenSeq={0} weighty /> : null}
      {issues.length === 0 ? <Nothing>还没有登记公报。</Nothing> : null}
      {issues.map((issue) => (
        <OneIssue key={issue.listId} issue={issue} mayEnter={mayEnter} />
      ))}
    </>
  )
}

function OneIssue({ issue, mayEnter }: { issue: Issue; mayEnter: boolean }) {
  const { listId, seq, year, number, label, issuedOn, address, items } = issue
  const start = {
    ...{ year: String(year), number: String(number), issuedOn },
    indexNumbers: items.map(({ indexNumber }) => indexNumber).join('\n'),
  }
  return (
    <section className="sheet" aria-labelledby={`issue-${listId}`}>
      <h2 id={`issue-${listId}`}>
        <a href={address} target="_blank" rel="noreferrer">
          {label}
        </a>
      </h2>
      <p className="tight note">
        出版日期 <DayText on={issuedOn} />
        ，刊登{items.length}条
      </p>
      <ol className="tight-list">
        {items.map(({ indexNumber, title, documentNumber }) => (
          <li key={indexNumber}>
            {title} <small>{[documentNumber, indexNumber].filter(Boolean).join('　')}</small>
          </li>
        ))}
      </ol>
      {mayEnter ? (
        <Entry name={`issue-${listId}`} open="改写" about={label} start={start} seenSeq={seq} />
      ) : null}
    </section>
  )
}

interface EntryShown {
  name: string
  open: string
  about?: string
  start: Record<string, string>
  /** The last fact of the issue that is written anew; 0 for a new one. */
  seenSeq: number
  weighty?: boolean
}

function Entry({ start, seenSeq, ...shown }: EntryShown) {
  const record = useRecording()
  const isNew = seenSeq === 0
  return (
    <OneForm
      {...shown}
      send={isNew ? '登记' : '保存'}
      fields={isNew ? fields : fields.filter(({ name }) => name !== 'year' && name !== 'number')}
      start={start}
      onSend={async (typed, askId) => {
        const { year, number, issuedOn = '', indexNumbers = '' } = { ...start, ...typed }
        const lines = indexNumbers.split('\n').filter((line) => line.trim() !== '')
        const issue = { year: Number(year), number: Number(number), issuedOn, indexNumbers: lines }
        await record('gazette-issues', { askId, seenSeq, ...issue })
      }}
    />
  )
}
