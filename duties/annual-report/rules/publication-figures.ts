/** How much was made public in the year by a channel or as a kind, by the name that a text binds it with. */
export interface PublicationFigure {
  /** publication.channel.site, publication.channel.wechat, publication.kind.interpretation … */
  readonly name: string
  readonly label: string
  readonly value: number
}

/** What begins the theme 主动公开 of part one, with the figures that are recorded; empty where none is. */
export function publishedSentence(figures: readonly PublicationFigure[]): string {
  const bound = (name: string) => (figures.some((each) => each.name === name) ? `{{${name}}}` : undefined)
  const site = bound('publication.channel.site')
  const wechat = bound('publication.channel.wechat')
  const interpretations = bound('publication.kind.interpretation')
  if (site === undefined) return ''
  return [
    `全年通过政府网站主动公开政府信息${site}条`,
    ...(interpretations ? [`其中政策解读${interpretations}条`] : []),
    ...(wechat ? [`通过政务微信公开${wechat}条`] : []),
  ].join('，')
}
