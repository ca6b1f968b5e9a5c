import type { ComponentChildren } from 'preact'
import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'

const meta = { level: 'list', column: columnOf('requests') } as const
const above = [{ label: '依申请公开', address: '/requests' }]

interface RequestPageProps {
  frame: Frame
  title: string
  /** A page with somebody's data: without a trail, and kept out of search engines. */
  personal?: boolean
  children: ComponentChildren
}

/** A page below 依申请公开. */
export function RequestPage({ frame, title, personal = false, children }: RequestPageProps) {
  return (
    <Page
      frame={frame}
      section="requests"
      title={title}
      meta={meta}
      trail={personal ? undefined : above}
      personal={personal}
    >
      {children}
    </Page>
  )
}
