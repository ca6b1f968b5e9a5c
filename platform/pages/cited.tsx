/** An article at hand: its place in Chinese and the words quoted. */
export interface CitedWords {
  place: string
  quote: string
}

/** 条文在侧: the place of the article, its words on demand. */
export function Cited({ cites }: { cites: CitedWords }) {
  return (
    <details class="cited">
      <summary>依据：《条例》{cites.place}</summary>
      <blockquote>{cites.quote}</blockquote>
    </details>
  )
}
