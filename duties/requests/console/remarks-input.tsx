import { Button, Input } from 'antd'
import './parts.css'
import { LongText } from '#platform/console/long-text.tsx'

interface Remark {
  paragraph: number
  remark: string
}

interface Bound {
  value?: Remark[]
  onChange?(value: Remark[]): void
}

/** Remarks on single paragraphs of a draft: which one, and what is to be changed. */
export function RemarksInput({ value = [], onChange = () => {} }: Bound) {
  const change = (index: number, part: Partial<Remark>) =>
    onChange(value.map((each, at) => (at === index ? { ...each, ...part } : each)))
  const nextParagraph = Math.max(0, ...value.map((each) => each.paragraph)) + 1
  return (
    <div className="remarks">
      {value.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: remarks have no other identity, and do not move
        <div className="remark" key={index}>
          <span>
            第
            <Input
              aria-label="段落序号"
              inputMode="numeric"
              value={String(each.paragraph)}
              onChange={(event) => change(index, { paragraph: Number(event.target.value) || 0 })}
            />
            段
          </span>
          <LongText
            label={`对第${each.paragraph}段的意见`}
            rows={2}
            value={each.remark}
            onChange={(remark) => change(index, { remark })}
          />
          <Button onClick={() => onChange(value.filter((_, at) => at !== index))}>删除</Button>
        </div>
      ))}
      <Button onClick={() => onChange([...value, { paragraph: nextParagraph, remark: '' }])}>
        逐段提出意见
      </Button>
    </div>
  )
}
