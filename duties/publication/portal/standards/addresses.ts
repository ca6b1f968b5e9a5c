/** Where the standard catalogues stand on the portal. */
export const standardsPath = '/standards'

export const standardAddress = (organCode: string, field: string): string =>
  `${standardsPath}/${organCode}/${field}`

/** One entry; `code` is field and number, 17-004. */
export const entryAddress = (organCode: string, code: string): string =>
  `${standardsPath}/${organCode}/${code.replace('-', '/')}`
