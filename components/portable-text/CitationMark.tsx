import type {PortableTextTypeComponentProps} from '@portabletext/react'
import {Fragment} from 'react'

import type {Callout} from '@/lib/citations/number'
import type {Citation} from '@/sanity/queries/body'

import type {Apparatus} from './apparatus'

/**
 * The numbers of one citation, each a link of its own; in a narrative citation behind the name of its work.
 * A citation of nothing readable prints nothing.
 */
export function citationMark({calloutsOf, nameOf}: Pick<Apparatus, 'calloutsOf' | 'nameOf'>) {
  return function CitationMark({value}: PortableTextTypeComponentProps<Citation>) {
    const callouts = calloutsOf(value)
    if (callouts.length === 0) return null
    const isNamed = (callout: Callout) => value.mode === 'narrative' && !isAuthorSuppressed(value, callout)
    if (!callouts.some(isNamed)) return <Callouts callouts={callouts} />
    return callouts.map((callout, index) => (
      <Fragment key={callout.id}>
        {separatorBefore(index, callouts.length)}
        {isNamed(callout) && nameOf(callout.referenceId)}
        <Callouts callouts={[callout]} />
      </Fragment>
    ))
  }
}

function Callouts({callouts}: {callouts: readonly Callout[]}) {
  const separator = callouts.some(({number, label}) => label !== String(number)) ? '; ' : ', '
  return (
    <sup className="callouts">
      {callouts.map(({id, href, label, ariaLabel}, index) => (
        <Fragment key={id}>
          {index > 0 && separator}
          <a id={id} href={href} role="doc-biblioref" aria-label={ariaLabel}>
            {label}
          </a>
        </Fragment>
      ))}
    </sup>
  )
}

function separatorBefore(index: number, count: number): string {
  if (index === 0) return ''
  return index === count - 1 ? ' and ' : ', '
}

/** Whether the sentence has named the author itself. */
function isAuthorSuppressed({items}: Citation, {referenceId}: Callout): boolean {
  return items.some(({reference, suppressAuthor}) => suppressAuthor && reference._ref === referenceId)
}
