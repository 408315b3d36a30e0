import path from 'node:path'

import {Refusal} from '../bootstrap/refusal.mjs'
import {type Child, startNode} from './child.ts'
import type {Secrets} from './secrets.ts'
import type {Settings} from './settings.ts'

const ANSWER_WITHIN_MS = 120_000

/** The variables that the site reads, for a build and for a server alike. */
export function siteEnvironment(settings: Settings, secrets: Secrets | null): Record<string, string> {
  const {siteUrl, lakePort, distDir} = settings
  const site = {SITE_URL: siteUrl, OCTAVO_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1'}
  return settings.hosted ? site : {...site, LAKE_URL: `http://127.0.0.1:${lakePort}`, ...secrets}
}

/**
 * Starts Next and resolves when it answers.
 *
 * @throws {Refusal} with Next's last words when it ends instead, or does not answer for two minutes.
 */
export async function startSite(settings: Settings, secrets: Secrets | null, mode: 'start' | 'dev'): Promise<Child> {
  const lastLines: string[] = []
  const keep = (line: string) => {
    lastLines.splice(0, lastLines.length - 19)
    lastLines.push(line)
  }
  const child = startNode(programOf(mode, settings.root), {
    args: mode === 'dev' ? ['dev', ...(process.env.HOST ? ['--hostname', process.env.HOST] : [])] : [],
    env: {
      ...siteEnvironment(settings, secrets),
      PORT: String(settings.port),
      OCTAVO_OWN_ORIGIN: settings.ownOrigin,
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
    },
    onLine: (line) => {
      keep(line)
      if (mode === 'dev' || /error|warn|⨯|⚠/i.test(line)) console.log(line)
    },
    // What the site warns of need not have the word in it.
    onErrorLine: (line) => {
      keep(line)
      console.error(line)
    },
  })

  let ended: string | null = null
  void child.ended.then((why) => (ended = why))
  const giveUpAt = Date.now() + ANSWER_WITHIN_MS
  while (!(await answers(`${settings.ownOrigin}/api/health`))) {
    if (ended === null && Date.now() < giveUpAt) continue
    await child.stop()
    throw new Refusal(`The site did not start (${ended ?? 'no answer'}).\n${lastLines.join('\n')}`)
  }
  return child
}

function programOf(mode: 'start' | 'dev', root: string): string {
  return mode === 'start' ? path.join(root, 'press', 'serve.ts') : path.join(root, 'node_modules/next/dist/bin/next')
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, {signal: AbortSignal.timeout(5_000)})
    return true
  } catch {
    return new Promise((resolve) => setTimeout(resolve, 150, false))
  }
}
