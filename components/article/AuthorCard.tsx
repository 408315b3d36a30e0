import {Picture} from '@/components/portable-text/Picture'
import {PlainText} from '@/components/portable-text/PlainText'
import {addressOf} from '@/lib/addresses/addressOf'
import type {AuthorCard as AuthorCardValue} from '@/sanity/queries/author'

import {ProfileLinks} from './ProfileLinks'

interface AuthorCardProps {
  author: AuthorCardValue
  /** What the person did for the article, if not simply write it. */
  contribution?: string
}

export function AuthorCard({author, contribution}: AuthorCardProps) {
  const {name, slug, portrait, bio, role, affiliation} = author
  const about = [contribution, role, affiliation].filter(Boolean).join(' · ')
  return (
    <div className="author-card">
      {portrait && <Picture image={portrait} alt={portrait.alt} widths={[80, 160, 240]} sizes="5rem" ratio={1} />}
      <div>
        <h3>{slug ? <a href={addressOf('author', slug)}>{name}</a> : name}</h3>
        {about && <p className="meta">{about}</p>}
        {bio.length > 0 && (
          <div className="bio">
            <PlainText value={bio} />
          </div>
        )}
        <ProfileLinks author={author} />
      </div>
    </div>
  )
}
