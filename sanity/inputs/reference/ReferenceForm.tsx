import {Stack} from '@sanity/ui'
import {useMemo} from 'react'
import type {ObjectInputProps} from 'sanity'

import {toReferenceRecord} from '@/lib/citations/referenceRecord'

import {Duplicates} from './Duplicates'
import {LiveEntry} from './LiveEntry'
import {QuickFixes} from './QuickFixes'
import {UsedIn} from './UsedIn'

/** The form of a reference under its entry, which stays in view, and over what is known of it elsewhere. */
export function ReferenceForm(props: ObjectInputProps) {
  const record = useMemo(() => toReferenceRecord(props.value), [props.value])

  const id = record._id.replace(/^(?:drafts\.|versions\.[^.]+\.)/, '')

  return (
    <Stack gap={5}>
      <div style={{position: 'sticky', top: 0, zIndex: 3}}>
        <LiveEntry record={record} />
      </div>
      <QuickFixes record={record} readOnly={props.readOnly === true} onChange={props.onChange} />
      {id && !props.readOnly && <Duplicates id={id} record={record} />}
      {props.renderDefault(props)}
      {id && <UsedIn id={id} />}
    </Stack>
  )
}
