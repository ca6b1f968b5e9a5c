import { Button, Select } from 'antd'
import { useState } from 'react'
import { DayText, minuteInChinese } from '#platform/console/day-text.tsx'
import { MoreRows } from '#platform/console/more-rows.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import type { KeptFilesPage, KeptFilesStand } from '../../kept-files/contract.ts'
import { useKeptFiles, useKeptFilesCheck, useKeptFilesFound } from './api.ts'
import '../publication.css'

/** 旧附件检查: all attachments that came from an old site put through the gate at once, and what is to be mended. */
export function KeptFilesScreen(_: ScreenProps) {
  const { organ } = useStanding()
  const query = useKeptFiles()
  return (
    <>
      <PageHead
        title="旧附件检查"
        note="由原网站转入的附件没有经过发布前检查。可以一次检查本机关的全部旧附件，逐条列出需要处理的。"
        actions={<Link to={`/${organ.organId}/publication`}>公开信息</Link>}
      />
      <Answered query={query}>
        {(stand) => (
          <>
            <Progress stand={stand} />
            {stand.found === 0 ? null : <Found stand={stand} />}
          </>
        )}
      </Answered>
    </>
  )
}

const inWords = ({ running, done, waiting, clean, found, checkedAt }: KeptFilesStand): string => {
  if (running && done + waiting === 0) return '正在列出由原网站转入的附件……'
  if (running) return `正在检查，已检查${done}条，共${done + waiting}条。`
  if (checkedAt === null) return '还没有成批检查过，或者没有由原网站转入的附件。'
  const result = found === 0 ? '没有发现问题' : `${found}条需要处理，${clean}条没有发现问题`
  return `${minuteInChinese(checkedAt)}检查，共${clean + found}条：${result}。`
}

function Progress({ stand }: { stand: KeptFilesStand }) {
  const { check, stop } = useKeptFilesCheck()
  const { running, done, waiting, mayCheck } = stand
  const error = check.error ?? stop.error
  return (
    <section className="sheet kept-progress" aria-label="进展">
      <p className="tight" role="status">
        {inWords(stand)}
      </p>
      {running && done + waiting > 0 ? (
        <progress aria-label="检查旧附件" value={done} max={done + waiting} />
      ) : null}
      {running ? <p className="note tight">可以离开此页，进展不受影响；服务器重启后自动继续。</p> : null}
      {error === null ? null : <ProblemAlert error={error} />}
      {!mayCheck ? null : running ? (
        <Button loading={stop.isPending} onClick={() => stop.mutate()}>
          停止
        </Button>
      ) : (
        <Button type="primary" loading={check.isPending} onClick={() => check.mutate()}>
          检查全部旧附件
        </Button>
      )}
    </section>
  )
}

function Found({ stand: { kinds, found, checkedAt } }: { stand: KeptFilesStand }) {
  const [what, choose] = useState('')
  const query = useKeptFilesFound(what, `${found} ${checkedAt}`)
  return (
    <section className="sheet" aria-labelledby="kept-found">
      <h2 id="kept-found">需要处理的信息</h2>
      <p className="tight note">打开一条，修改附件后重新发布；涉及隐私、秘密的，先撤下。</p>
      <div className="item-filters kept-filters">
        <Select
          aria-label="按问题筛选"
          placeholder="按问题筛选"
          allowClear
          options={kinds.map(({ label, items }) => ({ value: label, label: `${label}（${items}条）` }))}
          value={what === '' ? null : what}
          onChange={(next: string | undefined) => choose(next ?? '')}
        />
      </div>
      <Answered query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0) return <Nothing>没有这一类问题。</Nothing>
          return (
            <>
              <ul className="kept-found">
                {rows.map((row) => (
                  <FoundItem key={row.itemId} row={row} />
                ))}
              </ul>
              <MoreRows
                shown={rows.length}
                unit="条"
                more={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
                busy={query.isFetchingNextPage}
              />
            </>
          )
        }}
      </Answered>
    </section>
  )
}

/** So many of the findings of an item are listed; all stand with the item. */
const most = 5

function FoundItem({ row }: { row: KeptFilesPage['rows'][number] }) {
  const { organ } = useStanding()
  const { itemId, title, indexNumber, publishedOn, findings } = row
  return (
    <li>
      <Link to={`/${organ.organId}/publication/${itemId}`}>{title}</Link>
      <span className="note">
        {indexNumber}
        {publishedOn === null ? null : (
          <>
            ，<DayText on={publishedOn} />
            公开
          </>
        )}
      </span>
      <ul className="tight-list">
        {findings.slice(0, most).map(({ key, says, blocks }) => (
          <li key={key}>
            {says}
            {blocks ? null : <span className="note">（提醒）</span>}
          </li>
        ))}
        {findings.length > most ? <li className="note">另有{findings.length - most}处</li> : null}
      </ul>
    </li>
  )
}
