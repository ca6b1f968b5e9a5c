import type { Connection, Pool, Submittable } from 'pg'

type Sending = Connection & {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(words: string): void
}

/** COPY … FROM STDIN: lines are taken from the source as fast as the server takes them. */
class CopyIn implements Submittable {
  readonly done = Promise.withResolvers<void>()
  readonly #statement: string
  readonly #lines: AsyncIterable<string>

  constructor(statement: string, lines: AsyncIterable<string>) {
    this.#statement = statement
    this.#lines = lines
  }

  submit(connection: Connection): void {
    connection.query(this.#statement)
  }

  handleCopyInResponse(connection: Sending): void {
    void this.#send(connection)
  }

  async #send(connection: Sending): Promise<void> {
    try {
      for await (const part of this.#lines) {
        connection.sendCopyFromChunk(Buffer.from(part))
        if (connection.stream.writableNeedDrain) {
          await new Promise((go) => connection.stream.once('drain', go))
        }
      }
      connection.endCopyFrom()
    } catch (fault) {
      connection.sendCopyFail(String(fault))
    }
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.done.resolve()
  }

  handleError(fault: Error, connection: Connection): void {
    this.done.reject(fault)
    connection.sync()
  }
}

/** Copies lines (tab-separated, each ended by a newline, any number in a part) into a table. */
export async function copyIn(
  pool: Pool,
  table: string,
  columns: readonly string[],
  lines: AsyncIterable<string>,
): Promise<void> {
  const client = await pool.connect()
  try {
    const copy = new CopyIn(`COPY ${table} (${columns.join()}) FROM STDIN`, lines)
    client.query(copy)
    await copy.done.promise
  } finally {
    client.release()
  }
}

/** A value as COPY reads it. */
export const copied = (value: string): string =>
  /[\\\t\n\r]/.test(value)
    ? value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : value
