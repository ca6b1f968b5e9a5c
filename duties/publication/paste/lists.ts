import type { Block, List, Paragraph } from './blocks.ts'

type Item = Paragraph & { readonly item: NonNullable<Paragraph['item']> }

const isItem = (block: Block): block is Item => block.type === 'paragraph' && block.item !== undefined
// 一、 and （一） are part of the text of an official document; 1. and a) are numbers of a list.
const isSpelled = (marker: string): boolean => /[一二三四五六七八九十百第章节条]/.test(marker)
const numbered = /^[(（]?(\d{1,4}|[a-zA-Z]|[ivxIVX]+)[.．、)）]$/

const written = ({ item, ...paragraph }: Item): Paragraph => ({
  ...paragraph,
  inlines: isSpelled(item.marker)
    ? [{ type: 'text', text: item.marker, marks: [] }, ...paragraph.inlines]
    : paragraph.inlines,
})

function listOf(items: readonly Item[], depth: number): List {
  const [first] = items
  const marker = first?.item.marker ?? ''
  const ordered = numbered.test(marker)
  const start = ordered ? Number.parseInt(/\d+/.exec(marker)?.[0] ?? '1', 10) : 1
  const entries: Block[][] = []
  for (let i = 0; i < items.length; ) {
    const one = items[i]
    if (one === undefined) break
    let end = i + 1
    while (end < items.length && (items[end]?.item.depth ?? 0) > depth) end++
    const deeper = items.slice(i + 1, end)
    const { item: _, ...paragraph } = one
    const below = deeper.length > 0 ? [listOf(deeper, deeper[0]?.item.depth ?? depth + 1)] : []
    entries.push([paragraph, ...below])
    i = end
  }
  return { type: 'list', ordered, start: start > 0 ? start : 1, items: entries }
}

/** Paragraphs that a word processor numbered become lists; those with 一、 or （一） keep it as their words. */
export function withLists(blocks: readonly Block[]): readonly Block[] {
  const out: Block[] = []
  let run: Item[] = []
  const close = () => {
    if (run.length > 0) out.push(listOf(run, Math.min(...run.map(({ item }) => item.depth))))
    run = []
  }
  for (const block of blocks) {
    if (isItem(block) && !isSpelled(block.item.marker) && block.level === 0) run.push(block)
    else {
      close()
      out.push(isItem(block) ? written(block) : block)
    }
  }
  close()
  return out
}

const headings: readonly (readonly [RegExp, Paragraph['level']])[] = [
  [/^(第[一二三四五六七八九十百]+[章节编]|[一二三四五六七八九十]+、)/, 2],
  [/^[（(][一二三四五六七八九十]+[）)]/, 3],
]
const longest = 40

/** A short paragraph set in the face of a heading and numbered like one is a heading. */
export function withHeadings(block: Block): Block {
  if (block.type !== 'paragraph' || block.level !== 0 || !block.bold || block.place) return block
  const text = block.inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
  if (text.length > longest || /[。；;：:，]/.test(text)) return block
  const level = headings.find(([pattern]) => pattern.test(text))?.[1]
  return level === undefined ? block : { ...block, level }
}
