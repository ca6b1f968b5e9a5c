/** Path of an item on the portal, from the code of its organ and its slug (see rules/index-number.ts). */
export const itemAddress = (organCode: string, slug: string): string =>
  `/items/${organCode}/${encodeURIComponent(slug)}`
