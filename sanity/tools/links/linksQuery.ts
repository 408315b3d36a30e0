import {z} from 'zod'

import {linkStates} from '@/lib/links/linkStates'

/** Links that an editor can do something about, those that fail longest first. For the raw perspective. */
export const linksQuery = `{
  "links": *[_type == "linkHealth" && state in ["dead", "failing", "moved", "blocked"]] | order(firstFailedAt asc, checkedAt desc) [0...500] {
    _id,
    url,
    state,
    message,
    checkedAt,
    firstFailedAt,
    movedTo,
    isDue,
    "reference": *[_id == ^.reference._ref][0]{
      _id,
      "family0": author[0].family,
      "family1": author[1].family,
      "family2": author[2].family,
      "literal0": author[0].literal,
      "literal1": author[1].literal,
      "editor": editor[0].family,
      "status": issued.status,
      "year": issued.year,
      "workTitle": coalesce(title, verbatim)
    },
    "articles": count(*[_type in ["article", "page"] && references(^.reference._ref) && !(_id in path("drafts.**")) && !(_id in path("versions.**"))])
  },
  "lastCheckedAt": *[_type == "linkHealth"] | order(checkedAt desc) [0].checkedAt,
  "total": count(*[_type == "linkHealth"])
}`

/** Drafts and published references by id. Params: `{ids: string[]}`. For the raw perspective. */
export const editedQuery = `*[_id in $ids]{_id, doi, url, "copyUrl": archive.url}`

export const editedResult = z.array(
  z.object({
    _id: z.string(),
    doi: z.string().nullable(),
    url: z.string().nullable(),
    copyUrl: z.string().nullable(),
  }),
)

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined)

const link = z.object({
  _id: z.string(),
  url: z.string(),
  state: z.enum(linkStates.map(({value}) => value)),
  message: z.string().nullable(),
  checkedAt: z.string().nullable(),
  firstFailedAt: z.string().nullable(),
  movedTo: z.string().nullable(),
  isDue: z.boolean().nullable(),
  reference: z
    .object({
      _id: z.string(),
      family0: text,
      family1: text,
      family2: text,
      literal0: text,
      literal1: text,
      editor: text,
      status: text,
      year: z
        .number()
        .nullish()
        .transform((value) => value ?? undefined),
      workTitle: text,
    })
    .nullable(),
  articles: z.number(),
})

export const linksResult = z.object({
  links: z.array(link),
  lastCheckedAt: z.string().nullable(),
  total: z.number(),
})

/** What the reference says now: its draft, where it has one. */
interface Latest {
  /** What is to be checked once it is published. */
  address: string | null
  copyUrl: string | null
  /** Whether readers are given that copy. */
  isCopyPublished: boolean
}

type FoundLink = z.output<typeof link>

export interface TroubledLink extends FoundLink {
  reference: NonNullable<FoundLink['reference']>
  latest: Latest | null
}

export interface LinksOverview extends Omit<z.output<typeof linksResult>, 'links'> {
  links: readonly TroubledLink[]
}
