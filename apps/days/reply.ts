import type { Filed } from './citizen.ts'
import type { DecidedAs, Done, Entry } from './desk.ts'
import type { Office, Person } from './office.ts'

export interface Reply {
  parts: readonly DecidedAs[]
  /** Through whose hands the draft goes, in this order. */
  through: readonly Person[]
  /** How it was served; the entries of 登记送达. */
  served: Record<string, Entry>
}

/** From the draft to the letter: drafted, reviewed, signed and numbered. Gives the letter's words. */
export async function decides(
  office: Office,
  { number }: Filed,
  { parts, through }: Pick<Reply, 'parts' | 'through'>,
): Promise<Done> {
  const handler = await office.desk('handler')
  await handler.opens(number)
  await handler.does('拟写答复', {}, parts)
  for (const reviewer of through) {
    const desk = await office.desk(reviewer)
    await desk.opens(number)
    await desk.does('审核', { 是否同意: true, 意见: '同意' })
  }
  await handler.opens(number)
  return handler.does('作出答复')
}

/** The same, and served. */
export async function replies(office: Office, filed: Filed, reply: Reply): Promise<Done> {
  const decided = await decides(office, filed, reply)
  const handler = await office.desk('handler')
  await handler.opens(filed.number)
  await handler.does('登记送达', reply.served)
  return decided
}

/** Whose hands a draft goes through by default: what gives out, what gives out a part, what only points, what refuses. */
export const reviewed = {
  granting: ['secrecy', 'head'],
  partly: ['secrecy', 'head', 'leader'],
  pointing: ['head'],
  refusing: ['head', 'leader'],
} as const satisfies Record<string, readonly Person[]>

/** 予以公开, as it is decided most often. */
export const given = (enclosures: string, form = '电子数据'): DecidedAs => ({
  outcome: '予以公开，提供信息',
  states: { 提供的信息: enclosures, 提供形式: { pick: form } },
})

export const servedOnline: Record<string, Entry> = {
  送达方式: { pick: '网上送达' },
  送达凭证: '系统记录发送成功',
}
