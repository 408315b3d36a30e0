import {format} from 'node:util'

import {createLog, type Log} from './log.ts'
import {runLake, type Event} from './running.ts'
import {readSettings, StartError, type LakeSettings} from './settings.ts'
import {startError} from './startError.ts'

/** One JSON line for each event on standard output; a reason not to start is a sentence on standard error. */
function write(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** The administrator's line alone has a secret in it: whoever starts the lake shows it once and does not keep it. */
function emitTo(log: Log): (event: Event) => void {
  return ({event, ...fields}) => {
    if (event === 'administrator') write(JSON.stringify({event, ...fields}))
    else log.info(event, fields)
  }
}

async function start(settings: LakeSettings): Promise<void> {
  const log = createLog({level: settings.logLevel, write})
  // Whoever starts the lake waits for these, however little is logged.
  const emit = emitTo(createLog({level: 'info', write}))
  // What our code and the libraries say there is of use in the same form, with the request it belongs to.
  console.error = (...said: unknown[]) =>
    log.error('fault', {message: format(...said.map(nameOf)), error: said.find(isError)})
  console.warn = (...said: unknown[]) => log.warn('notice', {message: format(...said.map(nameOf))})
  process.on('uncaughtExceptionMonitor', (error) => log.error('crash', {message: 'The lake cannot go on', error}))
  const stop = await runLake(settings, emit, log).catch((error: unknown) => {
    throw startError(error, settings)
  })
  let isStopping = false
  const stopOnce = async (reason: string) => {
    if (isStopping) return
    isStopping = true
    await stop()
    emit({event: 'stopped', message: reason})
    process.exit(0)
  }
  process.on('SIGTERM', () => void stopOnce('asked to'))
  process.on('SIGINT', () => void stopOnce('interrupted'))
  process.on('disconnect', () => void stopOnce('the supervisor is gone'))

  const {port, projectId, dataset} = settings
  emit({event: 'listening', pid: process.pid, port, url: `http://127.0.0.1:${port}`, projectId, dataset})
}

function isError(value: unknown): value is Error {
  return value instanceof Error
}

function nameOf(value: unknown): unknown {
  return value instanceof Error ? value.message : value
}

// Drafts, accounts and uploads are nobody else's on this machine.
process.umask(0o077)

try {
  await start(readSettings(process.env))
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
