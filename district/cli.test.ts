import assert from 'node:assert/strict'
import test from 'node:test'
import { plantOptionsOf } from './cli.ts'

test('--scale and --seed are read from among other words', () => {
  assert.deepEqual(plantOptionsOf([]), {})
  assert.deepEqual(plantOptionsOf(['--scale', 'city', '--seed=7']), { scale: 'city', seed: 7 })
})

test('a scale that does not exist and a seed that is no number get a sentence', () => {
  assert.match(String(plantOptionsOf(['--scale', 'village'])), /没有这种规模：village/)
  assert.match(String(plantOptionsOf(['--scale'])), /没有这种规模：/)
  assert.match(String(plantOptionsOf(['--seed', '-1'])), /种子应当是整数/)
})
