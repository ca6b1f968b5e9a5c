import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * A folder that is made once and never changes again. `make` fills an empty folder beside it, which takes the name
 * when it is complete; of programs that do so at the same time one gives the folder, and all of them find it whole.
 * Throws what `make` throws, and leaves nothing half made.
 */
export async function madeOnce(folder: string, make: (fresh: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return
  const fresh = join(dirname(folder), `.${basename(folder)}-${randomUUID()}`)
  try {
    await mkdir(fresh, { recursive: true })
    await make(fresh)
    await rename(fresh, folder)
  } catch (fault) {
    await rm(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw fault
  }
}
