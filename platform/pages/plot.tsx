export interface Bar {
  label: string
  value: number
  /** Not over yet, drawn lighter: the running month. */
  running?: boolean
}

const height = 96
const step = 48
const width = 28

interface PlotProps {
  caption: string
  unit: string
  heads: readonly [string, string]
  bars: readonly Bar[]
}

/** A small plot of bars with its table beneath; the drawing is hidden from screen readers, which read the table. */
export function Plot({ caption, unit, heads, bars }: PlotProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <figure class="plot">
      <figcaption>{caption}</figcaption>
      <svg viewBox={`0 0 ${bars.length * step} ${height + 44}`} aria-hidden="true" focusable="false">
        <path class="plot-ground" d={`M0 ${height + 20.5}H${bars.length * step}`} />
        {bars.map((bar, index) => (
          <PlotBar key={bar.label} bar={bar} x={index * step + (step - width) / 2} most={most} />
        ))}
      </svg>
      <PlotTable caption={caption} unit={unit} heads={heads} bars={bars} />
    </figure>
  )
}

function PlotTable({ caption, unit, heads, bars }: PlotProps) {
  return (
    <details>
      <summary>数据表</summary>
      <table class="plain">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <th scope="col">
              {heads[1]}（{unit}）
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row">{bar.label}</th>
              <td class="figure">{bar.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function PlotBar({ bar, x, most }: { bar: Bar; x: number; most: number }) {
  const tall = Math.round((bar.value / most) * height)
  return (
    <g>
      <rect
        class={bar.running ? 'plot-running' : 'plot-bar'}
        x={x}
        y={20 + height - tall}
        width={width}
        height={tall}
      />
      <text class="plot-value" x={x + width / 2} y={14 + height - tall}>
        {bar.value}
      </text>
      <text class="plot-label" x={x + width / 2} y={height + 38}>
        {bar.label}
      </text>
    </g>
  )
}

const rowWidth = 400

/** Horizontal bars that stand in their own table: what is drawn is beside what it says. */
export function BarRows({ caption, unit, heads, bars }: PlotProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <table class="bar-rows">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">
            {heads[1]}（{unit}）
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <div class="bar-row">
                <svg
                  viewBox={`0 0 ${rowWidth} 12`}
                  preserveAspectRatio="none"
                  aria-hidden="true"
                  focusable="false"
                >
                  <rect
                    class="plot-bar"
                    width={Math.max(1, Math.round((value / most) * rowWidth))}
                    height="12"
                  />
                </svg>
                <span>{value}</span>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
