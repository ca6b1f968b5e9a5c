import type { Site } from './site.ts'

const icpRegister = 'https://beian.miit.gov.cn/'
const policeRegister = 'https://beian.mps.gov.cn/'

/** Foot of a page as the standard asks: host, contact, identification code, registrations, error report. */
export function Footer({ site }: { site: Site }) {
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
          {site.icp && (
            <p>
              <a href={icpRegister}>{site.icp}</a>
            </p>
          )}
          {site.police && (
            <p>
              <a href={policeRegister}>{site.police}</a>
            </p>
          )}
        </div>
        <ul>
          <li>
            <a href="/organs">各机关公开专页</a>
          </li>
          <li>
            <a href="/calendar">工作日日历</a>
          </li>
          <li>
            <a href="/calculator">期限计算器</a>
          </li>
          <li>
            <a href="/accessibility">无障碍说明</a>
          </li>
          {site.errorReport && (
            <li>
              <a href={site.errorReport}>我为政府网站找错</a>
            </li>
          )}
        </ul>
      </div>
    </footer>
  )
}
