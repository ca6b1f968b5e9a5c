import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { dueCommand } from './cli.ts'

const asked = async (...args: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const code = await dueCommand(
    args,
    (line) => out.push(line),
    (line) => err.push(line),
  )
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const fileOf = async (content: string): Promise<string> => {
  const file = join(await mkdtemp(join(tmpdir(), 'cases-')), 'cases.json')
  await writeFile(file, content)
  return file
}

const one = { name: '春节前收到', facts: [{ type: 'received', on: '2026-02-13', channel: 'counter' }] }

test('gongkai due says the day, the articles and, for one case, every reason', async () => {
  const { code, out } = await asked(await fileOf(JSON.stringify(one)))
  assert.equal(code, 0)
  assert.deepEqual(out.split('\n'), [
    '案例        结果                                 核对  依据',
    '----------  -----------------------------------  ----  ----------------------------------',
    '春节前收到  应当于2026年3月19日前（含当日）答复        第三十一条第一项、第三十三条第二款',
    '',
    '  申请人于2026年2月13日当面提交申请，当日为收到申请之日。（第三十一条第一项）',
    '  自2026年2月13日的次日起计算20个工作日，至2026年3月19日届满。（第三十三条第二款）',
  ])
})

test('gongkai due --json gives the same as data', async () => {
  const { code, out } = await asked('--json', await fileOf(JSON.stringify({ cases: [one, one] })))
  assert.equal(code, 0)
  const { answers } = JSON.parse(out) as {
    answers: { name: string; kind: string; on: string; provisional: boolean }[]
  }
  assert.deepEqual(
    answers.map(({ name, kind, on, provisional }) => [name, kind, on, provisional]),
    [
      ['春节前收到', 'due', '2026-03-19', false],
      ['春节前收到', 'due', '2026-03-19', false],
    ],
  )
})

test('an answer that is not the one expected is shown, and the command fails', async () => {
  const { code, out } = await asked(await fileOf(JSON.stringify({ ...one, expect: { on: '2026-03-20' } })))
  assert.equal(code, 1)
  assert.match(out, /春节前收到：on 应为 "2026-03-20"，实为 "2026-03-19"/)
})

test('the cases of the house are all answered as expected', async () => {
  const { code, out } = await asked(fileURLToPath(new URL('../../law/cases/deadlines.json', import.meta.url)))
  assert.equal(code, 0)
  assert.equal(out.includes('不符'), false)
})

test('a file that is missing, not JSON or not of the form is refused in Chinese, with its place', async () => {
  assert.deepEqual(await asked('/nowhere/cases.json'), {
    code: 2,
    out: '',
    err: '/nowhere/cases.json：没有这个文件，或者没有读取的权限。',
  })
  const broken = await asked(await fileOf('{'))
  assert.deepEqual([broken.code, /不是合乎格式的 JSON 文件。$/.test(broken.err)], [2, true])
  const wrong = await asked(
    await fileOf(JSON.stringify({ name: '甲', facts: [{ type: 'received', on: '2026-02-30' }] })),
  )
  assert.equal(wrong.code, 2)
  assert.match(wrong.err, /cases\[0\]\.facts\[0\]\.on 应当是存在的日期/)
  assert.equal((await asked()).err, '用法：gongkai due 文件.json [--json]')
})
