import {PortableText} from '@portabletext/react'

import {placeCitations} from '@/lib/citations/citing/placeCitations'
import type {CitingText as CitingTextValue} from '@/sanity/queries/body'

import type {Apparatus} from './apparatus'
import {basicComponents} from './basicComponents'
import {citationMark} from './CitationMark'

/** Paragraphs that may cite: notes and captions. */
export function CitingText({value, apparatus}: {value: CitingTextValue; apparatus: Apparatus}) {
  return (
    <PortableText
      value={value.map((block) => ({...block, children: placeCitations(block.children, apparatus)}))}
      components={{...basicComponents, types: {citation: citationMark(apparatus)}}}
      onMissingComponent={false}
    />
  )
}
