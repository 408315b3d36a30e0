import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'

import {runQuietly} from './process.mjs'
import {Refusal} from './refusal.mjs'

/** Below this Node has no `crypto.argon2`, and does not run TypeScript as it is. */
const OLDEST = [24, 7]

/** The Node that npm's registry packages for these systems, kept inside the project. */
const PACKAGED_VERSION = '24.21.0'
const PACKAGED = {'linux-x64': 'bin/node', 'linux-arm64': 'bin/node', 'win32-x64': 'bin/node.exe'}

/**
 * Path of a Node that can run Octavo: this one where it is new enough, otherwise a packaged one in `.octavo/runtime`.
 *
 * @throws {Refusal} on a system for which no packaged Node exists.
 */
export async function findRuntime(root) {
  if (isNewEnough(process.versions.node)) return process.execPath

  const platform = `${process.platform}-${process.arch}`
  const program = PACKAGED[platform]
  if (!program) throw tooOld('Install Node 24 from nodejs.org')

  const name = `node-${platform.replace('win32', 'win')}`
  const folder = path.join(root, '.octavo', 'runtime')
  const packageFolder = path.join(folder, 'node_modules', name)
  const runtime = path.join(packageFolder, program)
  if (existsSync(runtime) && versionIn(packageFolder) === PACKAGED_VERSION) return runtime

  console.log(`Node ${process.versions.node} is too old here; fetching Node ${PACKAGED_VERSION} for this folder only.`)
  const install = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${name}@${PACKAGED_VERSION}`]
  const {code, output} = await runQuietly('npm', install, {doing: 'Fetching Node'})
  if (code !== 0 || !existsSync(runtime))
    throw tooOld(`Fetching a newer one failed (${lastLine(output)}). Install Node 24`)
  return runtime
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

function versionIn(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version
}

function tooOld(advice) {
  return new Refusal(
    `Octavo needs Node ${OLDEST.join('.')} or newer, and this is Node ${process.versions.node}. ${advice}, then run the command again.`,
  )
}

function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? ''
}
