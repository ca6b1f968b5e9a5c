import type { PictureGroup, PictureLine } from '../rules/picture.ts'

const rowHeight = 34
const labelWidth = 170
const barWidth = 300

/**
 * Horizontal bars, this year's solid and last year's outlined beneath, every bar with its figure: readable without
 * colour. The drawing is hidden from screen readers, which read the table under it.
 */
export function RowPlot({
  group,
  year,
  hasBefore,
}: {
  group: PictureGroup
  year: number
  hasBefore: boolean
}) {
  const { title, unit, lines } = group
  const most = Math.max(1, ...lines.flatMap(({ now, before }) => [now ?? 0, before ?? 0]))
  const caption = `${title}（${unit}）`
  return (
    <figure class="row-plot">
      <figcaption>{caption}</figcaption>
      <svg
        viewBox={`0 0 ${labelWidth + barWidth + 80} ${lines.length * rowHeight + 4}`}
        aria-hidden="true"
        focusable="false"
      >
        {lines.map((line, index) => (
          <Bars key={line.label} line={line} y={index * rowHeight} most={most} />
        ))}
      </svg>
      <table class="plain">
        <caption class="unseen">{caption}</caption>
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
    </figure>
  )
}

function Bars({ line, y, most }: { line: PictureLine; y: number; most: number }) {
  const long = (value: number): number => Math.round((value / most) * barWidth)
  return (
    <g>
      <text x={labelWidth - 10} y={y + 21} class="row-label">
        {line.label}
      </text>
      {line.now !== undefined && (
        <>
          <rect class="plot-bar" x={labelWidth} y={y + 5} width={Math.max(1, long(line.now))} height="14" />
          <text x={labelWidth + long(line.now) + 8} y={y + 18}>
            {line.now}
          </text>
        </>
      )}
      {line.before !== undefined && (
        <rect
          x={labelWidth + 0.5}
          y={y + 21.5}
          width={Math.max(1, long(line.before))}
          height="6"
          fill="none"
          stroke="currentColor"
        />
      )}
    </g>
  )
}
