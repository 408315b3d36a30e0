import {createMockAuthStore, createWorkspaceFromConfig, type ValidationMarker} from 'sanity'
import {expect, test} from 'vitest'

import type {ErrorCode, IntegrityError, SpotPath} from '@/lib/integrity/problem'
import {schemaTypes} from '@/sanity/schema'
import {lakeClient} from '@/test-support/lakeClient'

import {fieldErrors} from './fieldErrors'

test('names the field of an error, and leaves warnings out', async () => {
  const found = await errors([
    {level: 'error', message: 'Required', path: ['slug', 'current']},
    {level: 'warning', message: 'Long', path: ['dek']},
  ])

  expect(found).toEqual([{code: 'field', message: 'Address: Required', path: ['slug', 'current']}])
})

test('leaves out what the problems with the references say already', async () => {
  const path = ['body', {_key: 'b'}, 'children', {_key: 'c'}]
  const found = await errors(
    [
      {level: 'error', message: 'This source was deleted.', code: 'octavo.integrity.missing', path},
      {level: 'error', message: 'Required', path: [...path, 'items']},
    ],
    path,
  )

  expect(found).toEqual([])
})

test('says once that an entry is listed twice, where the form marks both', async () => {
  const found = await errors(
    [
      {level: 'error', message: 'Can’t be a duplicate', path: ['furtherReading', {_key: 'a'}]},
      {level: 'error', message: 'Can’t be a duplicate', path: ['furtherReading', {_key: 'b'}]},
    ],
    ['furtherReading', {_key: 'b'}],
    'listed-twice',
  )

  expect(found).toEqual([])
})

async function errors(markers: ValidationMarker[], path: SpotPath = [], code: ErrorCode = 'empty-citation') {
  const client = lakeClient({production: []})
  const {schema} = await createWorkspaceFromConfig({
    name: 'test',
    basePath: '/',
    projectId: 'octavo',
    dataset: 'production',
    auth: createMockAuthStore({client, currentUser: null}),
    schema: {types: schemaTypes},
  })
  const schemaType = schema.get('article')
  if (!schemaType) throw new Error('There is no article in the schema.')
  const problems: IntegrityError[] = path.length === 0 ? [] : [{level: 'error', code, message: '', path}]
  return fieldErrors(markers, {schemaType, problems})
}
