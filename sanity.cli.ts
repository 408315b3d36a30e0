import {fileURLToPath} from 'node:url'

import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  api: {
    projectId: process.env.NEXT_PUBLIC_SANITY_PROJECT_ID || 'octavo',
    dataset: process.env.NEXT_PUBLIC_SANITY_DATASET || 'production',
  },
  schemaExtraction: {path: '.octavo/schema.json'},
  typegen: {
    path: './sanity/queries/**/*.ts',
    schema: '.octavo/schema.json',
    generates: 'sanity/types.ts',
    overloadClientMethods: false,
  },
  vite: {resolve: {alias: {'@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')}}},
})
