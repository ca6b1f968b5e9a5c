import type { ReactNode } from 'react'

/** A label with what stands under it, in a list of facts. */
export const Entry = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
