#!/usr/bin/env node
// The command line: `gongkai due FILE`, `gongkai read FILE…`, `gongkai ledger verify` …
process.argv.splice(2, 0, 'cli')
await import('./bootstrap.mjs')
