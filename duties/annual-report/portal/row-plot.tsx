import type { PictureGroup, PictureLine } from '../rules/picture.ts'

const barWidth = 300
/** Room for the figure after the longest bar. */
const figureWidth = 70
const labelHeight = 20

interface RowPlotProps {
  group: PictureGroup
  year: number
  hasBefore: boolean
  /** False where the figures stand in a table of the page already. */
  hasTable?: boolean
}

/**
 * Horizontal bars, their words above them, this year's solid and last year's outlined beneath, every bar with its figure: readable without
 * colour. The drawing is hidden from screen readers, which read the table under it.
 */
export function RowPlot({ group, year, hasBefore, hasTable = true }: RowPlotProps) {
  const { title, unit, lines } = group
  const rowHeight = hasBefore ? 48 : 40
  const most = Math.max(1, ...lines.flatMap(({ now, before }) => [now ?? 0, before ?? 0]))
  const caption = `${title}（${unit}）`
  return (
    <figure class="row-plot">
      <figcaption>{caption}</figcaption>
      <svg
        viewBox={`0 0 ${barWidth + figureWidth} ${lines.length * rowHeight}`}
        aria-hidden="true"
        focusable="false"
      >
        {lines.map((line, index) => (
          <Bars key={line.label} line={line} y={index * rowHeight} most={most} />
        ))}
      </svg>
      {hasTable && <Figures group={group} year={year} hasBefore={hasBefore} />}
    </figure>
  )
}

function Figures({ group, year, hasBefore }: Omit<RowPlotProps, 'hasTable'>) {
  const { title, unit, lines } = group
  return (
    <table class="plain">
      <caption class="unseen">{`${title}（${unit}）`}</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">{year}年</th>
          {hasBefore && <th scope="col">{year - 1}年</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, now, before }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="figure">{now ?? ''}</td>
            {hasBefore && <td class="figure">{before ?? ''}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bars({ line, y, most }: { line: PictureLine; y: number; most: number }) {
  const long = (value: number): number => Math.round((value / most) * barWidth)
  const top = y + labelHeight
  return (
    <g>
      <text x="0" y={y + 15}>
        {line.label}
      </text>
      {line.now !== undefined && (
        <>
          <rect class="plot-bar" x="0" y={top} width={Math.max(1, long(line.now))} height="13" />
          <text x={long(line.now) + 8} y={top + 12}>
            {line.now}
          </text>
        </>
      )}
      {line.before !== undefined && (
        <rect
          x="0.5"
          y={top + 15.5}
          width={Math.max(1, long(line.before))}
          height="6"
          fill="none"
          stroke="currentColor"
        />
      )}
    </g>
  )
}
