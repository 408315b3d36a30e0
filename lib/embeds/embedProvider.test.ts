import {expect, test} from 'vitest'

import {embedProvider, embedProviderNames} from './embedProvider'

test.each([
  ['https://www.youtube.com/watch?v=1', 'YouTube'],
  ['https://youtu.be/1', 'YouTube'],
  ['https://vimeo.com/1', 'Vimeo'],
  ['https://open.spotify.com/episode/1', 'Spotify'],
  ['https://archive.org/details/1', 'Internet Archive'],
])('knows %s', (href, name) => {
  expect(embedProvider(href)).toBe(name)
})

test.each([
  'http://vimeo.com/1',
  'https://vimeo.com.evil.example/1',
  'https://evil-vimeo.com/1',
  'https://player.evil.vimeo.com/1',
  'https://vimeo.com@evil.example/1',
  'https://vimeo.com:8443/1',
  'https:\\\\evil.example\\vimeo.com',
  'javascript:vimeo.com',
  'vimeo.com/1',
  '',
])('refuses %j', (href) => {
  expect(embedProvider(href)).toBeNull()
})

test('names each site once', () => {
  expect(embedProviderNames.filter((name) => name === 'YouTube')).toHaveLength(1)
})
