import {orcidUrl} from '@/lib/identifiers/orcid'
import {isWebUrl} from '@/lib/links/isWebUrl'
import type {AuthorCard} from '@/sanity/queries/author'

/** Where else an author is to be found. `rel="me"` says that these are the author's own. */
export function ProfileLinks({author: {links, orcid}}: {author: Pick<AuthorCard, 'links' | 'orcid'>}) {
  if (links.length === 0 && !orcid) return null
  return (
    <p className="links">
      {links.map(({_key, label, url}) => (
        <a key={_key} href={url} rel={isWebUrl(url) ? 'me external' : 'me'}>
          {label}
        </a>
      ))}
      {orcid && (
        <a href={orcidUrl(orcid)} rel="me external">
          ORCID
        </a>
      )}
    </p>
  )
}
