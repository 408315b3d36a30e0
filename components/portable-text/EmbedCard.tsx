import type {Embed} from '@/sanity/queries/body'

/** A work on another site as a link: nothing is requested from there until the reader goes. */
export function EmbedCard({value: {url, title, caption, provider}}: {value: Embed}) {
  if (!url) return null
  return (
    <figure className="embed">
      <a href={url} rel="external">
        {title ?? url}
      </a>
      <figcaption>
        {caption && <p>{caption} </p>}
        <span className="credit">Opens at {provider}</span>
      </figcaption>
    </figure>
  )
}
