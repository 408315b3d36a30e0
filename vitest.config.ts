import {fileURLToPath} from 'node:url'

import {defineConfig} from 'vitest/config'

export default defineConfig({
  resolve: {alias: {'@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')}},
  test: {
    include: ['{app,components,lake,lib,sanity,scripts,seed}/**/*.test.{ts,tsx}'],
    environment: 'node',
    typecheck: {enabled: false},
  },
})
