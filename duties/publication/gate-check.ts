import type { Platform } from '#platform/platform.ts'
import { gateFile } from './gate/file.ts'
import { type GateFinding, gateTroubles } from './gate/findings.ts'
import { gateLinks } from './gate/links.ts'
import type { GateSettings } from './gate/settings.ts'
import { gateText } from './gate/text.ts'
import { askLink } from './link-check.ts'
import type { Content, FileRef, Finding } from './rules/facts.ts'
import { wordsOf } from './rules/kind-field.ts'
import { itemKind } from './rules/kinds.ts'

const kept = 2000
const byFile = new Map<string, readonly GateFinding[]>()

/** The findings of a file, looked into once for the same bytes, name and settings. */
export async function findingsOfFile(
  { name, sha256 }: Pick<FileRef, 'name' | 'sha256'>,
  bytes: () => Promise<Uint8Array>,
  settings: GateSettings,
): Promise<readonly GateFinding[]> {
  const key = `${sha256}\n${name}\n${JSON.stringify(settings)}`
  const known = byFile.get(key)
  if (known) return known
  const found = await gateFile(name, await bytes(), settings)
  const [oldest] = byFile.keys()
  if (byFile.size >= kept && oldest !== undefined) byFile.delete(oldest)
  byFile.set(key, found)
  return found
}

/** The words of the fields of its kind, each by name: they are public too. */
export const extraTexts = ({ extra, kind }: Content): [string, string][] =>
  Object.entries(extra).flatMap(([name, value]): [string, string][] => {
    const words = wordsOf(value, itemKind(kind)?.fields[name])
    return words === undefined ? [] : [[name, words]]
  })

/** What the key of a finding in such a field begins with. */
export const extraKey = (name: string): string => `extra.${name}:`

/** True where a finding stands in a field of its kind; its place then says which. */
export const isInExtra = ({ key }: Pick<GateFinding, 'key'>): boolean => key.startsWith('extra.')

const gateExtra = (content: Content, settings: GateSettings): GateFinding[] =>
  extraTexts(content).flatMap(([name, text]) => {
    const label = itemKind(content.kind)?.fields[name]?.label ?? name
    return gateText({ title: '', summary: text, bodyHtml: '' }, settings).map((one) => ({
      ...one,
      key: extraKey(name) + one.key,
      where: { ...one.where, place: `${label}${one.where.place}` },
    }))
  })

/** All that the gate finds in a content: its words, its links, and each attachment as it is kept. */
export async function gateContent(
  platform: Platform,
  organId: string,
  content: Content,
  settings: GateSettings,
): Promise<GateFinding[]> {
  const { title, summary, body } = content
  const found = [...gateText({ title, summary, bodyHtml: body }, settings), ...gateExtra(content, settings)]
  found.push(...(await gateLinks(body, (href) => askLink(platform, href), settings)))
  found.push(...(await gateFiles(platform, organId, content.files, settings)))
  return found
}

/** What the gate finds in attachments as they are kept. */
export async function gateFiles(
  platform: Platform,
  organId: string,
  files: Content['files'],
  settings: GateSettings,
): Promise<GateFinding[]> {
  const found: GateFinding[] = []
  for (const file of files) {
    const bytes = async () => {
      const opened = await platform.files.open(platform.db, organId, file.fileId)
      if (!opened) throw new Error(`no file ${file.fileId}`)
      return opened.bytes
    }
    const ofFile = await findingsOfFile(file, bytes, settings)
    found.push(...ofFile.map((one) => ({ ...one, where: { ...one.where, fileId: file.fileId } })))
  }
  return found
}

const partLabels = { title: '标题', summary: '内容概述', body: '正文', file: '附件' } as const

/** A finding as facts and rules keep it: never more of a number or a name than the excerpt shows. */
export function findingOf(
  { key, code, severity, where, excerpt }: GateFinding,
  files: Content['files'],
): Finding {
  const file = files.find(({ fileId }) => fileId === where.fileId)
  const part = isInExtra({ key }) ? '' : partLabels[where.part]
  const place = [file ? `附件“${file.name}”` : part, where.place].filter(Boolean).join('')
  return {
    key,
    code,
    severity,
    says: `${place}：${gateTroubles[code].label}${excerpt ? `（${excerpt}）` : ''}`,
  }
}
