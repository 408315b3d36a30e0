import type {DocumentActionComponent, TemplateItem} from 'sanity'
import {expect, test} from 'vitest'

import {documentActions} from './documentActions'
import {newDocumentOptions} from './newDocumentOptions'

const inherited = (['publish', 'unpublish', 'discardChanges', 'duplicate', 'delete', 'restore'] as const).map(action)
const options: TemplateItem[] = ['article', 'article-by-author', 'settings', 'linkHealth', 'deadLink'].map(
  (templateId) => ({
    templateId,
    type: 'initialValueTemplateItem',
    schemaType: templateId.startsWith('article') ? 'article' : templateId,
  }),
)

test('settings can be changed, but neither removed nor multiplied', () => {
  expect(documentActions(inherited, {schemaType: 'settings'}).map((component) => component.action)).toEqual([
    'publish',
    'discardChanges',
    'restore',
  ])
})

test('nothing is done to what programs write', () => {
  expect(documentActions(inherited, {schemaType: 'linkHealth'})).toEqual([])
  expect(documentActions(inherited, {schemaType: 'deadLink'})).toEqual([])
})

test('other documents keep every action', () => {
  expect(documentActions(inherited, {schemaType: 'author'})).toEqual(inherited)
  expect(documentActions(inherited, {schemaType: 'article'}).map(({action}) => action)).toEqual(
    inherited.map(({action}) => action),
  )
})

test('what cites keeps one and the same button, however often the Studio asks for it', () => {
  const publishOf = () => documentActions(inherited, {schemaType: 'article'})[0]

  expect(publishOf()).not.toBe(inherited[0])
  expect(publishOf()).toBe(publishOf())
})

test('no menu offers another settings document, nor a template that its list would have to fill in', () => {
  const offered = (type: string) =>
    newDocumentOptions(options, {creationContext: {type}}).map(({templateId}) => templateId)

  expect(offered('global')).toEqual(['article'])
  expect(offered('document')).toEqual(['article'])
  expect(offered('structure')).toEqual(['article', 'article-by-author'])
})

function action(name: NonNullable<DocumentActionComponent['action']>): DocumentActionComponent {
  return Object.assign(() => null, {action: name})
}
