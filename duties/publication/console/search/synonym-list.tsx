import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '#platform/console/api.ts'
import { asProblem } from '#platform/console/problem-alert.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { SynonymChange, SynonymGroup } from '../../search/contract.ts'

interface Groups {
  groups: SynonymGroup[]
}

const wordsOf = (typed: string): string[] =>
  typed
    .split(/[\s、，,；;]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

const said: Readonly<Record<SynonymGroup['from'], string>> = {
  given: '',
  changed: '已改',
  added: '本地添加',
}

/** Keeps a change and shows the list as it then stands. */
function useKeep(organId: string) {
  const path = `/api/organs/${organId}/search/synonyms`
  const client = useQueryClient()
  const shown = (groups: Groups) => client.setQueryData([path], groups)
  const put = useMutation({
    mutationFn: (change: SynonymChange) => call<Groups>('PUT', path, change),
    onSuccess: shown,
  })
  const reset = useMutation({
    mutationFn: (head: string) => call<Groups>('DELETE', `${path}/${encodeURIComponent(head)}`),
    onSuccess: shown,
  })
  return { path, put, reset }
}

/** The groups of words that mean the same, to be looked through, changed and added to. */
export function SynonymList({ organId }: { organId: string }) {
  const { path } = useKeep(organId)
  const query = useQuery({ queryKey: [path], queryFn: () => call<Groups>('GET', path) })
  const [filter, setFilter] = useState('')
  return (
    <section aria-labelledby="synonyms">
      <h2 id="synonyms">同义词</h2>
      <p className="note">
        检索第一个词时也查其余的词。程序自带的可以改，也可以清空不用；改动当时生效，记入操作记录。
      </p>
      <AddGroup organId={organId} />
      <Answered query={query}>
        {({ groups }) => (
          <>
            <label className="search-filter" htmlFor="synonym-filter">
              在表中查找
              <Input id="synonym-filter" value={filter} onChange={(event) => setFilter(event.target.value)} />
            </label>
            <Table organId={organId} groups={groups.filter((group) => holds(group, filter.trim()))} />
          </>
        )}
      </Answered>
    </section>
  )
}

const holds = ({ head, words }: SynonymGroup, typed: string): boolean =>
  typed === '' || [head, ...words].some((word) => word.includes(typed))

function Table({ organId, groups }: { organId: string; groups: readonly SynonymGroup[] }) {
  if (groups.length === 0) return <Nothing>表中没有这个词。</Nothing>
  return (
    <WideTable label="同义词表">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">词</th>
            <th scope="col">也查</th>
            <th scope="col">来源</th>
            <th scope="col">
              <span className="unseen">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Row key={group.head} organId={organId} group={group} />
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function Row({ organId, group }: { organId: string; group: SynonymGroup }) {
  const { put, reset } = useKeep(organId)
  const [typed, setTyped] = useState<string | null>(null)
  const save = (text: string) =>
    put.mutate({ head: group.head, words: wordsOf(text) }, { onSuccess: () => setTyped(null) })
  const error = put.error ?? reset.error
  return (
    <tr>
      <th scope="row">{group.head}</th>
      <td>
        {typed === null ? (
          group.words.join('、') || '（不用）'
        ) : (
          <Input.TextArea
            rows={2}
            aria-label={`与“${group.head}”同义的词，用顿号隔开`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {error ? <p role="alert">{asProblem(error).detail}</p> : null}
      </td>
      <td>{said[group.from] || '自带'}</td>
      <td className="row-actions">
        {typed === null ? (
          <Button size="small" onClick={() => setTyped(group.words.join('、'))}>
            修改<span className="unseen">“{group.head}”</span>
          </Button>
        ) : (
          <>
            <Button size="small" type="primary" loading={put.isPending} onClick={() => save(typed)}>
              保存
            </Button>
            <Button size="small" onClick={() => setTyped(null)}>
              取消
            </Button>
          </>
        )}
        {group.from !== 'given' && typed === null && (
          <Button size="small" loading={reset.isPending} onClick={() => reset.mutate(group.head)}>
            {group.from === 'added' ? '删除' : '恢复'}
            <span className="unseen">“{group.head}”</span>
          </Button>
        )}
      </td>
    </tr>
  )
}

function AddGroup({ organId }: { organId: string }) {
  const { put } = useKeep(organId)
  const [head, setHead] = useState('')
  const [words, setWords] = useState('')
  const isWhole = head.trim().length >= 2 && wordsOf(words).length > 0
  const clear = () => {
    setHead('')
    setWords('')
  }
  return (
    <form
      className="add-group"
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) put.mutate({ head: head.trim(), words: wordsOf(words) }, { onSuccess: clear })
      }}
    >
      <label htmlFor="synonym-head">
        词
        <Input
          id="synonym-head"
          value={head}
          maxLength={20}
          onChange={(event) => setHead(event.target.value)}
        />
      </label>
      <label htmlFor="synonym-words">
        也查（用顿号隔开）
        <Input
          id="synonym-words"
          value={words}
          maxLength={200}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <Button htmlType="submit" disabled={!isWhole} loading={put.isPending}>
        添加一组
      </Button>
      {put.error ? <p role="alert">{asProblem(put.error).detail}</p> : null}
    </form>
  )
}
