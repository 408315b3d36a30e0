import type {Apparatus} from './apparatus'
import {isBlank, type TextBlockProps} from './basicComponents'

/** A heading under the article's title, with an id that a link to the section can name. */
export function heading(Tag: 'h2' | 'h3' | 'h4', {headingOf}: Pick<Apparatus, 'headingOf'>) {
  return function Heading({children, value}: TextBlockProps) {
    return isBlank(value) ? null : <Tag id={headingOf(value)?.id}>{children}</Tag>
  }
}
