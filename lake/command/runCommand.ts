import {relative} from 'node:path'
import {parseArgs} from 'node:util'

import {LakeError} from '../errors.ts'
import {StartError, type LakeSettings} from '../settings.ts'
import {startError} from '../startError.ts'
import {backupCommand} from './backup.ts'
import type {Command, CommandContext} from './command.ts'
import {CommandError} from './commandError.ts'
import {exportCommand} from './export.ts'
import {importCommand} from './import.ts'
import {restoreCommand} from './restore.ts'
import {verifyCommand} from './verify.ts'
import {webhooksCommand} from './webhooks.ts'

/** Every command on the content, by name. */
const commands: Record<string, Command> = {
  backup: backupCommand,
  restore: restoreCommand,
  verify: verifyCommand,
  export: exportCommand,
  import: importCommand,
  webhooks: webhooksCommand,
}

/**
 * Runs `npm run lake -- NAME …`. What a person can put right is a line, not a throw.
 *
 * @returns the exit code.
 */
export async function runCommand([name, ...args]: string[], context: CommandContext): Promise<0 | 1> {
  try {
    if (!name || name === 'help' || name === '--help' || name === '-h') {
      usage().forEach(context.say)
      return name ? 0 : 1
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new CommandError(`There is no command "${name}".\n\n${usage().join('\n')}`)
    await command.run(parse(name, command, args), context)
    return 0
  } catch (error) {
    context.say(sentence(error, context.settings))
    return 1
  }
}

function usage(): string[] {
  const lines = Object.entries(commands).flatMap(([name, {usage, does}]) => [
    '',
    `  npm run lake -- ${name} ${usage}`,
    `      ${does}`,
  ])
  return ["The publication's content.", ...lines]
}

function parse(name: string, {options = {}, usage, maxWords}: Command, args: string[]) {
  try {
    const {values, positionals} = parseArgs({args, options, allowPositionals: true})
    if (positionals.length > maxWords) throw new Error(`"${positionals.slice(maxWords).join(' ')}" is too much`)
    const given: Record<string, string | boolean | undefined> = {}
    for (const [key, value] of Object.entries(values)) if (!Array.isArray(value)) given[key] = value
    return {words: positionals, options: given}
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CommandError(`${reason}: npm run lake -- ${name} ${usage}`, {cause})
  }
}

function sentence(error: unknown, settings: LakeSettings): string {
  const elsewhere = unreachable(error, settings)
  if (elsewhere) return elsewhere
  const known = startError(error, settings)
  const isPlain = known instanceof StartError || known instanceof CommandError || known instanceof LakeError
  if (isPlain) return known.message
  throw error
}

/** What is wrong with a place outside the data folder, such as where a backup is to be. */
function unreachable(error: unknown, {folder}: LakeSettings): string | null {
  if (!(error instanceof Error && 'code' in error && 'path' in error) || typeof error.path !== 'string') return null
  const isInside = !relative(folder, error.path).startsWith('..')
  return isInside || error.code === 'ENOSPC' ? null : `${error.path} cannot be read or written (${String(error.code)}).`
}
