import autocannon from 'autocannon'

/** The load generator, a process of its own: asks the addresses in turn over kept connections, tells the figures. */

const { address, paths, seconds, connections, rate } = JSON.parse(process.argv[2] ?? '{}') as {
  address: string
  paths: string[]
  seconds: number
  connections: number
  /** Requests per second in all; as many as it takes without. */
  rate?: number
}

const result = await autocannon({
  url: address,
  connections,
  duration: seconds,
  ...(rate !== undefined && { overallRate: rate }),
  headers: { accept: 'text/html', 'accept-encoding': 'br, gzip' },
  requests: paths.map((path) => ({ method: 'GET', path })),
})
process.send?.({
  perSecond: result.requests.average,
  p50: result.latency.p50,
  p99: result.latency.p99,
  failed: result.non2xx + result.errors + result.timeouts,
})
