import {z} from 'zod'

/** GROQ counts nothing as null where a part is absent. */
const count = z
  .number()
  .nullish()
  .transform((number) => number ?? 0)

const counts = z.object({text: count, notes: count, captions: count, further: count})

export const usesResult = z.array(z.object({_id: z.string(), _type: z.string(), title: z.string().nullish(), counts}))

type Counts = z.infer<typeof counts>
type StoredUse = z.infer<typeof usesResult>[number]

/** Params: `{id: string}`. */
export const USES_FILTER = `*[_type in ["article", "page"] && references($id)]`

/** Where a reference is used, and how often in each part. Params: `{id: string}`. */
export const USES_QUERY = `${USES_FILTER} | order(title asc) [0...400] {
  _id,
  _type,
  title,
  "counts": {
    "text": count(body[_type == "block"].children[_type == "citation"].items[reference._ref == $id]),
    "notes": count(body[_type == "block"].children[_type == "footnote"].text[].children[_type == "citation"].items[reference._ref == $id]),
    "captions": coalesce(count(body[_type == "figure"].caption[].children[_type == "citation"].items[reference._ref == $id]), 0)
      + coalesce(count(leadImage.caption[].children[_type == "citation"].items[reference._ref == $id]), 0),
    "further": count(furtherReading[_ref == $id])
  }
}`

export interface Use {
  /** The published id. */
  id: string
  type: string
  title: string
  /** As readers have it; null when they have it not. */
  published: string | null
  /** As the draft has it, where that differs. */
  draft: string | null
}

/** One entry for each document, in the order given, with words for where and how often. */
export function usesByDocument(stored: readonly StoredUse[]): Use[] {
  const uses = new Map<string, Use>()
  for (const {_id, _type, title, counts} of stored) {
    const isDraft = /^(?:drafts|versions)\./.test(_id)
    const id = _id.replace(/^(?:drafts\.|versions\.[^.]+\.)/, '')
    const use = uses.get(id) ?? {id, type: _type, title: title || 'Untitled', published: null, draft: null}
    uses.set(id, {...use, ...(isDraft ? {draft: countsText(counts)} : {published: countsText(counts)})})
  }
  return [...uses.values()].map((use) => (use.draft === use.published ? {...use, draft: null} : use))
}

/** `twice in the text, once in further reading`. */
export function countsText({text, notes, captions, further}: Counts): string {
  const parts = [
    [text, 'in the text'],
    [notes, 'in notes'],
    [captions, 'in captions'],
  ] as const
  const cited = parts.filter(([count]) => count > 0).map(([count, place]) => `${times(count)} ${place}`)
  return [...cited, ...(further > 0 ? ['in further reading'] : [])].join(', ') || 'elsewhere'
}

function times(count: number): string {
  if (count === 1) return 'once'
  return count === 2 ? 'twice' : `${count} times`
}
