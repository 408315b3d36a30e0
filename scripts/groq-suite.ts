import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'

import {GROQ_SUITE} from './testing/groqSuite.ts'

if (!existsSync(`${GROQ_SUITE}/suite.ndjson.gz`)) {
  console.error(`There is no suite.ndjson.gz in ${GROQ_SUITE}.
Build suite.ndjson with github.com/sanity-io/groq-test-suite, compress it with gzip, and name its folder in GROQ_SUITE.`)
  process.exit(1)
}
// `--accept` writes the list of known failures anew.
const isAccepted = process.argv.includes('--accept')
const env = {...process.env, GROQ_SUITE, ...(isAccepted ? {GROQ_SUITE_ACCEPT: '1'} : {})}
const {status} = spawnSync('vitest', ['run', 'lake/conformance'], {
  stdio: 'inherit',
  env,
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
