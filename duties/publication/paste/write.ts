import type { Block, Cell, Inline, Mark } from './blocks.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const order: readonly Mark[] = ['strong', 'em', 'u', 'sup', 'sub']

function inlineHtml(inline: Inline, inHeading: boolean): string {
  if (inline.type === 'break') return '<br />'
  if (inline.type === 'picture') return `<img src="${escaped(inline.src)}" alt="${escaped(inline.alt)}" />`
  const marks = order.filter(
    (mark) =>
      inline.marks.includes(mark) &&
      !(inHeading && (mark === 'strong' || mark === 'em')) &&
      !(mark === 'u' && inline.href),
  )
  const text = marks.reduceRight((html, mark) => `<${mark}>${html}</${mark}>`, escaped(inline.text))
  return inline.href === undefined ? text : `<a href="${escaped(inline.href)}">${text}</a>`
}

const inlinesHtml = (inlines: readonly Inline[], inHeading = false): string =>
  inlines.map((inline) => inlineHtml(inline, inHeading)).join('')

// A lone plain paragraph within a cell or an item needs no paragraph of its own.
function within(blocks: readonly Block[], inHeading = false): string {
  return blocks
    .map((block, i) =>
      i === 0 &&
      block.type === 'paragraph' &&
      !block.place &&
      blocks.slice(1).every(({ type }) => type === 'list')
        ? inlinesHtml(block.inlines, inHeading)
        : blockHtml(block),
    )
    .join('')
}

function cellHtml(cell: Cell, inHead: boolean): string {
  const name = cell.heading ? 'th' : 'td'
  const scope = cell.heading ? ` scope="${inHead ? 'col' : 'row'}"` : ''
  const spans = (['colspan', 'rowspan'] as const)
    .filter((span) => cell[span] > 1)
    .map((span) => ` ${span}="${cell[span]}"`)
    .join('')
  return `<${name}${scope}${spans}>${within(cell.blocks, cell.heading)}</${name}>`
}

/** The HTML of a block: nothing but the tags and attributes named here can come out. */
export function blockHtml(block: Block): string {
  if (block.type === 'rule') return '<hr />'
  if (block.type === 'quote') return `<blockquote>${block.blocks.map(blockHtml).join('')}</blockquote>`
  if (block.type === 'list') {
    const start = block.ordered && block.start > 1 ? ` start="${block.start}"` : ''
    const items = block.items.map((item) => `<li>${within(item)}</li>`).join('')
    return block.ordered ? `<ol${start}>${items}</ol>` : `<ul>${items}</ul>`
  }
  if (block.type === 'paragraph') {
    const name = block.level === 0 ? 'p' : `h${block.level}`
    const place = block.place ? ` class="${block.place}"` : ''
    return `<${name}${place}>${inlinesHtml(block.inlines, block.level > 0)}</${name}>`
  }
  const caption = block.caption.length > 0 ? `<caption>${inlinesHtml(block.caption)}</caption>` : ''
  const rows = block.rows.map((row) => {
    const inHead = row.every(({ heading }) => heading)
    return `<tr>${row.map((cell) => cellHtml(cell, inHead)).join('')}</tr>`
  })
  return `<table>${caption}<tbody>${rows.join('')}</tbody></table>`
}
