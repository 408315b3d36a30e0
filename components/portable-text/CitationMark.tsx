import type {PortableTextTypeComponentProps} from '@portabletext/react'
import {Fragment} from 'react'

import type {Citation} from '@/sanity/queries/body'

import type {Apparatus} from './apparatus'

/** The numbers of one citation, each a link of its own. A citation of nothing readable prints nothing. */
export function citationMark({calloutsOf}: Pick<Apparatus, 'calloutsOf'>) {
  return function CitationMark({value}: PortableTextTypeComponentProps<Citation>) {
    const callouts = calloutsOf(value)
    if (callouts.length === 0) return null
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
}
