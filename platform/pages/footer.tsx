import type { Site } from './site.ts'

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
          {site.host && <p>主办单位：{site.host}</p>}
          {site.telephone && <p>联系电话：{site.telephone}</p>}
        </div>
        <div>
          {site.idCode && <p>网站标识码：{site.idCode}</p>}
          <Registration text={site.icp} address={icpRegister} />
          <Registration text={site.police} address={policeRegister} />
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

function Registration({ text, address }: { text: string; address: string }) {
  if (text === '') return null
  return (
    <p>
      <a href={address}>{text}</a>
    </p>
  )
}
