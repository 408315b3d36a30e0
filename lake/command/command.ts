import {resolve} from 'node:path'
import type {ParseArgsConfig} from 'node:util'

import type {LakeSettings} from '../settings.ts'

export interface CommandContext {
  settings: LakeSettings
  /** A finished line, for who reads the output. */
  say(line: string): void
  /** How far a step has come; the next call may take its place on the screen. */
  progress(line: string): void
  /** Where relative paths start. */
  cwd: string
  /** Called when other content is in the place of what was there. */
  afterRestore?(): void
  /** Called when documents have been taken in. */
  afterImport?(): void
}

export interface Command {
  /** What follows the command's name. */
  usage: string
  does: string
  options?: ParseArgsConfig['options']
  /** How many words may follow beside options. */
  maxWords: number
  /** @throws {CommandError} */
  run(
    given: {words: string[]; options: Readonly<Record<string, string | boolean | undefined>>},
    context: CommandContext,
  ): Promise<void>
}

/** The absolute path of what was typed. */
export function pathOf(typed: string, {cwd}: CommandContext): string {
  return resolve(cwd, typed)
}
