import type { Day } from '#time/day.ts'
import { type ChannelName, channels } from './channels.ts'
import { type ChannelRefusal, refuse } from './refusals.ts'

interface ToSend {
  channel: ChannelName
  place: string
  address: string
  files: readonly string[]
  on: Day
}

const isAddress = (words: string): boolean => /^https?:\/\/[^\s/]+\.[^\s/]+/u.test(words)

function evidenceBars({ channel, address, files }: ToSend): ChannelRefusal | undefined {
  const { evidence } = channels[channel]
  if (evidence === 'address' && !isAddress(address))
    return refuse('addressMissing', { field: 'address', channel })
  if (evidence === 'picture' && files.length === 0)
    return refuse('pictureMissing', { field: 'files', channel })
  if (evidence === 'either' && files.length === 0 && !isAddress(address))
    return refuse('evidenceMissing', { field: 'address', channel })
  return undefined
}

/**
 * Why a sending cannot be recorded: the item is not public, the day is before it was formed or after today, the account
 * or place is not named, or nothing proves it. Undefined where it can. Source: 第二十三、二十五条.
 */
export function sendingBars(
  ask: ToSend,
  { formedOn, today }: { formedOn: Day | undefined; today: Day },
): ChannelRefusal | undefined {
  if (formedOn === undefined) return refuse('notPublished')
  if (ask.on > today) return refuse('future', { field: 'on', label: '发出日期' })
  if (ask.on < formedOn) return refuse('beforeFormed', { field: 'on', on: formedOn })
  if (ask.place.trim() === '') return refuse('missing', { field: 'place', label: '账号、版面或者场所' })
  return evidenceBars(ask)
}

/** Why a list of a period for archive or library cannot be made; undefined where it can. */
export function listBars(
  ask: { from: Day; until: Day; recipient: string },
  today: Day,
): ChannelRefusal | undefined {
  if (ask.until < ask.from) return refuse('backwards', { field: 'until' })
  if (ask.until > today) return refuse('future', { field: 'until', label: '截止日期' })
  return ask.recipient.trim() === ''
    ? refuse('missing', { field: 'recipient', label: '接收单位' })
    : undefined
}
