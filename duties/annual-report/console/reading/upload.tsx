import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type DragEvent, useState } from 'react'
import { call } from '#platform/console/api.ts'
import { LongText } from '#platform/console/long-text.tsx'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import type { Kept } from '../../corpus/contract.ts'
import { useRoot } from './api.ts'
import { BatchProgress, KeptLine } from './batch-progress.tsx'
import { filesDropped } from './dropped.ts'
import { readAgain, sendAddresses, sendFiles } from './queue.ts'

/** Files handed in to be read: chosen, a folder, dropped; pasted as text; or fetched from a list of addresses. */
export function Upload() {
  const root = useRoot()
  const client = useQueryClient()
  const again = () => void client.invalidateQueries({ queryKey: [root] })
  const sending = useMutation({
    mutationFn: (files: readonly File[]) => sendFiles(root, files, again),
    onSettled: again,
  })
  const take = (files: readonly File[]) => {
    if (files.length > 0) sending.mutate(files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void filesDropped(event.dataTransfer).then(take)
  }
  return (
    <section
      className="sheet"
      aria-labelledby="upload-head"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <h2 id="upload-head">读入报告</h2>
      <div className="in-line">
        <FilesField id="reading-files" label="选择文件，可以选多个，也可以拖到这里" take={take} />
        <FilesField id="reading-folder" label="选择文件夹" take={take} isFolder />
      </div>
      <p className="note" id="reading-kinds">
        网页、PDF（带文字的）、Word（docx）、Excel（xlsx）、文本，或者装有这些文件的zip压缩包（200兆以内）。原件和读到的结果一并保存，不自动删除。
      </p>
      {sending.error === null ? null : <ProblemAlert error={sending.error} />}
      <BatchProgress />
      <Addresses />
      <Paste />
      <Again />
    </section>
  )
}

interface Field {
  id: string
  label: string
  isFolder?: boolean
  take(files: readonly File[]): void
}

function FilesField({ id, label, isFolder = false, take }: Field) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        multiple
        {...(isFolder ? { webkitdirectory: '' } : {})}
        aria-describedby="reading-kinds"
        onChange={(event) => {
          take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}

function Addresses() {
  const root = useRoot()
  const client = useQueryClient()
  const [list, type] = useState('')
  const sending = useMutation({
    mutationFn: () => sendAddresses(root, list),
    onSuccess: () => {
      type('')
      void client.invalidateQueries({ queryKey: [root] })
    },
  })
  return (
    <details>
      <summary>按网址清单读取</summary>
      <LongText label="网址，每行一个" rows={5} value={list} onChange={type} />
      <div className="in-line">
        <label htmlFor="reading-list">或者选择清单文件（文本）</label>
        <input
          id="reading-list"
          type="file"
          accept=".txt,.csv,text/plain"
          onChange={(event) => {
            void event.target.files?.[0]?.text().then(type)
            event.target.value = ''
          }}
        />
      </div>
      <p className="note">只读取列出的网页或者文件本身，不跟随其中的链接。内部网络的网址须由管理员放行。</p>
      <Button onClick={() => sending.mutate()} loading={sending.isPending} disabled={list.trim() === ''}>
        读取这些网址
      </Button>
      {sending.error === null ? null : <ProblemAlert error={sending.error} />}
    </details>
  )
}

function Paste() {
  const root = useRoot()
  const client = useQueryClient()
  const [text, type] = useState('')
  const reading = useMutation({
    mutationFn: () => call<Kept>('POST', `${root}/text`, { text }),
    onSuccess: () => {
      type('')
      void client.invalidateQueries({ queryKey: [root] })
    },
  })
  return (
    <details>
      <summary>粘贴报告全文</summary>
      <LongText label="报告全文" rows={6} value={text} onChange={type} />
      <Button onClick={() => reading.mutate()} loading={reading.isPending} disabled={text.trim() === ''}>
        读这段文字
      </Button>
      {reading.error === null ? null : <ProblemAlert error={reading.error} />}
      <ul className="kept" aria-live="polite">
        {reading.data === undefined ? null : <KeptLine kept={reading.data} />}
      </ul>
    </details>
  )
}

function Again() {
  const root = useRoot()
  const client = useQueryClient()
  const reading = useMutation({
    mutationFn: () => readAgain(root),
    onSuccess: () => void client.invalidateQueries({ queryKey: [root] }),
  })
  return (
    <details>
      <summary>读取程序更新之后</summary>
      <p className="note">以前由旧版本读过的报告，可以由保存的原件重新读取；已经是新版本读的，不再重读。</p>
      <Button onClick={() => reading.mutate()} loading={reading.isPending}>
        由原件重读
      </Button>
      {reading.error === null ? null : <ProblemAlert error={reading.error} />}
    </details>
  )
}
