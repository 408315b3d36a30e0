import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'

import {Refusal} from '../bootstrap/refusal.mjs'
import {startNode} from './child.ts'
import type {Secrets} from './secrets.ts'
import type {Settings} from './settings.ts'
import {siteEnvironment} from './site.ts'
import {digestSources} from './sources.ts'

/**
 * Builds the site if its sources, or the variables that a build bakes in, changed since the last build.
 * The content store must answer: its newest pages are rendered now.
 *
 * @throws {Refusal} when the build fails; its last lines are shown, the whole is in `.octavo/build.log`.
 */
export async function buildSite(settings: Settings, secrets: Secrets | null): Promise<void> {
  const env = siteEnvironment(settings, secrets)
  const digest = digestSources(settings.root, baked(env))
  const marker = path.join(settings.root, settings.distDir, 'octavo-sources')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === digest) return

  console.log('Building the site (two to four minutes the first time).')
  rmSync(marker, {force: true})
  rmSync(path.join(settings.root, settings.distDir, 'BUILD_ID'), {force: true})
  // A build would render old content from the fetch cache of the last one.
  rmSync(path.join(settings.root, settings.distDir, 'cache', 'fetch-cache'), {recursive: true, force: true})
  const {why, output} = await runBuild(settings, env)
  const isWhole = existsSync(path.join(settings.root, settings.distDir, 'BUILD_ID'))
  if (why !== 'exit code 0' || !isWhole) throw buildFailed(why, output)
  writeFileSync(marker, digest)
}

async function runBuild({root}: Settings, env: Record<string, string>): Promise<{why: string; output: string}> {
  const startedAt = Date.now()
  const progress = () => console.log(`  Building … ${Math.round((Date.now() - startedAt) / 1000)} s`)
  const ticker = setInterval(progress, 10_000)
  const lines: string[] = []
  const build = startNode(path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), {
    args: ['build'],
    env: {...env, NODE_ENV: 'production'},
    onLine: (line) => lines.push(line),
  })
  const why = await build.ended
  clearInterval(ticker)
  mkdirSync(path.join(root, '.octavo'), {recursive: true})
  writeFileSync(path.join(root, '.octavo', 'build.log'), lines.join('\n'))
  return {why, output: lines.join('\n')}
}

function baked(env: Record<string, string>): Record<string, string> {
  const publicOnes = Object.entries(process.env).flatMap(([name, value]) =>
    name.startsWith('NEXT_PUBLIC_') && value ? [[name, value]] : [],
  )
  return {...Object.fromEntries(publicOnes), LAKE_URL: env.LAKE_URL ?? '', SITE_URL: env.SITE_URL ?? ''}
}

function buildFailed(why: string, output: string): Refusal {
  if (output.includes('ENOSPC')) return new Refusal('The disk is full. Make room, then run the command again.')
  const tail = output.trim().split('\n').slice(-25).join('\n')
  return new Refusal(
    `${tail}\n\nThe site could not be built (${why}); the end of its log is above, the whole is in .octavo/build.log.`,
  )
}
