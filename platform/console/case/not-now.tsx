import type { StepOffer } from '#platform/ledger/contract.ts'

interface Reason {
  words: string
  labels: string[]
}

const fewest = 3

/** What cannot be done now, grey with its reason; steps refused for one and the same reason stand together. */
export function NotNow({ offers }: { offers: readonly StepOffer[] }) {
  if (offers.length === 0) return null
  return (
    <>
      <h3>现在不能办理</h3>
      <ul className="not-now">
        {reasonsOf(offers).map(({ words, labels }) => (
          <li key={labels.join()}>
            <strong>{labels.join('、')}</strong>
            {words}
          </li>
        ))}
      </ul>
    </>
  )
}

// 本件已答复，不能分办 and 本件已答复，不能认领 are one reason, and so are 移送由负责人办理 and 延长由负责人办理.
function withoutName({ label, refusal }: StepOffer): string {
  const words = refusal ?? ''
  return words.startsWith(label) ? words.slice(label.length) : words.replaceAll(label, '办理')
}

function reasonsOf(offers: readonly StepOffer[]): Reason[] {
  const groups = new Map<string, StepOffer[]>()
  for (const offer of offers) {
    const words = withoutName(offer)
    groups.set(words, [...(groups.get(words) ?? []), offer])
  }
  return [...groups].flatMap(([words, same]) =>
    same.length < fewest
      ? same.map(({ label, refusal }) => ({ words: refusal ?? '', labels: [label] }))
      : [{ words, labels: same.map(({ label }) => label) }],
  )
}
