import type { ContentAsk, ContentShown, ItemView } from '../contract-desk.ts'

/** The entries of the form; files and text are kept beside it. */
export interface ContentValues {
  title: string
  catalogue?: string
  formedOn: string
  kind?: string
  documentNumber?: string
  summary?: string
  attribute?: string
  ground?: string
  groundWords?: string
  interprets?: string
  entry?: string
  periodDays?: string
  periodBasis?: string
  extra?: Record<string, unknown>
}

export interface FileShown {
  fileId: string
  name: string
  size: number
}

type Sent = Partial<ContentShown> | ContentAsk

/** What was sent or is kept, as the form shows it. */
export const valuesOf = (content: Sent, today: string): ContentValues => ({
  title: content.title ?? '',
  formedOn: content.formedOn ?? today,
  attribute: content.attribute ?? 'active',
  ...(content.catalogue ? { catalogue: content.catalogue } : {}),
  ...(content.kind ? { kind: content.kind } : {}),
  ...(content.documentNumber ? { documentNumber: content.documentNumber } : {}),
  ...(content.summary ? { summary: content.summary } : {}),
  ...(content.ground ? { ground: content.ground } : {}),
  ...(content.groundWords ? { groundWords: content.groundWords } : {}),
  ...(content.interprets ? { interprets: content.interprets } : {}),
  ...(content.entry ? { entry: content.entry } : {}),
  ...(content.period?.workingDays ? { periodDays: String(content.period.workingDays) } : {}),
  ...(content.period?.basis ? { periodBasis: content.period.basis } : {}),
  extra: { ...content.extra },
})

/** The form as it is sent. Figures are typed as digits. */
export function contentAsk(
  { periodDays = '', periodBasis = '', ...values }: ContentValues,
  body: string,
  files: readonly FileShown[],
): ContentAsk {
  const period =
    periodDays.trim() === '' ? {} : { period: { workingDays: Number(periodDays), basis: periodBasis } }
  const filled = Object.entries(values).filter(([, value]) => value !== undefined && value !== null)
  return {
    ...(Object.fromEntries(filled) as { title: string }),
    body,
    files: files.map(({ fileId }) => fileId),
    ...period,
  }
}

/** As what a new text may be begun: the interpretation of a document, or under an entry of a standard catalogue. */
export interface Begun {
  explains: string | null
  entry: string | null
}

const begunAs = ({ explains, entry }: Begun): Sent => ({
  ...(explains === null ? {} : { kind: 'interpretation', interprets: explains }),
  ...(entry === null ? {} : { entry }),
})

/** What the form begins with: what was typed and not saved, where it belongs to the text at hand; else the text. */
export function beginning(view: ItemView | undefined, today: string, begun: Begun) {
  const typed = view?.autosaved && view.autosaved.seenSeq === view.seq ? view.autosaved : undefined
  const content: Sent = typed?.content ?? view?.working ?? begunAs(begun)
  const known = new Map(view?.working?.files.map((file) => [file.fileId, file]))
  const files = typed
    ? (typed.content.files ?? []).map(
        (fileId) => known.get(fileId) ?? { fileId, name: '已上传的文件', size: 0 },
      )
    : (view?.working?.files ?? [])
  return {
    values: valuesOf(content, today),
    body: content.body ?? '',
    files,
    isTyped: typed !== undefined,
    savedAt: typed?.savedAt,
  }
}
