import { Checkbox, Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { citedOf } from '#law/citation.ts'
import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import { LongText } from '#platform/console/long-text.tsx'
import type { ReviewStage } from '../rules/facts.ts'
import { stageLabels } from '../rules/labels.ts'
import {
  type ChoiceWords,
  confidenceLabels,
  type NumberWords,
  type SettingWords,
  type TextWords,
} from '../rules/settings-words.ts'

type AnyWords = ChoiceWords | NumberWords | TextWords

interface Shown {
  path: readonly string[]
  words: AnyWords
  /** The stated default, as the settings hold it. */
  first: unknown
}

/** One setting: what it decides, its answers, its default, why that, and the article. */
export function SettingItem({ path, words, first }: Shown) {
  const isGroup = 'choices' in words
  return (
    <Form.Item
      name={[...path]}
      label={words.label}
      {...(isGroup ? { htmlFor: '' } : {})}
      extra={<Ground words={words} first={saidOf(words, first)} />}
      rules={rulesOf(words)}
    >
      {inputOf(words)}
    </Form.Item>
  )
}

function inputOf(words: AnyWords): ReactElement {
  if ('choices' in words)
    return <Radio.Group className="stacked" aria-label={words.label} options={[...words.choices]} />
  if ('written' in words) return <LongText rows={2} />
  return <Input className="number" inputMode="numeric" autoComplete="off" suffix={words.unit} />
}

function rulesOf(words: AnyWords) {
  if ('choices' in words) return []
  const { least, most } = words
  if ('written' in words)
    return [{ min: least, max: most, required: true, message: `请填写，${least}至${most}个字` }]
  const validator = (_: unknown, value: unknown): Promise<void> => {
    const n = Number(value)
    const fits = /^\s*\d+\s*$/.test(String(value)) && n >= least && n <= most
    return fits ? Promise.resolve() : Promise.reject(new Error(`请填写${least}至${most}之间的整数`))
  }
  return [{ validator }]
}

function saidOf(words: AnyWords, first: unknown): string {
  if ('choices' in words) return words.choices.find(({ value }) => value === first)?.label ?? ''
  return 'written' in words ? String(first) : `${first}${words.unit}`
}

interface ReviewShown {
  path: readonly string[]
  label: string
  first: readonly ReviewStage[]
}

const stages = Object.entries(stageLabels).map(([value, label]) => ({ value, label }))

// Said by hand: a rule `required` would put aria-required on the group, which it may not bear.
const isSome = (_: unknown, chosen: readonly string[] = []): Promise<void> =>
  chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error('请至少选择一个环节'))

/** Through whose hands a draft of one kind goes: in the order of the table, whatever was pressed first. */
export function ReviewItem({ path, label, first }: ReviewShown) {
  const order = stages.map(({ value }) => value)
  return (
    <Form.Item
      name={[...path]}
      label={label}
      htmlFor=""
      extra={`默认：${first.map((stage) => stageLabels[stage]).join('、')}`}
      rules={[{ validator: isSome }]}
      normalize={(chosen: string[]) => chosen.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))}
    >
      <Checkbox.Group options={stages} aria-label={label} />
    </Form.Item>
  )
}

/** The default, its ground, how sure it is, and the places in the law. */
export function Ground({ words, first }: { words: SettingWords; first?: string }) {
  return (
    <div className="ground">
      {first === undefined ? null : <>默认：{first}。</>}
      {words.ground}（{confidenceLabels[words.confidence]}）
      {words.cites.map((cite) => (
        <CitedPlace key={cite.quote} cited={citedOf(cite)} />
      ))}
    </div>
  )
}
