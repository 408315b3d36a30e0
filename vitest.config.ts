import {fileURLToPath} from 'node:url'

import {defineConfig} from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, ''),
      // What Next puts in its place on the server; the package itself throws everywhere else.
      'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)),
    },
  },
  test: {
    include: ['{app,components,lake,lib,press,sanity,scripts,seed}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 30_000,
    typecheck: {enabled: false},
  },
})
