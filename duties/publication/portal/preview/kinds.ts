/** What of an attachment can be looked at without downloading it. */
export type Preview = 'inline' | 'word' | 'sheet'

const byEnding: Readonly<Record<string, Preview>> = {
  pdf: 'inline',
  jpg: 'inline',
  jpeg: 'inline',
  png: 'inline',
  gif: 'inline',
  webp: 'inline',
  bmp: 'inline',
  txt: 'inline',
  docx: 'word',
  xlsx: 'sheet',
}

/** Bytes beyond which a file that must be converted is only offered whole. */
const mostToConvert = 8 * 1024 * 1024

/** How a file is shown; undefined where it can only be downloaded. */
export function previewOf({ name, size }: { name: string; size: number }): Preview | undefined {
  const kind = byEnding[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '']
  return kind === 'inline' || size <= mostToConvert ? kind : undefined
}

export const hasPreview = (file: { name: string; size: number }): boolean => previewOf(file) !== undefined
