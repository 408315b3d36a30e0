import {PortableText} from '@portabletext/react'

import type {PlainText as PlainTextValue} from '@/sanity/queries/body'

import {basicComponents} from './basicComponents'

/** Paragraphs with emphasis and links: biographies and callouts. */
export function PlainText({value}: {value: PlainTextValue}) {
  return <PortableText value={value} components={basicComponents} onMissingComponent={false} />
}
