import {expect, test} from 'vitest'

import {lakeClient} from '@/test-support/lakeClient'

import {settingsQuery, settingsResult} from './settings'

test('gives a publication that has chosen nothing what every page needs', async () => {
  await expect(readSettings([])).resolves.toEqual({
    _id: 'settings',
    name: 'Untitled publication',
    tagline: null,
    description: null,
    logo: null,
    navigation: [],
    citationStyle: 'apa-numbered',
    publicationKind: 'magazine',
    timeZone: 'UTC',
    language: 'en',
  })
})

test('keeps the navigation links that lead somewhere and have words', async () => {
  const settings = await readSettings([
    {_id: 'colophon', _type: 'page', title: 'Colophon', slug: {current: 'colophon'}},
    {_id: 'drafts.hidden', _type: 'page', title: 'Hidden', slug: {current: 'hidden'}},
    {
      _id: 'settings',
      _type: 'settings',
      navigation: [
        {_key: 'a', target: {_type: 'reference', _ref: 'colophon'}},
        {_key: 'b', label: 'Archive', href: '/archive'},
        {_key: 'c', label: 'Evil', href: 'javascript:alert(1)'},
        {_key: 'd', label: 'Gone', target: {_type: 'reference', _ref: 'hidden'}},
        {_key: 'e', href: '/wordless'},
      ],
    },
  ])

  expect(settings.navigation).toEqual([
    {_key: 'a', label: 'Colophon', href: '/colophon'},
    {_key: 'b', label: 'Archive', href: '/archive'},
  ])
})

test('falls back from a time zone and a language that do not exist', async () => {
  const settings = await readSettings([{_id: 'settings', _type: 'settings', timeZone: 'Mars/Olympus', language: '??'}])

  expect([settings.timeZone, settings.language]).toEqual(['UTC', 'en'])
})

async function readSettings(documents: Parameters<typeof lakeClient>[0][string]) {
  return settingsResult.parse(await lakeClient({production: documents}).fetch<unknown>(settingsQuery))
}
