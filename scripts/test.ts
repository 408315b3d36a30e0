import path from 'node:path'

import {Refusal} from './bootstrap/refusal.mjs'
import {findBrowser} from './testing/browser.ts'
import {startPublication} from './testing/publication.ts'
import {browserTests, check, type Tally, unitTests} from './testing/steps.ts'

const root = path.resolve(import.meta.dirname, '..')
const [only, ...filters] = process.argv.slice(2)

const tallies: Tally[] = []
try {
  if (only !== 'e2e') {
    tallies.push(
      await check('Types', ['npm', 'run', '--silent', 'typecheck']),
      await check('Lint', ['npm', 'run', '--silent', 'lint']),
      await check('Generated types are those of the schema', ['node', 'scripts/testing/typegenIsCurrent.ts']),
      await unitTests(root),
    )
  }
  tallies.push(await inBrowser())
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error)
  tallies.push({passed: 0, failed: 1})
}

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

async function inBrowser(): Promise<Tally> {
  const browser = findBrowser()
  console.log('\n── A publication to test')
  const publication = await startPublication(root)
  try {
    return await browserTests(root, {...publication.env, CHROME_PATH: browser}, filters)
  } finally {
    await publication.stop()
  }
}
