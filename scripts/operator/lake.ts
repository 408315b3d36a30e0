import path from 'node:path'

import {z} from 'zod'

import {Refusal} from '../bootstrap/refusal.mjs'
import {type Child, startNode} from './child.ts'
import {createLakeNews} from './lakeNews.ts'
import {openLogFile} from './logFile.ts'
import {parseJson} from './parseJson.ts'
import type {Secrets} from './secrets.ts'
import type {Settings} from './settings.ts'

const administrator = z.object({event: z.literal('administrator'), email: z.string(), password: z.string()})
const listening = z.object({event: z.literal('listening')})

export interface Administrator {
  email: string
  password: string
}

interface LakeOptions {
  secrets: Secrets
  /** A token that may write, for the seeder; none by default. */
  writeToken?: string
  /** False while seeding: no page exists yet that a published change could make stale. */
  webhook?: boolean
  /** Called at the very first start, with the account that the lake made. */
  onAdministrator: (account: Administrator) => void
}

/**
 * Starts the lake and resolves when it listens. What it logs goes to `lake.log` in the data folder; what a
 * person needs to know of it is said, too.
 *
 * @throws {Refusal} with the lake's own last words when it ends instead.
 */
export function startLake(
  settings: Settings,
  {secrets, writeToken, webhook = true, onAdministrator}: LakeOptions,
): Promise<Child> {
  return new Promise((resolve, reject) => {
    const log = openLogFile(path.join(settings.dataFolder, 'lake.log'))
    const news = createLakeNews()
    const lastLines: string[] = []

    const child = startNode(path.join(settings.root, 'lake', 'serve.ts'), {
      env: lakeEnvironment(settings, {secrets, writeToken, webhook}),
      onLine: (line) => {
        const event = parseJson(line)
        const created = administrator.safeParse(event)
        // The password must not reach the log.
        if (created.success) return onAdministrator(created.data)
        lastLines.splice(0, lastLines.length - 9)
        lastLines.push(line)
        log(line)
        const said = news(event)
        if (said) console.error(said)
        if (listening.safeParse(event).success) resolve(child)
      },
    })
    void child.ended.then((why) => reject(new Refusal(`The lake did not start (${why}).\n${lastLines.join('\n')}`)))
  })
}

function lakeEnvironment(
  {dataFolder, lakePort, siteUrl, ownOrigin}: Settings,
  {secrets, writeToken, webhook}: Omit<LakeOptions, 'onAdministrator'>,
): Record<string, string> {
  return {
    LAKE_DATA: dataFolder,
    LAKE_PORT: String(lakePort),
    LAKE_PUBLIC_URL: `${siteUrl}/lake`,
    LAKE_READ_TOKEN: secrets.SANITY_API_READ_TOKEN,
    LAKE_WRITE_TOKEN: writeToken ?? process.env.LAKE_WRITE_TOKEN ?? '',
    LAKE_WEBHOOK_URL: webhook ? `${ownOrigin}/api/revalidate` : '',
    LAKE_WEBHOOK_SECRET: secrets.SANITY_WEBHOOK_SECRET,
  }
}
