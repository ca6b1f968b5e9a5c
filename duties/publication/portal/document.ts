/**
 * The HTML of a document as a page sets it: a table wider than the page scrolls by itself, with the keyboard too; who
 * signed and when stand at the right, at the end or before what is printed with the document (GB/T 9704).
 */
export const asDocument = (html: string): string =>
  html
    .replace(
      /<p>([^<]{2,40})<\/p>\s*<p>(\d{4}年\d{1,2}月\d{1,2}日)<\/p>(?=\s*(?:$|<h[1-6]))/g,
      '<p class="signed">$1</p><p class="signed">$2</p>',
    )
    .replace(
      /<table(?=[\s>])/g,
      '<div class="wide-table" role="region" aria-label="表格" tabindex="0"><table',
    )
    .replaceAll('</table>', '</table></div>')
