import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'

import {createClient} from '@sanity/client'
import {expect, onTestFinished, test} from 'vitest'

import {hostedRefusal} from './hostedRefusal'

test.each([
  [401, 'The project abc refused: SANITY_API_WRITE_TOKEN must be a token of this project with the Editor role.'],
  [403, 'The project abc refused: SANITY_API_WRITE_TOKEN must be a token of this project with the Editor role.'],
  [404, 'The project abc has no such dataset: look at NEXT_PUBLIC_SANITY_PROJECT_ID and NEXT_PUBLIC_SANITY_DATASET.'],
])('tells what an answer of %i means', async (status, sentence) => {
  expect(hostedRefusal(await failure(await answering(status)), 'abc')?.message).toBe(sentence)
})

test('tells that a project cannot be reached, and why', async () => {
  const refusal = hostedRefusal(await failure(await nobody()), 'abc')
  expect(refusal?.message).toMatch(/^The project abc could not be reached \(.*ECONNREFUSED.*\)\. Try again later\.$/)
})

test('leaves other faults as they are', () => {
  expect(hostedRefusal(new TypeError('x is not a function'), 'abc')).toBeNull()
})

function failure(apiHost: string): Promise<unknown> {
  const client = createClient({
    apiHost,
    useProjectHostname: false,
    projectId: 'abc',
    dataset: 'd',
    apiVersion: '1',
    useCdn: false,
    maxRetries: 0,
  })
  return client.fetch('*').then(
    () => null,
    (error: unknown) => error,
  )
}

async function answering(status: number): Promise<string> {
  const server = createServer((_, response) =>
    response.writeHead(status, {'content-type': 'application/json'}).end('{}'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${portOf(server.address())}`
}

async function nobody(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server.address())
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address ? address.port : 0
}
