import { type Day, daysBetween, inChinese } from '#time/day.ts'
import { openDataPath, subscribePath } from '../addresses.ts'
import { kindLabels } from '../rules/vocabulary.ts'
import { columnWays, gazetteWay, serviceWays } from './ways.ts'

/** What is open for opinions now, with its last day. */
export interface OpenNow {
  title: string
  address: string
  until: Day
}

export function OpenForOpinions({ open, today }: { open: readonly OpenNow[]; today: Day }) {
  if (open.length === 0) return null
  return (
    <section>
      <h2>正在征求意见</h2>
      <ul class="items">
        {open.map(({ title, address, until }) => (
          <li key={address}>
            <a href={address}>{title}</a>
            <p class="under">
              <strong class="weighty-text">
                {inChinese(until)}截止{sayLeft(daysBetween(today, until))}
              </strong>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const sayLeft = (days: number): string => (days === 0 ? '（今天）' : `（还有${days}日）`)

const others = [
  ...columnWays,
  ...serviceWays.filter(({ address }) => address === openDataPath || address === subscribePath),
]

/** Every column beside the five fixed ones: a new kind of item stands here by its name alone. */
export function Columns({ gazette }: { gazette: boolean }) {
  const kinds = Object.entries(kindLabels).map(([kind, label]) => ({ label, address: `/items?kind=${kind}` }))
  return (
    <section>
      <h2>栏目</h2>
      <ul class="columns">
        {[...(gazette ? [gazetteWay] : []), ...others, ...kinds].map(({ label, address }) => (
          <li key={address}>
            <a href={address}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
