import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The console: built to static files by apps/console/build.ts, served at /console/. The server puts its nonce for CSP_NONCE. */
export default defineConfig({
  root: fileURLToPath(new URL('apps/console', import.meta.url)),
  base: '/console/',
  plugins: [react()],
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    target: ['chrome90', 'edge90', 'firefox90', 'safari15'],
    chunkSizeWarningLimit: 1200,
  },
})
