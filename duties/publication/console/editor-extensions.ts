import { Extension, Mark, Node } from '@tiptap/core'
import { Table, TableKit } from '@tiptap/extension-table'
import type { DOMOutputSpec } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'

const places = ['right', 'centre', 'addressee', 'signed']

// Where a line stands (居中、署名): the classes that cleaning keeps, and no other.
const Places = Extension.create({
  name: 'places',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading'],
      attributes: {
        place: {
          default: null,
          parseHTML: (element) => places.find((place) => element.classList.contains(place)) ?? null,
          renderHTML: ({ place }) => (place ? { class: place } : {}),
        },
      },
    },
  ],
})

/** m², H₂O: raised and lowered signs. */
const raised = (name: 'sup' | 'sub') =>
  Mark.create({ name, parseHTML: () => [{ tag: name }], renderHTML: () => [name, 0] })

// A picture of ours within a line; no other comes through cleaning.
const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  addAttributes: () => ({ src: { default: '' }, alt: { default: '' } }),
  parseHTML: () => [{ tag: 'img[src]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
})

const inCaption = /^(strong|em|u|sup|sub)$/

function specsOf({ childNodes }: ParentNode): (string | DOMOutputSpec)[] {
  return [...childNodes].flatMap((node): (string | DOMOutputSpec)[] => {
    if (!(node instanceof Element)) return node.textContent ? [node.textContent] : []
    const name = node.tagName.toLowerCase()
    const inner = specsOf(node)
    if (name === 'a') return [['a', { href: node.getAttribute('href') ?? '' }, ...inner]]
    return inCaption.test(name) ? [[name, ...inner]] : inner
  })
}

const bodyOf = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body

/** The words of a caption without their marks. */
export const captionWords = (html: string): string => bodyOf(html).textContent

/** Words as a caption holds them. */
export const captionOf = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

// The rows of a table are counted by their places, so the caption stands beside them and not among them.
const CaptionedTable = Table.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      caption: {
        default: '',
        rendered: false,
        parseHTML: (element: HTMLElement) => element.querySelector(':scope > caption')?.innerHTML ?? '',
      },
    }
  },
  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
  renderHTML(table) {
    const plain = this.parent?.(table) ?? ['table', {}, ['tbody', 0]]
    const [name, attributes, ...rest] = plain as [string, object, ...DOMOutputSpec[]]
    const { caption } = table.node.attrs as { caption: string }
    const words = specsOf(bodyOf(caption))
    const shown = words.length > 0 ? [['caption', { contenteditable: 'false' }, ...words]] : []
    return [name, attributes, ...shown, ...rest] as unknown as DOMOutputSpec
  },
})

/** All that a text may hold: what cleaning keeps survives being opened and saved. */
export const extensions = [
  Places,
  raised('sup'),
  raised('sub'),
  Picture,
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    codeBlock: false,
    code: false,
    link: { openOnClick: false },
  }),
  CaptionedTable.configure({ resizable: false, View: null }),
  TableKit.configure({ table: false }),
]
