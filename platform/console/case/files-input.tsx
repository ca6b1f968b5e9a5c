import { Button } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '../problem-alert.tsx'
import { type StoredFile, useCaseDesk } from './desk.ts'

interface Bound {
  many: boolean
  label: string
  id?: string
  value?: string | string[]
  onChange?(value: string | string[] | undefined): void
}

/** Files are stored as soon as they are chosen; the step then names their ids. */
export function FilesInput({ many, label, id = '', value, onChange = () => {} }: Bound) {
  const ids = value === undefined ? [] : Array.isArray(value) ? value : [value]
  const tell = (next: string[]) => onChange(many ? next : next.at(-1))
  const { take, busy, error, nameOf } = useStoring((fresh) => tell([...ids, ...fresh]))
  return (
    <div className="files-input">
      <input
        type="file"
        id={id}
        aria-label={label}
        multiple={many}
        onChange={(event) => void take(event.target.files)}
      />
      {busy ? <p role="status">正在上传……</p> : null}
      {error === undefined ? null : <ProblemAlert error={error} />}
      <ul>
        {ids.map((fileId) => (
          <li key={fileId}>
            {nameOf(fileId)}{' '}
            <Button size="small" onClick={() => tell(ids.filter((each) => each !== fileId))}>
              移除
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function useStoring(done: (fileIds: string[]) => void) {
  const { upload } = useCaseDesk()
  const [stored, setStored] = useState<StoredFile[]>([])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const take = async (list: FileList | null) => {
    setBusy(true)
    setError(undefined)
    try {
      const fresh = await Promise.all([...(list ?? [])].map(upload))
      setStored([...stored, ...fresh])
      done(fresh.map((file) => file.fileId))
    } catch (caught) {
      setError(caught)
    } finally {
      setBusy(false)
    }
  }
  const nameOf = (fileId: string) => stored.find((file) => file.fileId === fileId)?.name ?? '已上传的文件'
  return { take, busy, error, nameOf }
}
