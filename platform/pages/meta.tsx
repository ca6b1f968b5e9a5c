import type { Site } from './site.ts'

/** The column that a list or an article belongs to. */
export interface Column {
  name: string
  description: string
  keywords: string
  /** 栏目类别, e.g. 政府信息公开 */
  type: string
}

export interface Article {
  title: string
  /** yyyy-MM-dd HH:mm in Beijing time. */
  publishedAt: string
  source: string
  keywords?: string
  description?: string
}

/** The three levels of the meta tags (政府网站发展指引): home three, lists seven, articles ten and the optional ones. */
export type PageMeta =
  | { level: 'home' }
  | { level: 'list'; column: Column }
  | { level: 'article'; column: Column; article: Article }

const siteTags = (site: Site): [string, string][] => [
  ['SiteName', site.name],
  ['SiteDomain', hostOf(site.address)],
  ['SiteIDCode', site.idCode],
]

const columnTags = (column: Column): [string, string][] => [
  ['ColumnName', column.name],
  ['ColumnDescription', column.description],
  ['ColumnKeywords', column.keywords],
  ['ColumnType', column.type],
]

const articleTags = (article: Article): [string, string][] => [
  ['ArticleTitle', article.title],
  ['PubDate', article.publishedAt],
  ['ContentSource', article.source],
  ...(article.keywords ? ([['Keywords', article.keywords]] as [string, string][]) : []),
  ...(article.description ? ([['Description', article.description]] as [string, string][]) : []),
]

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address)

/** The meta tags of a page, in the order of the standard; what is not set is left out. */
export function MetaTags({ site, meta }: { site: Site; meta: PageMeta }) {
  const tags = [
    ...siteTags(site),
    ...(meta.level === 'home' ? [] : columnTags(meta.column)),
    ...(meta.level === 'article' ? articleTags(meta.article) : []),
  ]
  return (
    <>
      {tags
        .filter(([, content]) => content !== '')
        .map(([name, content]) => (
          <meta key={name} name={name} content={content} />
        ))}
    </>
  )
}
