import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import path from 'node:path'

/** Generates the types of schema and queries anew and fails when the committed ones differ. */
const root = path.resolve(import.meta.dirname, '..', '..')
const file = path.join(root, 'sanity/types.ts')

const committed = readFileSync(file, 'utf8')
execFileSync('npm', ['run', '--silent', 'typegen'], {cwd: root, stdio: 'inherit'})
if (readFileSync(file, 'utf8') !== committed) {
  console.error('sanity/types.ts was not what the schema and the queries say. It has been written anew; commit it.')
  process.exitCode = 1
}
