import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'

import type {ContributionLine} from '@/sanity/queries/contribution'

import {Byline} from './Byline'

test('gives each role a line and each author with a page a link', () => {
  const contributions = [
    contribution('Ines Okafor', 'author', 'ines'),
    contribution('Hanna Lind', 'translator', 'hanna'),
    contribution('Daniel Abebe', 'author', null),
  ]
  expect(renderToStaticMarkup(<Byline contributions={contributions} />)).toBe(
    '<div class="byline"><p>By <a href="/authors/ines" rel="author">Ines Okafor</a> and Daniel Abebe</p>' +
      '<p>Translated by <a href="/authors/hanna" rel="author">Hanna Lind</a></p></div>',
  )
})

test('prints nothing without contributors', () => {
  expect(renderToStaticMarkup(<Byline contributions={[]} />)).toBe('')
})

function contribution(name: string, role: ContributionLine['role'], slug: string | null): ContributionLine {
  return {_key: name, role, author: {_id: name, name, slug}}
}
