import { Button } from 'antd'
import { useRef, useState } from 'react'
import { NotTaken } from '#platform/console/not-taken.tsx'
import { navigate } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { OldSiteView } from '../../old-site/contract.ts'
import { useLaid, useSend } from './api.ts'

function useOpen() {
  const { organ } = useStanding()
  return ({ siteId }: OldSiteView) => navigate(`/${organ.organId}/old-sites/${siteId}`)
}

/** Files of an old site, sent through the browser: a list with its archive, or an archive of pages. */
export function SendForm() {
  const send = useSend()
  const open = useOpen()
  const list = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState(0)
  const given = () => [list, files].flatMap(({ current }) => [...(current?.files ?? [])])
  return (
    <section className="sheet" aria-labelledby="old-site-new">
      <h2 id="old-site-new">上传旧站</h2>
      <p>
        可以是导出的表格（xlsx、csv）或者 JSON，附件和图片打成一个 zip 一并上传；也可以只上传一个装着网页的
        zip。
      </p>
      <div className="old-site-files">
        <label htmlFor="old-site-list">表格或者 JSON（没有就不选）</label>
        <input
          id="old-site-list"
          ref={list}
          type="file"
          accept=".xlsx,.csv,.json,.ndjson,.jsonl"
          onChange={() => setChosen(given().length)}
        />
        <label htmlFor="old-site-archive">网页或者附件的压缩包（.zip）</label>
        <input
          id="old-site-archive"
          ref={files}
          type="file"
          accept=".zip"
          onChange={() => setChosen(given().length)}
        />
      </div>
      <NotTaken error={send.error} said="" />
      <Button
        type="primary"
        disabled={chosen === 0}
        loading={send.isPending}
        onClick={() => send.mutate(given(), { onSuccess: open })}
      >
        上传
      </Button>
      {send.isPending ? <p role="status">正在上传，文件大时需要一些时间……</p> : null}
    </section>
  )
}

interface Laid {
  laid: readonly { name: string; isFolder: boolean }[]
  inbox: string
}

/** What the operator of the server laid there: folders and files too large for the browser. */
export function LaidForm({ laid, inbox }: Laid) {
  const take = useLaid()
  const open = useOpen()
  const [list, setList] = useState('')
  const [files, setFiles] = useState('')
  const isArchive = (each: Laid['laid'][number]) => each.isFolder || each.name.toLowerCase().endsWith('.zip')
  const ask = { ...(list ? { list } : {}), ...(files ? { files } : {}) }
  return (
    <details className="sheet">
      <summary>使用服务器上的文件夹（旧站很大时）</summary>
      <p>
        请系统运维人员把旧站的文件夹或者文件放到服务器的 <code className="old-site-path">{inbox}</code>
        ，再刷新本页。
      </p>
      {laid.length === 0 ? (
        <p className="note">这个文件夹里还没有文件。</p>
      ) : (
        <>
          <div className="old-site-files">
            <label htmlFor="laid-list">表格或者 JSON</label>
            <select id="laid-list" value={list} onChange={(event) => setList(event.target.value)}>
              <option value="">没有</option>
              {laid
                .filter((each) => !isArchive(each))
                .map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
            </select>
            <label htmlFor="laid-files">网页或者附件</label>
            <select id="laid-files" value={files} onChange={(event) => setFiles(event.target.value)}>
              <option value="">没有</option>
              {laid.filter(isArchive).map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </div>
          <NotTaken error={take.error} said="" />
          <Button
            disabled={list === '' && files === ''}
            loading={take.isPending}
            onClick={() => take.mutate(ask, { onSuccess: open })}
          >
            读取
          </Button>
        </>
      )}
    </details>
  )
}
