import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { Client } from 'pg'

/** A way to a database that can be shut and opened again: real connections, really broken. */
export interface DatabaseDoor {
  /** The address of the database through the door. */
  url: string
  shut(): Promise<void>
  open(): Promise<void>
}

/** A door before the database at the address; shut when the test ends. */
export async function databaseDoor(
  t: { after(work: () => Promise<void>): void },
  url: string,
): Promise<DatabaseDoor> {
  const { host = '', port: behindPort, user, database } = new Client({ connectionString: url })
  const behind = host.startsWith('/')
    ? { path: `${host}/.s.PGSQL.${behindPort}` }
    : { port: behindPort, host }
  const sockets = new Set<Socket>()
  let server: Server
  let port = 0
  const open = async (): Promise<void> => {
    server = createServer((outer) => {
      const inner = connect(behind)
      for (const [one, other] of [
        [outer, inner],
        [inner, outer],
      ] as const) {
        sockets.add(one)
        one.pipe(other)
        one.on('error', () => other.destroy())
        one.on('close', () => other.destroy())
      }
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  }
  const shut = async (): Promise<void> => {
    if (!server.listening) return
    server.close()
    for (const socket of sockets) socket.destroy()
    sockets.clear()
    await once(server, 'close')
  }
  await open()
  t.after(shut)
  return { url: `postgres://${user ?? ''}@127.0.0.1:${port}/${database ?? ''}`, open, shut }
}
