import {expect, test} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'

import {createLinksApi} from './linksApi'

const url = 'https://example.org/report'
const copy = 'https://web.archive.org/web/20260110120000/https://example.org/report'

test('lists what is dead before what fails, with where it is cited and what its draft says', async () => {
  const {api} = world()
  const {links, total, lastCheckedAt} = await api.overview()
  expect(links.map(({_id, state, articles, latest}) => [_id, state, articles, latest?.address])).toEqual([
    ['linkHealth.report', 'dead', 1, url],
    ['linkHealth.survey', 'failing', 0, 'https://example.org/newer'],
  ])
  expect(links[0]?.reference).toMatchObject({_id: 'report', literal0: 'WHO', workTitle: 'report'})
  expect([total, lastCheckedAt]).toEqual([4, '2026-01-05T00:00:00Z'])
})

test('knows that a draft with a DOI has the address that was checked, and which copy readers have', async () => {
  const work = {_type: 'bibliographicReference', doi: '10.5555/A', archive: {url: copy}}
  const lake = testLake({
    production: [
      {...work, _id: 'tides'},
      {...work, _id: 'drafts.tides', title: 'Tides'},
      {...work, _id: 'drafts.waves', archive: {url: `${copy}/2`}},
      {...work, _id: 'waves'},
      health('tides', {state: 'dead', url: 'https://doi.org/10.5555/A', checkedAt: '2026-01-04T00:00:00Z'}),
      health('waves', {state: 'dead', url: 'https://doi.org/10.5555/A', checkedAt: '2026-01-03T00:00:00Z'}),
    ],
  })
  const {links} = await createLinksApi(clientOf(lake, {token: 'editor'})).overview()
  expect(links.map(({url, latest}) => [latest?.address === url, latest?.isCopyPublished])).toEqual([
    [true, true],
    [true, false],
  ])
})

test('saves an archived copy into the draft, with the day and the service that its address tells', async () => {
  const {api, editor} = world()
  await api.saveCopy('report', ` ${copy} `)
  await expect(editor.getDocument('drafts.report')).resolves.toMatchObject({
    title: 'report',
    url,
    archive: {_type: 'archivedCopy', url: copy, capturedAt: '2026-01-10', service: 'Internet Archive'},
  })
  await expect(editor.getDocument('report')).resolves.not.toHaveProperty('archive')
})

test('changes nothing else of a draft that is there', async () => {
  const {api, editor} = world()
  await api.saveAddress('survey', 'https://example.org/new')
  await expect(editor.getDocument('drafts.survey')).resolves.toMatchObject({
    title: 'A better title',
    url: 'https://example.org/new',
  })
})

test.each(['', 'no address', 'javascript:alert(1)', `https://web.archive.org/web/*/${url}`])(
  'asks for the address of one copy instead of %j',
  async (address) => {
    await expect(world().api.saveCopy('report', address)).rejects.toThrow('Open one copy, and paste its whole address')
  },
)

test('has an address checked again', async () => {
  const {api, editor} = world()
  await api.checkAgain('linkHealth.report')
  await expect(editor.getDocument('linkHealth.report')).resolves.toMatchObject({isDue: true, state: 'dead'})
})

test('says that a role may not', async () => {
  const viewer = world('viewer').api
  await expect(viewer.checkAgain('linkHealth.report')).rejects.toThrow('Ask an editor')
  await expect(viewer.saveCopy('report', copy)).rejects.toThrow('Ask an editor')
  const contributor = world('contributor').api
  await expect(contributor.checkAgain('linkHealth.report')).rejects.toThrow('Ask an editor')
  await expect(contributor.saveCopy('report', copy)).resolves.toBeUndefined()
})

function world(role: 'editor' | 'viewer' | 'contributor' = 'editor') {
  const lake = testLake({
    production: [
      reference('report'),
      reference('survey'),
      {...reference('survey'), _id: 'drafts.survey', title: 'A better title', url: 'https://example.org/newer'},
      health('report', {state: 'dead', firstFailedAt: '2026-01-01T00:00:00Z', checkedAt: '2026-01-04T00:00:00Z'}),
      health('survey', {state: 'failing', firstFailedAt: '2026-01-03T00:00:00Z', checkedAt: '2026-01-03T00:00:00Z'}),
      health('deleted', {state: 'dead', checkedAt: '2026-01-01T00:00:00Z'}),
      health('atlas', {state: 'ok', checkedAt: '2026-01-05T00:00:00Z'}),
      {_id: 'tides', _type: 'article', furtherReading: [pointer('report')]},
      {_id: 'drafts.tides', _type: 'article', furtherReading: [pointer('report'), pointer('survey')]},
    ],
  })
  return {
    api: createLinksApi(clientOf(lake, {token: role})),
    editor: clientOf(lake, {token: 'editor', perspective: 'raw'}),
  }
}

function reference(_id: string) {
  const author = [{_key: 'a', _type: 'organisation', literal: 'WHO'}]
  return {_id, _type: 'bibliographicReference', type: 'webpage', title: _id, url, author}
}

function health(id: string, fields: Record<string, unknown>) {
  return {
    _id: `linkHealth.${id}`,
    _type: 'linkHealth',
    reference: {...pointer(id), _weak: true},
    url,
    failures: 2,
    ...fields,
  }
}

function pointer(_ref: string) {
  return {_type: 'reference', _key: _ref, _ref}
}
