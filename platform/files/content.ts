import { fileTypeFromBuffer } from 'file-type'
import { type Content, kinds } from './kinds.ts'
import { endingOf } from './name.ts'

/** What the bytes are, whatever their name says; undefined for what is not recognised. */
export async function contentOf(bytes: Uint8Array): Promise<Content | undefined> {
  const known = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (known?.ext === 'zip') return holdsEntry(bytes, 'OFD.xml') ? 'ofd' : 'zip'
  if (known && known.ext !== 'xml') return known.ext
  if (startsLatePdf(bytes)) return 'pdf'
  return isText(bytes) ? 'text' : undefined
}

/** Whether the content is what the name promises. */
export async function agrees(name: string, bytes: Uint8Array): Promise<boolean> {
  const content = await contentOf(bytes)
  return content !== undefined && (kinds[endingOf(name)]?.content.includes(content) ?? false)
}

// Some scanners write a few bytes before the header; readers look for it in the first 1,024.
function startsLatePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
}

// A name in the directory of a zip stands there in plain bytes.
function holdsEntry(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
}

// UTF-8 or, as older programs write, GB18030; no control characters but tab and line ends.
function isText(bytes: Uint8Array): boolean {
  return ['utf-8', 'gb18030', 'utf-16le'].some((encoding) => {
    if (encoding === 'utf-16le' && !(bytes[0] === 0xff && bytes[1] === 0xfe)) return false
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return !/[^\P{Cc}\t\n\r\f]|\ufffd/u.test(text)
    } catch {
      return false
    }
  })
}
