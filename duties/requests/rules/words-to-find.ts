// What nearly every request says, and what so finds nothing in particular.
const common = new Set(
  '申请 公开 政府 信息 关于 有关 相关 我想 知道 了解 获取 请求 要求 情况 内容 文件 材料 全文 一份 以及 或者 本人 我县 我市'.split(
    ' ',
  ),
)

const cutter = new Intl.Segmenter('zh', { granularity: 'word' })

const breaks = new Set('的和及与或对在了是等各请我'.split(''))

// Signs that the cutter leaves single side by side are a word that it does not know.
const wordsOf = (title: string): string[] => {
  const words: string[] = []
  let single = ''
  const end = () => {
    if ([...single].length > 1) words.push(single)
    single = ''
  }
  for (const { segment, isWordLike } of cutter.segment(title.normalize('NFKC'))) {
    const isSingle = isWordLike && [...segment].length === 1 && !breaks.has(segment)
    if (isSingle) single += segment
    else end()
    if (isWordLike && [...segment].length > 1 && !common.has(segment)) words.push(segment)
  }
  end()
  return [...new Set(words)]
}

const most = 6

/**
 * The words of a title by which to look for what is published, in turns: all of them, then the two longest, where there
 * are more. None for a title that says nothing in particular.
 */
export function wordsToFind(title: string): string[][] {
  const words = wordsOf(title).slice(0, most)
  if (words.length === 0) return []
  const longest = [...words].sort((one, other) => other.length - one.length).slice(0, 2)
  return words.length > 2 ? [words, longest] : [words]
}
