import { dateInShanghai } from '#platform/pages/times.ts'
import type { ItemEntry } from '../contract.ts'
import { isOver, kindLabel, validityLabel } from '../rules/vocabulary.ts'

export type ExplainedEntry = ItemEntry & { interprets: string }

interface ItemListProps {
  entries: readonly ItemEntry[]
  /** Interpretations, shown beside the documents that they interpret. */
  explained?: readonly ExplainedEntry[]
  /** Left out where the list is of one organ. */
  withOrgan?: boolean
  /** Index number, document number and kind under each title. */
  full?: boolean
}

/** Items, newest first, each with its day and, where there is one, its interpretation. */
export function ItemList({ entries, explained = [], withOrgan = true, full = false }: ItemListProps) {
  return (
    <ul class="items">
      {entries.map((entry) => (
        <li key={entry.itemId}>
          <ItemTitle entry={entry} />
          <time dateTime={entry.publishedAt}>{dateInShanghai(entry.publishedAt)}</time>
          <Under entry={entry} withOrgan={withOrgan} full={full} />
          {explained
            .filter((each) => each.interprets === entry.itemId)
            .map((each) => (
              <p class="explained" key={each.itemId}>
                解读：<a href={each.address}>{each.title}</a>
              </p>
            ))}
        </li>
      ))}
    </ul>
  )
}

/** A title with the mark of a document that no longer holds. */
export function ItemTitle({ entry }: { entry: ItemEntry }) {
  return (
    <span>
      {isOver(entry.validity) && <span class="repealed-mark">{validityLabel(entry.validity)}</span>}
      <a href={entry.address}>{entry.title}</a>
    </span>
  )
}

function Under({ entry, withOrgan, full }: { entry: ItemEntry; withOrgan: boolean; full: boolean }) {
  const parts = [withOrgan && entry.organName, entry.documentNumber, full && kindLabel(entry.kind)].filter(
    (part) => part,
  )
  if (parts.length === 0) return null
  return (
    <p class="under">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      {full && <span class="index">索引号 {entry.indexNumber}</span>}
    </p>
  )
}
