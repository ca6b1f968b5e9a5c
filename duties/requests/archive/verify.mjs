// 核验档案包：node 核验.mjs。需要 Node.js 20 以上，不需要联网，也不需要“公开”系统。
// 一、逐个文件重算 SHA-256，与 SHA256SUMS.txt 比对；二、由 facts.json 重算每条记录的哈希，看前后是否相接。
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..')
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
const wrong = []

const sums = readFileSync(join(folder, 'SHA256SUMS.txt'), 'utf8').trim().split('\n')
for (const line of sums) {
  const [, sum, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
  try {
    if (sha256(readFileSync(join(folder, name))) !== sum) wrong.push(`文件有改动：${name}`)
  } catch {
    wrong.push(`缺少文件：${name ?? line}`)
  }
}

// 对象的键按码位排序，没有空白；数组保持次序。
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

const { facts } = JSON.parse(readFileSync(join(folder, '台账', 'facts.json'), 'utf8'))
let before = ''
for (const [i, f] of facts.entries()) {
  const said = [before, f.organ_id, f.duty, f.case_id, f.seq, f.type, f.happened_on, f.recorded_at]
  const hash = sha256(canonical([...said, f.recorded_by, f.ask_id, f.body]))
  if (f.seq !== i + 1) wrong.push(`第 ${i + 1} 条记录缺失`)
  else if (f.hash_before !== before || f.hash !== hash) wrong.push(`第 ${f.seq} 条记录有改动`)
  before = f.hash
}

for (const each of wrong) console.log(`✖ ${each}`)
const counts = `${sums.length} 个文件，${facts.length} 条记录`
console.log(wrong.length === 0 ? `✔ 核验无误：${counts}` : `核验不符：${wrong.length} 处（共${counts}）`)
process.exitCode = wrong.length === 0 ? 0 : 1
