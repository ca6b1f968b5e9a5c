const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  hellip: '…',
  middot: '·',
}

const within = /<\/?(?:a|abbr|b|big|cite|code|em|font|i|ins|mark|s|small|span|strong|sub|sup|u)\b[^>]*>/gi

/** The words of cleaned HTML: blocks on lines of their own, references resolved. */
export function textOfHtml(html: string): string {
  return html
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replaceAll(within, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => referred(name) ?? whole)
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
}

function referred(name: string): string | undefined {
  if (!name.startsWith('#')) return named[name.toLowerCase()]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
