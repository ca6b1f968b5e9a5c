import { Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { FileShown } from './content-form.ts'
import { uploadFile } from './upload.ts'

interface Bound {
  files: readonly FileShown[]
  /** Where files are sent; the item exists by then. */
  address: string
  /** Makes sure that the item exists before the first file is sent. */
  before(): Promise<void>
  change(files: FileShown[]): void
  fileAddress(fileId: string): string
}

interface Sending {
  name: string
  part: number
}

/** 附件: sent as soon as they are chosen, each with its progress; kept encrypted until they are released. */
export function Attachments({ files, address, before, change, fileAddress }: Bound) {
  const { take, sending, error } = useUploads(address, before, (fresh) => change([...files, ...fresh]))
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div className="attachments">
      <ul>
        {files.map((file) => (
          <li key={file.fileId} id={`file-${file.fileId}`} tabIndex={-1}>
            <a href={fileAddress(file.fileId)} download={file.name}>
              {file.name}
            </a>
            <span className="note">{sizeInWords(file.size)}</span>
            <Button
              size="small"
              aria-label={`移除附件${file.name}`}
              onClick={() => change(files.filter((each) => each !== file))}
            >
              移除
            </Button>
          </li>
        ))}
        {sending.map(({ name, part }) => (
          <li key={name} role="status">
            {name}
            <Progress percent={Math.round(part * 100)} size="small" aria-label={`正在上传${name}`} />
          </li>
        ))}
      </ul>
      {error === undefined ? null : <ProblemAlert error={error} />}
      <input
        ref={chooser}
        type="file"
        id="item-files"
        aria-label="添加附件"
        multiple
        onChange={({ target }) => {
          void take([...(target.files ?? [])]).then(() => {
            target.value = ''
          })
        }}
      />
    </div>
  )
}

function useUploads(address: string, before: () => Promise<void>, done: (files: FileShown[]) => void) {
  const { me } = useStanding()
  const [sending, setSending] = useState<Sending[]>([])
  const [error, setError] = useState<unknown>()
  const take = async (list: File[]) => {
    if (list.length === 0) return
    setError(undefined)
    setSending(list.map(({ name }) => ({ name, part: 0 })))
    const fresh: FileShown[] = []
    try {
      await before()
      for (const file of list)
        fresh.push(
          await uploadFile(address, file, me.csrf, (part) =>
            setSending((now) => now.map((one) => (one.name === file.name ? { ...one, part } : one))),
          ),
        )
    } catch (caught) {
      setError(caught)
    } finally {
      // What was taken before one was refused stays.
      if (fresh.length > 0) done(fresh)
      setSending([])
    }
  }
  return { take, sending, error }
}

/** 2.4 MB, 310 KB: as file managers show it. */
const sizeInWords = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
