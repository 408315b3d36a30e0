import {watch} from 'node:fs'
import path from 'node:path'

import {Refusal} from '../bootstrap/refusal.mjs'
import {buildSite} from './build.ts'
import {keepRunning} from './keepRunning.ts'
import {type Administrator, startLake} from './lake.ts'
import {startLinkChecks} from './linkChecks.ts'
import {refuseFullDisk, refuseTakenPort} from './refuse.ts'
import {readSecrets, type Secrets} from './secrets.ts'
import {seedOnce} from './seed.ts'
import {readSettings, type Settings} from './settings.ts'
import {startSite} from './site.ts'
import {printAccount, printWelcome} from './welcome.ts'

/**
 * Runs lake and site until Ctrl-C, a signal, or a crash that a restart does not mend; then stops both.
 *
 * A lake that crashes is started again while the site goes on serving its pages.
 */
export async function supervise(mode: 'start' | 'dev'): Promise<void> {
  const stoppers: (() => Promise<void>)[] = []
  let isStopping = false
  let account: Administrator | null = null
  const onAdministrator = (created: Administrator) => {
    account = created
  }
  const stop = async (code: number, reason?: string) => {
    if (isStopping) return
    isStopping = true
    if (reason) console.error(`\n${reason}`)
    for (const stopChild of stoppers.toReversed()) await stopChild()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  process.on('disconnect', () => void stop(1))

  try {
    const settings = readSettings()
    await refuseTakenPort(settings.port, 'PORT')
    refuseFullDisk(settings.dataFolder)
    const secrets = settings.hosted ? null : await startStore(settings)
    if (mode === 'start') await buildSite(settings, secrets)
    if (!isStopping) await serveSite(settings, secrets)
    if (!isStopping) printWelcome(settings, account)
    const checks = mode === 'start' && !settings.hosted && !isStopping ? startLinkChecks(settings) : null
    if (checks) stoppers.push(checks.stop)
  } catch (error) {
    if (account) printAccount(account)
    await stop(1, error instanceof Refusal ? error.message : String(error))
  }

  async function startStore(settings: Settings): Promise<Secrets> {
    await refuseTakenPort(settings.lakePort, 'LAKE_PORT')
    const secrets = readSecrets(settings.dataFolder)
    await seedOnce(settings, secrets, onAdministrator)
    const lake = await keepRunning({
      start: () => startLake(settings, {secrets, onAdministrator}),
      onCrash: (why) => console.error(`The lake stopped (${why}); starting it again.`),
      onGivenUp: (why) => {
        if (mode === 'dev') console.error(`The lake stays down until its code changes (${why}).`)
        else void stop(1, `The lake stays down (${why}). Its log: ${settings.dataFolder}/lake.log`)
      },
    })
    stoppers.push(lake.stop)
    if (mode === 'dev') whenChanged(path.join(settings.root, 'lake'), lake.restart)
    return secrets
  }

  async function serveSite(settings: Settings, secrets: Secrets | null): Promise<void> {
    const site = await startSite(settings, secrets, mode)
    stoppers.push(site.stop)
    void site.ended.then((why) => stop(1, `The site stopped (${why}); stopping the rest.`))
  }
}

/** Calls `react` once for the many events that saving a file causes. */
function whenChanged(folder: string, react: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined
  watch(folder, {recursive: true}, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void react(), 200)
  })
}
