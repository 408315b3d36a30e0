import {once} from 'node:events'
import {createServer} from 'node:http'

import type {SanityClient} from '@sanity/client'
import {expect, onTestFinished, test} from 'vitest'

import {clientOf, testLake, type Documents} from '@/test-support/lakeClient'

import {runLinkChecks} from './runLinkChecks.ts'
import {virtualClock} from './virtualClock.fixture.ts'

const DAY_MS = 24 * 3_600_000

test('keeps what it finds beside the references, whose revisions stay', async () => {
  const world = await worldOf([reference('report', '/report'), reference('survey', '/gone')], {'/gone': 404})
  const before = await world.content('*[_type == "bibliographicReference"]')
  await world.run()

  expect(await world.content('*[_type == "linkHealth"] | order(_id) {_id, reference, url, state, status}')).toEqual([
    {_id: 'linkHealth.report', reference: pointer('report'), url: world.at('/report'), state: 'ok', status: 200},
    {_id: 'linkHealth.survey', reference: pointer('survey'), url: world.at('/gone'), state: 'failing', status: 404},
  ])
  expect(await world.content('*[_type == "bibliographicReference"]')).toEqual(before)
  expect(await world.content('*[_type == "deadLink"]')).toEqual([])
})

test('says that a link is dead in public, once, and takes it back when it lives', async () => {
  const world = await worldOf([reference('report', '/report')], {'/report': 404})
  const publicly = () =>
    world.anonymous.fetch<unknown>('*[_type in ["deadLink", "linkHealth"]]{_id, url, reference, since}')

  await world.run()
  await expect(publicly()).resolves.toEqual([])
  world.clock.pass(2 * DAY_MS)
  await world.run()
  const dead = {
    _id: 'dead-link-report',
    url: world.at('/report'),
    reference: pointer('report'),
    since: expect.any(String),
  }
  await expect(publicly()).resolves.toEqual([dead])

  const revision = await world.content('*[_id == "dead-link-report"]._rev')
  world.clock.pass(7 * DAY_MS)
  await world.run()
  expect(await world.content('*[_id == "dead-link-report"]._rev')).toEqual(revision)

  world.statuses['/report'] = 200
  world.clock.pass(7 * DAY_MS)
  await world.run()
  await expect(publicly()).resolves.toEqual([])
  expect(world.said.at(-1)).toBe(
    'Checked 1: 1 answer, 0 failing, 0 dead (0 newly so), 0 do not let us look, 1 back again.',
  )
})

test('touches nothing public while nothing changes that readers see', async () => {
  const world = await worldOf([reference('report', '/report'), reference('survey', '/blocked')], {'/blocked': 403})
  const others = () => world.content('*[_type != "linkHealth"] | order(_id)')
  const before = await others()
  await world.run()
  world.clock.pass(7 * DAY_MS)
  await world.run()
  expect(await world.content('*[_type == "linkHealth"]._rev')).toHaveLength(2)
  expect(await others()).toEqual(before)
})

test('checks no link twice a week, unless an editor asks', async () => {
  const world = await worldOf([reference('report', '/report'), reference('survey', '/survey')], {})
  await world.run()
  world.clock.pass(6 * DAY_MS)
  await world.run()
  expect(world.asked).toEqual(['/report', '/survey'])
  expect(world.said.at(-1)).toBe('No address is due: 2 addresses in all.')

  await world.editor.patch('linkHealth.survey').set({isDue: true}).commit()
  await world.run()
  await world.run()
  expect(world.asked).toEqual(['/report', '/survey', '/survey'])
})

test('goes on where it was, the least recently checked first', async () => {
  const world = await worldOf([reference('a', '/a'), reference('b', '/b'), reference('c', '/c')], {})
  await world.run({limit: 2})
  await world.run({limit: 2})
  expect(world.asked).toEqual(['/a', '/b', '/c'])
})

test('forgets what it knew of an address that an editor replaced or took away', async () => {
  const world = await worldOf([reference('a', '/a'), reference('b', '/b'), reference('c', '/c')], {
    '/a': 404,
    '/b': 404,
    '/c': 404,
  })
  await world.run()
  world.clock.pass(2 * DAY_MS)
  await world.run()
  expect(await world.content('*[_type == "deadLink"]._id')).toHaveLength(3)

  await world.editor
    .patch('a')
    .set({url: world.at('/new')})
    .commit()
  await world.editor.patch('b').unset(['url']).commit()
  await world.editor.delete('c')
  await world.run()

  expect(await world.content('*[_type in ["deadLink", "linkHealth"]]{_id, state}')).toEqual([
    {_id: 'linkHealth.a', state: 'ok'},
  ])
})

test('keeps nothing and says so when there is no network', async () => {
  const world = await worldOf([reference('a', '/a')], {})
  await world.stopServer()
  await world.run()
  expect(await world.content('*[_type == "linkHealth"]')).toEqual([])
  expect(world.said).toContain(
    'Nothing can be reached from here. Of what did not answer nothing was kept; it will be checked again.',
  )
})

test('writes nothing when it only tries', async () => {
  const world = await worldOf([reference('a', '/a')], {'/a': 404})
  await world.run({dryRun: true})
  expect(await world.content('*[_type == "linkHealth"]')).toEqual([])
  expect(world.said.at(-1)).toContain('Would keep 1: 0 answer, 1 failing')
})

test('passes over a reference whose id leaves no room for what would be kept', async () => {
  const world = await worldOf([reference('x'.repeat(120), '/long'), reference('survey', '/survey')], {})
  await world.run()

  expect(await world.content('*[_type == "linkHealth"]._id')).toEqual(['linkHealth.survey'])
})

test('leaves drafts alone', async () => {
  const draft = {...reference('a', '/a'), _id: 'drafts.a'}
  const world = await worldOf([draft], {})
  await world.run()
  expect(world.asked).toEqual([])
})

interface Sketch {
  _id: string
  _type: string
  path: string
}

async function worldOf(sketches: readonly Sketch[], statuses: Record<string, number>) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    if (request.method === 'GET' || !statuses[request.url ?? '']) asked.push(request.url ?? '')
    response.writeHead(statuses[request.url ?? ''] ?? 200).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stopServer = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections())
  onTestFinished(async () => {
    if (server.listening) await stopServer()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const at = (path: string) => `http://127.0.0.1:${port}${path}`

  const documents: Documents = sketches.map(({path, ...sketch}) => ({...sketch, title: sketch._id, url: at(path)}))
  const lake = testLake({production: documents})
  onTestFinished(() => lake.close())
  const editor: SanityClient = clientOf(lake, {token: 'editor', perspective: 'raw'})
  const clock = virtualClock()
  const said: string[] = []
  return {
    asked,
    said,
    at,
    clock,
    statuses,
    stopServer,
    editor,
    anonymous: clientOf(lake),
    content: (query: string) => editor.fetch<unknown[]>(query),
    run: (options: {limit?: number; dryRun?: boolean} = {}) =>
      runLinkChecks({
        client: editor,
        siteUrl: 'https://journal.example',
        limit: 500,
        all: false,
        dryRun: false,
        clock,
        say: (line) => void said.push(line),
        guard: {
          allowPort: () => true,
          allowAddress: (ip) => ip === '127.0.0.1',
          resolveHost: async () => [{address: '127.0.0.1', family: 4}],
        },
        ...options,
      }),
  }
}

function reference(_id: string, path: string): Sketch {
  return {_id, _type: 'bibliographicReference', path}
}

function pointer(_ref: string) {
  return {_type: 'reference', _ref, _weak: true}
}
