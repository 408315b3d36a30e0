import {
  PortableText,
  type PortableTextMarkComponentProps,
  type PortableTextTypeComponentProps,
} from '@portabletext/react'
import type {ComponentType, ReactNode} from 'react'

import type {Block, Body, CustomNode} from '@/sanity/queries/body'

import type {Apparatus} from './apparatus'
import {basicComponents, isBlank, type TextBlockProps} from './basicComponents'
import {Callout} from './Callout'
import {citationMark} from './CitationMark'
import {CodeBlock} from './CodeBlock'
import {EmbedCard} from './EmbedCard'
import {bodyFigure} from './Figure'
import {footnoteMark} from './FootnoteMark'
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

const styles: StyleComponents = {
  ...basicComponents.block,
  h2: ({children, value}) => (isBlank(value) ? null : <h2>{children}</h2>),
  h3: ({children, value}) => (isBlank(value) ? null : <h3>{children}</h3>),
  h4: ({children, value}) => (isBlank(value) ? null : <h4>{children}</h4>),
  blockquote: ({children, value}) =>
    isBlank(value) ? null : (
      <blockquote>
        <p>{children}</p>
      </blockquote>
    ),
}

/** The text of an article or a page, bound to the numbers of its citations and notes. */
export function ArticleBody({value, apparatus}: {value: Body; apparatus: Apparatus}) {
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
      value={value}
      components={{...basicComponents, block: styles, types, marks}}
      onMissingComponent={false}
    />
  )
}
