const longest = 120

/**
 * A file's name as we keep it: the last part of a path, in NFC, without control characters and without
 * the marks that turn the direction of writing (they make `附件exe.pdf` of another ending); at most 120
 * characters, the ending kept; 未命名 where nothing is left.
 */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = last
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return shorten(name) || '未命名'
}

/** The ending of a name, small letters, without the dot; '' where there is none. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= longest) return name
  const ending = endingOf(name) === '' ? '' : `.${name.split('.').at(-1)}`
  return `${characters.slice(0, longest - ending.length).join('')}${ending}`
}
