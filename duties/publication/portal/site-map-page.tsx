import type { Organ } from '#platform/organs/contract.ts'
import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { sections } from '#platform/pages/sections.ts'
import { openDataPath, registerPath, subscribePath } from '../addresses.ts'
import { headings } from '../rules/catalogue.ts'
import { kindLabels } from '../rules/vocabulary.ts'

interface Way {
  label: string
  address: string
}

const services: readonly Way[] = [
  { label: '我要申请', address: '/requests/new' },
  { label: '查询办理进度', address: '/requests/track' },
  { label: '检索公开信息', address: '/search' },
  { label: '订阅更新', address: subscribePath },
  { label: '开放数据', address: openDataPath },
  { label: '数说公开', address: '/figures' },
  { label: '期限计算器', address: '/calculator' },
  { label: '工作日日历', address: '/calendar' },
  { label: '各机关公开专页', address: '/organs' },
  { label: '行政规范性文件登记簿', address: registerPath },
  { label: '我为政府网站找错', address: '/found-error' },
  { label: '无障碍说明', address: '/accessibility' },
]

/** 网站地图: every part of the portal on one page. */
export function SiteMapPage({ frame, organs }: { frame: Frame; organs: readonly Organ[] }) {
  const parts: [string, readonly Way[]][] = [
    ['栏目', sections.map(({ label, address }) => ({ label: label.join(''), address }))],
    ['服务', services],
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
