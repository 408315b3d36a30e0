import {expect, test} from 'vitest'

import {createOwnOriginFetch} from './ownOriginFetch'

test.each([
  ['https://octavo.example.org/lake/v1/users/me', 'https://example.org/lake/v1/users/me'],
  ['https://example.org/lake/v1/users/me', 'https://example.org/lake/v1/users/me'],
  ['https://octavo.example.org/elsewhere', 'https://octavo.example.org/elsewhere'],
  ['/api/health', '/api/health'],
  ['https://notsanity.io/', 'https://notsanity.io/'],
])('asks for %s at %s', async (url, asked) => {
  await expect(ask(url)).resolves.toEqual([asked])
})

test.each([
  'https://api.sanity.io/vX/intake/feedback',
  'https://sanity-cdn.com/v1/modules/sanity/latest/%5E6.16.0/t1',
  'https://core.sanity-cdn.com/bridge.js',
])('does not ask %s', async (url) => {
  await expect(ask(url)).rejects.toThrow('is not asked by an embedded Studio')
})

async function ask(url: string): Promise<string[]> {
  const asked: string[] = []
  const ownOriginFetch = createOwnOriginFetch({
    origin: 'https://example.org',
    projectId: 'octavo',
    fetch: (input) => {
      asked.push(String(input))
      return Promise.resolve(new Response())
    },
  })
  await ownOriginFetch(url)
  return asked
}
