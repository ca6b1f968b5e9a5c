import type { ListColumn } from '#platform/documents/list-file.ts'
import { cleanupLabel } from '../rules/register.ts'
import type { RegisterRow } from './contract.ts'

/** The register as a sheet. */
export const registerColumns: readonly ListColumn<RegisterRow>[] = [
  { heading: '登记编号', width: 20, of: ({ registerNumber }) => registerNumber },
  { heading: '文号', width: 24, of: ({ documentNumber }) => documentNumber },
  { heading: '名称', width: 60, of: ({ title }) => title },
  { heading: '制定机关', width: 24, of: ({ organName }) => organName },
  { heading: '成文日期', width: 12, of: ({ formedOn }) => formedOn },
  { heading: '公布日期', width: 12, of: ({ publishedOn }) => publishedOn },
  { heading: '施行日期', width: 12, of: ({ effectiveOn }) => effectiveOn },
  { heading: '有效期至', width: 12, of: ({ expiresOn }) => expiresOn ?? '' },
  { heading: '有效性', width: 10, of: ({ validityLabel }) => validityLabel },
  { heading: '废止、失效日期', width: 14, of: ({ endedOn }) => endedOn ?? '' },
  { heading: '最近清理', width: 12, of: ({ cleanedOn }) => cleanedOn ?? '' },
  { heading: '清理结果', width: 12, of: ({ cleanup }) => cleanupLabel(cleanup) },
  { heading: '解读', width: 8, of: ({ interpretations }) => interpretations },
]
