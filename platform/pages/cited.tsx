import { citeInChinese } from '#law/citation.ts'
import { regulation } from '#law/regulation.ts'

/** An article at hand: its place in Chinese and the words quoted. */
interface CitedWords {
  place: string
  quote: string
}

const numbers: ReadonlyMap<string, number> = new Map(
  regulation.map(({ number }) => [citeInChinese({ article: number, quote: '' }), number]),
)

/** Where the whole article stands on the portal; undefined for a place outside the Regulation. */
const articleAddress = (place: string): string | undefined => {
  const number = numbers.get(/^第[一二三四五六七八九十百]+条/.exec(place)?.[0] ?? '')
  return number === undefined ? undefined : `/rules/regulation#a${number}`
}

/** 条文在侧: the place of the article, its words on demand, and the way to the whole of it. */
export function Cited({ cites }: { cites: CitedWords }) {
  const address = articleAddress(cites.place)
  return (
    <details class="cited">
      <summary>
        {address ? '《条例》' : ''}
        {cites.place}
      </summary>
      <blockquote>
        {cites.quote}
        {address && (
          <>
            {' '}
            <a class="nowrap" href={address}>
              全条
            </a>
          </>
        )}
      </blockquote>
    </details>
  )
}
