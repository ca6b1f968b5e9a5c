import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { call } from '#platform/console/api.ts'
import { NotTaken } from '#platform/console/not-taken.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { SettingsTabs } from '#platform/console/settings-tabs.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { TemplateKind, Templates, Uploaded } from '../templates/contract.ts'
import './templates.css'

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/letter-templates`

/** 文书模板: for each kind of letter the template in use, its places, and how to put another in its stead. */
export function TemplatesPage(_: ScreenProps) {
  const root = useRoot()
  const query = useQuery({ queryKey: [root], queryFn: () => call<Templates>('GET', root) })
  return (
    <>
      <PageHead
        title="文书模板"
        note="下载模板，在 Word 或者 WPS 中改好版式后上传。花括号中的占位符由程序填写；条文依据和救济告知按每件的决定写入，不在模板里另写。"
      />
      <SettingsTabs />
      <Answered query={query}>
        {({ kinds }) => (
          <div className="sheet templates">
            {kinds.map((kind) => (
              <KindOfLetter key={kind.kind} kind={kind} />
            ))}
          </div>
        )}
      </Answered>
    </>
  )
}

function KindOfLetter({ kind }: { kind: TemplateKind }) {
  const root = useRoot()
  const inUse = kind.versions.find((version) => version.inUse)
  return (
    <details>
      <summary>
        {kind.title}
        <span className="note">{inUse ? `本机关模板第${inUse.version}版` : '程序自带的模板'}</span>
      </summary>
      <Places kind={kind} />
      <p className="actions">
        <a href={`${root}/${kind.kind}/default`} download>
          下载程序自带的模板
        </a>
        <a href={`${root}/${kind.kind}/example`} download>
          下载样张
        </a>
      </p>
      <Versions kind={kind} />
      <UploadForm kind={kind} isOwn={inUse !== undefined} />
    </details>
  )
}

function Places({ kind }: { kind: TemplateKind }) {
  return (
    <table className="plain">
      <caption className="unseen">{kind.title}的占位符</caption>
      <thead>
        <tr>
          <th scope="col">占位符</th>
          <th scope="col">填入</th>
          <th scope="col">要求</th>
        </tr>
      </thead>
      <tbody>
        {kind.places.map((place) => (
          <tr key={place.name}>
            <th scope="row">
              <code>{`{{${place.name}}}`}</code>
            </th>
            <td>
              {place.says}
              {place.opens ? '；独占一段' : ''}
            </td>
            <td>{place.obligatory ? '必须' : '可选'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const minute = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
})

function Versions({ kind }: { kind: TemplateKind }) {
  const root = useRoot()
  if (kind.versions.length === 0) return null
  return (
    <ul>
      {kind.versions.map((each) => (
        <li key={each.version}>
          <a href={`${root}/${kind.kind}/versions/${each.version}`} download={each.name}>
            第{each.version}版 {each.name}
          </a>
          <span className="note">
            {each.inUse ? '（使用中）' : ''} {each.by}，{minute.format(new Date(each.uploadedAt))}上传
          </span>
        </li>
      ))}
    </ul>
  )
}

function UploadForm({ kind, isOwn }: { kind: TemplateKind; isOwn: boolean }) {
  const root = useRoot()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<readonly string[]>([])
  const refresh = () => client.invalidateQueries({ queryKey: [root] })
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.append('file', file, file.name)
      return call<Uploaded>('POST', `${root}/${kind.kind}`, form)
    },
    onSuccess: ({ version, warnings }) => {
      setTold([`已启用第${version}版，此后的文书按它生成。`, ...warnings])
      return refresh()
    },
    onSettled: () => {
      if (input.current) input.current.value = ''
    },
  })
  const retire = useMutation({
    mutationFn: () => call('DELETE', `${root}/${kind.kind}`),
    onSuccess: () => {
      setTold(['已停用本机关的模板，此后的文书按程序自带的模板生成。'])
      return refresh()
    },
  })
  const take = (file: File | undefined) => {
    setTold([])
    if (file) upload.mutate(file)
  }
  const id = `template-${kind.kind}`
  return (
    <>
      <p className="actions">
        <label htmlFor={id}>上传改好的模板（.docx）</label>
        <input
          id={id}
          ref={input}
          type="file"
          accept=".docx"
          onChange={(event) => take(event.target.files?.[0])}
        />
        {isOwn ? (
          <Button loading={retire.isPending} onClick={() => retire.mutate()}>
            停用，改回程序自带的模板
          </Button>
        ) : null}
      </p>
      {upload.isPending ? <p role="status">正在检查……</p> : null}
      {told.length > 0 ? (
        <div role="status" className="done-note">
          {told.map((words) => (
            <p className="tight" key={words}>
              {words}
            </p>
          ))}
        </div>
      ) : null}
      <NotTaken error={upload.error ?? retire.error} said="没有启用这个模板：" />
    </>
  )
}
