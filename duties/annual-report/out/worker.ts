import { parentPort } from 'node:worker_threads'
import type { Report } from '#law/report-forms/report.ts'
import { type OutKind, outs } from './outs.ts'

/** The thread that sets reports: one ask after another in, bytes or the fault out. */
export interface SetAsk {
  readonly id: number
  readonly kind: OutKind
  readonly report: Report
}

export type SetAnswer = { readonly id: number } & (
  | { readonly bytes: Uint8Array }
  | { readonly fault: string }
)

async function answer({ id, kind, report }: SetAsk): Promise<SetAnswer> {
  try {
    return { id, bytes: await outs[kind].make(report) }
  } catch (fault) {
    return { id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}

let last: Promise<unknown> = Promise.resolve()
parentPort?.on('message', (ask: SetAsk) => {
  last = last.then(async () => parentPort?.postMessage(await answer(ask)))
})
