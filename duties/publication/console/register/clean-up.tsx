import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import type { RegisterRow } from '../../register/contract.ts'
import { type CleanupResult, cleanupResults } from '../../rules/register.ts'
import { useCleanUp } from './api.ts'

const options = Object.entries(cleanupResults).map(([value, label]) => ({ value, label }))

/** The result of the clean-up for one document, in its line of the list. */
export function CleanUp({ row }: { row: RegisterRow }) {
  const [result, setResult] = useState<CleanupResult>('keeps')
  const [basis, setBasis] = useState('')
  const send = useCleanUp(row)
  return (
    <div className="clean-up">
      <Select
        aria-label={`${row.title}的清理结果`}
        options={options}
        value={result}
        onChange={(value: CleanupResult) => setResult(value)}
      />
      <Input
        aria-label={`${row.title}清理的依据`}
        placeholder="清理公告的名称、文号"
        value={basis}
        onChange={(event) => setBasis(event.target.value)}
      />
      <Button
        disabled={basis.trim() === ''}
        loading={send.isPending}
        onClick={() => send.mutate({ result, basis: basis.trim() })}
      >
        登记
      </Button>
      {send.error === null ? null : <ProblemAlert error={send.error} />}
    </div>
  )
}
