import {expect, test} from 'vitest'

import {lookUpPage} from './lookUp'
import {pageMetadata} from './pageMetadata'
import {telltaleMarkup} from './telltaleMarkup'

const MEGABYTE = 1024 * 1024
const url = 'https://tides.example/reports/2025'

function filledWith(markup: string): string {
  return markup.repeat(Math.floor(MEGABYTE / markup.length))
}

test.each([
  ['nested elements', filledWith('<p><b><i>')],
  ['nested tables', filledWith('<table><tr><td>')],
  ['opened tags', filledWith('<')],
  ['metadata without end', filledWith('<meta ')],
  ['quotes without end', filledWith('<meta content="')],
  ['values of one name', filledWith('<meta name=a content=b>')],
  ['comments without end', filledWith('<!--')],
  ['titles', filledWith('<title>')],
])('is not kept busy by a megabyte of %s', async (_, markup) => {
  const {reference} = await lookUp(`<title>On tides</title>${markup}`)

  expect(reference.title).toBe('On tides')
})

test('takes five hundred authors at most', async () => {
  const tags =
    '<meta name="citation_title" content="On tides">' + '<meta name="citation_author" content="A B; C D">'.repeat(2_000)

  expect((await lookUp(tags)).reference.author).toHaveLength(500)
})

test.each([
  ['<html lang="de"><body><div><p>Tides', '<html lang="de">'],
  ['<META NAME=a CONTENT="x > y"><b>', '<META NAME=a CONTENT="x > y">'],
  ['<!-- <meta name=a content=b> --><meta name=c content=d>', '<meta name=c content=d>'],
  ['<style><meta name=a content=b></style><title>T</title>', '<title>T</title>'],
  ['<textarea><title>No</title></textarea><title>Yes</title>', '<title>Yes</title>'],
  [
    '<script>"<title>No</title>"</SCRIPT ><title>Yes</title>',
    '<script>"<title>No</title>"</script>\n<title>Yes</title>',
  ],
  ['<metal><titles>', ''],
  ['<script>never closed <title>No</title>', ''],
])('keeps of %j what describes the page', (page, kept) => {
  expect(telltaleMarkup(page)).toBe(kept)
})

test('finds what stands in the body, too', () => {
  const page = '<body><main><script type="application/ld+json">{"@type":"Article"}</script></main>'

  expect(pageMetadata(page).linkedData).toEqual([{'@type': 'Article'}])
})

function lookUp(page: string) {
  const answer = {status: 200, url, headers: new Headers({'content-type': 'text/html'}), redirects: []}
  return lookUpPage(url, {today: async () => '2026-11-23', ask: async () => ({...answer, bytes: Buffer.from(page)})})
}
