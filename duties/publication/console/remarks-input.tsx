import { Button, Select } from 'antd'
import { LongText } from '#platform/console/long-text.tsx'

interface Remark {
  paragraph: number
  remark: string
}

interface Bound {
  paragraphs: readonly string[]
  value?: Remark[]
  onChange?(value: Remark[]): void
}

const begin = (text: string): string => ([...text].length > 18 ? `${[...text].slice(0, 18).join('')}…` : text)

/** Remarks on single paragraphs of a text: each paragraph chosen by its first words. */
export function RemarksInput({ paragraphs, value = [], onChange = () => {} }: Bound) {
  const change = (index: number, part: Partial<Remark>) =>
    onChange(value.map((each, at) => (at === index ? { ...each, ...part } : each)))
  const options = paragraphs.map((text, index) => ({
    value: index + 1,
    label: `第${index + 1}段 ${begin(text)}`,
  }))
  if (options.length === 0) return <p className="note">正文没有分段。</p>
  return (
    <div className="remarks">
      {value.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: remarks have no other identity, and do not move
        <div className="item-remark" key={index}>
          <Select
            aria-label="段落"
            options={options}
            value={each.paragraph}
            onChange={(paragraph: number) => change(index, { paragraph })}
          />
          <LongText
            label={`对第${each.paragraph}段的意见`}
            rows={2}
            value={each.remark}
            onChange={(remark) => change(index, { remark })}
          />
          <Button onClick={() => onChange(value.filter((_, at) => at !== index))}>删除</Button>
        </div>
      ))}
      <Button onClick={() => onChange([...value, { paragraph: 1, remark: '' }])}>逐段提出意见</Button>
    </div>
  )
}
