import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { minuteInChinese } from '#platform/console/day-text.tsx'
import { overlay } from '#platform/console/overlay.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { ImportColumns } from '../contract-import.ts'
import { isRunning, useImport, useImportStep } from './import-api.ts'
import { MappingForm } from './mapping-form.tsx'
import { addressOf } from './queue-list.ts'
import './import.css'

/** One register on its way in: its columns, the check of every row, what is wrong, and the taking over. */
export function ImportPage({ params }: ScreenProps) {
  const query = useImport(params.importId ?? '')
  return <Answered query={query}>{(one) => <Register one={one} />}</Answered>
}

function Register({ one }: { one: ImportColumns }) {
  const { organ } = useStanding()
  const { status } = one
  return (
    <>
      <PageHead
        title={`台账导入：${one.name}`}
        note={`${minuteInChinese(one.madeAt)}上传，表头在第${one.headerRow}行，共${one.rows}行。`}
        actions={<Link to={`/${organ.organId}/requests/imports`}>全部导入</Link>}
      />
      <Progress one={one} />
      {status === 'wrong' ? <WrongRows one={one} /> : null}
      {status === 'checked' ? <Run one={one} /> : null}
      {status === 'imported' || isRunning(one) ? null : <MappingForm one={one} />}
    </>
  )
}

/** Where the register stands, said aloud when it changes. */
function Progress({ one }: { one: ImportColumns }) {
  const { organ } = useStanding()
  return (
    <section className="sheet import-progress" role="status" aria-label="进展">
      <p className="tight">
        <strong>{one.statusLabel}</strong>
        {one.status === 'importing' ? `，已写入${one.done}行，共${one.rows}行` : ''}
      </p>
      {one.status === 'checking' ? <progress aria-label="正在逐行检查" /> : null}
      {one.status === 'importing' ? (
        <progress aria-label="正在导入" value={one.done} max={Math.max(one.rows, 1)} />
      ) : null}
      {isRunning(one) ? <p className="note">可以离开此页，进展不受影响。</p> : null}
      {one.status === 'imported' ? (
        <p className="tight">
          已写入{one.rows}件。
          <Link to={addressOf(organ.organId, { view: 'all', sort: 'received' })}>查看申请</Link>
        </p>
      ) : null}
    </section>
  )
}

const listed = 1000

function WrongRows({ one }: { one: ImportColumns }) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <section className="sheet" aria-labelledby="wrong-rows">
      <h2 id="wrong-rows" tabIndex={-1} ref={head}>
        有{one.wrong.length >= listed ? `${listed}处以上` : `${one.wrong.length}处`}需要改正，没有导入任何一行
      </h2>
      <p>请在原文件中改正后重新上传；如果是列选错了，在下面改选后再检查一次。行号与文件中的行号一致。</p>
      <WideTable label="需要改正的行">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">列</th>
              <th scope="col">怎样不对</th>
            </tr>
          </thead>
          <tbody>
            {one.wrong.map(({ row, field, message }) => (
              <tr key={`${row} ${field} ${message}`}>
                <th scope="row">第{row}行</th>
                <td>{field}</td>
                <td className="wraps">{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}

function Run({ one }: { one: ImportColumns }) {
  const { run } = useImportStep(one.importId)
  const { modal } = App.useApp()
  const take = async () => {
    const isSure = await modal.confirm({
      title: `导入全部${one.rows}行？`,
      content: '写入以后不能删除，写错的只能逐件更正。导入的件计入年度报告的统计。',
      okText: '确认导入',
      cancelText: '再看看',
      ...overlay,
    })
    if (isSure) run.mutate()
  }
  return (
    <section className="sheet" aria-label="导入">
      {run.error === null ? null : <ProblemAlert error={run.error} />}
      <p>每一行都检查过，没有错误。</p>
      <Button type="primary" loading={run.isPending} onClick={() => void take()}>
        导入全部{one.rows}行
      </Button>
    </section>
  )
}
