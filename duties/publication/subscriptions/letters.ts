import type { Mail } from '#platform/mail/mail.ts'
import { addressWith } from '#platform/pages/pager.tsx'
import { dateInShanghai } from '#platform/pages/times.ts'
import type { Platform } from '#platform/platform.ts'
import { subscribePath } from '../addresses.ts'
import { kindLabel } from '../rules/vocabulary.ts'
import type { News } from './news.ts'
import { keyOf, type Subscription } from './store.ts'

const inLetter = 50

/** The page on which a subscription is confirmed, looked at and ended. */
export const manageAddress = ({ config, seal }: Platform, subscriptionId: string): string =>
  `${config.publicAddress}${subscribePath}/${subscriptionId}/${keyOf(seal, subscriptionId)}`

/** Where a mail program ends a subscription by itself (RFC 8058). */
const endAddress = ({ config, seal }: Platform, subscriptionId: string): string =>
  `${config.publicAddress}/api/subscriptions/${subscriptionId}/${keyOf(seal, subscriptionId)}/end`

/** The letter that asks for a confirmation. */
export const confirmLetter = (platform: Platform, { address, subscriptionId }: Subscription): Mail => ({
  to: address,
  subject: `请确认订阅：${platform.config.siteName}政府信息公开`,
  text: [
    `您好！有人用这个邮箱订阅了${platform.config.siteName}主动公开的信息。`,
    '如果是您本人，请在48小时内打开下面的网址，按“确认订阅”：',
    '',
    manageAddress(platform, subscriptionId),
    '',
    '如果不是您，请不必理会：不确认就不会再收到邮件，邮箱地址会自动删除。',
  ].join('\n'),
})

const lineOf = ({ title, organName, kind, documentNumber, publishedAt, address }: News): string[] => [
  title,
  `　${[organName, kindLabel(kind), documentNumber, dateInShanghai(publishedAt)].filter(Boolean).join('　')}`,
  `　${address}`,
  '',
]

/** The letter with what was published. */
export const newsLetter = (platform: Platform, subscription: Subscription, news: readonly News[]): Mail => {
  const shown = news.slice(-inLetter).reverse()
  const left = news.length - shown.length
  const site = platform.config.publicAddress
  return {
    to: subscription.address,
    subject: `${platform.config.siteName}新公开信息${news.length}条`,
    text: [
      ...shown.flatMap(lineOf),
      ...(left > 0 ? [`另有${left}条，见 ${site}${addressWith('/items', {})}`, ''] : []),
      '——',
      `更改或者退订：${manageAddress(platform, subscription.subscriptionId)}`,
    ].join('\n'),
    headers: {
      'list-unsubscribe': `<${endAddress(platform, subscription.subscriptionId)}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    },
  }
}

/** The body of a call to a webhook. */
export const newsCall = (subscriptionId: string, news: readonly News[], at: string): string =>
  JSON.stringify({
    type: 'items.published',
    subscriptionId,
    at,
    items: news.map(({ organId: _, ...each }) => ({ ...each, kindLabel: kindLabel(each.kind) })),
  })
