import {setTimeout as wait} from 'node:timers/promises'
import {parseArgs} from 'node:util'

import {Refusal} from '../bootstrap/refusal.mjs'
import {withContentClient} from '../operator/contentClient.ts'
import {readSettings} from '../operator/settings.ts'
import {runLinkChecks} from './runLinkChecks.ts'

const DEFAULT_LIMIT = 500

export const USAGE = `Checks the addresses of references, and keeps what it finds beside them.

  npm run links -- [--limit 500] [--all] [--dry-run]

An address is checked once a week, and again after two days when it failed; two failures make it dead. --all checks
addresses that are not due, too. --dry-run says what it finds and keeps nothing. It may be stopped at any time, and goes
on where it was.`

const options = {
  limit: {type: 'string'},
  all: {type: 'boolean'},
  'dry-run': {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
} as const

/** Runs `npm run links`. @throws {Refusal} with a sentence for whoever runs it. */
export async function runLinksCommand(args: string[], say: (line: string) => void): Promise<void> {
  const values = parse(args)
  if (values.help) return say(USAGE)
  const limit = Number(values.limit ?? DEFAULT_LIMIT)
  if (!Number.isInteger(limit) || limit < 1)
    throw new Refusal(`--limit is "${values.limit}"; it must be a number such as 500.`)

  const settings = readSettings()
  await withContentClient(settings, (client) =>
    runLinkChecks({
      client,
      siteUrl: settings.siteUrl,
      limit,
      all: values.all === true,
      dryRun: values['dry-run'] === true,
      clock: {now: Date.now, wait: (ms) => wait(ms)},
      signal: stopSignal(),
      say,
    }),
  )
}

/** Asked to stop, it gives up what it is asking and takes its token back. A terminal's Ctrl-C may come twice. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort())
  return controller.signal
}

function parse(args: string[]) {
  try {
    return parseArgs({args, options, allowPositionals: false}).values
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new Refusal(`${message}\n\n${USAGE}`, {cause})
  }
}
