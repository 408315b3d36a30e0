import {labelledCredit} from '@/lib/bylines/labelledCredit'
import type {CitingText as CitingTextValue} from '@/sanity/queries/body'
import type {Credit} from '@/sanity/queries/figure'

import type {Apparatus} from './apparatus'
import {CitingText} from './CitingText'

interface FigureCaptionProps {
  caption: CitingTextValue
  credit: Credit | null
  apparatus: Apparatus
}

/** What is to be seen and who made it: “Photo: Name; Outlet”, with the outlet linked. */
export function FigureCaption({caption, credit, apparatus}: FigureCaptionProps) {
  const parts = labelledCredit(credit)
  if (caption.length === 0 && parts.length === 0) return null
  return (
    <figcaption>
      <CitingText value={caption} apparatus={apparatus} />
      {caption.length > 0 && parts.length > 0 && ' '}
      {parts.length > 0 && (
        <span className="credit">
          {parts.map(({text, href}) =>
            href ? (
              <a key={text} href={href} rel="external">
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </span>
      )}
    </figcaption>
  )
}
