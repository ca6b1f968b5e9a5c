import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type DragEvent, useState } from 'react'
import { call } from '#platform/console/api.ts'
import { LongText } from '#platform/console/long-text.tsx'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { Kept } from '../../corpus/contract.ts'
import { useRoot } from './api.ts'
import { readFiles, useProgress } from './queue.ts'
import { Tally } from './tally.tsx'

/** Files handed in to be read: chosen, dropped, or pasted as text. */
export function Upload() {
  const root = useRoot()
  const client = useQueryClient()
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0)
      void readFiles(root, files, () => void client.invalidateQueries({ queryKey: [root] }))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    take(event.dataTransfer.files)
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
        <label htmlFor="reading-files">选择文件，可以选多个，也可以拖到这里</label>
        <input
          id="reading-files"
          type="file"
          multiple
          aria-describedby="reading-kinds"
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
      </div>
      <p className="note" id="reading-kinds">
        网页、PDF（带文字的）、Word（docx）、Excel（xlsx）、文本，或者装有这些文件的zip压缩包。
      </p>
      <UploadProgress />
      <Paste />
    </section>
  )
}

function UploadProgress() {
  const { chosen, done, kept } = useProgress()
  if (chosen === 0) return null
  const refused = kept.filter((each) => each.refused !== null).length
  const words =
    done < chosen
      ? `正在读第${done + 1}个，共${chosen}个文件。可以去做别的，读过的都在列表里。`
      : `读完了：${chosen}个文件中读到${kept.length - refused}份报告${refused > 0 ? `，${refused}份没有读成` : ''}。`
  return (
    <>
      <progress value={done} max={chosen} aria-label="读入的进度" />
      <p role="status" className="tight">
        {words}
      </p>
      <ul className="kept">
        {kept.slice(0, 200).map((each) => (
          <KeptLine key={each.at} kept={each} />
        ))}
      </ul>
    </>
  )
}

function KeptLine({ kept }: { kept: Kept }) {
  const { organ } = useStanding()
  const { name, readId, refused, again } = kept
  if (refused !== null || readId === null)
    return (
      <li className="refused">
        <strong>{name}</strong>：{refused}
      </li>
    )
  return (
    <li>
      <Link to={`/${organ.organId}/reading/report/${readId}`}>{name}</Link>　{kept.organName ?? '机关不明'}　
      {kept.year === null ? '年度不明' : `${kept.year}年`}　<Tally {...kept} />
      {again ? '　以前读过，没有重复收存' : ''}
    </li>
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
