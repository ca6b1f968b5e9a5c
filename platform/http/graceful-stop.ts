import type { App } from './app.ts'

/** While the server stops, each answer ends its connection: an idle one would keep the server waiting. */
export function endConnectionsAtStop(app: App): void {
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  app.addHook('onSend', async (_, reply) => {
    if (stopping) reply.header('connection', 'close')
  })
}

/**
 * On SIGTERM or SIGINT: takes no new connections, finishes the requests it accepted, then runs
 * `after` (the jobs, the database) and ends. A second signal, or `patience` milliseconds, ends it at once.
 */
export function stopOnSignals(app: App, after: () => Promise<void>, patience = 30_000): void {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), patience).unref()
    await app.close()
    await after()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
}
