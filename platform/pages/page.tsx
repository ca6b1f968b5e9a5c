import type { ComponentChildren } from 'preact'
import { iconAddress, styleAddress } from './assets.ts'
import { Footer } from './footer.tsx'
import type { Frame } from './frame.ts'
import { Masthead } from './masthead.tsx'
import { MetaTags, type PageMeta } from './meta.tsx'
import type { SectionKey } from './sections.ts'
import { scriptParameter } from './variant.ts'

interface PageProps {
  frame: Frame
  /** What the page is about; the title of the window adds the name of the site. */
  title: string
  meta: PageMeta
  section?: SectionKey | undefined
  /** The way here, outermost first, without the page itself. */
  trail?: readonly Crumb[] | undefined
  description?: string | undefined
  /** Pages with personal data are kept out of search engines. */
  personal?: boolean | undefined
  /** The list as an Atom feed. */
  feed?: string | undefined
  /** What the page says, for programs (schema.org). */
  data?: object | undefined
  children: ComponentChildren
}

interface Crumb {
  label: string
  address: string
}

/** A whole page of the portal. */
export function Page(props: PageProps) {
  const { frame, title, meta, section, trail, description, personal, feed, data, children } = props
  const { site } = frame
  return (
    <html lang="zh-CN" class={frame.large ? 'large' : undefined}>
      <head>
        <meta charset="utf-8" />
        <title>{title === site.name || site.name === '' ? title : `${title} - ${site.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={description || descriptionOf(title, meta)} />
        {personal && <meta name="robots" content="noindex" />}
        <MetaTags site={site} meta={meta} />
        {!personal && <Addresses frame={frame} />}
        {feed && <link rel="alternate" type="application/atom+xml" title={title} href={feed} />}
        <meta name="theme-color" content="#1d3f72" />
        <link rel="icon" type="image/svg+xml" href={iconAddress} />
        <link rel="stylesheet" href={styleAddress} />
        {data && <Data data={data} />}
      </head>
      <body>
        <a class="skip" href="#content">
          跳到正文
        </a>
        <Masthead frame={frame} section={section} home={meta.level === 'home' && site.name !== ''} />
        {trail && trail.length > 0 && <Trail trail={trail} title={title} />}
        <main id="content" class="shell" tabIndex={-1}>
          {children}
        </main>
        {!personal && <PrintedAddress frame={frame} />}
        <Footer site={site} />
      </body>
    </html>
  )
}

const descriptionOf = (title: string, meta: PageMeta): string => {
  if (meta.level === 'home') return title
  return meta.level === 'list' ? meta.column.description : `${meta.article.source}公开：${meta.article.title}`
}

// One address for one page, whatever its script.
function ownAddress({ site, path }: Frame): URL | undefined {
  if (site.address === '' || path === '') return undefined
  const own = new URL(path, site.address)
  own.searchParams.delete(scriptParameter)
  return own
}

/** On paper a page says where it stands. */
function PrintedAddress({ frame }: { frame: Frame }) {
  const own = ownAddress(frame)
  return own ? <p class="print-only shell quiet">本页网址：{own.href}</p> : null
}

// The other script by a parameter.
function Addresses({ frame }: { frame: Frame }) {
  const own = ownAddress(frame)
  if (!own) return null
  const canonical = own.href
  own.searchParams.set(scriptParameter, 'hant')
  return (
    <>
      <link rel="canonical" href={canonical} />
      <link rel="alternate" hreflang="zh-Hans" href={canonical} />
      <link rel="alternate" hreflang="zh-Hant" href={own.href} />
    </>
  )
}

// A block of data, not of script: it cannot close its own element.
function Data({ data }: { data: object }) {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the only sign that could end the block is escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />
}

function Trail({ trail, title }: { trail: readonly Crumb[]; title: string }) {
  return (
    <nav class="trail shell" aria-label="当前位置">
      <ol>
        {[{ label: '首页', address: '/' }, ...trail].map((crumb) => (
          <li key={crumb.address}>
            <a href={crumb.address}>{crumb.label}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  )
}
