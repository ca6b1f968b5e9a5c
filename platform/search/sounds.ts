import { pinyin } from 'pinyin-pro'

/** How a word sounds: its syllables without tones, joined, and their first letters. */
export interface Sound {
  readonly pinyin: string
  readonly initials: string
}

/** The sound of Chinese words; letters and figures among them stay as they are. */
export function soundOf(word: string): Sound {
  const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
  const plain = syllables.map((each) => each.toLowerCase().replaceAll(/[^a-z\d]/g, ''))
  return { pinyin: plain.join(''), initials: plain.map((each) => each.slice(0, 1)).join('') }
}
