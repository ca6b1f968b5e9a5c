import type { Organ } from '#platform/organs/contract.ts'
import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { sections } from '#platform/pages/sections.ts'
import { headings } from '../rules/catalogue.ts'
import { kindLabels } from '../rules/vocabulary.ts'
import { columnWays, gazetteWay, serviceWays, type Way } from './ways.ts'

interface SiteMapProps {
  frame: Frame
  organs: readonly Organ[]
  /** The government keeps a gazette. */
  gazette: boolean
}

/** 网站地图: every part of the portal on one page. */
export function SiteMapPage({ frame, organs, gazette }: SiteMapProps) {
  const fixed = sections.map(({ label, address }) => ({ label: label.join(''), address }))
  const parts: [string, readonly Way[]][] = [
    ['栏目', [...fixed, ...columnWays, ...(gazette ? [gazetteWay] : [])]],
    ['服务', serviceWays],
    ['信息类别', headings.map(({ short, code }) => ({ label: short, address: `/items?catalogue=${code}` }))],
    ['体裁', Object.entries(kindLabels).map(([kind, label]) => ({ label, address: `/items?kind=${kind}` }))],
    ['机关', organs.map(({ name, code }) => ({ label: name, address: `/organs/${code}` }))],
  ]
  return (
    <Page
      frame={frame}
      title="网站地图"
      meta={{ level: 'list', column: otherColumn('网站地图', '本站的栏目、服务、信息类别和机关') }}
      trail={[]}
    >
      <h1>网站地图</h1>
      {parts.map(([title, ways]) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul class="organ-columns">
            {ways.map(({ label, address }) => (
              <li key={address}>
                <a href={address}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}
