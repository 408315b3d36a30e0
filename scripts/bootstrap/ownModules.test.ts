import {execFileSync} from 'node:child_process'
import path from 'node:path'

import {expect, test} from 'vitest'

const root = path.resolve(import.meta.dirname, '..', '..')

test('finds our modules by the names that the site’s compiler knows', () => {
  const program = [
    "import {doiUrl} from '@/lib/identifiers/doi'",
    "import {isWebUrl} from '@/lib/links/isWebUrl'",
    "console.log(doiUrl('10.5555/12345678'), isWebUrl('https://example.org'))",
  ].join('\n')
  expect(run(program)).toBe('https://doi.org/10.5555/12345678 true')
})

test('leaves a module that is not there to Node, which names it', () => {
  expect(() => run("import '@/lib/identifiers/nothing'")).toThrow("Cannot find package '@/lib'")
})

function run(program: string): string {
  const args = ['--disable-warning=ExperimentalWarning', '--import', './scripts/bootstrap/ownModules.mjs']
  return execFileSync(process.execPath, [...args, '--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim()
}
