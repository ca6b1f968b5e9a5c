import type { GateCode } from './findings.ts'

/** A file that cannot be looked into, with what is wrong: `message` is the excerpt of the finding, in Chinese. */
export class Uninspectable extends Error {
  override name = 'Uninspectable'
  readonly code: GateCode
  constructor(code: GateCode, message: string) {
    super(message)
    this.code = code
  }
}

/** The file cannot be mended: `message` says why and what to do, in Chinese. */
export class MendRefused extends Error {
  override name = 'MendRefused'
}

export const limits = {
  /** Entries of an archive, and bytes they may unfold to. */
  entries: 4_000,
  unfolded: 160 * 1024 * 1024,
  oneEntry: 64 * 1024 * 1024,
  /** XML that is read, of one part and of all. */
  xmlPart: 24 * 1024 * 1024,
  xmlAll: 48 * 1024 * 1024,
  xmlDepth: 200,
  xmlNodes: 3_000_000,
  /** Findings told of one file, and pages and operators of a PDF looked at. */
  findings: 200,
  pages: 1_000,
  operators: 2_000_000,
  /** Milliseconds for one file, and more for each million bytes; the worker that takes longer is ended. */
  time: 8_000,
  timePerMillion: 4_000,
  longestTime: 60_000,
  /** Mebibytes of memory for one file. */
  memory: 640,
} as const
