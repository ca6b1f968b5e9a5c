import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '#platform/console/api.ts'
import { newId } from '#platform/console/id.ts'
import type { BatchAsk, BatchDone } from '../contract-batch.ts'
import type { ItemListRow } from '../contract-desk.ts'
import type { BatchName } from '../rules/batch.ts'

/** What came of one item. */
export interface Outcome {
  row: ItemListRow
  /** Why not; undefined where it went through. */
  refusal?: BatchDone['refused'][number]
  warnings: readonly string[]
}

export interface Together {
  send(rows: readonly ItemListRow[], opinion: string): Promise<void>
  outcomes: readonly Outcome[]
  /** How many of those chosen are answered for; undefined while nothing is under way. */
  progress: { done: number; all: number } | undefined
}

/** So many at a time, so that a long list shows how far it is. */
const portion = 20

function portionsOf(rows: readonly ItemListRow[]): ItemListRow[][] {
  const byOrgan = Map.groupBy(rows, ({ organId }) => organId)
  return [...byOrgan.values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / portion) }, (_, at) =>
      own.slice(at * portion, (at + 1) * portion),
    ),
  )
}

const outcomesOf = (rows: readonly ItemListRow[], { passed, refused }: BatchDone): Outcome[] =>
  rows.map((row) => {
    const refusal = refused.find(({ itemId }) => itemId === row.itemId)
    const warnings = passed.find(({ itemId }) => itemId === row.itemId)?.warnings ?? []
    return { row, warnings, ...(refusal ? { refusal } : {}) }
  })

/** Passes chosen items together, a portion at a time; what was answered stays told where the rest did not arrive. */
export function useBatch(at: BatchName): Together {
  const client = useQueryClient()
  const asks = useRef(new Map<string, string>())
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const [progress, setProgress] = useState<Together['progress']>()
  // The id stays with the item as it was seen: sent again, it counts once.
  const askIdOf = ({ itemId, seq }: ItemListRow): string => {
    const seen = `${itemId} ${seq}`
    const known = asks.current.get(seen) ?? newId()
    asks.current.set(seen, known)
    return known
  }
  const send = async (rows: readonly ItemListRow[], opinion: string) => {
    const done: Outcome[] = []
    setOutcomes([])
    setProgress({ done: 0, all: rows.length })
    try {
      for (const part of portionsOf(rows)) {
        const items = part.map((row) => ({ itemId: row.itemId, askId: askIdOf(row), seenSeq: row.seq }))
        const path = `/api/organs/${part[0]?.organId ?? ''}/item-batches/${at}`
        const ask: BatchAsk = { opinion, items }
        done.push(...outcomesOf(part, await call<BatchDone>('POST', path, ask)))
        setOutcomes([...done])
        setProgress({ done: done.length, all: rows.length })
      }
    } finally {
      setProgress(undefined)
      await client.invalidateQueries()
    }
  }
  return { send, outcomes, progress }
}
