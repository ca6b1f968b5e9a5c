/** Where the portal offers what it publishes to programs and to those who follow it. */
export const feedPath = '/feeds/items.atom'
export const reportFeedPath = '/feeds/reports.atom'
export const subscribePath = '/subscribe'
export const openDataPath = '/open-data'
/** The list as JSON; with `.csv` as a table. */
export const listPath = '/api/open-data/items'
export const catalogPath = '/open-data/catalog.jsonld'
/** 行政规范性文件登记簿; with `.xlsx` and `.csv` as files. */
export const registerPath = '/normative-documents'
/** 政府公报: the issues; below it each by organ, year and number. */
export const gazettePath = '/gazette'
export const issueAddress = (organCode: string, year: number, number: number): string =>
  `${gazettePath}/${organCode}/${year}/${number}`
