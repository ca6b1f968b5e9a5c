import type { Site } from './site.ts'
import { type SiteFieldName, siteFields } from './site-fields.ts'

const icpRegister = 'https://beian.miit.gov.cn/'
const policeRegister = 'https://beian.mps.gov.cn/'

const links = [
  { label: '开放数据', address: '/open-data' },
  { label: '订阅更新', address: '/subscribe' },
  { label: '网站地图', address: '/site-map' },
  { label: '各机关公开专页', address: '/organs' },
  { label: '工作日日历', address: '/calendar' },
  { label: '期限计算器', address: '/calculator' },
  { label: '无障碍说明', address: '/accessibility' },
] as const

/** Foot of a page as the standard asks: host, contact, identification code, registrations, error report. */
export function Footer({ site }: { site: Site }) {
  const report = { label: '我为政府网站找错', address: site.errorReport || '/found-error' }
  return (
    <footer class="foot">
      <div class="shell foot-columns">
        <div>
          <p class="foot-name">{site.name || '政府信息公开'}</p>
          <Line name="host" site={site} />
          <Line name="telephone" site={site} />
        </div>
        <div>
          <Line name="idCode" site={site} />
          <Registration text={site.icp} address={icpRegister} />
          <Registration text={site.police} address={policeRegister} />
          {site.partyMark && <Registration text={siteFields.partyMark.label} address={site.partyMark} />}
        </div>
        <ul>
          {[...links, report].map(({ label, address }) => (
            <li key={address}>
              <a href={address}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}

function Line({ name, site }: { name: SiteFieldName; site: Site }) {
  if (site[name] === '') return null
  return (
    <p>
      {siteFields[name].label}：{site[name]}
    </p>
  )
}

function Registration({ text, address }: { text: string; address: string }) {
  if (text === '') return null
  return (
    <p>
      <a href={address}>{text}</a>
    </p>
  )
}
