import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import type { ItemListRow } from '../contract-desk.ts'
import { useItemsFound } from './api.ts'
import { maySeeItems } from './rights.ts'
import './publication.css'

/** Items that hold the words in title, index number or document number, in every organ that the person works for, by kind. */
export function FoundItems({ words }: { words: string }) {
  const { me } = useStanding()
  const organs = me.organs.filter(({ roles }) => maySeeItems(roles))
  const query = useItemsFound(
    organs.map(({ organId }) => organId),
    words,
  )
  if (organs.length === 0) return null
  return (
    <section aria-labelledby="found-items">
      <h2 id="found-items">公开信息</h2>
      <Answered query={query}>
        {(lists) => <Found lists={lists} words={words} withOrgan={organs.length > 1} />}
      </Answered>
    </section>
  )
}

interface Shown {
  lists: readonly { organId: string; rows: readonly ItemListRow[]; more: boolean }[]
  words: string
  withOrgan: boolean
}

function Found({ lists, words, withOrgan }: Shown) {
  const rows = lists.flatMap((list) => list.rows)
  if (rows.length === 0) return <Nothing>没有找到标题、索引号、文号含“{words}”的信息。</Nothing>
  const byKind = Map.groupBy(rows, ({ kindLabel }) => kindLabel)
  return (
    <>
      {[...byKind].map(([kind, own]) => (
        <section key={kind} className="sheet" aria-label={kind}>
          <h3>
            {kind} <span className="count">{own.length}</span>
          </h3>
          <ul className="tight-list">
            {own.map((row) => (
              <li key={row.itemId}>
                <Link to={`/${row.organId}/publication/${row.itemId}`}>{row.title}</Link>
                <span className="note">
                  {` ${row.indexNumber} · ${row.stageLabel}${withOrgan ? ` · ${row.organName}` : ''}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {lists
        .filter(({ more }) => more)
        .map(({ organId, rows: [first] }) => (
          <p key={organId}>
            <Link to={`/${organId}/publication?view=all&q=${encodeURIComponent(words)}`}>
              查看{withOrgan ? (first?.organName ?? '') : ''}找到的全部信息
            </Link>
          </p>
        ))}
    </>
  )
}
