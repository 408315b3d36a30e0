import type {AuthorCard} from '@/sanity/queries/author'

/** Where else an author is to be found. `rel="me"` says that these are the author's own. */
export function ProfileLinks({author: {links, orcid}}: {author: Pick<AuthorCard, 'links' | 'orcid'>}) {
  if (links.length === 0 && !orcid) return null
  return (
    <p className="links">
      {links.map(({_key, label, url}) => (
        <a key={_key} href={url} rel="me external">
          {label}
        </a>
      ))}
      {orcid && (
        <a href={`https://orcid.org/${orcid}`} rel="me external">
          ORCID
        </a>
      )}
    </p>
  )
}
