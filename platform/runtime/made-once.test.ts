import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { madeOnce } from './made-once.ts'

function emptyFolder(t: { after(work: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-made-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('what several programs make at the same time, each of them finds whole, and nobody takes it away', async (t) => {
  const shelf = emptyFolder(t)
  const folder = join(shelf, 'console', '1')
  const program = async (name: string): Promise<string> => {
    await madeOnce(folder, async (fresh) => {
      for (const part of ['a', 'b', 'c']) {
        writeFileSync(join(fresh, part), name)
        await pause(5)
      }
    })
    return ['a', 'b', 'c'].map((part) => readFileSync(join(folder, part), 'utf8')).join()
  }
  const found = await Promise.all(['first', 'second', 'third', 'fourth'].map(program))
  assert.equal(new Set(found).size, 1)
  assert.equal(await program('later'), found[0])
  assert.deepEqual(readdirSync(join(shelf, 'console')), ['1'])
})

test('where the making fails nothing is left, and the next may try', async (t) => {
  const shelf = emptyFolder(t)
  const folder = join(shelf, '1')
  await assert.rejects(
    madeOnce(folder, async (fresh) => {
      writeFileSync(join(fresh, 'half'), '')
      throw new Error('no space left')
    }),
    /no space left/,
  )
  assert.deepEqual(readdirSync(shelf), [])
  await madeOnce(folder, async (fresh) => writeFileSync(join(fresh, 'whole'), ''))
  assert.deepEqual(readdirSync(folder), ['whole'])
})
