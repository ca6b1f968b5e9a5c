// Lets Node load the portal's .tsx files: one way for server, tests and production.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, getCompileCacheDir, registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return next(url, context)
    const sourcefile = fileURLToPath(url)
    const source = kept(readFileSync(sourcefile, 'utf8'), {
      loader: 'tsx',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      target: 'esnext',
      sourcemap: 'inline',
      sourcefile,
    })
    return { format: 'module', shortCircuit: true, source }
  },
})

// Where Node keeps what it compiled (NODE_COMPILE_CACHE), what became of a file is kept beside it.
function kept(text, options) {
  const cache = getCompileCacheDir()
  if (!cache) return transform(text, options)
  const { version } = require('esbuild/package.json')
  const key = createHash('sha256')
    .update(JSON.stringify([version, options, text]))
    .digest('hex')
  const place = join(cache, 'tsx', key)
  try {
    return readFileSync(place, 'utf8')
  } catch {
    const code = transform(text, options)
    mkdirSync(join(cache, 'tsx'), { recursive: true })
    writeFileSync(`${place}.${process.pid}`, code)
    renameSync(`${place}.${process.pid}`, place)
    return code
  }
}

function transform(text, options) {
  return require('esbuild').transformSync(text, options).code
}
