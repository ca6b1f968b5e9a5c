import type { IntakeAsk, RegisterAsk } from '../contract.ts'

/** What stands in the form; nothing of it is certain before it is sent. */
export type RegisterValues = Partial<IntakeAsk> & {
  kind?: string
  channel?: string
  arrivedOn?: string
  receivedOn?: string
  confirmation?: string
}

/** The form as the API wants it: an entry left empty is not sent where it may be absent. */
export function registerAsk(askId: string, values: RegisterValues): RegisterAsk {
  const { kind, channel = '', arrivedOn = '', receivedOn, confirmation, ...intake } = values
  return {
    askId,
    channel,
    arrivedOn,
    ...(kind ? { kind } : {}),
    ...(receivedOn ? { receivedOn } : {}),
    ...(confirmation ? { confirmation } : {}),
    intake: intakeOf(intake),
  }
}

function intakeOf(typed: Partial<IntakeAsk>): IntakeAsk {
  const { representative, agent, help } = typed
  return {
    category: typed.category ?? '',
    name: typed.name ?? '',
    idKind: typed.idKind ?? '',
    idNumber: typed.idNumber ?? '',
    telephone: typed.telephone ?? '',
    email: typed.email ?? '',
    address: typed.address ?? '',
    title: typed.title ?? '',
    description: typed.description ?? '',
    formWanted: typed.formWanted ?? '',
    wayWanted: typed.wayWanted ?? '',
    ...(representative ? { representative } : {}),
    ...(agent ? { agent } : {}),
    ...(help ? { help } : {}),
  }
}
