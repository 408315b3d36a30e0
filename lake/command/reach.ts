import {randomBytes} from 'node:crypto'
import {existsSync} from 'node:fs'
import {createServer} from 'node:net'
import {join} from 'node:path'

import {openAccounts, type Accounts} from '../accounts/accounts.ts'
import {runLake} from '../running.ts'
import {FileHeldError, holdDatabase} from '../store/open.ts'
import type {CommandContext} from './command.ts'
import {CommandError} from './commandError.ts'

const TOKEN = /^token-(command-(\d+)-\d+)$/
let tokens = 0

export interface ReachedLake {
  /** `http://127.0.0.1:3334` */
  url: string
  /** An administrator's token, which ends with the work. */
  token: string
}

/**
 * Does some work on the lake: on the one that is running, else on one that is started for it.
 *
 * @throws {CommandError} when a lake has the folder open and does not answer.
 */
export async function withLake<T>(context: CommandContext, work: (lake: ReachedLake) => Promise<T>): Promise<T> {
  const {folder, port} = context.settings
  if (!isHeld(folder)) return withOwnLake(context, work)
  const url = `http://127.0.0.1:${port}`
  return withToken(folder, async (token) => {
    const answer = await fetch(`${url}/v1/users/me`, {headers: {authorization: `Bearer ${token}`}}).catch(() => null)
    if (!answer?.ok)
      throw new CommandError(
        `A lake has ${folder} open and does not answer at port ${port}: set LAKE_PORT to the port where it listens.`,
      )
    return work({url, token})
  })
}

/** Where nothing is, a lake would be made. @throws {CommandError} when there is no content. */
export function needContent({settings: {folder}}: CommandContext): void {
  if (!existsSync(join(folder, 'lake.sqlite'))) throw new CommandError(`There is no content in ${folder}.`)
}

/** Whether a lake has the folder open. */
function isHeld(folder: string): boolean {
  const path = join(folder, 'lake.sqlite')
  if (!existsSync(path)) return false
  try {
    holdDatabase(path)?.close()
    return false
  } catch (error) {
    if (error instanceof FileHeldError) return true
    throw error
  }
}

async function withOwnLake<T>({settings, say}: CommandContext, work: (lake: ReachedLake) => Promise<T>): Promise<T> {
  const port = await freePort()
  const stop = await runLake({...settings, port, webhook: null}, (event) => {
    if (event.event === 'administrator')
      say(`The first account was made: ${event.email}, with the password ${event.password}`)
  })
  try {
    return await withToken(settings.folder, (token) => work({url: `http://127.0.0.1:${port}`, token}))
  } finally {
    await stop()
  }
}

async function withToken<T>(folder: string, work: (token: string) => Promise<T>): Promise<T> {
  const accounts = openAccounts({path: join(folder, 'accounts.sqlite')})
  const token = randomBytes(32).toString('base64url')
  const name = `command-${process.pid}-${++tokens}`
  try {
    removeAbandoned(accounts)
    accounts.setToken({name, role: 'administrator', secret: token})
    return await work(token)
  } finally {
    accounts.removeToken(name)
    accounts.close()
  }
}

/** Of commands that were killed. */
function removeAbandoned(accounts: Accounts): void {
  for (const {id} of accounts.tokens()) {
    const [, name, pid] = TOKEN.exec(id) ?? []
    if (name && !isRunning(Number(pid))) accounts.removeToken(name)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
