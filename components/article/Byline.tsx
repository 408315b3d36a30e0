import {Fragment} from 'react'

import {addressOf} from '@/lib/addresses/addressOf'
import {bylineLines} from '@/lib/bylines/byline'
import type {ContributionLine} from '@/sanity/queries/contribution'

/** “By A and B”, and a line for each other role; every author with a page is a link. */
export function Byline({contributions}: {contributions: readonly ContributionLine[]}) {
  const lines = bylineLines(contributions)
  if (lines.length === 0) return null
  return (
    <div className="byline">
      {lines.map(({role, parts}) => (
        <p key={role}>
          {parts.map(({text, contribution}, index) => (
            <Fragment key={contribution?._key ?? `text-${index}`}>
              {contribution?.author.slug ? (
                <a href={addressOf('author', contribution.author.slug)} rel="author">
                  {text}
                </a>
              ) : (
                text
              )}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  )
}
