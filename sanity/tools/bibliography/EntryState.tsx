import {Badge} from '@sanity/ui'

import type {Row} from './rows'
import {fieldsBeing} from './words'

/** How an entry stands, in words. */
export function EntryState({row}: {row: Row}) {
  const {words, tone} = stateOf(row)
  return (
    <Badge fontSize={1} tone={tone}>
      {words}
    </Badge>
  )
}

interface State {
  words: string
  tone: 'default' | 'primary' | 'positive' | 'caution'
}

function stateOf(row: Row): State {
  const {choice, same, edit, entry} = row
  if (edit.result) return {words: RESULTS[edit.result.kind], tone: 'positive'}
  if (choice === 'skip') return {words: entry.format === 'aside' ? 'Not a reference' : 'Left out', tone: 'default'}
  if (choice === 'verbatim') return {words: 'Printed as pasted', tone: 'caution'}
  if (choice === 'existing' && same?.kind === 'library') return {words: 'Already in the library', tone: 'primary'}
  if (choice === 'existing' && same?.kind === 'row') return {words: `Same as entry ${same.number}`, tone: 'primary'}
  return fieldsBeing('guess', row) !== '' || row.problems.length > 0
    ? {words: 'New, please check', tone: 'caution'}
    : {words: 'New', tone: 'positive'}
}

const RESULTS = {published: 'Created', draft: 'Created as a draft', existing: 'Used from the library'} as const
