import { createServer } from 'node:net'
import { Obstacle } from './obstacle.ts'

/** Makes sure that nobody listens on the port yet; an Obstacle with its one line where somebody does. */
export function freePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (fault: NodeJS.ErrnoException) =>
      reject(fault.code === 'EADDRINUSE' ? new Obstacle('portTaken', String(port)) : fault),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}
