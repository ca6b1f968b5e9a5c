import type { ReactNode } from 'react'

/** A star before what must be filled in; screen readers are told by aria-required and need no star in the name. */
export const requiredMark = (label: ReactNode, { required }: { required: boolean }): ReactNode => (
  <>
    {required ? (
      <span className="star" aria-hidden="true">
        *
      </span>
    ) : null}
    {label}
  </>
)
