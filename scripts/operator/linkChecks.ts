import path from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'

import {type Child, startNode} from './child.ts'
import {openLogFile} from './logFile.ts'
import type {Settings} from './settings.ts'

const MINUTE_MS = 60_000
const FIRST_AFTER_MS = 10 * MINUTE_MS
const EVERY_MS = 24 * 60 * MINUTE_MS
/** Installations that were started together must not ask the same hosts together. */
const JITTER_MS = 20 * MINUTE_MS

interface Schedule {
  start: (onLine: (line: string) => void) => Child
  log: (line: string) => void
  say: (line: string) => void
  /** Rejects when the signal is aborted. */
  wait: (ms: number, signal: AbortSignal) => Promise<unknown>
  random: () => number
}

/** Starts the link checker once a day, first some minutes from now, until `stop`. What becomes of it stops nothing else. */
export function scheduleLinkChecks({start, log, say, wait, random}: Schedule): {stop: () => Promise<void>} {
  const controller = new AbortController()
  let current: Child | null = null

  async function run(): Promise<void> {
    const lines: string[] = []
    const child = start((line) => {
      lines.push(line)
      log(`${new Date().toISOString()} ${line}`)
    })
    current = child
    const why = await child.ended
    current = null
    if (controller.signal.aborted) return
    const last = lines.at(-1) ?? why
    if (why !== 'exit code 0') say(`The link checker stopped (${why}): ${last}`)
    else if (/\b[1-9]\d* newly so/.test(last)) say(`The link checker: ${last}`)
  }

  async function goOn(): Promise<void> {
    for (let pause = FIRST_AFTER_MS; !controller.signal.aborted; pause = EVERY_MS) {
      await wait(pause + random() * JITTER_MS, controller.signal)
      await run()
    }
  }

  void goOn().catch((error: unknown) => {
    if (!controller.signal.aborted) say(`Links are not checked any more: ${String(error)}`)
  })
  return {
    stop: async () => {
      controller.abort()
      await current?.stop()
    },
  }
}

/** The daily check of this installation, or null when `LINK_CHECKS=off`. */
export function startLinkChecks({root, dataFolder}: Settings): {stop: () => Promise<void>} | null {
  if (process.env.LINK_CHECKS === 'off') return null
  return scheduleLinkChecks({
    start: (onLine) => startNode(path.join(root, 'scripts', 'links.ts'), {env: {}, onLine}),
    log: openLogFile(path.join(dataFolder, 'links.log'), {maxBytes: 1_000_000, kept: 1}),
    say: (line) => console.log(line),
    wait: (ms, signal) => wait(ms, undefined, {signal, ref: false}),
    random: Math.random,
  })
}
