import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link } from '#platform/console/router.tsx'
import { SentBefore } from '#platform/console/sent-before.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
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
            <SentBefore
              title="以前的迁移"
              columns={['类型', '进展', '条数']}
              empty="还没有迁移过旧站。"
              sent={sites.map(({ siteId, name, kindLabel, statusLabel, counts, madeAt: at }) => ({
                ...{ to: `/${organ.organId}/old-sites/${siteId}`, name, at },
                cells: [kindLabel, statusLabel, counts.pages],
              }))}
            />
          </>
        )}
      </Answered>
    </>
  )
}
