import { Button, Form, Select } from 'antd'
import { DayText } from '#platform/console/day-text.tsx'
import { navigate } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { ItemView } from '../contract-desk.ts'

/** 版本: every text that the item had; two are put side by side. */
export function Versions({ view }: { view: ItemView }) {
  const { organ } = useStanding()
  const { revisions, itemId } = view
  if (revisions.length < 2) return null
  const options = revisions.map(({ seq, label, on, by }) => ({ value: seq, label: `${label}，${on}，${by}` }))
  const [from, to] = [revisions.at(-2)?.seq, revisions.at(-1)?.seq]
  const compare = (chosen: { from: number; to: number }) =>
    navigate(`/${organ.organId}/publication/${itemId}/compare?from=${chosen.from}&to=${chosen.to}`)
  return (
    <section className="sheet" aria-labelledby="versions-head">
      <h2 id="versions-head">版本</h2>
      <ul className="tight-list">
        {revisions
          .filter(({ version }) => version !== null)
          .map(({ seq, label, on, by }) => (
            <li key={seq}>
              {label}，<DayText on={on} />，{by}
            </li>
          ))}
      </ul>
      <Form name="compare" className="compare-form" initialValues={{ from, to }} onFinish={compare}>
        <Form.Item name="from" label="由">
          <Select options={options} />
        </Form.Item>
        <Form.Item name="to" label="到">
          <Select options={options} />
        </Form.Item>
        <Button htmlType="submit">对照</Button>
      </Form>
    </section>
  )
}
