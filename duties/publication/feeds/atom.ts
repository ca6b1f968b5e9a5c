/** Feeds in Atom (RFC 4287). Instants are ISO 8601. */

export interface FeedEntry {
  id: string
  title: string
  /** Whole address. */
  address: string
  publishedAt: string
  updatedAt: string
  author: string
  category: string
  summary: string
}

export interface Feed {
  title: string
  /** Whole address of the feed, and of the list it follows. */
  self: string
  list: string
  author: string
  entries: readonly FeedEntry[]
  /** Whole address of the older entries; null at the end. */
  next: string | null
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // Signs that no XML may hold.
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')

const entryText = (entry: FeedEntry): string => `<entry>
<id>${escaped(entry.id)}</id>
<title>${escaped(entry.title)}</title>
<link href="${escaped(entry.address)}"/>
<published>${entry.publishedAt}</published>
<updated>${entry.updatedAt}</updated>
<author><name>${escaped(entry.author)}</name></author>
<category term="${escaped(entry.category)}"/>
<summary>${escaped(entry.summary)}</summary>
</entry>`

const newest = (entries: readonly FeedEntry[]): string =>
  entries.reduce((last, { updatedAt }) => (updatedAt > last ? updatedAt : last), '2019-05-15T00:00:00.000Z')

/** The feed as XML. */
export const atom = (feed: Feed): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${escaped(feed.self)}</id>
<title>${escaped(feed.title)}</title>
<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>
<link rel="alternate" type="text/html" href="${escaped(feed.list)}"/>
${feed.next === null ? '' : `<link rel="next" type="application/atom+xml" href="${escaped(feed.next)}"/>\n`}<updated>${newest(feed.entries)}</updated>
<author><name>${escaped(feed.author)}</name></author>
${feed.entries.map(entryText).join('\n')}
</feed>
`
