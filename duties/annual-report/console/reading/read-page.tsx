import { useMemo } from 'react'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { ReadView } from '../../corpus/contract.ts'
import { worstOf } from '../findings.tsx'
import { queryOf, useRead, useRoot } from './api.ts'
import { OfficialForm } from './official-form.tsx'
import { ReadFindings } from './read-findings.tsx'
import { goToCell, type ReadSheet, ReadSheetContext } from './read-sheet.ts'
import { ChosenCell, SourceText } from './source-text.tsx'
import '../report.css'
import './reading.css'

/** A report that was read: the source at the left, the official form at the right, linked both ways. */
export function ReadPage({ params }: ScreenProps) {
  const query = useRead(params.readId ?? '')
  return <Answered query={query}>{(view) => <Read view={view} key={view.readId} />}</Answered>
}

const formNames: Readonly<Record<string, string>> = {
  2019: '2019年试行格式',
  2021: '2021年格式',
  mixed: '新旧格式混用',
  unknown: '没有表格',
}

function Read({ view }: { view: ReadView }) {
  const { organ } = useStanding()
  const root = useRoot()
  const facts = [
    view.year === null ? '年度不明' : `${view.year}年`,
    formNames[view.form] ?? '',
    `文件：${view.name}`,
  ]
  return (
    <>
      <PageHead
        title={view.organName ?? '机关不明'}
        note={facts.filter(Boolean).join('　')}
        actions={
          <>
            {view.organName === null ? null : (
              <Link to={`/${organ.organId}/reading/figures${queryOf({ organ: view.organName })}`}>
                历年和比较
              </Link>
            )}
            {view.hasOriginal ? (
              <a href={`${root}/${view.readId}/original`} download>
                原件
              </a>
            ) : null}
            <Link to={`/${organ.organId}/reading`}>全部报告</Link>
          </>
        }
      />
      {view.refused === null ? <SideBySide view={view} /> : <p className="sheet">{view.refused}</p>}
    </>
  )
}

function SideBySide({ view }: { view: ReadView }) {
  const { path, query } = useLocation()
  const chosen = query.get('cell')
  const sheet: ReadSheet = useMemo(
    () => ({
      view,
      chosen,
      worst: worstOf(view.findings.map((finding) => ({ ...finding, result: '' }))),
      choose: (cell, from) => {
        navigate(`${path}${queryOf({ cell })}`, 'replace')
        if (from !== 'form') goToCell(cell)
      },
    }),
    [view, chosen, path],
  )
  return (
    <ReadSheetContext value={sheet}>
      <div className="side-by-side">
        <div className="read-left">
          <ChosenCell />
          <SourceText />
        </div>
        <div>
          <ReadFindings />
          <section className="sheet" aria-label="读成的表">
            <OfficialForm />
          </section>
        </div>
      </div>
    </ReadSheetContext>
  )
}
