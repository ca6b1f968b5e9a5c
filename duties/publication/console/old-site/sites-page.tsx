import { minuteInChinese } from '#platform/console/day-text.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { OldSiteView } from '../../old-site/contract.ts'
import { useOldSites } from './api.ts'
import { LaidForm, SendForm } from './bring.tsx'
import './old-site.css'

/** 旧站迁移: an old site is sent, and those sent before are listed. */
export function OldSitesPage(_: ScreenProps) {
  const { organ } = useStanding()
  const query = useOldSites()
  return (
    <>
      <PageHead
        title="旧站迁移"
        note="把原网站的信息连同图片、附件迁入本系统，旧地址自动转到新地址。先试运行，看清哪些能迁、哪些不能，再正式迁移。"
        actions={<Link to={`/${organ.organId}/publication`}>公开信息</Link>}
      />
      <SendForm />
      <Answered query={query}>
        {({ sites, laid, inbox }) => (
          <>
            <LaidForm laid={laid} inbox={inbox} />
            <section aria-labelledby="sites-before">
              <h2 id="sites-before">以前的迁移</h2>
              <Earlier sites={sites} />
            </section>
          </>
        )}
      </Answered>
    </>
  )
}

function Earlier({ sites }: { sites: readonly OldSiteView[] }) {
  const { organ } = useStanding()
  if (sites.length === 0) return <Nothing>还没有迁移过旧站。</Nothing>
  return (
    <WideTable label="以前的迁移">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">文件</th>
            <th scope="col">类型</th>
            <th scope="col">进展</th>
            <th scope="col">条数</th>
            <th scope="col">上传时间</th>
          </tr>
        </thead>
        <tbody>
          {sites.map((site) => (
            <tr key={site.siteId}>
              <th scope="row">
                <Link to={`/${organ.organId}/old-sites/${site.siteId}`}>{site.name}</Link>
              </th>
              <td>{site.kindLabel}</td>
              <td>{site.statusLabel}</td>
              <td>{site.counts.pages}</td>
              <td>{minuteInChinese(site.madeAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
