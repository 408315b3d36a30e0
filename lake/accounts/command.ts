import {existsSync} from 'node:fs'
import {parseArgs} from 'node:util'

import {LakeError} from '../errors.ts'
import {NewerFileError} from '../store/migrate.ts'
import {AccountError} from './accountError.ts'
import {openAccounts} from './accounts.ts'
import {commands, usageOf} from './commands.ts'

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

const USAGE = `Accounts of this publication's editors, and API tokens.

${Object.entries(commands)
  .map(([name, command]) => `  ${usageOf(name, command)}`)
  .join('\n')}

add and password make a password up and print it, unless you pipe one in:
  pass show octavo | npm run accounts -- password ada@example.org --password-stdin

Another password or role signs a person out everywhere. It all works while the site is running.`

const options = {
  name: {type: 'string'},
  role: {type: 'string'},
  'password-stdin': {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
} as const

/** Runs a command on the accounts file. What a person can put right is a line, not a throw. */
export async function runCommand(args: string[], {path, readPassword}: CommandOptions): Promise<CommandResult> {
  try {
    const {values, positionals} = parse(args)
    const [name, ...names] = positionals
    if (values.help || name === 'help') return {lines: [USAGE], exitCode: 0}
    if (!name) return {lines: [USAGE], exitCode: 1}
    const command = commandOf(name, names)
    if (!existsSync(path) && name !== 'add')
      throw new AccountError(
        `There are no accounts yet: ${path} does not exist. Start the publication once, or add one.`,
      )
    const accounts = openAccounts({path})
    try {
      const {name: called, role} = values
      return {lines: await command.run({accounts, names, name: called, role, readPassword}), exitCode: 0}
    } finally {
      accounts.close()
    }
  } catch (error) {
    if (error instanceof LakeError) return {lines: [error.message], exitCode: 1}
    if (error instanceof NewerFileError)
      return {lines: ['The accounts belong to a newer Octavo: run that one. Nothing has changed.'], exitCode: 1}
    throw error
  }
}

/** @throws {AccountError} for an unknown command, and for more or fewer names than it takes. */
function commandOf(name: string, names: string[]) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new AccountError(`There is no command "${name}".\n\n${USAGE}`)
  const {takes} = command
  if (names.length < takes.length) throw new AccountError(`It takes more: ${usageOf(name, command)}`)
  if (names.length === takes.length) return command
  const tooMuch = names.slice(takes.length).join(' ')
  throw new AccountError(`"${tooMuch}" is too much: put a name with spaces in quotes`)
}

function parse(args: string[]) {
  try {
    return parseArgs({args, options, allowPositionals: true})
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new AccountError(`${message}\n\n${USAGE}`, 400, 'usage', {cause})
  }
}
