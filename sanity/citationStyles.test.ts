import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {expect, onTestFinished, test, vi} from 'vitest'

import {availableStyle, citationStyleChoices, readFolder} from './citationStyles'

test('reads the styles of a folder, and nothing else in it', () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'house.csl'), `\uFEFF${HOUSE}`)
  writeFileSync(path.join(folder, 'README.md'), '# Styles')
  writeFileSync(path.join(folder, '._house.csl'), 'a resource fork')

  const {styles, problems} = readFolder(folder)

  expect(problems).toEqual([])
  expect(styles.map(({id, title, kind}) => ({id, title, kind}))).toEqual([
    {id: 'house', title: 'House style', kind: 'author-date'},
  ])
})

test('names what cannot be read, and reads the rest', () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'house.csl'), HOUSE)
  writeFileSync(path.join(folder, 'cut-short.csl'), HOUSE.slice(0, -10))
  mkdirSync(path.join(folder, 'folder.csl'))

  const {styles, problems} = readFolder(folder)

  expect(styles.map(({id}) => id)).toEqual(['house'])
  expect(problems).toEqual([
    expect.stringMatching(/^citation-styles\/folder\.csl: the file cannot be read \(.*\); check who may read it\.$/),
    expect.stringMatching(/^citation-styles\/cut-short\.csl: this is not well-formed XML/),
  ])
})

test('finds no styles where there is no folder', () => {
  expect(readFolder('/nowhere/at/all')).toEqual({styles: [], problems: []})
})

test('offers the built-in styles first', () => {
  expect(
    citationStyleChoices()
      .slice(0, 4)
      .map(({value}) => value),
  ).toEqual(['apa-numbered', 'apa-author-date', 'vancouver', 'harvard'])
})

test('answers the default style for one that has gone, and logs it once', () => {
  const logged = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => logged.mockRestore())

  expect([availableStyle('gone'), availableStyle('gone'), availableStyle('vancouver')]).toEqual([
    'apa-numbered',
    'apa-numbered',
    'vancouver',
  ])
  expect(logged.mock.calls).toEqual([
    [expect.stringContaining('there is no citation-styles/gone.csl that can be used')],
  ])
})

const HOUSE = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>House style</title><id>house</id><category citation-format="author-date"/></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>`

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-styles-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  return folder
}
