import type { FileId } from './facts.ts'

/** What shows who asks, and for whom (第二十九条第二款第一项): kept encrypted, read by those who verify it. */
export const proofLabels = {
  identity: '身份证明',
  authority: '授权委托书',
  agentIdentity: '代理人身份证明',
} as const

export type ProofKind = keyof typeof proofLabels

export interface Proof {
  what: ProofKind
  file: FileId
}

/** True where the text names such a proof. */
export const isProofKind = (text: string): text is ProofKind => Object.hasOwn(proofLabels, text)

/** What a proof may be, told by its content; and how large, in bytes. */
export const proofMediaTypes: readonly string[] = ['image/jpeg', 'image/png', 'application/pdf']
export const largestProof = 10 * 1024 * 1024
