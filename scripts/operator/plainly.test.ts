import path from 'node:path'

import {expect, test} from 'vitest'

import {startNode} from './child'

test('a command that cannot be says so in one sentence, without a stack', async () => {
  const lines: string[] = []
  const accounts = startNode(path.resolve(import.meta.dirname, '..', 'accounts.ts'), {
    args: ['list'],
    env: {PORT: 'abc'},
    onLine: (line) => lines.push(line),
  })

  await expect(accounts.ended).resolves.toBe('exit code 1')
  expect(lines).toEqual(['PORT is "abc"; it must be a port number, such as 3000.'])
})
