import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'

import type {ArticleCard} from '@/sanity/queries/articleCard'

import {FrontPage} from './FrontPage'

test('sets one article large, three as features and the others as a table of contents, each once', () => {
  const markup = render(['a', 'b', 'c', 'd', 'e', 'f'])
  const articles = [...markup.matchAll(/<article class="story story-(\w+)">.*?href="\/articles\/(\w)"/g)]

  expect(articles.map(([, variant, slug]) => [variant, slug])).toEqual([
    ['lead', 'a'],
    ['feature', 'b'],
    ['feature', 'c'],
    ['feature', 'd'],
    ['line', 'e'],
    ['line', 'f'],
  ])
})

test('has no empty sections while there is little to show', () => {
  expect(render(['a'])).toBe(
    '<article class="story story-lead"><div class="story-text"><h2><a href="/articles/a">Essay a</a></h2>' +
      '<p class="dek">On a.</p><p class="meta">By Ines Okafor</p>' +
      '<p class="meta card-meta"><time dateTime="2026-03-12">March 12, 2026</time><span>1 min read</span></p>' +
      '</div></article>',
  )
})

test('says so when nothing is published', () => {
  expect(render([])).toBe('<p class="empty">Nothing has been published here yet.</p>')
})

function render(slugs: readonly string[]): string {
  const home = {articles: slugs.map(article), series: [], topics: []}
  return renderToStaticMarkup(<FrontPage home={home} settings={{timeZone: 'UTC', language: 'en'}} />)
}

function article(slug: string): ArticleCard {
  return {
    _id: slug,
    title: `Essay ${slug}`,
    slug,
    publishedAt: '2026-03-12T10:00:00Z',
    authors: [{_key: 'k', role: 'author', author: {_id: 'i', name: 'Ines Okafor', slug: 'ines'}}],
    dek: `On ${slug}.`,
    leadImage: null,
    readingMinutes: 1,
  }
}
