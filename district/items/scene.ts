import type { ItemKind } from '#duties/publication/rules/vocabulary.ts'
import { type Day, inChinese } from '#time/day.ts'
import type { Department } from '../departments/department.ts'
import type { Organ } from '../organ.ts'
import type { Random } from '../random.ts'

/** What a template writes; numbers and days are given to it afterwards. */
export interface Draft {
  readonly kind: ItemKind
  /** 20-01 … 20-15: the item of 第二十条; 04-01: the organ's own rules on disclosure. */
  readonly catalogue: CatalogueCode
  readonly title: string
  readonly documentNumber?: string
  readonly summary?: string
  /** Clean HTML: p, h3, ul, table. */
  readonly body: string
  /** How many decisions it makes known, for licences and penalties. */
  readonly decisions?: number
  /** The fields of its kind. */
  readonly extra?: Readonly<Record<string, unknown>>
}

type Item20 =
  | '01'
  | '02'
  | '03'
  | '04'
  | '05'
  | '06'
  | '07'
  | '08'
  | '09'
  | '10'
  | '11'
  | '12'
  | '13'
  | '14'
  | '15'
export type CatalogueCode = `20-${Item20}` | '04-01'

/** What a template may speak of. */
export interface Scene {
  readonly organ: Organ
  /** The organ's name on the day. */
  readonly name: string
  /** 发文机关代字 on the day. */
  readonly mark: string
  /** 我局、我县、我镇、本村 */
  readonly us: string
  /** 清溪县 */
  readonly area: string
  /** 全县、全市、全镇 */
  readonly all: string
  /** The towns of a county, the counties of a city, the villages of a town. */
  readonly parts: readonly string[]
  readonly department?: Department
  readonly on: Day
  readonly year: number
  readonly random: Random
  /** The next number of a series of the year: 清民发〔2025〕3号. */
  number(series: '发' | '规' | '函' | '告' | '办发'): string
  /** The next count of a series of the year, from 1. */
  issue(series: string): number
}

export type Template = (scene: Scene) => Draft

export const p = (text: string): string => `<p>${text}</p>`
export const h = (text: string): string => `<h3>${text}</h3>`
export const list = (entries: readonly string[]): string =>
  `<ul>${entries.map((each) => `<li>${each}</li>`).join('')}</ul>`

/** A table with one heading row. */
export function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const row = (cells: readonly (string | number)[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  const body = rows.map((cells) => row(cells, 'td')).join('')
  return `<table><thead>${row(headings, 'th')}</thead><tbody>${body}</tbody></table>`
}

/** Who signs, and the day in Chinese figures of the form. */
export const signed = (scene: Scene): string => p(scene.name) + p(inChinese(scene.on))

/** 3月12日 */
export const shortDay = (on: Day): string => inChinese(on).slice(5)

/** 一、二、三 … as headings of parts. */
export const ordinal = (index: number): string => '一二三四五六七八九十'.charAt(index)

/** The parts of a document: heading and paragraphs each. */
export const parts = (sections: readonly (readonly [string, readonly string[]])[]): string =>
  sections
    .map(([heading, paragraphs], i) => h(`${ordinal(i)}、${heading}`) + paragraphs.map(p).join(''))
    .join('')

/** （一）…（二）… */
export const numbered = (sentences: readonly string[]): string[] =>
  sentences.map((each, i) => `（${ordinal(i)}）${each}`)

/** An amount of 万元 with two decimals. */
export const wan = (random: Random, low: number, high: number): string =>
  (low + random.real() * (high - low)).toFixed(2)

/** The officers an organ can be called at. */
export const callAt = (scene: Scene): string =>
  `联系电话：${scene.organ.contact.telephone}，联系地址：${scene.organ.contact.address}。`
