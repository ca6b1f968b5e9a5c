import { useCallback, useState } from 'react'

const prefix = 'gongkai-draft:'

/**
 * What a person has typed, kept until it is sent: it survives a reload and an expired session, and goes
 * with the browser window, since a request holds personal data.
 */
export function useDraft<T extends object>(name: string): [T | undefined, (value: T) => void, () => void] {
  const key = prefix + name
  const [first] = useState(() => read<T>(key))
  const keep = useCallback((value: T) => sessionStorage.setItem(key, JSON.stringify(value)), [key])
  const drop = useCallback(() => sessionStorage.removeItem(key), [key])
  return [first, keep, drop]
}

/** Forgets every draft; done when a person signs out. */
export function dropDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
}

function read<T>(key: string): T | undefined {
  const kept = sessionStorage.getItem(key)
  if (kept === null) return undefined
  try {
    return JSON.parse(kept) as T
  } catch {
    return undefined
  }
}
