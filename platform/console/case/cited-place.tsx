import type { Cited } from '#platform/ledger/contract.ts'
import './case.css'

/** The place in the law; the words quoted open beneath it. */
export function CitedPlace({ cited }: { cited: Cited }) {
  if (cited.quote === '') return <span className="cited">{cited.place}</span>
  return (
    <details className="cited">
      <summary>{cited.place}</summary>
      <q>{cited.quote}</q>
    </details>
  )
}
