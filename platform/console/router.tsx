import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react'

/** Where the console is served. */
export const base = '/console'

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
window.addEventListener('popstate', tell)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const here = (): string => window.location.pathname + window.location.search

/** The path below the base, and the query; the component is drawn anew when either changes. */
export function useLocation(): { path: string; query: URLSearchParams } {
  const now = useSyncExternalStore(subscribe, here)
  const [full = '', query = ''] = now.split('?')
  return {
    path: full.startsWith(base) ? full.slice(base.length) || '/' : full,
    query: new URLSearchParams(query),
  }
}

/** Goes to a path below the base. `replace` leaves no step in the browser's history. */
export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  const address = base + to
  if (address === here()) return
  const samePage = address.split('?')[0] === window.location.pathname
  if (how === 'push') window.history.pushState(null, '', address)
  else window.history.replaceState(null, '', address)
  if (!samePage) window.scrollTo(0, 0)
  tell()
}

interface LinkProps {
  to: string
  children: ReactNode
  className?: string
  current?: boolean
  label?: string
}

/** An ordinary link that opens inside the console; a modified click keeps its meaning. */
export function Link({ to, children, className, current, label }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a
      href={base + to}
      onClick={follow}
      {...(className === undefined ? {} : { className })}
      {...(current ? { 'aria-current': 'page' as const } : {})}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </a>
  )
}
