import { type Organ, type OrganKind, organKinds } from '#platform/organs/contract.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { RequestPage } from './request-page.tsx'

const kinds = Object.keys(organKinds) as OrganKind[]

/** The first question: which organ. Each is a link, so that nothing need be filled in here. */
export function ChooseOrganPage({ frame, organs }: { frame: Frame; organs: readonly Organ[] }) {
  return (
    <RequestPage frame={frame} title="选择受理机关">
      <h1>您要向哪个机关申请？</h1>
      <p class="hint measure">
        一般向制作这项信息的机关申请。不能确定的，可以向县级人民政府申请；不属于该机关负责公开的，该机关会告诉您应当找谁。
      </p>
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
                    <a href={`/requests/new/${organ.code}`}>{organ.name}</a>
                    {organ.kind === 'government' && organ !== organs[0] && (
                      <a class="quiet" href={`/requests/new?under=${organ.code}`}>
                        （所属机关）
                      </a>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </RequestPage>
  )
}
