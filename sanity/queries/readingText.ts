import {z} from 'zod'

/**
 * The words that a reader reads, for the reading time: text, headings, quotations, notes and callouts.
 * Lists and the article itself take the same projection, so that they never name different times.
 */
export const readingTextFields = `{
  "body": pt::text(body),
  "notes": pt::text(body[_type == "block"].children[_type == "footnote"].text[]),
  "callouts": pt::text(body[_type == "callout"].text[])
}`

export const readingText = z.object({
  body: z.string().nullable(),
  notes: z.string().nullable(),
  callouts: z.string().nullable(),
})

const WORDS_PER_MINUTE = 238

/** Whole minutes, at least 1. */
export function minutesOf({body, notes, callouts}: z.output<typeof readingText>): number {
  const words = [
    ...new Intl.Segmenter(undefined, {granularity: 'word'}).segment(`${body ?? ''}\n${notes ?? ''}\n${callouts ?? ''}`),
  ]
  return Math.max(1, Math.round(words.filter(({isWordLike}) => isWordLike).length / WORDS_PER_MINUTE))
}
