import { Button } from 'antd'
import { citeInChinese } from '#law/citation.ts'
import { DayText } from '#platform/console/day-text.tsx'
import type { PlainField } from '#platform/console/plain-field.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { ListShown } from '../../channels/contract.ts'
import { transferCites } from '../../rules/channels/channels.ts'
import { useFileAddress, useLists, useRecording } from './api.ts'
import { OneForm } from './one-form.tsx'

const fields: readonly PlainField[] = [
  { name: 'from', label: '公开日期自', kind: 'day', required: true },
  { name: 'until', label: '至', kind: 'day', required: true },
  {
    name: 'recipient',
    label: '接收单位',
    kind: 'text',
    required: true,
    hint: '如“清溪县档案馆”“清溪县图书馆”',
  },
]

/** Lists for archive and library, each as Word and as a table. */
export function ListsPart() {
  const query = useLists()
  const record = useRecording()
  return (
    <>
      <p className="tight">
        {citeInChinese(transferCites)}：{transferCites.quote}。
      </p>
      <Answered query={query}>
        {({ pages }) => (
          <>
            {pages[0]?.mayMake ? (
              <OneForm
                name="list"
                open="编制清单"
                send="编制"
                weighty
                fields={fields}
                onSend={async (typed, askId) => {
                  await record('channel-lists', { askId, list: 'transfer', ...typed })
                }}
              />
            ) : null}
            <Rows rows={pages.flatMap(({ rows }) => rows)} mayMake={pages[0]?.mayMake ?? false} />
            {query.hasNextPage ? <Button onClick={() => void query.fetchNextPage()}>继续显示</Button> : null}
          </>
        )}
      </Answered>
    </>
  )
}

const heads = ['编号', '公开日期', '条数', '接收单位', '编制', '签收', '下载'] as const

function Rows({ rows, mayMake }: { rows: readonly ListShown[]; mayMake: boolean }) {
  const { list: fileOf } = useFileAddress()
  if (rows.length === 0) return <Nothing>还没有编制清单。</Nothing>
  return (
    <WideTable label="移送清单">
      <table className="list cards">
        <thead>
          <tr>
            {heads.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.listId}>
              <th scope="row">
                {row.label}
                <small>{row.numberLabel}</small>
              </th>
              <td data-label="公开日期">
                <DayText on={row.from} />至<DayText on={row.until} />
              </td>
              <td data-label="条数">{row.items}</td>
              <td className="wraps" data-label="接收单位">
                {row.recipient}
              </td>
              <td data-label="编制">
                <DayText on={row.madeOn} />
              </td>
              <td data-label="签收">
                <Receipt row={row} mayMake={mayMake} />
              </td>
              <td data-label="下载">
                <span className="proofs">
                  <a href={fileOf(row.listId, 'docx')} download aria-label={`下载${row.numberLabel}，Word`}>
                    Word
                  </a>
                  <a href={fileOf(row.listId, 'xlsx')} download aria-label={`下载${row.numberLabel}，Excel`}>
                    Excel
                  </a>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

const signing: readonly PlainField[] = [
  { name: 'by', label: '签收单位和人员', kind: 'text', required: true },
  { name: 'on', label: '签收日期', kind: 'day', required: true },
]

function Receipt({ row, mayMake }: { row: ListShown; mayMake: boolean }) {
  const record = useRecording()
  if (row.list !== 'transfer') return null
  if (row.receivedOn !== null)
    return (
      <>
        <DayText on={row.receivedOn} /> {row.receivedBy}
      </>
    )
  if (!mayMake) return <>未签收</>
  return (
    <OneForm
      name={`receive-${row.listId}`}
      open="登记签收"
      about={row.numberLabel}
      send="登记"
      fields={signing}
      onSend={async (typed, askId) => {
        await record(`channel-lists/${row.listId}/receipt`, { askId, seenSeq: row.seq, ...typed })
      }}
    />
  )
}
