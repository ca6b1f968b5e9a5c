export interface Bar {
  label: string
  /** null where there is no figure: no bar is drawn. */
  value: number | null
  shown: string
  chosen?: boolean
}

const height = 120
const step = 56
const width = 30

/** Bars over or under a ground line. Hidden from screen readers: its table stands beneath. */
export function Plot({ bars }: { bars: readonly Bar[] }) {
  const values = bars.flatMap(({ value }) => (value === null ? [] : [value]))
  const most = Math.max(1, ...values)
  const least = Math.min(0, ...values)
  const scale = height / (most - least)
  const ground = 20 + most * scale
  return (
    <svg
      className="bars"
      viewBox={`0 0 ${bars.length * step} ${height + 44}`}
      width={bars.length * step}
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M0 ${ground}H${bars.length * step}`} />
      {bars.map(({ label, value, shown, chosen }, at) => (
        <g key={label} className={chosen ? 'chosen-bar' : ''}>
          {value === null ? null : (
            <rect
              x={at * step + (step - width) / 2}
              y={value < 0 ? ground : ground - value * scale}
              width={width}
              height={Math.abs(value) * scale}
            />
          )}
          <text x={at * step + step / 2} y={ground - Math.max(0, value ?? 0) * scale - 6}>
            {shown}
          </text>
          <text x={at * step + step / 2} y={height + 40}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}
