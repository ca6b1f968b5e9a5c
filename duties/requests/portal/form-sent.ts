import type { FastifyRequest } from 'fastify'
import type { SentProof } from '../proofs.ts'
import { isProofKind } from '../rules/proofs.ts'

/** What came with a form: its entries, and the proofs chosen; an empty file entry is none. */
export interface Sent {
  fields: Readonly<Record<string, unknown>>
  proofs: readonly SentProof[]
}

/** Reads a form as it was sent, with files or without. Throws where a file is larger than the door lets in. */
export async function formSent(request: FastifyRequest): Promise<Sent> {
  if (!request.isMultipart()) return { fields: { ...(request.body as object | null) }, proofs: [] }
  const fields: Record<string, unknown> = {}
  const proofs: SentProof[] = []
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.fieldname !== '__proto__') fields[part.fieldname] = part.value
      continue
    }
    const bytes = Buffer.concat(await Array.fromAsync(part.file))
    if (isProofKind(part.fieldname) && part.filename && bytes.length > 0)
      proofs.push({ what: part.fieldname, name: part.filename, bytes })
  }
  return { fields, proofs }
}
