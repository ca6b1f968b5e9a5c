import { useRef } from 'react'
import { NotTaken } from '#platform/console/not-taken.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { navigate } from '#platform/console/router.tsx'
import { SentBefore } from '#platform/console/sent-before.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import { importFieldNames, importFields } from '../import/fields.ts'
import { useImports, useUpload } from './import-api.ts'
import './import.css'

/** 台账导入: a register of earlier years is sent, and the earlier ones are listed. */
export function ImportsPage(_: ScreenProps) {
  const { organ } = useStanding()
  const query = useImports()
  return (
    <>
      <PageHead
        title="台账导入"
        note="把历年的申请台账（xlsx、CSV）转入系统。先核对列名，再逐行检查；有一行不对，整个文件都不导入。"
      />
      <Upload />
      <Answered query={query}>
        {({ imports }) => (
          <SentBefore
            title="以前的导入"
            columns={['进展', '行数']}
            empty="还没有导入过台账。"
            sent={imports.map(({ importId, name, statusLabel, wrong, rows, madeAt: at }) => ({
              ...{ to: `/${organ.organId}/requests/imports/${importId}`, name, at },
              cells: [`${statusLabel}${wrong.length > 0 ? `（${wrong.length}处）` : ''}`, rows],
            }))}
          />
        )}
      </Answered>
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
      <NotTaken error={upload.error} said="没有导入任何一行。" />
    </section>
  )
}
