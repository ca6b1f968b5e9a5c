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
/** The register as JSON; with `.csv` as a table. */
export const documentListPath = '/api/open-data/normative-documents'
/** 基层政务公开标准目录: the fields; below it each by organ and field. */
export const standardsPath = '/standards'
export const standardAddress = (organCode: string, field: string): string =>
  `${standardsPath}/${organCode}/${field}`
/** One entry below its field's address; `code` is field and number, 17-004. */
export const entryAddress = (organCode: string, code: string): string =>
  `${standardsPath}/${organCode}/${code.replace('-', '/')}`
/** 政府公报: the issues; below it each by organ, year and number. */
export const gazettePath = '/gazette'
export const issueAddress = (organCode: string, year: number, number: number): string =>
  `${gazettePath}/${organCode}/${year}/${number}`
/** 重大行政决策: the catalogue; below it each by organ and id. Its feed holds what is open for opinions. */
export const decisionsPath = '/decisions'
export const decisionFeedPath = '/feeds/decisions.atom'
/** All of it as JSON; with `.csv` as a table. */
export const decisionListPath = '/api/open-data/decisions'
export const decisionAddress = (decision: { organCode: string; decisionId: string }): string =>
  `${decisionsPath}/${decision.organCode}/${decision.decisionId}`
