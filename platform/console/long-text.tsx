import { Input } from 'antd'

interface Bound {
  id?: string
  value?: string
  placeholder?: string
  rows?: number
  label?: string
  onChange?(value: string): void
}

/** A field for several lines; it grows with what is written, by the style sheet alone. */
export function LongText({ rows = 3, label, onChange = () => {}, ...rest }: Bound) {
  return (
    <Input.TextArea
      className="grows"
      rows={rows}
      {...rest}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
