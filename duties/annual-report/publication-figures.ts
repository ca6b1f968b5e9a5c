import { yearCounts } from '#duties/publication/channels/counts.ts'
import { channelLabel } from '#duties/publication/rules/channels/channels.ts'
import { kindLabel } from '#duties/publication/rules/vocabulary.ts'
import type { Platform } from '#platform/platform.ts'
import type { PublicationFigure } from './rules/publication-figures.ts'

const sumOf = (counts: readonly { items: number }[]): number =>
  counts.reduce((sum, { items }) => sum + items, 0)

/**
 * What the organs together made public in a year, by channel, and on the site by kind: figures that part one of the
 * report can be bound to. A channel or kind of which nothing is recorded has none: blank is not zero.
 */
export async function publicationFigures(
  platform: Pick<Platform, 'db'>,
  organIds: readonly string[],
  year: number,
): Promise<PublicationFigure[]> {
  const counts = await yearCounts(platform, organIds, year)
  const channels = [...Map.groupBy(counts, ({ channel }) => channel)].map(([channel, each]) => ({
    name: `publication.channel.${channel}`,
    label: `通过${channelLabel(channel)}公开的条数`,
    value: sumOf(each),
  }))
  const kinds = counts
    .filter(({ channel }) => channel === 'site')
    .map(({ kind, items }) => ({
      name: `publication.kind.${kind}`,
      label: `${channelLabel('site')}公开的${kindLabel(kind)}条数`,
      value: items,
    }))
  return [...channels, ...kinds]
}
