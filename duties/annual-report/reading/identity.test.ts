import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read.ts'

const body =
  '\n一、总体情况\n2024年，工作平稳，2023年的问题已经改正，2025年将继续。\n二、主动公开政府信息情况\n'
const whoAndWhen = (title: string) => {
  const { organ, year } = readText(`${title}${body}`)
  return [organ?.name, organ?.inferred, year?.year, year?.inferred]
}

test('organ and year are taken from the title, however the office words it', () => {
  for (const title of [
    '清溪县教育局2024年政府信息公开工作年度报告',
    '清溪县教育局关于2024年度政府信息公开工作情况的报告',
    '2024年清溪县教育局政府信息公开年度报告',
    '清溪县教育局政府信息公开工作2024年度报告',
    '清溪县教育局政府信息公开工作年度报告（2024年度）',
    '清溪县教育局政府信息公开年度报告（2024）',
    '清溪县教育局2024年政府信息公开年报',
    '清溪县教育局二〇二四年政府信息公开工作年度报告',
    '清溪县教育局二○二四年度政府信息公开工作年度报告',
    '清溪县教育局\n2024年度\n政府信息公开工作年度报告',
    '2024年政府信息公开工作年度报告\n清溪县教育局',
    '【年报】清溪县教育局2024年政府信息公开工作年度报告',
    '发布日期：2025-01-15 浏览次数：128\n清溪县教育局2024年政府信息公开工作年度报告',
  ])
    assert.deepEqual(whoAndWhen(title), ['清溪县教育局', false, 2024, false], title)
})
