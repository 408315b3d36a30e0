import {spawn, type ChildProcess} from 'node:child_process'
import {randomInt} from 'node:crypto'
import {once} from 'node:events'
import {createServer} from 'node:net'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {createClient, type SanityClient} from '@sanity/client'

const serve = fileURLToPath(new URL('../serve.ts', import.meta.url))
export const writeToken = 'a-token-that-writes-and-is-long'

export interface LakeProcess {
  child: ChildProcess
  url: string
  client: SanityClient
  /** Resolves to true when it listens, to false when it ends before it does. */
  listening: Promise<boolean>
  /** `[code, signal]`, when it has ended and everything that it printed is read. */
  ended: Promise<[number | null, NodeJS.Signals | null]>
  /** What it printed on standard error. */
  errors(): string
}

export interface SpawnOptions {
  folder: string
  environment?: Record<string, string>
  /** Modules that are loaded into it first. */
  preload?: readonly string[]
  /** No file may become larger: writing beyond it fails like a broken disk. */
  maxFileKilobytes?: number
}

/** Starts `node lake/serve.ts` on a free port. */
export async function spawnLake({
  folder,
  environment = {},
  preload = [],
  maxFileKilobytes,
}: SpawnOptions): Promise<LakeProcess> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const args = ['--disable-warning=ExperimentalWarning', ...preload.map((file) => `--import=${file}`), serve]
  const [program, ...rest] = maxFileKilobytes
    ? ['bash', '-c', `ulimit -f ${maxFileKilobytes}; exec "$0" "$@"`, process.execPath, ...args]
    : [process.execPath, ...args]
  const child = spawn(program ?? '', rest, {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      LAKE_DATA: folder,
      LAKE_PORT: String(port),
      LAKE_WRITE_TOKEN: writeToken,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr?.on('data', (chunk) => (errors += String(chunk)))
  const ended = once(child, 'close').then(() => [child.exitCode, child.signalCode] satisfies [unknown, unknown])
  return {child, url, client: clientAt(url), listening: hears(child, ended), ended, errors: () => errors}
}

function hears(child: ChildProcess, ended: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    if (child.stdout)
      createInterface({input: child.stdout}).on('line', (line) => {
        if (line.includes('"event":"listening"')) resolve(true)
      })
    void ended.then(() => resolve(false))
  })
}

function clientAt(apiHost: string): SanityClient {
  return createClient({
    projectId: 'octavo',
    dataset: 'production',
    apiVersion: '2026-01-01',
    useCdn: false,
    useProjectHostname: false,
    apiHost,
    token: writeToken,
    maxRetries: 0,
  })
}

/** Below those that a system gives to outgoing connections, which could take it before the lake does. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 30_000)
    const probe = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
    })
    if (isFree) return port
  }
}
