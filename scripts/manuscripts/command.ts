import {randomUUID} from 'node:crypto'
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {createInterface} from 'node:readline/promises'
import {parseArgs} from 'node:util'

import type {ReferencePlan} from '@/lib/manuscripts/works/referencePlan'
import {Refusal} from '../bootstrap/refusal.mjs'
import {withContentClient} from '../operator/contentClient.ts'
import {readSettings} from '../operator/settings.ts'
import {importArticle} from './importArticle.ts'
import {readManuscript} from './readManuscript.ts'
import {reportLines} from './report.ts'

export const USAGE = `Makes a draft of a manuscript: title, date, byline, pictures, text, notes, references and the author's biography.

  npm run import -- article FILE [--references create|keep|ask] [--dry-run] [--again] [--report FILE.json]

FILE is a .docx, .md, .html or .txt file. --references says what becomes of the list of works at its end: references and
citations as drafts (create, the default), text as it is (keep), or as you answer (ask). --dry-run says what would be
made and makes nothing. --again makes a second article of the same title. --report writes what was understood and what
was not as JSON, too.`

const options = {
  references: {type: 'string', default: 'create'},
  'dry-run': {type: 'boolean', default: false},
  again: {type: 'boolean', default: false},
  report: {type: 'string'},
  help: {type: 'boolean', short: 'h', default: false},
} as const

export interface CommandContext {
  say: (line: string) => void
  /** Where relative paths start. */
  cwd: string
}

/** Runs `npm run import`. @throws {Refusal} with a sentence for whoever runs it; then nothing is written. */
export async function runImportCommand(args: string[], {say, cwd}: CommandContext): Promise<void> {
  const {values, positionals} = parse(args)
  const [what, typed, ...more] = positionals
  if (values.help || what === 'help') return say(USAGE)
  if (what !== 'article' || !typed || more.length > 0) throw new Refusal(USAGE)
  const references = values.references
  if (!['create', 'keep', 'ask'].includes(references))
    throw new Refusal(`--references is "${references}"; it must be create, keep or ask.`)
  if (references === 'ask' && !process.stdin.isTTY)
    throw new Refusal('--references ask needs a terminal to ask in: use create or keep.')

  const createKey = () => randomUUID().replaceAll('-', '').slice(0, 12)
  const manuscript = await readManuscript(path.resolve(cwd, typed), createKey)
  const settings = readSettings()
  const report = await withContentClient(settings, (client) =>
    importArticle(manuscript, {
      client,
      createKey,
      createId: randomUUID,
      again: values.again,
      dryRun: values['dry-run'],
      chooseReferences: (plan) => choose(plan, references),
    }),
  )
  for (const line of reportLines(report, `${settings.siteUrl}/studio`)) say(line)
  if (values.report) writeReport(path.resolve(cwd, values.report), report)
}

async function choose({section, marks}: ReferencePlan, references: string): Promise<boolean> {
  if (references !== 'ask') return references === 'create'
  const terminal = createInterface({input: process.stdin, output: process.stdout})
  for (const {number, line} of section.entries) terminal.write(`${number}. ${line}\n`)
  const question = `Make references of these ${section.entries.length} works, and citations of ${marks.length} marks? [Y/n] `
  const answer = await terminal.question(question)
  terminal.close()
  return !/^\s*n/i.test(answer)
}

function writeReport(file: string, report: unknown): void {
  try {
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
  } catch (cause) {
    throw new Refusal(`The article was imported, but the report cannot be written to ${file}.`, {cause})
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({args, options, allowPositionals: true})
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new Refusal(`${message}\n\n${USAGE}`, {cause})
  }
}
