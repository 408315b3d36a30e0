import type {SanityClient} from '@sanity/client'

import {dueLinks} from '@/lib/links/dueLinks'

import {createAskLink, type AskLinkOptions} from './askLink.ts'
import {checkLinks, type Checked} from './checkLinks.ts'
import {hostTurns, type Clock} from './hostTurns.ts'
import {readLinks, removeStale, writeHealth} from './linkContent.ts'

/** Asked when nothing else answered, to tell a network that is down from works that are gone. */
const CONTROL = {url: 'https://doi.org/', isDoi: true}
const MAX_CONTROLS = 3

export interface LinkChecks extends Pick<AskLinkOptions, 'guard'> {
  client: SanityClient
  /** The public address of the publication. */
  siteUrl: string
  limit: number
  /** Everything, not only what is due. */
  all: boolean
  /** Writes nothing. */
  dryRun: boolean
  clock: Clock
  say: (line: string) => void
  signal?: AbortSignal
}

/** Checks the addresses that are due, keeps what was found, and says what came of it. */
export async function runLinkChecks({
  client,
  limit,
  all,
  dryRun,
  clock,
  say,
  signal,
  ...options
}: LinkChecks): Promise<void> {
  const {links, stale} = await readLinks(client)
  if (!dryRun) await removeStale(client, stale)
  const due = dueLinks(all ? links.map((link) => ({...link, isAskedFor: true})) : links, {now: clock.now(), limit})
  if (due.length === 0) return say(`No address is due: ${count(links.length, 'address', 'addresses')} in all.`)

  const turns = hostTurns(clock)
  const ask = createAskLink({
    turns,
    now: clock.now,
    userAgent: userAgentOf(options.siteUrl),
    signal,
    guard: options.guard,
  })
  const controls = links.filter(({health}) => health?.state === 'ok').slice(0, MAX_CONTROLS)
  const isOnline = async () => {
    for (const control of [...controls, CONTROL]) {
      const outcome = await ask(control)
      if (outcome.kind !== 'refused' && (outcome.kind !== 'failed' || outcome.status !== null)) return true
    }
    return false
  }

  say(`Checking ${count(due.length, 'address', 'addresses')} of ${links.length}.`)
  const {checked, isOffline} = await checkLinks(due, {
    ask,
    turns,
    now: clock.now,
    isOnline,
    signal,
    record: async (link, health) => {
      if (!dryRun) await writeHealth(client, link, health)
      if (health.state !== 'ok') say(`  ${health.state.padEnd(9)} ${health.url}  ${health.message}`)
    },
  })
  if (isOffline)
    say('Nothing can be reached from here. Of what did not answer nothing was kept; it will be checked again.')
  say(summary(checked, dryRun))
}

/** Tells whoever runs a site who asks, and where to complain. */
export function userAgentOf(siteUrl: string): string {
  return `Mozilla/5.0 (compatible; Octavo-Links/1.0; +${siteUrl})`
}

function summary(checked: readonly Checked[], dryRun: boolean): string {
  const of = (...states: string[]) => checked.filter(({health}) => states.includes(health.state)).length
  const died = checked.filter(({health, link}) => health.state === 'dead' && link.deadUrl === null).length
  const revived = checked.filter(({health, link}) => health.state !== 'dead' && link.deadUrl !== null).length
  const parts = [
    `${of('ok', 'moved')} answer`,
    `${of('failing')} failing`,
    `${of('dead')} dead (${died} newly so)`,
    `${of('blocked')} do not let us look`,
    ...(revived > 0 ? [`${revived} back again`] : []),
  ]
  return `${dryRun ? 'Would keep' : 'Checked'} ${checked.length}: ${parts.join(', ')}.`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
