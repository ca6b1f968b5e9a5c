import { Button, Form, Input, Radio, Select } from 'antd'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import type { OldSiteWhole } from '../../old-site/contract.ts'
import { type Settled, type Source, useSteps } from './api.ts'
import { Preview } from './preview.tsx'

const formName = 'old-site'

interface Typed {
  mapping: Record<string, Source | undefined>
  /** Without what the form does not show. */
  options: Partial<Settled['options']>
}

const isBlank = (source: Source): boolean => ('value' in source ? source.value : source.from).trim() === ''

const settledOf = ({ mapping, options }: Typed): Settled => ({
  mapping: Object.fromEntries(
    Object.entries(mapping).flatMap(([name, source]) =>
      source && !isBlank(source) ? [[name, source] as const] : [],
    ),
  ),
  options: { host: '', root: '', findings: 'draft', ...options },
})

/** 核对对应关系: what of the old site is what; said once, the next file of the same make is known. */
export function MappingForm({ site, onChecked }: { site: OldSiteWhole; onChecked: () => void }) {
  const [form] = Form.useForm<Typed>()
  const { check, preview } = useSteps(site.siteId)
  const { submit, busy, problem } = useSending(form, async (typed) => {
    await check(settledOf(typed))
    onChecked()
  })
  return (
    <Form
      form={form}
      name={formName}
      layout="vertical"
      className="sheet"
      initialValues={{ mapping: site.mapping, options: site.options }}
      onFinish={submit}
    >
      <h2>核对对应关系</h2>
      <p className="note">下面已经按名称和内容猜好，请核对。对应关系会记住，下次上传同样的文件不用再选。</p>
      <SendingProblem problem={problem} form={formName} />
      <div className="old-site-fields">
        {site.fields.map(({ name, label, required }) => (
          <Form.Item key={name} name={['mapping', name]} label={label} required={required}>
            <SourceInput site={site} label={label} />
          </Form.Item>
        ))}
      </div>
      <Options site={site} />
      <p className="old-site-actions">
        <Button
          loading={preview.isPending}
          onClick={() => preview.mutate(settledOf(form.getFieldsValue(true) as Typed))}
        >
          预览前几条
        </Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          试运行
        </Button>
      </p>
      {preview.error === null ? null : <ProblemAlert error={preview.error} />}
      {preview.data ? <Preview preview={preview.data} /> : null}
    </Form>
  )
}

function Options({ site }: { site: OldSiteWhole }) {
  return (
    <div className="old-site-fields">
      <Form.Item
        name={['options', 'host']}
        label="旧网站的域名"
        extra="用来认出指向旧网站自身的完整地址，例如 www.qingxi.example"
      >
        <Input autoComplete="off" />
      </Form.Item>
      {site.kind === 'html' ? (
        <Form.Item
          name={['options', 'root']}
          label="压缩包里的网站根目录"
          extra="以斜线结尾；根目录就是压缩包本身的，留空"
        >
          <Input autoComplete="off" />
        </Form.Item>
      ) : null}
      <Form.Item name={['options', 'findings']} label="发布前检查发现身份证号等问题的">
        <Radio.Group
          options={[
            { value: 'draft', label: '作为草稿迁入，改正后再发布' },
            { value: 'publish', label: '仍然发布，在报告中列出' },
          ]}
        />
      </Form.Item>
    </div>
  )
}

interface Bound {
  site: OldSiteWhole
  label: string
  id?: string
  value?: Source
  onChange?(source: Source | undefined): void
}

const same = '\u0000same'
const own = '\u0000own'

const choiceLabel = ({ label, samples }: OldSiteWhole['choices'][number]): string =>
  samples.length === 0 ? label : `${label}（如：${samples.join('、')}）`

/** Something of the source, one value for all, or in pages a place of one's own. */
function SourceInput({ site, label, id, value, onChange = () => {} }: Bound) {
  const isKnown = value && 'from' in value && site.choices.some(({ from }) => from === value.from)
  const options = [
    ...site.choices.map((choice) => ({ value: choice.from, label: choiceLabel(choice) })),
    { value: same, label: '每条都填：' },
    ...(site.kind === 'html' ? [{ value: own, label: '页面中的其他位置：' }] : []),
  ]
  const chosen = value === undefined ? null : 'value' in value ? same : isKnown ? value.from : own
  const choose = (picked: string | undefined) => {
    if (picked === undefined) onChange(undefined)
    else if (picked === same) onChange({ value: '' })
    else onChange({ from: picked === own ? '' : picked })
  }
  return (
    <>
      <Select
        {...(id === undefined ? {} : { id })}
        options={options}
        placeholder="不取"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen}
        onChange={choose}
      />
      {chosen === same && value && 'value' in value ? (
        <Input
          aria-label={`每条的${label}`}
          value={value.value}
          onChange={(event) => onChange({ value: event.target.value })}
        />
      ) : null}
      {chosen === own && value && 'from' in value ? (
        <Input
          aria-label={`${label}在页面中的位置`}
          placeholder="例如 .article、#text、meta:名称、mark:发布日期"
          value={value.from}
          onChange={(event) => onChange({ from: event.target.value })}
        />
      ) : null}
    </>
  )
}
