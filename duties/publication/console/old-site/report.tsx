import { Button } from 'antd'
import { useState } from 'react'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { OldPageView, OldSiteWhole } from '../../old-site/contract.ts'
import { outcomes } from '../../old-site/reasons.ts'
import { isUnderWay, usePages, useRoot } from './api.ts'

/** 结果: how many of each, each with its reasons; the same as a file. */
export function Report({ site }: { site: OldSiteWhole }) {
  const root = useRoot()
  const [outcome, setOutcome] = useState('refused')
  const { counts, status } = site
  const isDone = status === 'taking' || status === 'stopped' || status === 'done'
  const names = [
    ['refused', counts.refused],
    ['duplicate', counts.duplicate],
    ['draft', counts.draft],
    ['take', counts.take],
  ] as const
  const file = (format: string) => `${root}/${site.siteId}/report?format=${format}`
  return (
    <section className="sheet" aria-labelledby="old-site-report">
      <h2 id="old-site-report">{isDone ? '迁移结果' : '试运行结果'}</h2>
      <fieldset className="old-site-outcomes">
        <legend className="unseen">看哪一类</legend>
        {names.map(([name, count]) => (
          <label key={name}>
            <input type="radio" name="outcome" checked={outcome === name} onChange={() => setOutcome(name)} />
            {outcomes[name][status === 'done' ? 'done' : 'planned']} <strong>{count}</strong>条
          </label>
        ))}
      </fieldset>
      <p className="old-site-actions">
        <a href={file('xlsx')} download>
          下载全部结果（xlsx）
        </a>
        <a href={file('csv')} download>
          下载全部结果（CSV）
        </a>
      </p>
      <Pages site={site} outcome={outcome} />
    </section>
  )
}

function Pages({ site, outcome }: { site: OldSiteWhole; outcome: string }) {
  const { counts, status } = site
  const mark = isUnderWay(site) ? status : `${status} ${counts.done}`
  const query = usePages(site.siteId, outcome, mark)
  return (
    <Answered query={query}>
      {(data) => {
        const pages = data.pages.flatMap((each) => each.pages)
        if (pages.length === 0) return <Nothing>没有这一类。</Nothing>
        return (
          <>
            <PageTable pages={pages} />
            {query.hasNextPage ? (
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                再看一百条
              </Button>
            ) : null}
          </>
        )
      }}
    </Answered>
  )
}

function PageTable({ pages }: { pages: readonly OldPageView[] }) {
  const { organ } = useStanding()
  return (
    <WideTable label="逐条的结果">
      <table className="list old-site-pages">
        <thead>
          <tr>
            <th scope="col">位置</th>
            <th scope="col">标题</th>
            <th scope="col">原因和说明</th>
            <th scope="col">发布日期</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {pages.map((page) => (
            <tr key={page.n}>
              <th scope="row" className="wraps">
                {page.place}
              </th>
              <td className="wraps">
                {page.itemId ? (
                  <Link to={`/${organ.organId}/publication/${page.itemId}`}>{page.title}</Link>
                ) : (
                  page.title
                )}
              </td>
              <td className="wraps">{page.reasons.join('；')}</td>
              <td>{page.publishedOn ?? ''}</td>
              <td>{page.outcomeLabel}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
