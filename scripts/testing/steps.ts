import {spawn} from 'node:child_process'
import {mkdirSync, readFileSync, rmSync} from 'node:fs'
import path from 'node:path'

import {z} from 'zod'

export interface Tally {
  passed: number
  failed: number
}

/** A program that passes or fails as one: exit code 0 is one passed. Its output is shown. */
export async function check(title: string, command: string[], env: Record<string, string> = {}): Promise<Tally> {
  console.log(`\n── ${title}`)
  return (await run(command, env)) === 0 ? {passed: 1, failed: 0} : {passed: 0, failed: 1}
}

const vitestReport = z
  .object({numPassedTests: z.number(), numFailedTests: z.number(), numFailedTestSuites: z.number()})
  .transform((report) => ({
    passed: report.numPassedTests,
    // A file that cannot be loaded has no test that could fail.
    failed: Math.max(report.numFailedTests, report.numFailedTestSuites && 1),
  }))

/** Every unit test. */
export function unitTests(root: string): Promise<Tally> {
  const report = reportFile(root, 'vitest.json')
  const command = ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  return counted('Unit tests', {command, env: {}, report, schema: vitestReport})
}

const playwrightReport = z
  .object({stats: z.object({expected: z.number(), unexpected: z.number(), flaky: z.number()})})
  .transform(({stats}) => ({passed: stats.expected + stats.flaky, failed: stats.unexpected}))

/** The browser tests, against a publication that runs already. `filters` are file names. */
export function browserTests(root: string, env: Record<string, string>, filters: string[]): Promise<Tally> {
  const report = reportFile(root, 'playwright.json')
  const command = ['playwright', 'test', '--config', 'e2e', ...filters]
  return counted('Browser tests', {
    command,
    env: {...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report},
    report,
    schema: playwrightReport,
  })
}

interface CountedStep {
  command: string[]
  env: Record<string, string>
  report: string
  schema: z.ZodType<Tally>
}

async function counted(title: string, {command, env, report, schema}: CountedStep): Promise<Tally> {
  console.log(`\n── ${title}`)
  const code = await run(command, env)
  const {passed, failed} = readTally(report, schema)
  return {passed, failed: code === 0 ? failed : Math.max(failed, 1)}
}

function readTally(report: string, schema: z.ZodType<Tally>): Tally {
  try {
    return schema.parse(JSON.parse(readFileSync(report, 'utf8')))
  } catch (error) {
    console.error(`No report at ${report}: ${String(error)}`)
    return {passed: 0, failed: 1}
  }
}

function reportFile(root: string, name: string): string {
  const folder = path.join(root, '.octavo', 'reports')
  mkdirSync(folder, {recursive: true})
  rmSync(path.join(folder, name), {force: true})
  return path.join(folder, name)
}

function run([program = '', ...args]: string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {...process.env, ...env},
      shell: process.platform === 'win32',
    })
    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`)
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
