import {useMemo, useRef} from 'react'
import type {ObjectInputProps} from 'sanity'
import {styled} from 'styled-components'

import {toReferenceRecord} from '@/lib/citations/referenceRecord'

import {Duplicates} from './Duplicates'
import {LiveEntry} from './LiveEntry'
import {QuickFixes} from './QuickFixes'
import {UsedIn} from './UsedIn'

/** What is reached by Tab stops below the entry that stays in view, not behind it. */
const Form = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 2rem;

  & :is(input, textarea, select, button, a, [tabindex]) {
    scroll-margin-top: 11rem;
  }
`

const InView = styled.div`
  position: sticky;
  top: 0;
  z-index: 3;
`

/** The form of a reference under its entry, which stays in view, and over what is known of it elsewhere. */
export function ReferenceForm(props: ObjectInputProps) {
  const entry = useRef<HTMLDivElement>(null)
  const record = useMemo(() => toReferenceRecord(props.value), [props.value])

  const id = record._id.replace(/^(?:drafts\.|versions\.[^.]+\.)/, '')

  return (
    <Form>
      <InView ref={entry} tabIndex={-1}>
        <LiveEntry record={record} />
      </InView>
      <QuickFixes
        record={record}
        readOnly={props.readOnly === true}
        onChange={props.onChange}
        onPathFocus={props.onPathFocus}
      />
      {id && !props.readOnly && <Duplicates heir={entry} id={id} record={record} />}
      {props.renderDefault(props)}
      {id && <UsedIn id={id} />}
    </Form>
  )
}
