import type {PortableTextTypeComponentProps} from '@portabletext/react'

import {unescapeText} from '@/lib/citations/entries/entryFormat'
import {segmentRuns, type CitationSegment} from '@/lib/citations/citing/citationSegment'
import type {Citation} from '@/sanity/queries/body'

import type {Apparatus} from './apparatus'

/** A citation as its style prints it, each work a link of its own. One of nothing readable prints nothing. */
export function citationMark({segmentsOf}: Pick<Apparatus, 'segmentsOf'>) {
  return function CitationMark({value}: PortableTextTypeComponentProps<Citation>) {
    return segmentRuns(segmentsOf(value)).map((run, index) => {
      const segments = run.map((segment, place) => <Segment key={segment.link?.id ?? place} segment={segment} />)
      return run[0]?.isRaised ? (
        <sup key={index} className="callouts">
          {segments}
        </sup>
      ) : (
        segments
      )
    })
  }
}

function Segment({segment: {html, link, isRaised, isSilent}}: {segment: CitationSegment}) {
  if (link) {
    const {id, href, label} = link
    const className = isRaised ? undefined : 'cite'
    const inner = {__html: html}
    return (
      <a
        id={id}
        className={className}
        href={href}
        role="doc-biblioref"
        aria-label={label}
        dangerouslySetInnerHTML={inner}
      />
    )
  }
  if (isSilent) return <span aria-hidden="true" dangerouslySetInnerHTML={{__html: html}} />
  return unescapeText(html)
}
