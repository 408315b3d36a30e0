import {contributionRoles} from '@/lib/vocabularies/contributionRoles'
import type {Contribution} from '@/sanity/queries/contribution'

import {AuthorCard} from './AuthorCard'
import {EndMatter} from './EndMatter'

/** One card for each contributor in byline order, whatever the number of her roles. */
export function AuthorCards({contributions}: {contributions: readonly Contribution[]}) {
  const people = [...Map.groupBy(contributions, ({author}) => author._id).values()]
  if (people.length === 0) return null
  return (
    <EndMatter id="authors" title={aboutWhom(people)}>
      <div className="author-cards">
        {people.map(([first, ...others]) =>
          first ? (
            <AuthorCard key={first._key} author={first.author} contribution={roleNames([first, ...others])} />
          ) : null,
        )}
      </div>
    </EndMatter>
  )
}

function aboutWhom(people: readonly (readonly Contribution[])[]): string {
  const areWriters = people.flat().every(({role}) => role === 'author')
  const noun = areWriters ? 'author' : 'contributor'
  return `About the ${noun}${people.length > 1 ? 's' : ''}`
}

/** “Translator”, “Photographer, Illustrator”; nothing for a plain author. */
function roleNames(contributions: readonly Contribution[]): string {
  const titles = contributionRoles.filter(({value}) => contributions.some(({role}) => role === value))
  return titles.length === 1 && titles[0]?.value === 'author' ? '' : titles.map(({title}) => title).join(', ')
}
