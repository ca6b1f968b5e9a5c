import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultSettings } from './settings.ts'
import { clockWords, otherWords } from './settings-words.ts'

test('every setting is told with its ground and article, and its default is one of its answers', () => {
  const set = { ...defaultSettings.clock, ...defaultSettings }
  for (const [name, words] of Object.entries({ ...clockWords, ...otherWords })) {
    const value = new Map(Object.entries(set)).get(name)
    assert.ok(words.ground.endsWith('。') && words.cites.length > 0, name)
    if ('choices' in words)
      assert.ok(
        words.choices.some((choice) => choice.value === value),
        name,
      )
    else if ('written' in words)
      assert.ok(String(value).length >= words.least && String(value).length <= words.most)
    else assert.ok(Number(value) >= words.least && Number(value) <= words.most, name)
  }
})
