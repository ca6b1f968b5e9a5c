import type { ReactNode } from 'react'

interface Shown {
  label: string
  children: ReactNode
}

/** A table that may be wider than the screen: it scrolls by itself, by the keyboard too. */
export function WideTable({ label, children }: Shown) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="wide-table" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
