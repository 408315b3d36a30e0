import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'

import type {Article} from '@/sanity/queries/article'
import {settingsResult} from '@/sanity/queries/settings'

import {CiteArticle} from './CiteArticle'

const settings = {...settingsResult.parse(null), name: 'The Meridian Review', timeZone: 'Europe/Vienna'}

test('prints three texts and leads to the files of the article and of its references', () => {
  const html = renderToStaticMarkup(
    <CiteArticle article={article({})} settings={settings} siteUrl="https://example.org" hasReferences />,
  )
  expect(textsOf(html)).toEqual([
    'Lovelace, A., &amp; van der Berg, J. (2026, January 1). On tides. <i>The Meridian Review</i>. https://example.org/articles/on-tides',
    'Lovelace, Ada, and Jan van der Berg. “On tides.” <i>The Meridian Review</i>, 1 Jan. 2026, https://example.org/articles/on-tides.',
    'Lovelace, Ada, and Jan van der Berg. “On tides.” <i>The Meridian Review</i>, January 1, 2026. https://example.org/articles/on-tides.',
  ])
  expect([...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href)).toEqual([
    '/articles/on-tides/cite.bib',
    '/articles/on-tides/cite.ris',
    '/articles/on-tides/cite.json',
    '/articles/on-tides/cite.txt',
    '/articles/on-tides/references.bib',
    '/articles/on-tides/references.ris',
    '/articles/on-tides/references.json',
    '/articles/on-tides/references.txt',
    '/articles/on-tides/references.apa.txt',
    '/articles/on-tides/references.mla.txt',
    '/articles/on-tides/references.chicago.txt',
  ])
})

test('has no files of references where there are none', () => {
  const html = renderToStaticMarkup(
    <CiteArticle article={article({})} settings={settings} siteUrl="https://example.org" hasReferences={false} />,
  )
  expect(html).not.toContain('references.')
})

test('prints a hostile title as text', () => {
  const html = renderToStaticMarkup(
    <CiteArticle
      article={article({title: '<img src=x onerror=alert(1)> "quoted"'})}
      settings={{...settings, name: '<script>alert(1)</script>'}}
      siteUrl="https://example.org"
      hasReferences={false}
    />,
  )
  expect(html).not.toMatch(/<img|<script/)
  expect(textsOf(html)[1]).toBe(
    'Lovelace, Ada, and Jan van der Berg. “&lt;img src=x onerror=alert(1)&gt; ‘quoted.’” <i>&lt;script&gt;alert(1)&lt;/script&gt;</i>, 1 Jan. 2026, https://example.org/articles/on-tides.',
  )
})

type CitableArticle = Pick<Article, '_id' | 'title' | 'slug' | 'publishedAt' | 'authors'>

function article(fields: Partial<CitableArticle>): CitableArticle {
  return {
    _id: 'tides',
    title: 'On tides',
    slug: 'on-tides',
    publishedAt: '2025-12-31T23:30:00Z',
    authors: [
      contribution('author', 'Ada Lovelace'),
      contribution('photographer', 'Emmy Noether'),
      contribution('author', 'Jan van der Berg'),
    ],
    ...fields,
  }
}

function contribution(role: Article['authors'][number]['role'], name: string): Article['authors'][number] {
  return {
    _key: name,
    role,
    author: {
      _id: name,
      name,
      slug: null,
      portrait: null,
      bio: [],
      role: null,
      affiliation: null,
      links: [],
      orcid: null,
      familyName: null,
    },
  }
}

function textsOf(html: string): string[] {
  return [...html.matchAll(/<dd dir[^>]*>(.*?)<\/dd>/g)].map(([, text = '']) => text.replace(/<\/?a\b[^>]*>/g, ''))
}
