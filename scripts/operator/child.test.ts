import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {startNode} from './child'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'octavo-child-'))
})

afterEach(() => rmSync(folder, {recursive: true, force: true}))

test('reads its lines and says how it ended', async () => {
  const lines: string[] = []
  const child = startNode(program('console.log("one\\ntwo"); process.exitCode = 3'), {
    env: {},
    onLine: (line) => lines.push(line),
  })

  await expect(child.ended).resolves.toBe('exit code 3')
  expect(lines).toEqual(['one', 'two'])
})

test('tells what it says to its operator from what it says besides', async () => {
  const [lines, errorLines] = [new Array<string>(), new Array<string>()]
  const child = startNode(program('console.log("ready"); console.warn("a style is left out")'), {
    env: {},
    onLine: (line) => lines.push(line),
    onErrorLine: (line) => errorLines.push(line),
  })

  await child.ended
  expect([lines, errorLines]).toEqual([['ready'], ['a style is left out']])
})

test('leaves the workers of a child to that child', async () => {
  const worker = program('process.on("message", (text) => setTimeout(() => process.send(text + " back"), 50))')
  const parent = program(
    `import {fork} from 'node:child_process'
     const worker = fork(${JSON.stringify(worker)})
     worker.on('message', (text) => { console.log(text); worker.disconnect() })
     worker.send('there and')`,
  )
  const lines: string[] = []
  const child = startNode(parent, {env: {}, onLine: (line) => lines.push(line)})

  await expect(child.ended).resolves.toBe('exit code 0')
  expect(lines).toEqual(['there and back'])
})

test('ends when the process that started it is killed', async () => {
  const server = program('console.log("child " + process.pid); setInterval(() => {}, 1000)')
  const childModule = path.join(import.meta.dirname, 'child.ts')
  const parent = program(
    `const {startNode} = await import(${JSON.stringify(childModule)}); startNode(${JSON.stringify(server)}, {env: {}, onLine: console.log})`,
  )
  const pid = await new Promise<number>((resolve) => {
    const started = startNode(parent, {
      env: {},
      onLine: (line) => {
        resolve(Number(line.replace('child ', '')))
        void started.stop()
      },
    })
  })

  await expect.poll(() => isRunning(pid), {timeout: 5_000}).toBe(false)
})

function program(text: string): string {
  const file = path.join(folder, `${crypto.randomUUID()}.mjs`)
  writeFileSync(file, text)
  return file
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
