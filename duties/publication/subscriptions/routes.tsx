import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#platform/http/app.ts'
import { atMost } from '#platform/http/limits.ts'
import { trouble } from '#platform/http/problem.ts'
import { anyone } from '#platform/http/rights.ts'
import { sendMail } from '#platform/mail/mail.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { frameOf, sendPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import { subscribePath } from '../addresses.ts'
import { organsToChoose, portalOrgan } from '../store.ts'
import { type Filled, filledFrom, followedOf, troublesOf } from './choices.ts'
import { confirmLetter, manageAddress } from './letters.ts'
import { AskedPage, ManagePage, SubscribePage } from './pages.tsx'
import {
  askFor,
  confirm,
  end,
  keyOf,
  mostOfAddress,
  type Subscription,
  secretOf,
  subscriptionOf,
} from './store.ts'

type Place = { Params: { subscriptionId: string; key: string } }

const one = `${subscribePath}/:subscriptionId/:key`

/** Subscribing without an account: the form, the confirmation, the end. */
export function subscriptionPages(app: App, platform: Platform): void {
  app.get(subscribePath, async (request, reply) => {
    const { organs } = await ownOrgans(platform)
    return form(platform, request, reply, { organs, filled: filledFrom(request.query, organs), errors: [] })
  })
  app.post(subscribePath, async (request, reply) => {
    const { own, organs } = await ownOrgans(platform)
    const filled = filledFrom(request.body, organs)
    const errors = troublesOf(filled, platform.config.intranet ?? [])
    if (errors.length > 0) return form(platform, request, reply, { organs, filled, errors })
    const made = await keep(platform, own, organs, filled)
    if (filled.way === 'webhook' && made === null)
      return form(platform, request, reply, {
        organs,
        filled,
        errors: [],
        refusal: `同一接收地址最多有${mostOfAddress}个订阅，一小时内最多登记三次。请先退订不用的，或者稍后再试。`,
      })
    return reply
      .code(303)
      .redirect(
        made && filled.way === 'webhook' ? manageOf(platform, made, 'asked') : `${subscribePath}/asked`,
      )
  })
  app.get(`${subscribePath}/asked`, async (request, reply) =>
    sendPage(reply, <AskedPage frame={await quietFrame(request, platform)} webhook={null} />, {
      personal: true,
    }),
  )
  onePages(app, platform)
  endByProgram(app, platform)
}

// The address of a subscription holds its key: it goes into no link of the page.
const quietFrame = async (request: FastifyRequest, platform: Platform) => ({
  ...(await frameOf(request, platform)),
  path: '',
})

const manageOf = ({ seal }: Platform, { subscriptionId }: Subscription, rest = ''): string =>
  [subscribePath, subscriptionId, keyOf(seal, subscriptionId), rest].filter(Boolean).join('/')

async function ownOrgans({ db, today }: Platform): Promise<{ own: Organ; organs: Organ[] }> {
  const own = await portalOrgan(db, today())
  if (!own) throw trouble('notFound')
  return { own, organs: await organsToChoose(db, own, today()) }
}

interface Form {
  organs: readonly Organ[]
  filled: Filled
  errors: ReturnType<typeof troublesOf>
  refusal?: string
}

async function form(platform: Platform, request: FastifyRequest, reply: FastifyReply, props: Form) {
  const frame = await frameOf(request, platform)
  const page = (
    <SubscribePage frame={{ ...frame, path: subscribePath }} token={reply.generateCsrf()} {...props} />
  )
  const isWrong = props.errors.length > 0 || props.refusal !== undefined
  return sendPage(reply, page, { status: isWrong ? 422 : 200, personal: true })
}

// Whether an address is known already is told nobody: the page is the same.
function keep(
  platform: Platform,
  own: Organ,
  organs: readonly Organ[],
  filled: Filled,
): Promise<Subscription | null> {
  const { db, seal } = platform
  return db.transaction().execute(async (tx) => {
    const made = await askFor(tx, seal, {
      organId: own.organId,
      way: filled.way,
      address: filled.address,
      followed: followedOf(filled, organs),
      at: platform.now().toISOString(),
    })
    if (made?.way === 'mail') await sendMail(tx, seal, confirmLetter(platform, made))
    return made
  })
}

async function theOne(platform: Platform, { params }: FastifyRequest<Place>): Promise<Subscription> {
  const { own } = await ownOrgans(platform)
  const found = await subscriptionOf(platform.db, platform.seal, { organId: own.organId, ...params })
  if (!found) throw trouble('notFound')
  return found
}

function onePages(app: App, platform: Platform): void {
  app.get<Place>(one, async (request, reply) => {
    const subscription = await theOne(platform, request)
    const { organs } = await ownOrgans(platform)
    const props = {
      address: manageOf(platform, subscription),
      token: reply.generateCsrf(),
      subscription,
      organs,
    }
    return sendPage(reply, <ManagePage frame={await quietFrame(request, platform)} {...props} />, {
      personal: true,
    })
  })
  app.get<Place>(`${one}/asked`, async (request, reply) => {
    const { subscriptionId } = await theOne(platform, request)
    const webhook = {
      manage: manageAddress(platform, subscriptionId),
      secret: secretOf(platform.seal, subscriptionId),
    }
    return sendPage(reply, <AskedPage frame={await quietFrame(request, platform)} webhook={webhook} />, {
      personal: true,
    })
  })
  app.post<Place>(`${one}/confirm`, async (request, reply) => {
    const subscription = await theOne(platform, request)
    if (subscription.way === 'mail' && !subscription.isConfirmed)
      await confirm(platform.db, subscription, platform.now().toISOString())
    return reply.redirect(manageOf(platform, subscription), 303)
  })
  app.post<Place>(`${one}/end`, async (request, reply) => {
    const subscription = await theOne(platform, request)
    await end(platform.db, subscription, platform.now().toISOString())
    return reply.redirect(manageOf(platform, subscription), 303)
  })
}

// Mail programs end a subscription by themselves (RFC 8058): without a form, so under /api/.
function endByProgram(app: App, platform: Platform): void {
  app.post<Place>(
    '/api/subscriptions/:subscriptionId/:key/end',
    { config: { ...anyone, ...atMost(60) } },
    async (request, reply) => {
      await end(platform.db, await theOne(platform, request), platform.now().toISOString())
      return reply.code(204).send()
    },
  )
}
