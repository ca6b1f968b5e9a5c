import { minuteInShanghai } from '#platform/pages/times.ts'
import type { VersionsView } from '../contract.ts'

type Version = VersionsView['versions'][number]

/** 更正说明: for every later version why it was published, and what it changed, figure by figure and word by word. */
export function Corrections({ versions }: Pick<VersionsView, 'versions'>) {
  const corrected = versions.filter(({ correction }) => correction !== null)
  if (corrected.length === 0) return null
  return (
    <section class="corrections" id="corrections">
      <h2>更正说明</h2>
      {corrected.map((version) => (
        <Correction key={version.version} version={version} />
      ))}
    </section>
  )
}

function Correction({ version }: { version: Version }) {
  const { cells, texts } = version
  return (
    <>
      <h3>
        第{version.version}版（{minuteInShanghai(version.at)}公布）
      </h3>
      <p class="report-text">更正理由：{version.correction}。</p>
      {cells.length > 0 && <Cells version={version} />}
      {texts.map(({ section, name, pieces }) => (
        <>
          <p class="changed-part" key={section}>
            {name}：文字更正如下，划去的是原文，加线的是更正后的文字。
          </p>
          <p class="report-text changed-text">
            {pieces.map((piece) => (
              <Piece key={piece.at} piece={piece} />
            ))}
          </p>
        </>
      ))}
    </>
  )
}

function Piece({ piece }: { piece: Version['texts'][number]['pieces'][number] }) {
  if (piece.kind === 'gone') return <del>{piece.text}</del>
  return piece.kind === 'new' ? <ins>{piece.text}</ins> : <span>{piece.text}</span>
}

function Cells({ version: { cells, version } }: { version: Version }) {
  const label = `第${version}版更正的数字`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section class="wide-table" aria-label={label} tabIndex={0}>
      <table class="plain">
        <caption class="unseen">{label}</caption>
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
              <td class="figure">{was}</td>
              <td class="figure">{now}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
