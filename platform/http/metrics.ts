import { BlockList, isIPv6 } from 'node:net'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { App } from './app.ts'
import { trouble } from './problem.ts'
import { networkOf } from './visitor-place.ts'

// Once for the process, however many servers a test opens in it.
const ofProcess = new Registry()
collectDefaultMetrics({ register: ofProcess })

const inside = new BlockList()
inside.addAddress('127.0.0.1')
inside.addAddress('::1', 'ipv6')
inside.addSubnet('10.0.0.0', 8)
inside.addSubnet('172.16.0.0', 12)
inside.addSubnet('192.168.0.0', 16)
inside.addSubnet('fc00::', 7, 'ipv6')

/** True for loopback and private networks. */
export const isInside = (ip: string): boolean => inside.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4')

/** Counts every answer by method, route and status, and serves the figures to the inner network. */
export function measure(app: App): void {
  const registry = new Registry()
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const route = request.routeOptions.url ?? 'unknown'
    seconds.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    const ms = Math.round(reply.elapsedTime)
    request.log.info({ method, route, status: reply.statusCode, ms, from: networkOf(request.ip) }, 'answered')
  })
  app.get('/metrics', { config: { rateLimit: false }, schema: { hide: true } }, async (request, reply) => {
    if (!isInside(request.ip)) throw trouble('notFound')
    const all = Registry.merge([ofProcess, registry])
    return reply.type(all.contentType).send(await all.metrics())
  })
}
