import type { ListColumn } from '#platform/documents/list-file.ts'
import { tiers } from '../rules/standard/entry.ts'
import { columns } from '../rules/standard/header.ts'
import type { ListedEntry } from './contract.ts'

const tick = (is: boolean): string => (is ? '√' : '')

/** The columns of a standard catalogue as a sheet: those of the table it came from, and how each entry stands. */
export const listColumns: readonly ListColumn<ListedEntry>[] = [
  { heading: columns.number.label, width: 6, of: ({ position }) => position },
  { heading: columns.first.label, width: 16, of: ({ first }) => first },
  { heading: columns.second.label, width: 18, of: ({ second }) => second },
  { heading: columns.content.label, width: 40, of: ({ content }) => content },
  { heading: columns.basis.label, width: 40, of: ({ basis }) => basis },
  { heading: columns.limit.label, width: 24, of: ({ limit }) => limit },
  { heading: columns.subject.label, width: 18, of: ({ subject }) => subject },
  {
    heading: columns.carriers.label,
    width: 30,
    of: ({ carriers }) => carriers.map((each) => `■${each}`).join(' '),
  },
  { heading: columns.everybody.label, width: 8, of: ({ everybody }) => tick(everybody) },
  { heading: columns.groups.label, width: 16, of: ({ groups }) => groups },
  { heading: columns.published.label, width: 8, of: ({ published }) => tick(published) },
  { heading: columns.onRequest.label, width: 8, of: ({ onRequest }) => tick(onRequest) },
  { heading: tiers.county, width: 8, of: (entry) => tick(entry.tiers.includes('county')) },
  { heading: tiers.town, width: 8, of: (entry) => tick(entry.tiers.includes('town')) },
  { heading: tiers.village, width: 8, of: (entry) => tick(entry.tiers.includes('village')) },
  { heading: '编码', width: 10, of: ({ code }) => code },
  { heading: '已公开条数', width: 10, of: ({ items }) => items },
  { heading: '最近公开', width: 12, of: ({ newestAt }) => newestAt?.slice(0, 10) ?? '' },
  { heading: '情况', width: 12, of: ({ standing }) => standing.label },
]
