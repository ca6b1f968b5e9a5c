import { useState } from 'react'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { useEvidence } from './api.ts'

interface Bound {
  askId: string
  id?: string
  value?: readonly string[]
  onChange?(files: readonly string[]): void
}

/** 照片、扫描件: sent as soon as they are chosen; the position where they were taken is removed. */
export function Pictures({ askId, id, value = [], onChange = () => {} }: Bound) {
  const send = useEvidence()
  const [names, told] = useState<readonly string[]>([])
  const [error, fail] = useState<unknown>()
  const take = async (files: readonly File[]) => {
    fail(undefined)
    try {
      const kept = []
      for (const file of files) kept.push(await send(askId, file))
      told([...names, ...kept.map(({ name }) => name)])
      onChange([...value, ...kept.map(({ fileId }) => fileId)])
    } catch (caught) {
      fail(caught)
    }
  }
  return (
    <>
      <input
        id={id}
        type="file"
        multiple
        accept="image/*,.pdf"
        aria-label="现场照片、扫描件"
        onChange={({ target }) => void take([...(target.files ?? [])])}
      />
      {names.length === 0 ? null : <p role="status">已上传：{names.join('、')}</p>}
      {error === undefined ? null : <ProblemAlert error={error} />}
    </>
  )
}
