import type { ComponentChildren } from 'preact'

/** What may be wider than the page: it scrolls by itself, with the keyboard too. */
export function Wide({ label, id, children }: { label: string; id?: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="wide-table" id={id} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
