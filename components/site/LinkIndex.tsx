import type {TopicLink} from '@/sanity/queries/topicLink'

interface LinkIndexProps {
  id: string
  title: string
  links: readonly TopicLink[]
  hrefOf: (link: TopicLink) => string
}

/** A titled list of topics or series with what each is about. */
export function LinkIndex({id, title, links, hrefOf}: LinkIndexProps) {
  if (links.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 className="section-title" id={id}>
        {title}
      </h2>
      <ul className="index">
        {links.map((link) => (
          <li key={link._id}>
            <h3>
              <a href={hrefOf(link)}>{link.title}</a>
            </h3>
            {link.description && <p>{link.description}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
