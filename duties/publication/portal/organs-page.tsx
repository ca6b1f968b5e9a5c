import { type OrganKind, organKinds, type TreeEntry } from '#platform/organs/contract.ts'
import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'

/** Organs of one kind under their heading; kinds that nobody is of are left out. */
function OrganGroups(props: { organs: readonly TreeEntry[]; addressOf: (organ: TreeEntry) => string }) {
  const { organs, addressOf } = props
  const kinds = Object.keys(organKinds) as OrganKind[]
  return (
    <>
      {kinds
        .filter((kind) => organs.some((organ) => organ.kind === kind))
        .map((kind) => (
          <section key={kind}>
            <h2>{organKinds[kind]}</h2>
            <ul class="organ-columns">
              {organs
                .filter((organ) => organ.kind === kind)
                .map((organ) => (
                  <li key={organ.code}>
                    <a href={addressOf(organ)}>{organ.name}</a>
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </>
  )
}

/** All organs with a page of their own, by kind. */
export function OrgansPage({ frame, organs }: { frame: Frame; organs: readonly TreeEntry[] }) {
  return (
    <Page
      frame={frame}
      title="各机关公开专页"
      meta={{
        level: 'list',
        column: otherColumn('各机关公开专页', '各机关的职能、联系方式、公开指南和公开信息'),
      }}
      trail={[]}
    >
      <h1>各机关公开专页</h1>
      <p class="measure">
        每个机关的职能、联系方式、公开指南、已经公开的信息和年度报告，以及向它申请公开的办法。
      </p>
      <OrganGroups organs={organs} addressOf={(organ) => `/organs/${organ.code}`} />
    </Page>
  )
}
