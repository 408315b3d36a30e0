import {Refusal} from '../bootstrap/refusal.mjs'
import {buildSite} from './build.ts'
import type {Child} from './child.ts'
import {type Administrator, startLake} from './lake.ts'
import {refuseFullDisk, refuseTakenPort} from './refuse.ts'
import {readSecrets, type Secrets} from './secrets.ts'
import {seedOnce} from './seed.ts'
import {readSettings, type Settings} from './settings.ts'
import {startSite} from './site.ts'
import {printAccount, printWelcome} from './welcome.ts'

/** A lake that dies more often than this within a minute is not restarted again. */
const RESTARTS_A_MINUTE = 3

/**
 * Runs lake and site until Ctrl-C, a signal, or a crash that a restart does not mend; then stops both.
 *
 * A lake that crashes is started again while the site goes on serving its pages.
 */
export async function supervise(mode: 'start' | 'dev'): Promise<void> {
  const running: Child[] = []
  let stopping = false
  let account: Administrator | null = null
  const onAdministrator = (created: Administrator) => {
    account = created
  }
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    for (const child of running.toReversed()) await child.stop()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  process.on('disconnect', () => void stop(1))

  try {
    const settings = readSettings()
    await refuseTakenPort(settings.port, 'PORT')
    refuseFullDisk(settings.dataFolder)
    await (settings.hosted ? startHosted(settings) : startEmbedded(settings))
    if (!stopping) printWelcome(settings, account)
  } catch (error) {
    if (account) printAccount(account)
    if (!stopping) console.error(`\n${error instanceof Refusal ? error.message : String(error)}`)
    await stop(1)
  }

  async function startHosted(settings: Settings): Promise<void> {
    if (mode === 'start') await buildSite(settings, null)
    if (!stopping) watchSite(await startSite(settings, null, mode))
  }

  async function startEmbedded(settings: Settings): Promise<void> {
    await refuseTakenPort(settings.lakePort, 'LAKE_PORT')
    const secrets = readSecrets(settings.dataFolder)
    await seedOnce(settings, secrets, onAdministrator)
    await keepLake(settings, secrets)
    if (mode === 'start') await buildSite(settings, secrets)
    if (!stopping) watchSite(await startSite(settings, secrets, mode))
  }

  function watchSite(site: Child) {
    running.push(site)
    void site.ended.then((why) => {
      if (!stopping) console.error(`\nThe site stopped (${why}); stopping the rest.`)
      return stop(1)
    })
  }

  async function keepLake(settings: Settings, secrets: Secrets, crashes: number[] = []): Promise<void> {
    const lake = await startLake(settings, {secrets, onAdministrator})
    running.unshift(lake)
    void lake.ended.then(async (why) => {
      running.splice(running.indexOf(lake), 1)
      if (stopping) return
      const recent = [...crashes.filter((at) => at > Date.now() - 60_000), Date.now()]
      if (recent.length > RESTARTS_A_MINUTE) {
        console.error(
          `\nThe lake keeps stopping (${why}); stopping the site, too. Its log: ${settings.dataFolder}/lake.log`,
        )
        return stop(1)
      }
      console.error(`The lake stopped (${why}); starting it again.`)
      await keepLake(settings, secrets, recent).catch(async (error: unknown) => {
        console.error(error instanceof Error ? error.message : error)
        await stop(1)
      })
    })
  }
}
