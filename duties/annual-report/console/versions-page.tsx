import { reportTitle } from '#law/report-forms/sections.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { VersionsView } from '../contract.ts'
import { useVersions } from './api.ts'
import { minute } from './minute.ts'
import './report.css'

type Version = VersionsView['versions'][number]

/** 版本和更正: every published version with its hash and cut-off, what it changed in the one before, by whom and why. */
export function VersionsPage({ params }: ScreenProps) {
  const { organ } = useStanding()
  const { year = '', lowerId } = params
  const query = useVersions(year, lowerId)
  const report = `/${organ.organId}/reports/${year}${lowerId === undefined ? '' : `/below/${lowerId}`}`
  return (
    <>
      <PageHead
        title={`${query.data?.organName ?? ''}${reportTitle(Number(year))}：版本和更正`}
        actions={<Link to={report}>回到报告</Link>}
      />
      <Answered query={query}>
        {({ versions }) =>
          versions.length === 0 ? (
            <Nothing>报告还没有公布，没有版本。</Nothing>
          ) : (
            versions.map((version) => <One key={version.version} version={version} />)
          )
        }
      </Answered>
    </>
  )
}

function One({ version }: { version: Version }) {
  const { cells, texts, correction } = version
  return (
    <section className="sheet" aria-labelledby={`version-${version.version}`}>
      <h2 id={`version-${version.version}`}>第{version.version}版</h2>
      <p className="tight">
        {minute(version.at)}公布{version.by === '' ? '' : `，公布人${version.by}`}。统计截至
        {minute(version.cutOff)}。
      </p>
      <p className="note tight">
        数据指纹 <code>{version.hash}</code>
      </p>
      {correction === null ? (
        <p className="tight">首次公布。</p>
      ) : (
        <p className="tight">更正理由：{correction}</p>
      )}
      {cells.length > 0 ? <Cells cells={cells} /> : null}
      {texts.map((text) => (
        <div key={text.section}>
          <h3>{text.name}</h3>
          <p className="report-text changed-text">
            {text.pieces.map((piece) => (
              <Piece key={piece.at} piece={piece} />
            ))}
          </p>
        </div>
      ))}
      {correction !== null && cells.length === 0 && texts.length === 0 ? (
        <p className="tight">表格和文字同上一版相同。</p>
      ) : null}
    </section>
  )
}

function Cells({ cells }: Pick<Version, 'cells'>) {
  return (
    <WideTable label="更正的数字">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">更正的数字（{cells.length}格）</th>
            <th scope="col">原为</th>
            <th scope="col">更正为</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ cell, name, was, now }) => (
            <tr key={cell}>
              <th scope="row">{name}</th>
              <td>{was}</td>
              <td>{now}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function Piece({ piece }: { piece: Version['texts'][number]['pieces'][number] }) {
  if (piece.kind === 'gone') return <del>{piece.text}</del>
  return piece.kind === 'new' ? <ins>{piece.text}</ins> : piece.text
}
