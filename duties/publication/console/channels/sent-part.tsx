import { Button } from 'antd'
import { DayText } from '#platform/console/day-text.tsx'
import type { PlainField } from '#platform/console/plain-field.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { PlaceShown, SentShown } from '../../channels/contract.ts'
import { channelNames, channels } from '../../rules/channels/channels.ts'
import { useFileAddress, usePlaces, useRecording, useSent } from './api.ts'
import { OneForm } from './one-form.tsx'
import { Pictures } from './pictures.tsx'

const kept = (place: PlaceShown) => ({
  value: `place ${place.placeId} ${place.channel}`,
  label: `${place.channelLabel}：${place.name}`,
})
const plain = channelNames.map((name) => ({
  value: `channel ${name}`,
  label: channels[name].keeps === 'none' ? channels[name].label : `${channels[name].label}（未登记的）`,
}))

const fieldsFor = (places: readonly PlaceShown[]): readonly PlainField[] => [
  {
    name: 'way',
    label: '渠道',
    kind: 'choice',
    required: true,
    choices: [...places.filter(({ state }) => state !== 'closed').map(kept), ...plain],
  },
  {
    name: 'place',
    label: '版面、场次或者场所',
    kind: 'text',
    required: false,
    hint: '选择已登记的账号、场所的不用填写；如“《清溪日报》第2版”“柳湾村公示栏”',
  },
  { name: 'on', label: '发出日期', kind: 'day', required: true },
  { name: 'address', label: '网址', kind: 'text', required: false, hint: '微信、微博等应当填写' },
  {
    name: 'files',
    label: '现场照片、扫描件',
    kind: 'files',
    required: false,
    hint: '公示栏、电子屏等应当上传；照片中的拍摄位置自动去除，只供内部查看',
  },
]

/** What went out; of one item with the form that records it. */
export function SentPart({ itemId }: { itemId: string }) {
  const { organ } = useStanding()
  const query = useSent(itemId)
  const mayRecord = query.data?.pages[0]?.mayRecord ?? false
  return (
    <>
      {itemId === '' ? (
        <p className="tight">
          要登记新的记录，请在
          <Link to={`/${organ.organId}/publication?view=all`}>发布</Link>
          中打开已公开的信息，选择“其他渠道”。
        </p>
      ) : (
        <p className="tight">
          只列出一条信息的记录。
          <Link to={`/${organ.organId}/publication/${itemId}`}>返回这条信息</Link>
        </p>
      )}
      {itemId !== '' && mayRecord ? <SendForm itemId={itemId} /> : null}
      <Answered query={query}>
        {({ pages }) => (
          <>
            <Rows rows={pages.flatMap(({ rows }) => rows)} mayRecord={mayRecord} />
            {query.hasNextPage ? <Button onClick={() => void query.fetchNextPage()}>继续显示</Button> : null}
          </>
        )}
      </Answered>
    </>
  )
}

function SendForm({ itemId }: { itemId: string }) {
  const record = useRecording()
  const places = usePlaces().data?.rows ?? []
  return (
    <OneForm
      name="send"
      open="登记发出"
      send="登记"
      weighty
      fields={fieldsFor(places)}
      input={({ name }, askId) => (name === 'files' ? <Pictures askId={askId} /> : undefined)}
      onSend={async ({ way = '', place = '', address = '', on = '', files }, askId) => {
        const [how, id, channel] = way.split(' ')
        const by = how === 'place' ? { placeId: id, channel } : { channel: id }
        await record('channel-sendings', { askId, itemId, ...by, place, address, on, files: files ?? [] })
      }}
    />
  )
}

const heads = ['发出日期', '信息', '渠道', '证明', '操作'] as const

function Rows({ rows, mayRecord }: { rows: readonly SentShown[]; mayRecord: boolean }) {
  const { organ } = useStanding()
  if (rows.length === 0) return <Nothing>还没有记录。</Nothing>
  return (
    <WideTable label="发出记录">
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
            <tr key={row.sentId} className={row.struckOn === null ? '' : 'inactive'}>
              <td data-label="发出日期">
                <DayText on={row.sentOn} />
              </td>
              <th scope="row" className="wraps">
                <Link to={`/${organ.organId}/publication/${row.itemId}`}>{row.title}</Link>
              </th>
              <td className="wraps" data-label="渠道">
                {row.channelLabel}：{row.place}
              </td>
              <td data-label="证明">
                <Proofs row={row} />
              </td>
              <td>
                <Strike row={row} mayRecord={mayRecord} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function Proofs({ row: { address, files } }: { row: SentShown }) {
  const { picture } = useFileAddress()
  return (
    <span className="proofs">
      {address === '' ? null : (
        <a href={address} target="_blank" rel="noreferrer">
          打开网址
        </a>
      )}
      {files.map(({ fileId, name }) => (
        <a key={fileId} href={picture(fileId)} download={name}>
          {name}
        </a>
      ))}
    </span>
  )
}

const reason: readonly PlainField[] = [{ name: 'reason', label: '作废原因', kind: 'text', required: true }]

function Strike({ row, mayRecord }: { row: SentShown; mayRecord: boolean }) {
  const record = useRecording()
  if (row.struckOn !== null) return <>已作废：{row.why}</>
  if (!mayRecord) return null
  return (
    <OneForm
      name={`strike-${row.sentId}`}
      open="作废"
      about={`${row.title}，${row.channelLabel}`}
      send="作废这条记录"
      fields={reason}
      onSend={async (typed, askId) => {
        await record(`channel-sendings/${row.sentId}/striking`, { askId, seenSeq: row.seq, ...typed })
      }}
    />
  )
}
