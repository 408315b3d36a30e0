import {z} from 'zod'

import {readingTime} from '@/lib/portable-text/readingTime'

/**
 * The words that count for the reading time, as plain text, so that a list need not fetch whole bodies.
 * Lists and the article itself take the same projection: they never name different times.
 */
export const readingTextFields = `{
  "body": coalesce(pt::text(body), ""),
  "notes": coalesce(pt::text(body[_type == "block"].children[_type == "footnote"].text[]), ""),
  "callouts": coalesce(pt::text(body[_type == "callout"].text[]), ""),
  "asides": coalesce(array::join(body[_type in ["pullQuote", "callout"]]{"text": coalesce(select(_type == "callout" => title, text), "")}.text, " "), "")
}`

export const readingText = z.object({body: z.string(), notes: z.string(), callouts: z.string(), asides: z.string()})

/** Whole minutes, at least 1. */
export function minutesOf(words: z.output<typeof readingText>): number {
  const blocks = Object.values(words).map((text) => ({_type: 'block', children: [{_type: 'span', text}]}))
  return readingTime(blocks).minutes
}
