import {
  createDefaultPlugins,
  officeMarkup,
  type ScopeData,
  type Tag,
  TagPlacement,
  type TemplateData,
  TemplateHandler,
  TemplatePlugin,
  xml,
} from 'easy-template-x'

/** What a template is filled with: a line for a place of one line, paragraphs for one of several. */
export type PlaceValues = Readonly<Record<string, string | readonly string[]>>

const paragraphsType = 'paragraphs'
const braces = { tagStart: '{{', tagEnd: '}}' } as const

/** Each line becomes a paragraph that looks like the one the place stands in; without a line it goes. */
class ParagraphsPlugin extends TemplatePlugin {
  readonly contentType = paragraphsType

  override simpleTagReplacements(tag: Tag, data: ScopeData): void {
    if (tag.placement !== TagPlacement.TextNode) return
    const { lines } = data.getScopeData<{ _type: string; lines: string[] }>()
    const paragraph = officeMarkup.query.containingParagraphNode(tag.xmlTextNode)
    for (const line of lines) {
      tag.xmlTextNode.textContent = line
      const copy = xml.create.cloneNode(paragraph, true)
      if (copy.attributes) delete copy.attributes['w14:paraId']
      xml.modify.insertBefore(copy, paragraph)
    }
    xml.modify.remove(paragraph)
  }
}

const handler = (): TemplateHandler =>
  new TemplateHandler({ delimiters: braces, plugins: [...createDefaultPlugins(), new ParagraphsPlugin()] })

const dataOf = (values: PlaceValues): TemplateData =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : { _type: paragraphsType, lines: [...value] },
    ]),
  )

/** A Word file with every {{place}} filled in the template's own looks. Throws where the template is broken. */
export async function fillTemplate(template: Uint8Array, values: PlaceValues): Promise<Uint8Array> {
  return new Uint8Array(await handler().process(Buffer.from(template), dataOf(values)))
}

/** The names of the places of a template, each once; undefined where one is not written out or does not close. */
export async function placesOf(template: Uint8Array): Promise<string[] | undefined> {
  try {
    const tags = await handler().parseTags(Buffer.from(template))
    return [...new Set(tags.map(({ rawText }) => rawText.slice(2, -2).trim()))]
  } catch {
    return undefined
  }
}
