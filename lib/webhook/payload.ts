import {z} from 'zod'

/** The types of documents whose change can change a page. */
export const WEBHOOK_FILTER =
  '_type in ["article", "author", "bibliographicReference", "deadLink", "page", "series", "settings", "topic"] && !(_id in path("drafts.**")) && !(_id in path("versions.**"))'

const SNAPSHOT = `{
    "slug": slug.current,
    publishedAt,
    "refs": array::unique(array::compact([...coalesce(authors[].author._ref, []), ...coalesce(topics[]._ref, []), series._ref])),
    "cites": array::unique(array::compact([
      ...coalesce(leadImage.caption[].children[].items[].reference._ref, []),
      ...coalesce(body[].children[].items[].reference._ref, []),
      ...coalesce(body[].children[].text[].children[].items[].reference._ref, []),
      ...coalesce(body[].caption[].children[].items[].reference._ref, []),
      ...coalesce(furtherReading[]._ref, [])
    ]))
  }`

/** What the content store is asked to send for every published change, so that the tags can be told from it alone. */
export const WEBHOOK_PROJECTION = `{
  _id,
  _type,
  "operation": delta::operation(),
  "before": before()${SNAPSHOT},
  "after": after()${SNAPSHOT}
}`

/** An id, or `null` where an import left something else. */
const id = z.string().nullable().catch(null)

const ids = z
  .array(id)
  .transform((ids) => ids.filter((ref) => ref !== null))
  .nullish()
  .catch(null)

/** What is malformed reads as absent: a delivery that is refused for it would leave the pages as they were. */
const snapshot = z
  .object({
    slug: z.string().nullish().catch(null),
    /** ISO 8601, UTC. */
    publishedAt: z.string().nullish().catch(null),
    /** Ids of the authors, topics and series that an article names. */
    refs: ids,
    /** Ids of the references that an article or page cites, or lists as further reading. */
    cites: ids,
  })
  .nullish()

export const webhookPayload = z.object({
  _id: z.string().min(1).max(256),
  _type: z.string().min(1).max(128),
  operation: z.enum(['create', 'update', 'delete']),
  /** Absent for a document that is new. */
  before: snapshot,
  /** Absent for a document that is gone. */
  after: snapshot,
})

export type WebhookPayload = z.output<typeof webhookPayload>
export type Snapshot = NonNullable<z.output<typeof snapshot>>
