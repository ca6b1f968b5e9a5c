import type { Citation } from '#law/citation.ts'
import type { PlainField } from '#platform/console/plain-field.tsx'
import { articles } from '../rules/articles.ts'
import type { Channel } from '../rules/facts.ts'
import type { Field } from '../rules/fields.ts'
import { intakeCites, intakeFields } from '../rules/intake.ts'
import { channelLabels, kindLabels } from '../rules/labels.ts'

type IntakeName = keyof typeof intakeFields

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const intakeField = (name: IntakeName): PlainField => {
  const { kind, label, required, hint, choices }: Field = intakeFields[name]
  return { name, kind, label, required, ...(hint ? { hint } : {}), ...(choices ? { choices } : {}) }
}

interface Group {
  title: string
  cites: Citation
  fields: readonly PlainField[]
}

/** What 第二十九条 asks, in its three items, and the help of 第四十三条. */
export const intakeGroups: readonly Group[] = [
  {
    title: '申请人',
    cites: intakeCites.identity,
    fields: (
      [
        'category',
        'name',
        'idKind',
        'idNumber',
        'representative',
        'agent',
        'telephone',
        'email',
        'address',
      ] as const satisfies IntakeName[]
    ).map(intakeField),
  },
  {
    title: '申请的政府信息',
    cites: intakeCites.content,
    fields: (['title', 'description'] as const satisfies IntakeName[]).map(intakeField),
  },
  {
    title: '形式要求',
    cites: intakeCites.form,
    fields: (['formWanted', 'wayWanted', 'help'] as const satisfies IntakeName[]).map(intakeField),
  },
]

export const kindField: PlainField = {
  name: 'kind',
  label: '事项',
  kind: 'choice',
  required: true,
  choices: choicesOf(kindLabels),
}

export const channelField: PlainField = {
  name: 'channel',
  label: '提出方式',
  kind: 'choice',
  required: true,
  choices: choicesOf(channelLabels),
}

const receipt: Readonly<Record<Channel, Citation>> = {
  counter: articles.receivedAtCounter,
  oral: articles.receivedAtCounter,
  registeredPost: articles.receivedSigned,
  ordinaryPost: articles.receivedOrdinaryPost,
  fax: articles.receivedOnline,
  email: articles.receivedOnline,
  online: articles.receivedOnline,
}

/** What 第三十一条 says on the day of receipt by that channel. */
export const receiptArticle = (channel: string): Citation | undefined =>
  Object.hasOwn(receipt, channel) ? receipt[channel as Channel] : undefined
