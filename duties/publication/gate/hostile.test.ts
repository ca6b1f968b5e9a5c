import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { gateFile } from './file.ts'
import { folder } from './fixtures/folder.ts'
import { contentTypes, relationships, zipped } from './fixtures/parts.ts'
import { pdf } from './fixtures/pdf.ts'
import { defaultGateSettings } from './settings.ts'

const gate = (name: string, bytes: Uint8Array) => gateFile(name, bytes, defaultGateSettings)

const word = (document: string): Uint8Array =>
  zipped({
    '[Content_Types].xml': contentTypes('word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': relationships([['r1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': document,
  })

async function stopped(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const start = performance.now()
  const codes = (await gate(name, bytes)).map(({ code }) => code)
  assert.ok(performance.now() - start < 20_000, `${name} took too long`)
  return codes
}

test('Deep nesting, broken tags and endless attributes are refused with a reason', async () => {
  assert.deepEqual(await stopped('深.docx', word('<a>'.repeat(100_000))), ['tooHeavy'])
  assert.deepEqual(await stopped('断.docx', word('<w:document><w:body></w:document>')), ['cannotOpen'])
  assert.deepEqual(await stopped('长.docx', word(`<w:document ${'a="'.repeat(20_000)}`)), ['cannotOpen'])
  assert.deepEqual(await stopped('大.docx', word(`<a>${'x'.repeat(30 * 1024 * 1024)}</a>`)), ['tooHeavy'])
})

test('A PDF that never ends its drawing or refers to itself is refused or passed in time', async () => {
  const states = pdf({ pages: [{ content: 'q '.repeat(200_000) }] })
  assert.ok(Array.isArray(await stopped('状态.pdf', states)))
  const loop = pdf({
    pages: [{ content: '/F0 Do', more: '' }],
    objects: { 2: '<< /Type /Pages /Count 1 /Kids [2 0 R] >>' },
  })
  assert.deepEqual(await stopped('自指.pdf', loop), ['cannotOpen'])
})

test('After a file that was ended the next one is looked at', async () => {
  await stopped('深.docx', word('<a>'.repeat(100_000)))
  assert.deepEqual(await stopped('后.txt', new TextEncoder().encode('13912345678')), ['phoneNumber'])
})

test('A file with any bytes changed or cut gives findings or passes, and never an error', async () => {
  const files = folder.filter(({ bytes }) => bytes.length > 0 && bytes.length < 20_000)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
        maxLength: 6,
      }),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
      async ({ name, bytes }, changes, part) => {
        const spoiled = bytes.slice(0, Math.ceil(bytes.length * (part > 0.9 ? 1 : part)))
        for (const [at, value] of changes) spoiled[Math.floor(at * (spoiled.length - 1))] = value
        assert.ok(Array.isArray(await gate(name, spoiled)))
      },
    ),
    { numRuns: 60 },
  )
})
