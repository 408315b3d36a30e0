import type {PortableTextTypeComponentProps} from '@portabletext/react'

import type {Figure as FigureValue} from '@/sanity/queries/body'
import type {LeadFigure as LeadFigureValue} from '@/sanity/queries/figure'

import type {Apparatus} from './apparatus'
import {FigureCaption} from './FigureCaption'
import {Picture} from './Picture'

const COLUMN_WIDTHS = [480, 800, 1200, 1600]
const PAGE_WIDTHS = [480, 800, 1200, 1600, 2400]

/** A picture in the text, with its caption and credit. */
export function bodyFigure(apparatus: Apparatus) {
  return function Figure({value: {image, alt, caption, credit}}: PortableTextTypeComponentProps<FigureValue>) {
    if (!image) return null
    return (
      <figure className="figure">
        <Picture image={image} alt={alt} widths={COLUMN_WIDTHS} sizes="(min-width: 46rem) 42rem, 92vw" />
        <FigureCaption caption={caption} credit={credit} apparatus={apparatus} />
      </figure>
    )
  }
}

/** The picture that opens an article, as wide as the page. */
export function LeadFigure({figure, apparatus}: {figure: LeadFigureValue; apparatus: Apparatus}) {
  const {image, alt, caption, credit} = figure
  if (!image) return null
  return (
    <figure className="lead-figure">
      <Picture image={image} alt={alt} widths={PAGE_WIDTHS} sizes="(min-width: 82rem) 76rem, 92vw" eager />
      <FigureCaption caption={caption} credit={credit} apparatus={apparatus} />
    </figure>
  )
}
