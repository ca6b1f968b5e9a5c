import type { FormId } from '#law/report-forms/form.ts'
import { forms } from '#law/report-forms/forms.ts'
import type { Found, Page } from './find-labels.ts'
import { proactiveLabels, requestLabels } from './labels.ts'
import { addsUp, type Counted, type Leads, type SettledRow, settle } from './settle.ts'

/** Do labels stand in disorder or twice? */
export const inDisorder = (all: readonly Found[]): boolean => {
  const ordered = all.filter(({ label }) => label.kind === 'row' || label.kind === 'title')
  return ordered.some(({ label }, index) => label.order <= (ordered[index - 1]?.label.order ?? -1))
}

/**
 * Where the row that ought to follow is missing, figures on lines of their own may be that row's. Where words of no
 * row follow, they are trusted only if they add up.
 */
export function settleInOrder(
  row: Counted & { readonly label: Found; readonly form: FormId },
  next: Found | undefined,
  leads: Leads,
  page: Page,
): SettledRow {
  const settled = settle(row, leads)
  const { stopped, inLine, keeping } = row.slots
  if (settled.kind === 'glued' && stopped) return { kind: 'undecided', slots: settled.tokens, why: whyTorn }
  if (settled.kind !== 'settled' || inLine || keeping === 'spaces') return settled
  if (next ? skips(row, next) : isCutShort(page, row))
    return { kind: 'undecided', slots: settled.slots, why: whyTorn }
  if (!stopped || addsUp(settled.slots)) return settled
  return { kind: 'undecided', slots: settled.slots, why: whyTorn }
}

/** Is the row the last that was found, though the form prints more, and the text goes on? */
function isCutShort(
  { shown }: Page,
  { label, form, slots }: Counted & { readonly label: Found; readonly form: FormId },
): boolean {
  const last = lastRows.get(`${form} ${label.label.table}`)
  return last !== label.label.key && shown.slice(slots.slots.at(-1)?.to ?? 0).trim().length > 40
}

/** The last row that each form prints in each table. */
const lastRows: ReadonlyMap<string, string> = new Map(
  forms.flatMap((form) =>
    form.tables.map((table): [string, string] => [
      `${form.id} ${table.id}`,
      table.blocks.at(-1)?.rows.at(-1)?.key ?? '',
    ]),
  ),
)

/** Where the text ends within the next label, the words after a row are the beginning of that label. */
export function atTornEnd<Row extends Counted>({ shown }: Page, row: Row): Row {
  const rest = shown.slice(row.slots.slots.at(-1)?.to ?? 0).trim()
  if (!row.slots.stopped || rest.length > 40 || rest.includes('\n')) return row
  const { stopped: _, ...slots } = row.slots
  return { ...row, slots }
}

const whyTorn = '后面的行缺失或者夹有其他文字，数字属于哪一行不能确定'

/** Is a row that the form prints between the two not there? */
const skips = ({ label, form }: { readonly label: Found; readonly form: FormId }, next: Found): boolean =>
  (label.label.table === 'proactive' ? proactiveLabels : requestLabels).some(
    (each) =>
      each.kind === 'row' &&
      each.order > label.label.order &&
      each.order < next.label.order &&
      (each.form === 'both' || (each.form === form && !localRows.has(each.key))),
  )

const localRows: ReadonlySet<string> = new Set(
  forms.flatMap((form) =>
    form.tables.flatMap((table) =>
      table.blocks.flatMap((block) => block.rows.filter((row) => row.local).map((row) => row.key)),
    ),
  ),
)

/** Where labels stand in disorder or twice, only figures on the label's own line are surely the label's. */
export function settleApart(row: Counted, leads: Leads): SettledRow {
  const { slots } = row.slots
  if (row.slots.inLine || slots.length === 0) return settle(row, leads)
  return { kind: 'undecided', slots, why: '栏目次序颠倒或者重复，数字属于哪一行不能确定' }
}
