import { App, Button } from 'antd'
import { useState } from 'react'
import { minuteInChinese } from '#platform/console/day-text.tsx'
import { overlay } from '#platform/console/overlay.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { OldSiteWhole } from '../../old-site/contract.ts'
import { Addresses } from './addresses.tsx'
import { isUnderWay, useOldSite, useSteps } from './api.ts'
import { MappingForm } from './mapping-form.tsx'
import { Report } from './report.tsx'
import './old-site.css'

/** One old site on its way in: its mapping, the dry run, the taking over, what was not taken, where addresses lead. */
export function OldSitePage({ params }: ScreenProps) {
  const query = useOldSite(params.siteId ?? '')
  return <Answered query={query}>{(site) => <Site site={site} />}</Answered>
}

function Site({ site }: { site: OldSiteWhole }) {
  const { organ } = useStanding()
  const { status } = site
  const [isMapping, setMapping] = useState(false)
  const isSettled = status === 'checked' || status === 'stopped' || status === 'done'
  return (
    <>
      <PageHead
        title={`旧站迁移：${site.name}`}
        note={`${minuteInChinese(site.madeAt)}上传，${site.kindLabel}，共${site.counts.pages}条。`}
        actions={<Link to={`/${organ.organId}/old-sites`}>全部迁移</Link>}
      />
      <Progress site={site} />
      {isSettled ? <Run site={site} onAgain={() => setMapping(!isMapping)} isMapping={isMapping} /> : null}
      {status === 'read' || (isSettled && isMapping) ? (
        <MappingForm site={site} onChecked={() => setMapping(false)} />
      ) : null}
      {status === 'reading' || status === 'read' || status === 'unreadable' ? null : <Report site={site} />}
      {status === 'taking' || status === 'stopped' || status === 'done' ? <Addresses site={site} /> : null}
    </>
  )
}

/** Where the site stands, said aloud when it changes. */
function Progress({ site }: { site: OldSiteWhole }) {
  const { stop } = useSteps(site.siteId)
  const { pages, done } = site.counts
  const counted = site.status === 'checking' || site.status === 'taking' || site.status === 'stopped'
  return (
    <section className="sheet old-site-progress" aria-label="进展">
      <p className="tight" role="status">
        <strong>{site.statusLabel}</strong>
        {counted ? `，${done}条，共${pages}条` : ''}
        {site.trouble === '' ? '' : `：${site.trouble}`}
      </p>
      {site.status === 'reading' ? <progress aria-label="正在读取" /> : null}
      {counted ? <progress aria-label={site.statusLabel} value={done} max={Math.max(pages, 1)} /> : null}
      {isUnderWay(site) ? <p className="note">可以离开此页，进展不受影响；服务器重启后自动继续。</p> : null}
      {site.status === 'checking' || site.status === 'taking' ? (
        <Button loading={stop.isPending} onClick={() => stop.mutate()}>
          停止
        </Button>
      ) : null}
      {stop.error === null ? null : <ProblemAlert error={stop.error} />}
    </section>
  )
}

interface RunProps {
  site: OldSiteWhole
  isMapping: boolean
  onAgain: () => void
}

function Run({ site, isMapping, onAgain }: RunProps) {
  const { run } = useSteps(site.siteId)
  const { modal } = App.useApp()
  const { take, draft } = site.counts
  const start = async () => {
    const isSure = await modal.confirm({
      title: `迁移${take + draft}条？`,
      content: `${take}条发布到门户${draft > 0 ? `，${draft}条作为草稿` : ''}。随时可以停止，停止后可以继续；已经写入的保留。`,
      okText: '开始迁移',
      cancelText: '再看看',
      ...overlay,
    })
    if (isSure) run.mutate()
  }
  return (
    <section className="sheet" aria-label="迁移">
      {run.error === null ? null : <ProblemAlert error={run.error} />}
      <p className="old-site-actions">
        {site.status === 'checked' ? (
          <Button
            type="primary"
            disabled={take + draft === 0}
            loading={run.isPending}
            onClick={() => void start()}
          >
            开始迁移{take + draft}条
          </Button>
        ) : null}
        {site.status === 'stopped' ? (
          <Button type="primary" loading={run.isPending} onClick={() => run.mutate()}>
            继续迁移
          </Button>
        ) : null}
        <Button onClick={onAgain} aria-expanded={isMapping}>
          {isMapping ? '收起对应关系' : '修改对应关系，重新试运行'}
        </Button>
      </p>
    </section>
  )
}
