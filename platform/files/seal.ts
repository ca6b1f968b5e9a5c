import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writableFolder } from '#platform/runtime/data-folder.ts'
import { Obstacle } from '#platform/runtime/obstacle.ts'

/** Encrypts what only the desk may read, and recognises an identity without reading it. */
export interface Seal {
  /** Sealed bytes. `place` says where they belong (an id): elsewhere they do not open. */
  seal(plain: Uint8Array | string, place: string): Buffer
  /** The bytes; throws a fault where they were changed, belong elsewhere or have another key. */
  unseal(sealed: Uint8Array, place: string): Buffer
  sealJson(value: unknown, place: string): Buffer
  unsealJson(sealed: Uint8Array, place: string): unknown
  /** The same text gives the same word; from the word nobody without the key finds the text. */
  blindIndex(text: string): string
  /** A secret of its own for one purpose (session cookies, …), always the same for this installation. */
  secretFor(purpose: string): string
}

const version = 1
const nonceLength = 12
const tagLength = 16

/** The seal with the key of this installation; see `readKey`. */
export function openSeal(dataFolder: string): Seal {
  return sealWith(readKey(dataFolder))
}

/** The seal with a key of 32 bytes. */
export function sealWith(key: Uint8Array): Seal {
  const derived = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', key, '', `gongkai ${purpose}`, 32))
  const sealKey = derived('seal')
  const indexKey = derived('index')
  const seal = (plain: Uint8Array | string, place: string): Buffer => encrypt(sealKey, plain, place)
  const unseal = (sealed: Uint8Array, place: string): Buffer => decrypt(sealKey, sealed, place)
  return {
    seal,
    unseal,
    sealJson: (value, place) => seal(JSON.stringify(value), place),
    unsealJson: (sealed, place) => JSON.parse(unseal(sealed, place).toString('utf8')),
    blindIndex: (text) => createHmac('sha256', indexKey).update(text.normalize('NFKC')).digest('base64url'),
    secretFor: (purpose) => derived(`secret ${purpose}`).toString('base64url'),
  }
}

// One byte of version, the nonce, the ciphertext, the tag: AES-256-GCM.
function encrypt(key: Buffer, plain: Uint8Array | string, place: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const bytes = typeof plain === 'string' ? Buffer.from(plain) : plain
  return Buffer.concat([Buffer.of(version), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, sealed: Uint8Array, place: string): Buffer {
  if (sealed[0] !== version || sealed.length < 1 + nonceLength + tagLength)
    throw new Error('not a sealed text')
  const nonce = sealed.subarray(1, 1 + nonceLength)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(-tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceLength, -tagLength)), decipher.final()])
}

/**
 * The key: GONGKAI_KEY (32 bytes as hexadecimal or Base64), else the file `key` in the data folder, made
 * at the first start and readable by its owner alone. Who loses it loses what was sealed.
 */
export function readKey(dataFolder: string): Buffer {
  const given = process.env.GONGKAI_KEY
  if (given) return decodeKey(given, 'GONGKAI_KEY')
  const file = join(writableFolder(dataFolder), 'key')
  return decodeKey(existingKey(file) ?? makeKey(file), file)
}

function existingKey(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw new Obstacle('keyUnreadable', file)
  }
}

// Linked into place, so that of two programs starting at once both use the key of the first.
function makeKey(file: string): string {
  const half = `${file}.${process.pid}`
  writeFileSync(half, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(half, file)
  } catch (fault) {
    if (existingKey(file) === undefined) throw fault
  } finally {
    rmSync(half)
  }
  return readFileSync(file, 'utf8')
}

function decodeKey(text: string, source: string): Buffer {
  const word = text.trim()
  const key = Buffer.from(word, /^[0-9a-f]{64}$/i.test(word) ? 'hex' : 'base64')
  if (key.length !== 32) throw new Obstacle('keyUnreadable', source)
  return key
}
