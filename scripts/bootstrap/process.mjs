import {spawn} from 'node:child_process'

/**
 * Runs a program and keeps its output, saying every ten seconds that it still works.
 *
 * @returns {Promise<{code: number, output: string}>} Resolves on failure, too.
 */
export function runQuietly(program, args, {doing, env = process.env}) {
  return new Promise((resolve) => {
    const startedAt = Date.now()
    const child = spawn(program, args, {env, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe']})
    const ticker = setInterval(() => console.log(`  ${doing} … ${seconds(startedAt)} s`), 10_000)
    let output = ''
    const keep = (chunk) => (output += chunk)
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      clearInterval(ticker)
      resolve({code: code ?? 1, output})
    })
  })
}

function seconds(startedAt) {
  return Math.round((Date.now() - startedAt) / 1000)
}
