import { asProblem } from './problem-alert.tsx'

/** Why something sent was not taken: in one sentence that it was not, then each thing that is wrong with it. */
export function NotTaken({ error, said }: { error: unknown; said: string }) {
  if (!error) return null
  const { title, detail, errors } = asProblem(error)
  const why = errors.length > 0 ? '' : detail || title
  return (
    <div role="alert" className="warning">
      {said + why === '' ? null : (
        <p className="tight">
          {said}
          {why}
        </p>
      )}
      <Sentences of={errors.map(({ message }) => message)} />
    </div>
  )
}

interface WrongCell {
  row: number
  column: string
  message: string
}

/** The cells of a table sent that must be mended, each with its row. */
export const WrongCells = ({ wrong }: { wrong: readonly WrongCell[] }) => (
  <Sentences of={wrong.map(({ row, column, message }) => `第${row}行，${column}：${message}`)} />
)

function Sentences({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <ul>
      {[...new Set(of)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
