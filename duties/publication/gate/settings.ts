import type { GateCode, Severity } from './findings.ts'

/** A word on the organ's list: refused or warned of, with what should stand instead. */
export interface Wording {
  readonly word: string
  readonly instead?: string
  readonly severity: Severity
  /** Where the word is right: a longer word that holds it. */
  readonly except?: readonly string[]
}

/** How much of a private person's address the basis of publication allows. */
export type AddressReach = 'village' | 'full'

export interface GateSettings {
  /** What a finding of a kind does instead of stopping; `off` is not looked for. */
  readonly severities: Readonly<Partial<Record<GateCode, Severity | 'off'>>>
  /** Telephones of offices, digits only: 058712345678, 13800000000. */
  readonly officePhones: readonly string[]
  /** Whether fixed telephones that are not on the list are taken for private ones. */
  readonly findLandlines: boolean
  readonly addressReach: AddressReach
  /** Names of the persons in the case at hand. */
  readonly caseNames: readonly string[]
  readonly wording: readonly Wording[]
  /** What may stand as author, company or custom property of a document: the organ's names. */
  readonly allowedAuthors: readonly string[]
  /** Hosts of the inner network besides the private address ranges: oa.example. */
  readonly innerHosts: readonly string[]
  /** Whether names in penalty decisions are masked as 张某某 or with one 某 for each character: 张某. */
  readonly nameMask: 'twoMou' | 'oneEach'
  /** How many digits stay at the front and at the end of each number that is masked. */
  readonly numberMasks: {
    readonly identity: readonly [number, number]
    readonly phone: readonly [number, number]
    readonly card: readonly [number, number]
  }
}

/** Words often written wrongly in official texts; they warn and do not stop. */
const commonWording: readonly Wording[] = [
  { word: '法人代表', instead: '法定代表人', severity: 'warns' },
  { word: '帐户', instead: '账户', severity: 'warns' },
  { word: '截止目前', instead: '截至目前', severity: 'warns' },
  { word: '座落', instead: '坐落', severity: 'warns' },
]

/**
 * What holds where an organ has set nothing: everything stops; common slips of wording and
 * scanned pages warn. No law fixes these; each is a setting.
 */
export const defaultGateSettings: GateSettings = {
  severities: { scannedPages: 'warns' },
  officePhones: [],
  findLandlines: false,
  addressReach: 'village',
  caseNames: [],
  wording: commonWording,
  allowedAuthors: [],
  innerHosts: [],
  nameMask: 'twoMou',
  numberMasks: { identity: [4, 4], phone: [3, 4], card: [4, 4] },
}

/** What a finding of this code does under these settings: stops, warns, or is not looked for. */
export const severityOf = (code: GateCode, settings: GateSettings): Severity | 'off' =>
  settings.severities[code] ?? 'blocks'
