import {runLake, type Event} from './running.ts'
import {readSettings, StartError, type LakeSettings} from './settings.ts'
import {startError} from './startError.ts'

/** One JSON line for each event on standard output; a reason not to start is a sentence on standard error. */
function emit(event: Event): void {
  process.stdout.write(`${JSON.stringify(event)}\n`)
}

async function start(settings: LakeSettings): Promise<void> {
  const stop = await runLake(settings, emit).catch((error: unknown) => {
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

// Drafts, accounts and uploads are nobody else's on this machine.
process.umask(0o077)

try {
  await start(readSettings(process.env))
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
