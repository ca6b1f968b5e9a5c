import { useState } from 'react'
import { navigate } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { ItemListRow } from '../contract-desk.ts'
import { type BatchName, batches, batchesOf } from '../rules/batch.ts'
import { useInbox } from './api.ts'
import { BatchChoice, BatchForm } from './batch.tsx'
import { Rows } from './item-rows.tsx'
import type { Choosing } from './item-table.tsx'

/** 等我办理: what waits over all organs; of what stands at one place several are passed together. */
export function InboxRows({ at }: { at: BatchName | undefined }) {
  const { me, organ } = useStanding()
  const query = useInbox(at)
  const { chosen, choosing } = useChosen()
  const names = batchesOf(me.organs.flatMap(({ roles }) => roles))
  const choose = (next: BatchName | undefined) =>
    navigate(`/${organ.organId}/publication?view=inbox${next ? `&at=${next}` : ''}`)
  return (
    <>
      <BatchChoice names={names} at={at} choose={choose} />
      <Answered query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return (
            <>
              {at === undefined ? null : (
                <BatchForm key={at} at={at} chosen={rows.filter(({ itemId }) => chosen.has(itemId))} />
              )}
              <Rows
                rows={rows}
                empty={at === undefined ? '没有等您办理的信息。' : `没有等您${batches[at].label}的信息。`}
                more={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
                busy={query.isFetchingNextPage}
                withOrgan
                {...(at === undefined ? {} : { choosing })}
              />
            </>
          )
        }}
      </Answered>
    </>
  )
}

function useChosen(): { chosen: ReadonlySet<string>; choosing: Choosing } {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const idsOf = (rows: readonly ItemListRow[]) => rows.map(({ itemId }) => itemId)
  return {
    chosen,
    choosing: {
      isChosen: ({ itemId }) => chosen.has(itemId),
      choose: (rows, isChosen) =>
        setChosen((now) => (isChosen ? new Set([...now, ...idsOf(rows)]) : without(now, idsOf(rows)))),
    },
  }
}

const without = (all: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> =>
  new Set([...all].filter((id) => !ids.includes(id)))
