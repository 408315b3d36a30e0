import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

import {configDefaults, defineConfig} from 'vitest/config'

import {GROQ_SUITE} from './scripts/testing/groqSuite.ts'

const hasGroqSuite = existsSync(GROQ_SUITE)
if (!hasGroqSuite) console.warn(`Without the GROQ conformance suite, which is not at ${GROQ_SUITE}`)

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
    exclude: [...configDefaults.exclude, ...(hasGroqSuite ? [] : ['lake/conformance/**'])],
    env: {GROQ_SUITE},
    environment: 'node',
    testTimeout: 30_000,
    typecheck: {enabled: false},
  },
})
