import {Picture} from '@/components/portable-text/Picture'
import {addressOf} from '@/lib/addresses/addressOf'
import type {AuthorLine} from '@/sanity/queries/authors'

import {EmptyState} from './EmptyState'
import {PageHeader} from './PageHeader'

export function AuthorIndex({authors}: {authors: readonly AuthorLine[]}) {
  return (
    <>
      <PageHeader title="Authors" />
      {authors.length === 0 && <EmptyState>No authors yet.</EmptyState>}
      <ul className="people">
        {authors.map(({_id, name, slug, role, affiliation, portrait}) => (
          <li key={_id} className="author-card">
            {portrait && <Picture image={portrait} alt="" widths={[80, 160, 240]} sizes="5rem" ratio={1} />}
            <div>
              <h2>
                <a href={addressOf('author', slug)}>{name}</a>
              </h2>
              {(role || affiliation) && <p className="meta">{[role, affiliation].filter(Boolean).join(' · ')}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
