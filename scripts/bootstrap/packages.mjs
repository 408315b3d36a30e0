import {createHash} from 'node:crypto'
import {existsSync, readFileSync, statfsSync, writeFileSync} from 'node:fs'
import path from 'node:path'

import {runQuietly} from './process.mjs'
import {Refusal} from './refusal.mjs'

const NEEDED_BYTES = 2.5e9

/**
 * Makes `node_modules` what the lockfile says, by `npm ci`, when it is missing or from another lockfile.
 *
 * @throws {Refusal} when the disk is too full, or npm fails; its last lines are shown.
 */
export async function installPackages(root, runtime) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const marker = path.join(root, 'node_modules', '.octavo-lock')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return

  refuseFullDisk(root)
  console.log('Installing packages (a minute or three, this once).')
  const PATH = [path.dirname(runtime), process.env.PATH].join(path.delimiter)
  const {code, output} = await runQuietly('npm', ['ci', '--no-audit', '--no-fund'], {
    doing: 'Installing packages',
    env: {...process.env, PATH, NODE_ENV: 'development'},
  })
  if (code !== 0) throw installFailed(output)
  writeFileSync(marker, lock)
}

function refuseFullDisk(root) {
  const {bavail, bsize} = statfsSync(root)
  if (bavail * bsize >= NEEDED_BYTES) return
  const freeGb = ((bavail * bsize) / 1e9).toFixed(1)
  throw new Refusal(
    `Octavo needs about 2.5 GB of disk to install, and ${freeGb} GB are free. Make room, then run the command again.`,
  )
}

function installFailed(output) {
  if (output.includes('ENOSPC')) return new Refusal('The disk is full. Make room, then run the command again.')
  const tail = output.trim().split('\n').slice(-12).join('\n')
  return new Refusal(
    `${tail}\n\nnpm ci failed; its last lines are above. Check the network and npm's registry setting, then run the command again.`,
  )
}
