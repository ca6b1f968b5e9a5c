import { reportTitle } from '#law/report-forms/sections.ts'
import {
  contactLabels,
  type Organ,
  type OrganPage as OrganFacts,
  organKinds,
  type TreeEntry,
} from '#platform/organs/contract.ts'
import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { addressWith } from '#platform/pages/pager.tsx'
import { type SectionKey, sections } from '#platform/pages/sections.ts'
import { type Day, inChinese } from '#time/day.ts'
import { feedPath, subscribePath } from '../addresses.ts'
import type { ItemEntry } from '../contract.ts'
import { ownRules } from '../rules/catalogue.ts'
import { ContactTable } from './contact-table.tsx'
import { ItemList } from './item-list.tsx'
import { organData } from './linked-data.ts'

interface OrganPageProps {
  frame: Frame
  facts: OrganFacts
  below: readonly TreeEntry[]
  newest: readonly ItemEntry[]
  reports: readonly { year: number; address: string }[]
}

/** The page of one organ: its functions, how to reach it, what it published, how to ask it. */
export function OrganPage({ frame, facts, below, newest, reports }: OrganPageProps) {
  const { organ } = facts
  return (
    <Page
      frame={frame}
      title={organ.name}
      meta={{ level: 'list', column: otherColumn(organ.name, `${organ.name}的职能、联系方式和公开信息`) }}
      trail={[{ label: '各机关公开专页', address: '/organs' }]}
      feed={addressWith(feedPath, { organ: organ.code })}
      data={organData(frame, facts)}
    >
      <h1>{organ.name}</h1>
      <OwnSections organ={organ} hasReports={reports.length > 0} />
      {organ.endedOn && <Ended facts={facts} endedOn={organ.endedOn} />}
      <div class="two-columns">
        <div>
          <Functions facts={facts} />
          <Newest organ={organ} newest={newest} />
        </div>
        <div>
          {!organ.endedOn && <Ask organ={organ} />}
          <Reach facts={facts} />
          <Reports reports={reports} />
          <Places facts={facts} />
        </div>
      </div>
      {below.length > 0 && (
        <section>
          <h2>下级机关和单位</h2>
          <ul class="organ-columns">
            {below.map((each) => (
              <li key={each.code}>
                <a href={`/organs/${each.code}`}>{each.name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

/** The five fixed sections, of this organ. */
function OwnSections({ organ, hasReports }: { organ: Organ; hasReports: boolean }) {
  const addresses: Readonly<Record<SectionKey, string>> = {
    guide: `/guide/${organ.code}`,
    rules: addressWith('/items', { organ: organ.code, catalogue: ownRules }),
    items: addressWith('/items', { organ: organ.code }),
    reports: hasReports ? '#reports' : '/reports',
    requests: organ.endedOn ? '/requests' : `/requests/new/${organ.code}`,
  }
  return (
    <nav class="own-sections" aria-label={`${organ.name}的栏目`}>
      <ul>
        {sections.map(({ key, label }) => (
          <li key={key}>
            <a href={addresses[key]}>{label.join('')}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Newest({ organ, newest }: { organ: Organ; newest: readonly ItemEntry[] }) {
  return (
    <section>
      <h2>最新公开</h2>
      {newest.length === 0 ? <p>暂无公开的信息。</p> : <ItemList entries={newest} withOrgan={false} />}
      {newest.length > 0 && (
        <ul class="ways beneath">
          <li>
            <a href={`/items?organ=${organ.code}`}>该机关公开的全部信息</a>
          </li>
          <li>
            <a href={addressWith(subscribePath, { organ: organ.code })}>订阅该机关的更新</a>
          </li>
        </ul>
      )}
    </section>
  )
}

function Reach({ facts: { organ, contact } }: { facts: OrganFacts }) {
  return (
    <section>
      <h2>联系方式</h2>
      {contact ? (
        <ContactTable contact={contact} caption={`${organ.name}的联系方式`} />
      ) : (
        <p>联系方式正在更新。</p>
      )}
    </section>
  )
}

function Ended({ facts, endedOn }: { facts: OrganFacts; endedOn: string }) {
  return (
    <p class="note weighty">
      该机关自{inChinese(endedOn as Day)}起不再存在。
      {facts.successors.length > 0 && (
        <>
          其公开职责由
          {facts.successors.map((organ, index) => (
            <span key={organ.code}>
              {index > 0 && '、'}
              <a href={`/organs/${organ.code}`}>{organ.name}</a>
            </span>
          ))}
          承担。
        </>
      )}
    </p>
  )
}

function Functions({ facts }: { facts: OrganFacts }) {
  const { contact, organ } = facts
  return (
    <section>
      <h2>{contactLabels.functions}</h2>
      {(contact?.functions || '职能信息正在更新。').split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      {contact?.leader && (
        <p>
          {contactLabels.leader}：{contact.leader}
        </p>
      )}
      <p class="quiet">
        {organKinds[organ.kind]}，统一社会信用代码 {organ.creditCode}
      </p>
    </section>
  )
}

function Ask({ organ }: { organ: Organ }) {
  return (
    <section>
      <h2>申请公开</h2>
      <p>没有找到需要的信息，可以向{organ.name}提出申请。</p>
      <p>
        <a class="button" href={`/requests/new/${organ.code}`}>
          我要申请
        </a>
      </p>
      <p>
        <a href={`/guide/${organ.code}`}>该机关的公开指南</a>
      </p>
    </section>
  )
}

function Reports({ reports }: Pick<OrganPageProps, 'reports'>) {
  if (reports.length === 0) return null
  return (
    <section id="reports">
      <h2>年度报告</h2>
      <ul class="plain-list">
        {reports.map(({ year, address }) => (
          <li key={year}>
            <a href={address}>{reportTitle(year)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

// What stands above it, what it was called before, and whom it follows.
function Places({ facts }: { facts: OrganFacts }) {
  const earlier = facts.names.filter((period) => period.untilOn !== null && period.name !== facts.organ.name)
  const related = [
    { label: '上级机关', organs: facts.above.map((each) => each.organ) },
    { label: '并入的机关', organs: facts.predecessors },
  ].filter(({ organs }) => organs.length > 0)
  if (related.length === 0 && earlier.length === 0) return null
  return (
    <section>
      <h2>隶属和沿革</h2>
      {related.map(({ label, organs }) => (
        <div key={label}>
          <h3>{label}</h3>
          <OrganLinks organs={organs} />
        </div>
      ))}
      {earlier.length > 0 && <h3>曾用名</h3>}
      {earlier.map((period) => (
        <p key={period.fromOn}>
          {period.name}（至{inChinese((period.untilOn ?? period.fromOn) as Day)}）
        </p>
      ))}
    </section>
  )
}

function OrganLinks({ organs }: { organs: readonly Organ[] }) {
  return (
    <ul class="plain-list">
      {[...new Map(organs.map((organ) => [organ.code, organ])).values()].map((organ) => (
        <li key={organ.code}>
          <a href={`/organs/${organ.code}`}>{organ.name}</a>
        </li>
      ))}
    </ul>
  )
}
