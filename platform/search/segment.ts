import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { fold, foldedText, isWord } from './fold.ts'

let jieba: Jieba | undefined

/** The words of a folded text, in their order. */
export function wordsIn(text: string): string[] {
  jieba ??= Jieba.withDict(dict)
  return jieba.cut(text, true).filter((word) => word.trim() !== '')
}

const empty = new Set('的了和与及在对为等之其是有于将把被这那吗呢吧啊么我你您他请问')

/**
 * The runs of units that a document must hold for these units to be in it, each run one word or two that cannot be
 * told apart; words that say nothing are left out where others remain.
 */
export function runsOf(units: readonly string[]): string[][] {
  const words = wordsIn(foldedText({ units, from: [], to: [] })).map((word) => fold(word).units)
  const runs: string[][] = []
  let ahead: string[] = []
  for (const [i, word] of words.entries()) {
    const [first = ''] = word
    if (word.length > 1 || isWord(first)) {
      runs.push([...ahead, ...word])
      ahead = []
    } else if (empty.has(first)) ahead = []
    else if (isWord(words[i - 1]?.at(-1) ?? '')) runs.at(-1)?.push(first)
    else ahead.push(first)
  }
  if (ahead.length > 1 || (ahead.length > 0 && runs.length === 0)) runs.push(ahead)
  return runs.length > 0 ? runs : [[...units]]
}
