// Runs a program of an installed package under the Node that octavo.mjs chose.
import {spawn} from 'node:child_process'

const [program, ...args] = process.argv.slice(2)
const child = spawn(program ?? '', args, {stdio: 'inherit', shell: process.platform === 'win32'})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  console.error(`${program ?? ''} could not be started: ${error.message}`)
  process.exitCode = 1
})
child.on('exit', (code) => process.exit(code ?? 1))
