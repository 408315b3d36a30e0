import type {PullQuote as PullQuoteValue} from '@/sanity/queries/body'

/** A sentence set large. It repeats or quotes, so it is a figure beside the text. */
export function PullQuote({value: {text, attribution}}: {value: PullQuoteValue}) {
  if (!text) return null
  return (
    <figure className="pull-quote">
      <blockquote>
        <p>{text}</p>
      </blockquote>
      {attribution && <figcaption>{attribution}</figcaption>}
    </figure>
  )
}
