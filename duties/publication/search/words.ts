import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { fold, foldedText } from '#platform/search/fold.ts'
import { wordsIn } from '#platform/search/segment.ts'
import { type Sound, soundOf } from '#platform/search/sounds.ts'
import type { KnownWord } from '#platform/search/vocabulary.ts'
import './tables.ts'

type Db = Kysely<Database>

/** The newest titles that words are taken from, and the most words kept. */
const mostTitles = 50_000
const mostWords = 20_000
const inAPart = 1000
/** A word that fewer titles use is not suggested: it might tell of a single person. */
const fewestUses = 2
const common = new Set(
  '关于 有关 进行 以及 我县 我市 本级 第一 第二 第三 召开 扎实 开展 印发 组织 举行 深入 切实 加强 做好 推进 通知 公告 情况 第一季度 第二季度 第三季度 第四季度'.split(
    ' ',
  ),
)

/** The words of a title that are worth suggesting: its words, and two that stand side by side. */
function wordsOfTitle(title: string): string[] {
  const words = wordsIn(foldedText(fold(title)))
  const kept = new Set<string>()
  for (const [i, word] of words.entries()) {
    const next = words[i + 1] ?? ''
    if (isTelling(word)) kept.add(word)
    if (isTelling(word) && isTelling(next) && word.length + next.length <= 8) kept.add(word + next)
  }
  return [...kept]
}

const isTelling = (word: string): boolean => /^\p{Script=Han}{2,8}$/u.test(word) && !common.has(word)

/** Counts the words of what is published and keeps the most used, for suggestions and near misses. Gives their number. */
export async function gatherWords(tx: Db, organId: string): Promise<number> {
  const uses = new Map<string, number>()
  for await (const titles of newestTitles(tx))
    for (const title of titles)
      for (const word of wordsOfTitle(title)) uses.set(word, (uses.get(word) ?? 0) + 1)
  const words = [...uses]
    .filter(([, count]) => count >= fewestUses)
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostWords)
  const known = await soundsOf(tx, organId)
  const rows = words.map(([word, count]) => {
    const { pinyin, initials } = known.get(word) ?? soundOf(word)
    return { organ_id: organId, word, pinyin, initials, uses: count }
  })
  await tx.deleteFrom('search_word').where('organ_id', '=', organId).execute()
  for (let i = 0; i < rows.length; i += inAPart)
    await tx
      .insertInto('search_word')
      .values(rows.slice(i, i + inAPart))
      .execute()
  return rows.length
}

// A part at a time, and a breath between: others are served meanwhile.
async function* newestTitles(tx: Db): AsyncGenerator<string[]> {
  let after: { at: string; itemId: string } | undefined
  for (let done = 0; done < mostTitles; done += inAPart) {
    const { rows } = await sql<{ title: string; at: string; itemId: string }>`
      SELECT title, published_at AS at, item_id AS "itemId" FROM item_row
      WHERE status = 'published' AND published_at IS NOT NULL
        ${after ? sql`AND (published_at, item_id) < (${after.at}::timestamptz, ${after.itemId}::uuid)` : sql``}
      ORDER BY published_at DESC, item_id DESC LIMIT ${sql.lit(inAPart)}`.execute(tx)
    if (rows.length === 0) return
    yield rows.map(({ title }) => title)
    after = rows.at(-1)
    await new Promise((go) => setImmediate(go))
  }
}

async function soundsOf(tx: Db, organId: string): Promise<Map<string, Sound>> {
  const rows = await knownWords(tx, organId)
  return new Map(rows.map((row) => [row.word, row]))
}

/** The words that were gathered, the most used first. */
export async function knownWords(db: Db, organId: string): Promise<KnownWord[]> {
  return db
    .selectFrom('search_word')
    .select(['word', 'pinyin', 'initials', 'uses'])
    .where('organ_id', '=', organId)
    .orderBy('uses', 'desc')
    .execute()
}
