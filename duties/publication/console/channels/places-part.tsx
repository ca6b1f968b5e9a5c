import { DayText } from '#platform/console/day-text.tsx'
import type { PlainField } from '#platform/console/plain-field.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { PlaceShown, Places } from '../../channels/contract.ts'
import { channelNames, channels } from '../../rules/channels/channels.ts'
import { usePlaces, useRecording } from './api.ts'
import { OneForm } from './one-form.tsx'

const fields: readonly PlainField[] = [
  {
    name: 'channel',
    label: '渠道',
    kind: 'choice',
    required: true,
    choices: channelNames
      .filter((name) => channels[name].keeps !== 'none')
      .map((name) => ({ value: name, label: channels[name].label })),
  },
  { name: 'name', label: '名称', kind: 'text', required: true },
  { name: 'address', label: '账号、网址或者地址', kind: 'text', required: true },
  { name: 'supervising', label: '主管单位', kind: 'text', required: true },
  { name: 'keeper', label: '运维或者管理人员', kind: 'text', required: true },
  { name: 'frequency', label: '更新频率', kind: 'text', required: true, hint: '如“每周两次”' },
  { name: 'openedOn', label: '开通、设立日期', kind: 'day', required: true },
]

/** The register: accounts with the day by which an update is asked, boards, screens and reading points. */
export function PlacesPart() {
  const query = usePlaces()
  const record = useRecording()
  return (
    <Answered query={query}>
      {({ rows, mayKeep }) => (
        <>
          {mayKeep ? (
            <OneForm
              name="place"
              open="登记账号或者场所"
              send="登记"
              weighty
              fields={fields}
              onSend={async (typed, askId) => {
                await record('channel-places', { askId, seenSeq: 0, ...typed })
              }}
            />
          ) : null}
          <Rows rows={rows} mayKeep={mayKeep} />
        </>
      )}
    </Answered>
  )
}

const heads = ['名称', '主管单位', '运维人员', '更新频率', '最近更新', '应更新', '操作'] as const

function Rows({ rows, mayKeep }: Places) {
  if (rows.length === 0) return <Nothing>还没有登记账号和场所。</Nothing>
  return (
    <WideTable label="账号和场所">
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
          {rows.map((place) => (
            <tr key={place.placeId} className={place.state === 'closed' ? 'inactive' : ''}>
              <th scope="row" className="wraps">
                {place.channelLabel}：{place.name}
                <small>{place.address}</small>
              </th>
              <td className="wraps" data-label="主管单位">
                {place.supervising}
              </td>
              <td data-label="运维人员">{place.keeper}</td>
              <td data-label="更新频率">{place.frequency}</td>
              <td data-label="最近更新">
                {place.lastOn === null ? '没有记录' : <DayText on={place.lastOn} />}
              </td>
              <td className={place.state === 'fails' ? 'late' : ''} data-label="应更新">
                {place.state === 'closed' ? '已停用' : <DayText on={place.by} />}
                {place.state === 'fails' ? ' 逾期未更新' : ''}
              </td>
              <td>{mayKeep && place.state !== 'closed' ? <Notes place={place} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

const updating: readonly PlainField[] = [
  { name: 'on', label: '更新日期', kind: 'day', required: true },
  { name: 'about', label: '更新内容', kind: 'text', required: true },
]
const closing: readonly PlainField[] = [{ name: 'reason', label: '停用原因', kind: 'text', required: true }]

function Notes({ place: { placeId, seq, name } }: { place: PlaceShown }) {
  const record = useRecording()
  const send = (what: string) => async (typed: Record<string, string>, askId: string) => {
    await record(`channel-places/${placeId}/${what}`, { askId, seenSeq: seq, ...typed })
  }
  return (
    <span className="proofs">
      <OneForm
        name={`update-${placeId}`}
        open="登记更新"
        about={name}
        send="登记"
        fields={updating}
        onSend={send('updates')}
      />
      <OneForm
        name={`close-${placeId}`}
        open="停用"
        about={name}
        send="停用"
        fields={closing}
        onSend={send('closing')}
      />
    </span>
  )
}
