import {type ChildProcess, spawn} from 'node:child_process'
import {createInterface} from 'node:readline'

const KILL_AFTER_MS = 10_000
const DRAIN_WITHIN_MS = 500

export interface Child {
  /** Resolves when the process has ended, for whatever reason: `exit code 1`, `signal SIGKILL`. */
  ended: Promise<string>
  /** Asks it to end, insists after ten seconds, and resolves when it is gone. */
  stop: () => Promise<void>
}

interface Options {
  args?: string[]
  env: Record<string, string>
  onLine: (line: string) => void
  /** For what it writes to its standard error. Default: `onLine`. */
  onErrorLine?: (line: string) => void
}

/**
 * Starts a Node program that ends when this process ends, even by `kill -9`.
 *
 * It leads a process group of its own, so that Ctrl-C reaches this process alone and the order of stopping is ours.
 */
export function startNode(file: string, {args = [], env, onLine, onErrorLine = onLine}: Options): Child {
  const preload = new URL('exitWithParent.mjs', import.meta.url).href
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', preload, file, ...args], {
    env: {...process.env, ...env, OCTAVO_SUPERVISOR: String(process.pid)},
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  if (child.stdout) createInterface({input: child.stdout}).on('line', onLine)
  if (child.stderr) createInterface({input: child.stderr}).on('line', onErrorLine)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => {
      const why = signal ? `signal ${signal}` : `exit code ${code}`
      // Its last lines are still in the pipe, unless a grandchild holds the pipe open.
      child.once('close', () => resolve(why))
      setTimeout(resolve, DRAIN_WITHIN_MS, why).unref()
    })
  })
  return {ended, stop: () => stop(child, ended)}
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
  const insist = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS)
  await ended
  clearTimeout(insist)
}
