// 取回全部公开信息，再按增量保持同步。用法：node example.mjs 平台网址 [上次的 next]
const [site, since] = process.argv.slice(2)
const items = new Map()

async function ask(path) {
  for (;;) {
    const answer = await fetch(new URL(path, site))
    if (answer.ok) return answer.json()
    if (answer.status !== 429) throw new Error(`${answer.status} ${path}`)
    // 访问过快时，平台告知应当等待的秒数。
    await new Promise((go) => setTimeout(go, 1000 * Number(answer.headers.get('retry-after') ?? 10)))
  }
}

let next = since ?? '1970-01-01T00:00:00Z'
for (let isLast = false; !isLast; ) {
  const page = await ask(`/api/open-data/changes?since=${encodeURIComponent(next)}`)
  for (const { change, itemId, item } of page.changes) {
    if (change === 'withdrawn') items.delete(itemId)
    else items.set(itemId, item)
  }
  ;({ next, isLast } = page)
}

const byYear = Object.groupBy(items.values(), (item) => item.publishedAt.slice(0, 4))
for (const year of Object.keys(byYear).sort()) console.log(year, byYear[year].length)
console.log(`共 ${items.size} 条；下次从 ${next} 继续`)
