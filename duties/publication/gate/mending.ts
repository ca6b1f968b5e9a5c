import { contentOf } from '#platform/files/content.ts'
import { endingOf } from '#platform/files/name.ts'
import { finish } from './finding.ts'
import { gateTroubles, type Mend } from './findings.ts'
import { withoutLocation } from './image.ts'
import { inspectFile } from './inspect.ts'
import { maskText } from './mask.ts'
import { maskOffice } from './office/mask-office.ts'
import { removeLinks, removeLocations, removeMetadata } from './office/mend-common.ts'
import { removeHiddenCells, removeSheetComments, showHiddenCells } from './office/mend-sheet.ts'
import {
  removeHiddenSlides,
  removeNotes,
  removeSlideComments,
  showHiddenSlides,
} from './office/mend-slides.ts'
import { acceptChanges, mendUnseenText, removeWordComments } from './office/mend-word.ts'
import { OfficePackage } from './office/package.ts'
import type { GateSettings } from './settings.ts'
import { foundIn } from './text.ts'
import { MendRefused, Uninspectable } from './trouble.ts'

type Work = (office: OfficePackage, settings: GateSettings) => void

// In this order: what is hidden goes before what remains is masked.
const steps: readonly (readonly [Mend, Work])[] = [
  ['acceptChanges', acceptChanges],
  [
    'removeComments',
    (office) => {
      removeWordComments(office)
      removeSheetComments(office)
      removeSlideComments(office)
    },
  ],
  ['removeNotes', removeNotes],
  [
    'removeHidden',
    (office, settings) => {
      mendUnseenText(office, settings, 'remove')
      removeHiddenCells(office)
      removeHiddenSlides(office)
    },
  ],
  [
    'showHidden',
    (office, settings) => {
      mendUnseenText(office, settings, 'show')
      showHiddenCells(office)
      showHiddenSlides(office)
    },
  ],
  ['removeLinks', removeLinks],
  ['removeLocation', removeLocations],
  ['mask', maskOffice],
  ['removeMetadata', removeMetadata],
]

function mendOffice(bytes: Uint8Array, mends: readonly Mend[], settings: GateSettings): Uint8Array {
  const office = new OfficePackage(bytes)
  for (const [mend, work] of steps) if (mends.includes(mend)) work(office, settings)
  return office.save()
}

function mendWords(bytes: Uint8Array, settings: GateSettings): Uint8Array {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const lines = text
    .split('\n')
    .map((line) => maskText(line, finish(foundIn(line, 'file', String, settings), settings), settings))
  return new TextEncoder().encode(lines.join('\n'))
}

const cannot: Readonly<Record<string, string>> = {
  pdf: 'PDF 不能在这里改：文字已经画在页面上，改了会留下痕迹。请在原来的程序中改好后重新导出。',
  cfb: '旧格式不能在这里改。请另存为 docx、xlsx 或者 pptx 后上传。',
  ofd: 'OFD 不能在这里改。请在原来的程序中改好后重新导出。',
}

function mended(
  name: string,
  content: string | undefined,
  bytes: Uint8Array,
  mends: readonly Mend[],
  settings: GateSettings,
): Uint8Array {
  if (/^(docx|xlsx|pptx)$/.test(content ?? '')) return mendOffice(bytes, mends, settings)
  if (/^(jpg|webp|tif|heic)$/.test(content ?? '') && mends.includes('removeLocation'))
    return withoutLocation(bytes)
  if (content === 'text' && mends.includes('mask')) return mendWords(bytes, settings)
  throw new MendRefused(
    cannot[content ?? ''] ?? `“.${endingOf(name)}”格式的文件不能在这里改，请改好后重新上传。`,
  )
}

/**
 * The bytes of a file with the mends made, opened again: what the mends were for must be gone. Throws
 * `MendRefused` where a format cannot be mended, or where something is left.
 */
export async function mendBytes(
  name: string,
  bytes: Uint8Array,
  mends: readonly Mend[],
  settings: GateSettings,
): Promise<Uint8Array> {
  let changed: Uint8Array
  try {
    changed = mended(name, await contentOf(bytes), bytes, mends, settings)
  } catch (fault) {
    if (fault instanceof Uninspectable)
      throw new MendRefused(`${fault.message}，不能在这里改。${gateTroubles[fault.code].howToMend}`)
    throw fault
  }
  const left = finish(await inspectFile(name, changed, settings), settings).filter(
    ({ code }) => code === 'cannotOpen' || gateTroubles[code].mends.some((mend) => mends.includes(mend)),
  )
  const [first] = left
  if (first)
    throw new MendRefused(
      `改后复查，仍有“${gateTroubles[first.code].label}”（${first.where.place}）。${gateTroubles[first.code].howToMend}`,
    )
  return changed
}
