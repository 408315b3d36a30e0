import {
  PortableText,
  type PortableTextMarkComponentProps,
  type PortableTextTypeComponentProps,
} from '@portabletext/react'
import type {ComponentType, ReactNode} from 'react'

import {placeCitations} from '@/lib/citations/citing/placeCitations'
import type {Block, Body, BodyMember, CustomNode} from '@/sanity/queries/body'

import type {Apparatus} from './apparatus'
import {basicComponents, type TextBlockProps} from './basicComponents'
import {Blockquote} from './Blockquote'
import {Callout} from './Callout'
import {citationMark} from './CitationMark'
import {CodeBlock} from './CodeBlock'
import {EmbedCard} from './EmbedCard'
import {bodyFigure} from './Figure'
import {footnoteMark} from './FootnoteMark'
import {heading} from './Heading'
import {InternalLink} from './InternalLink'
import {PullQuote} from './PullQuote'
import {Table} from './Table'

/** One row per custom node; a node without a row does not compile. */
type NodeComponents = {
  [Type in CustomNode['_type']]: ComponentType<PortableTextTypeComponentProps<Extract<CustomNode, {_type: Type}>>>
}

type Annotation = Block['markDefs'][number]

/** One row per annotation, and one per style, for the same reason. */
type AnnotationComponents = {
  [Type in Annotation['_type']]: ComponentType<PortableTextMarkComponentProps<Extract<Annotation, {_type: Type}>>>
}
type StyleComponents = {[Style in Block['style']]: (props: TextBlockProps) => ReactNode}

/** The text of an article or a page, bound to the numbers of its citations and notes. */
export function ArticleBody({value, apparatus}: {value: Body; apparatus: Apparatus}) {
  const styles: StyleComponents = {
    ...basicComponents.block,
    h2: heading('h2', apparatus),
    h3: heading('h3', apparatus),
    h4: heading('h4', apparatus),
    blockquote: Blockquote,
  }
  const types: NodeComponents = {
    figure: bodyFigure(apparatus),
    pullQuote: PullQuote,
    table: Table,
    callout: Callout,
    code: CodeBlock,
    embed: EmbedCard,
    citation: citationMark(apparatus),
    footnote: footnoteMark(apparatus),
  }
  const annotations: AnnotationComponents = {link: basicComponents.marks.link, internalLink: InternalLink}
  const marks = {...basicComponents.marks, ...annotations}

  return (
    <PortableText
      value={value.map((member) => placed(member, apparatus))}
      components={{...basicComponents, block: styles, types, marks}}
      onMissingComponent={false}
    />
  )
}

function placed(member: BodyMember, apparatus: Apparatus): BodyMember {
  return member._type === 'block' ? {...member, children: placeCitations(member.children, apparatus)} : member
}
