import { connect } from 'node:net'
import autocannon from 'autocannon'

/**
 * The load generator, a process of its own: asks the addresses in turn over kept connections, and tells the figures.
 * Without a rate as many as it takes; with one, each request at its own moment, evenly over the second, and its time is
 * counted from that moment, so that what waits behind a slow answer is not left out.
 */

interface Ask {
  address: string
  paths: string[]
  seconds: number
  connections: number
  /** Requests per second in all. */
  rate?: number
}

interface Figures {
  perSecond: number
  p50: number
  p99: number
  failed: number
}

const headers = { accept: 'text/html', 'accept-encoding': 'br, gzip' }

async function asManyAsItTakes({ address, paths, seconds, connections }: Ask): Promise<Figures> {
  const requests = paths.map((path) => ({ method: 'GET' as const, path }))
  const result = await autocannon({ url: address, connections, duration: seconds, headers, requests })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  }
}

/** One kept connection with one request on its way; `answered` is given the status. */
async function lineTo(address: URL, answered: (status: number) => void) {
  const socket = connect(Number(address.port), address.hostname)
  await new Promise((go, fail) => socket.once('connect', go).once('error', fail))
  socket.setNoDelay(true)
  let read: Buffer = Buffer.alloc(0)
  socket.on('data', (part: Buffer) => {
    read = read.length === 0 ? part : Buffer.concat([read, part])
    const end = read.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = read.toString('latin1', 0, end)
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    if (length === undefined) throw new Error(`an answer without its length: ${head}`)
    if (read.length < end + 4 + Number(length)) return
    read = Buffer.alloc(0)
    answered(Number(head.slice(9, 12)))
  })
  return socket
}

async function evenly({ address, paths, seconds, connections, rate = 1 }: Ask): Promise<Figures> {
  const at = new URL(address)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const asked = paths.map((path) =>
    Buffer.from(`GET ${path} HTTP/1.1\r\nhost: ${at.host}\r\n${lines.join('')}\r\n`),
  )
  const times: number[] = []
  let failed = 0
  const total = Math.round(rate * seconds)
  const due: number[] = []
  const free: ((from: number) => void)[] = []
  let [sent, done] = [0, () => {}]
  const all = new Promise<void>((go) => {
    done = go
  })
  for (let i = 0; i < connections; i++) {
    let from = 0
    const send = (moment: number) => {
      from = moment
      socket.write(asked[sent++ % asked.length] ?? '')
    }
    const socket = await lineTo(at, (status) => {
      times.push(performance.now() - from)
      if (status !== 200) failed++
      const next = due.shift()
      if (next === undefined) free.push(send)
      else send(next)
      if (times.length === total) done()
    })
    free.push(send)
  }
  const begun = performance.now()
  for (let n = 0; n < total; ) {
    const now = performance.now()
    for (; n < total && begun + (n * 1000) / rate <= now; n++) {
      const moment = begun + (n * 1000) / rate
      const send = free.pop()
      if (send) send(moment)
      else due.push(moment)
    }
    await new Promise((go) => setTimeout(go, 1))
  }
  await all
  const took = (performance.now() - begun) / 1000
  times.sort((one, other) => one - other)
  const quantile = (q: number) => Number((times[Math.floor(times.length * q)] ?? Number.NaN).toFixed(1))
  return { perSecond: total / took, p50: quantile(0.5), p99: quantile(0.99), failed }
}

const ask = JSON.parse(process.argv[2] ?? '{}') as Ask
const figures = await (ask.rate === undefined ? asManyAsItTakes(ask) : evenly(ask))
process.send?.(figures, undefined, undefined, () => process.exit())
