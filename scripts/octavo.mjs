// Runs under whatever Node the machine has, before anything is installed: plain JavaScript, no dependencies.
import {fork} from 'node:child_process'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

import {installPackages} from './bootstrap/packages.mjs'
import {Refusal} from './bootstrap/refusal.mjs'
import {findRuntime} from './bootstrap/runtime.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [command = 'start', ...args] = process.argv.slice(2)

try {
  process.chdir(root)
  const runtime = await findRuntime(root)
  await installPackages(root, runtime)
  run(command, args, runtime)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(`\n${error.message}`)
  process.exitCode = 1
}

/** `octavo exec vitest run` runs a package's program; every other word names a file in this folder. */
function run(command, args, runtime) {
  const script =
    command === 'exec'
      ? path.join(root, 'scripts', 'bootstrap', 'exec.mjs')
      : path.join(root, 'scripts', `${command}.ts`)
  if (!existsSync(script)) throw new Refusal(`There is no command "${command}". The README lists them.`)

  const binaries = [path.dirname(runtime), path.join(root, 'node_modules', '.bin'), process.env.PATH].join(
    path.delimiter,
  )
  const child = fork(script, args, {
    execPath: runtime,
    execArgv: ['--disable-warning=ExperimentalWarning', '--disable-warning=DEP0205'],
    env: {...process.env, PATH: binaries, NEXT_TELEMETRY_DISABLED: '1'},
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // Both get Ctrl-C from a terminal, and may get it twice; from anywhere else, this process alone does.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}
