import {existsSync} from 'node:fs'
import {parseArgs} from 'node:util'

import {LakeError} from '../errors.ts'
import type {Role} from '../lake.ts'
import {openAccounts, type Accounts} from './accounts.ts'
import {generatePassword} from './password.ts'
import {AccountError} from './accountError.ts'
import {roles, type User} from './users.ts'

export interface CommandOptions {
  /** The accounts file. */
  path: string
  /** The password that was piped in, or null. */
  readPassword: () => Promise<string | null>
}

export interface CommandResult {
  lines: string[]
  exitCode: 0 | 1
}

const USAGE = `Accounts of this publication's editors.

  npm run accounts -- list
  npm run accounts -- add EMAIL [--name "Ada Lovelace"] [--role editor|administrator|viewer]
  npm run accounts -- password EMAIL
  npm run accounts -- remove EMAIL

add and password make a password up and print it, unless you pipe one in:
  pass show octavo | npm run accounts -- password ada@example.org --password-stdin

A new password signs the user out everywhere. It all works while the site is running.`

const options = {
  name: {type: 'string'},
  role: {type: 'string', default: 'editor'},
  'password-stdin': {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
} as const

/** Runs `add`, `list`, `remove` or `password` on the accounts file. What a person can put right is a line, not a throw. */
export async function runCommand(args: string[], {path, readPassword}: CommandOptions): Promise<CommandResult> {
  try {
    const {values, positionals} = parse(args)
    const [command, email, ...rest] = positionals
    if (values.help || command === 'help') return {lines: [USAGE], exitCode: 0}
    if (!command) return {lines: [USAGE], exitCode: 1}
    if (rest.length > 0) throw new AccountError(`"${rest.join(' ')}" is too much: put a name with spaces in quotes`)
    if (!existsSync(path) && command !== 'add')
      throw new AccountError(
        `There are no accounts yet: ${path} does not exist. Start the publication once, or add one.`,
      )
    const accounts = openAccounts({path})
    try {
      return {lines: await act(accounts, {command, email, ...values, readPassword}), exitCode: 0}
    } finally {
      accounts.close()
    }
  } catch (error) {
    if (error instanceof AccountError || error instanceof LakeError) return {lines: [error.message], exitCode: 1}
    throw error
  }
}

interface Action {
  command: string
  email: string | undefined
  name?: string
  role: string
  readPassword: () => Promise<string | null>
}

async function act(accounts: Accounts, {command, email, name, role, readPassword}: Action): Promise<string[]> {
  if (command === 'list') return table(accounts.users())
  if (!['add', 'password', 'remove'].includes(command))
    throw new AccountError(`There is no command "${command}".\n\n${USAGE}`)
  if (!email) throw new AccountError(`Whose? npm run accounts -- ${command} EMAIL`)

  if (command === 'remove') {
    accounts.remove(accounts.userByEmail(email).id)
    return [`Removed ${email}, who is signed out now.`]
  }
  const piped = await readPassword()
  const password = piped ?? generatePassword()
  if (command === 'password') await accounts.setPassword({id: accounts.userByEmail(email).id, password})
  else await accounts.add({email, name: name ?? email.replace(/@.*/, ''), role: parseRole(role), password})
  const done = command === 'password' ? `Changed the password of ${email}.` : `Added ${email} (${role}).`
  return piped === null ? [done, `Password: ${password}`] : [done]
}

function parse(args: string[]) {
  try {
    return parseArgs({args, options, allowPositionals: true})
  } catch (error) {
    throw new AccountError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, 400, 'usage', {cause: error})
  }
}

function parseRole(role: string): Role {
  const known = roles.find((name) => name === role)
  if (!known) throw new AccountError(`"${role}" is not a role: choose ${roles.join(', ')}`)
  return known
}

function table(users: User[]): string[] {
  const width = Math.max(0, ...users.map(({email}) => email.length))
  return users.map(({email, role, name}) => `${email.padEnd(width)}  ${role.padEnd(13)}  ${name}`)
}
