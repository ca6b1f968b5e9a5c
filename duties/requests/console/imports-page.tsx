import { useRef } from 'react'
import { minuteInChinese } from '#platform/console/day-text.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { asProblem } from '#platform/console/problem-alert.tsx'
import { Link, navigate } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { ImportView } from '../contract-import.ts'
import { importFieldNames, importFields } from '../import/fields.ts'
import { useImports, useUpload } from './import-api.ts'
import './import.css'

/** 台账导入: a register of earlier years is sent, and the earlier ones are listed. */
export function ImportsPage(_: ScreenProps) {
  const query = useImports()
  return (
    <>
      <PageHead
        title="台账导入"
        note="把历年的申请台账（xlsx、CSV）转入系统。先核对列名，再逐行检查；有一行不对，整个文件都不导入。"
      />
      <Upload />
      <section aria-labelledby="imports-before">
        <h2 id="imports-before">以前的导入</h2>
        <Answered query={query}>{({ imports }) => <Earlier imports={imports} />}</Answered>
      </section>
    </>
  )
}

const required = importFieldNames.filter((name) => importFields[name].required)

function Upload() {
  const { organ } = useStanding()
  const input = useRef<HTMLInputElement>(null)
  const upload = useUpload()
  const take = (file: File | undefined) => {
    if (file === undefined) return
    upload.mutate(file, {
      onSuccess: ({ importId }) => navigate(`/${organ.organId}/requests/imports/${importId}`),
      onSettled: () => {
        if (input.current) input.current.value = ''
      },
    })
  }
  return (
    <section className="sheet" aria-labelledby="import-new">
      <h2 id="import-new">上传台账</h2>
      <p>
        第一个工作表，一行表头，一件一行。必须有：
        {required.map((name) => importFields[name].label).join('、')}
        。其他列可有可无，列名不同的可以在下一步指定。
      </p>
      <p className="import-file">
        <label htmlFor="import-file">选择文件（.xlsx、.csv）</label>
        <input
          id="import-file"
          ref={input}
          type="file"
          accept=".xlsx,.csv"
          disabled={upload.isPending}
          onChange={(event) => take(event.target.files?.[0])}
        />
      </p>
      {upload.isPending ? <p role="status">正在读取文件……</p> : null}
      {upload.error === null ? null : <Refused error={upload.error} />}
    </section>
  )
}

/** Why the file was not taken, and that nothing came of it. */
function Refused({ error }: { error: unknown }) {
  const { title, detail, errors } = asProblem(error)
  const sentences = errors.length > 0 ? errors.map(({ message }) => message) : [detail || title]
  return (
    <div role="alert" className="warning">
      {sentences.map((sentence) => (
        <p className="tight" key={sentence}>
          {sentence.endsWith('。') ? sentence : `${sentence}。`}
        </p>
      ))}
      <p className="tight">没有导入任何一行。</p>
    </div>
  )
}

function Earlier({ imports }: { imports: readonly ImportView[] }) {
  const { organ } = useStanding()
  if (imports.length === 0) return <Nothing>还没有导入过台账。</Nothing>
  return (
    <WideTable label="以前的导入">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">文件</th>
            <th scope="col">进展</th>
            <th scope="col">行数</th>
            <th scope="col">上传时间</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <tr key={one.importId}>
              <th scope="row">
                <Link to={`/${organ.organId}/requests/imports/${one.importId}`}>{one.name}</Link>
              </th>
              <td>
                {one.statusLabel}
                {one.wrong.length > 0 ? `（${one.wrong.length}处）` : ''}
              </td>
              <td>{one.rows}</td>
              <td>{minuteInChinese(one.madeAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
