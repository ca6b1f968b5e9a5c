/** Whatever can be asked to clean up: a test's context, or `{ after }` of node:test for a whole file. */
export type Cleanup = { after(work: () => Promise<void> | void): void }

/** Cleans up as one would by hand: what was opened last ends first, the jobs before the database that they work in. */
export function lastFirst(t: Cleanup): Cleanup {
  const endings: (() => Promise<void> | void)[] = []
  t.after(async () => {
    for (const end of endings) await end()
  })
  return { after: (end) => endings.unshift(end) }
}
